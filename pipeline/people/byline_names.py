"""What elements are called that name an article's authors: the words of classes and ids."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.page.program_names import without_made_names
from pipeline.page.region_names import names_quoted
from pipeline.patterns.late_patterns import late_pattern
from pipeline.patterns.word_patterns import any_word
from pipeline.people.byline_words import words

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
"""Where a word begins within a name: it is marked by a sign that no name has."""
_NO_BY = "col|cat|date|month|year|tag|topic|section|type|field|price|popular"
"""What a list may be sorted by."""
_NAME = late_pattern(
    rf"[\s_-](?:(?:{any_word(words('called'))})(?:$|[\s_^-])"
    r"|(?<!text.)(?<!rich.)(?<!html.)(?<!block.)(?<!content.)(?:editor|redactor)(?:$|\s)|editor[_^-]*name(?:$|\s)"
    r"|auth(?:$|\s|[_-](?:name|dtl|info|txt|text|link))"
    r"|(?<!powered.)(?<!sponsored.)(?<!presented.)(?<!designed.)(?<!developed.)"
    r"(?<!side.)(?<!step.)(?<!sort.)(?<!filter.)(?<!order.)(?<!group.)"
    rf"by(?![_^-]{{0,2}}(?:{_NO_BY}))(?:$|[\s_^-]))"
)
_WITHIN = re.compile(
    r"(?:author|byline)[_^-]*name|user-name|[a-z^]author(?![\w^])|submitted|created-?by"
    r"|(?:entry|post|article|story)-head(?:er)?__user-?name(?:$|\s)"
    r"|(?<!powered)(?<!sponsored)\^by(?:$|[\s_-])|\^(?:writer|reporter|journalist)(?:$|[\s_-])"
)
"""What stands in the middle of names too."""
_NOT_NAME = re.compile(
    r"bio|avatar|image|img|photo|social|follow|desc|about|more|role|title|job|date|time|twitter|"
    r"position|email|comment|related|icon|count|location|archive|recent|caption|quote|credit|badge|level|rank|"
    r"(?<!field-)(?<!field--)label"
)

_OF_MEMBER = re.compile(
    r"(?:message|post|user|member|forum|comment)[_^-]?sig(?:nature)?(?:$|[\s_^-])|(?:^|\s)sig\d+(?:$|\s)"
)
"""What members of a forum have below each of their messages."""
_OF_READER = re.compile(r"(?<![a-z])(?:reviewers?[_^-]?(?:user|name)|review(?:user|[_^]author))")
"""Who wrote a review of what the text tells of: readers do."""
_OF_MENU = re.compile(r"nav(?:i|igation|bar|igate)?[_^-]")
"""A place in a menu, whatever letters stand behind it: «topnavi_aut» is of motoring."""
_ABOUT = frozenset({"bio", "about", "credit", "email"})


def tells_about(names: str) -> bool:
    """Whether what a class and id speak of beside a byline is only who the author is, or that they
    are credited."""
    return _ABOUT.issuperset(_NOT_NAME.findall(names.lower()))


@lru_cache(maxsize=20_000)
def strength_of_names(names: str) -> int:
    """How surely a class and id speak of a byline: 2, 1 where they also speak of something beside
    the name, 0 where they do not."""
    names = without_made_names(names)
    marked = names if names.islower() else _CAMEL.sub("^", names).lower()
    if not (_NAME.search(f"-{marked}") or _is_within(marked)):
        return 0
    if "sig" in marked and _OF_MEMBER.search(marked):
        return 0
    if "nav" in marked and _OF_MENU.search(marked):
        return 0
    if names_quoted(marked) or is_of_reader(marked):
        return 0
    return 1 if _NOT_NAME.search(names.lower()) else 2


def is_of_reader(names: str) -> bool:
    """Whether a class and id, its words apart, speak of who wrote a reader's review."""
    return "review" in names and _OF_READER.search(names) is not None


def _is_within(marked: str) -> bool:
    may_be = any(part in marked for part in _PARTS)
    return may_be and _WITHIN.search(marked) is not None


_PARTS = ("by", "author", "submitted", "user-", "__user", "^writer", "^reporter", "^journalist")


@lru_cache(maxsize=20_000)
def is_named_facts(names: str) -> bool:
    """Whether a class speaks of a line of facts."""
    low = names.lower()
    return "info" in low or "meta" in low or "date" in low
