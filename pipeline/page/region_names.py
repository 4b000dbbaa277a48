"""What parts of a page are called: the words of classes and ids, read from data.

The words are general ones of the web's themes and content systems, never a publisher's own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from lxml.html import HtmlElement

from pipeline.page.program_names import without_made_names
from pipeline.patterns.compiling import compiled
from pipeline.patterns.late_patterns import late_pattern
from pipeline.patterns.rule_files import read_rules
from pipeline.patterns.rule_starts import LENGTH, beginnings, cut, folded


def _matcher(words: list[str]) -> re.Pattern[str]:
    """A pattern of whole words between hyphens."""
    return compiled(rf"(?<![^\s-])(?:{_joined(words)})(?=[\s-]|$)")


def _joined(words: list[str]) -> str:
    """The words as alternatives; `^` and `$` are the ends of one class or id."""
    return "|".join(words).replace("^", "(?<![^ ])").replace("$", "(?![^ ])")


@cache
def _kinds() -> tuple[str, ...]:
    return tuple(entry["name"] for entry in read_rules("regions.toml")["regions"])


_Matcher = tuple[re.Pattern[str], tuple[int, ...]]
"""A pattern for a place where a word begins, and the kind of each of its groups: there the first
kind that matches is the group."""


@cache
def _matcher_at(begin: str) -> _Matcher | None:
    """What finds the words that may begin so; None where none does, as of most names."""
    words = (word for way in ("", *cut(folded(begin, LENGTH))) for word in _words_at().get(way, ()))
    return _matcher_of(tuple(sorted({*words})))


@cache
def _words_at() -> Mapping[str, Sequence[tuple[int, int]]]:
    """By folded beginnings the places of the words that may begin so, each with that of its kind
    before it; by the empty one those that begin anyhow."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for kind, entry in enumerate(read_rules("regions.toml")["regions"]):
        for place, word in enumerate(entry["words"]):
            for begin in beginnings(word.lstrip("^")) or ("",):
                found[begin].append((kind, place))
    return found


@cache
def _matcher_of(words: tuple[tuple[int, int], ...]) -> _Matcher | None:
    regions = read_rules("regions.toml")["regions"]
    kinds = tuple(dict.fromkeys(kind for kind, _ in words))
    groups = [
        _joined([regions[k]["words"][place] for k, place in words if k == kind]) for kind in kinds
    ]
    pattern = rf"(?:{'|'.join(f'({group})' for group in groups)})(?=[\s-]|$)"
    return (compiled(pattern), kinds) if kinds else None


@cache
def _names(of: str) -> re.Pattern[str]:
    return _matcher(read_rules("regions.toml")[of]["words"])


_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_GLUE = re.compile(r"[_:/.]+|--+")
# Classes that say what an article is about, or how its layout is, not what an element is; but for
# page builders' calls to action.
_LAYOUT = late_pattern(
    r"(?:no|has|and-w|with|without)-(?:sidebar|share|sharing|social|author|date|info|meta|excerpt|print|media|"
    r"image|thumb(?:nail)?|comments?|related|newsletter|ads?)|ads?-free|"
    r"(?!(?:elementor|vc|fl)-(?:widget-|module-)?(?:call-to-action|cta3?)(?:-|$))"
    r"(?:is|has|no|with|without|col|row|grid|flex|hover|focus|md|lg|sm|xl|xs|wpb|vc|et|fl|align|"
    r"text(?!-article)|bg|border|fonts?(?!-size)|colou?rs?|[pm][xytblr]|w|h|max|min|gap|order|elementor|wp-elements)-"
    r"(?!content|body|comments?|meta|author|date|info|hidden|excerpt|visually|print|share|social|"
    r"pb-(?:title-meta|promo|comments|posts-nav))|"
    r"[pm]-(?:\d|auto|none|x?[sl]g?|xs|sm|md|lg|xl|[tblrxy]-)|"
    r"bg-body|text-body-(?:emphasis|secondary|tertiary)|"
    r"hs-cos-wrapper|widget-(?:span$|type-)|so(?:-widget)?-sow-editor|siteorigin-widget-tinymce|"
    r"node-promoted$|"  # Drupal's word for what its front page shows too
    r"(?:\w+-)+(?:ads?|commercial)-selector$|"  # where a script may put one
    r"(?:\w+-)+with(?:out)?-\w"
)
_OF_POST = re.compile(
    r"(?:tag|category|cat|tax|term|author|format|status|type|lang|post|postid|single|page|pmpro|"
    r"section|topic)-(?!content|body|meta|author|footer|header)"
)
_IS_POST = re.compile(r"hentry|type-\w|status-publish|postid-|post-\d|page-id-")


@lru_cache(maxsize=20_000)
def words_of(names: str) -> str:
    """Class and id in lower case, hyphened: «relatedPosts__list» → «related-posts-list»."""
    words = list(map(_hyphened, without_made_names(names).split()))
    if any(map(_IS_POST.match, words)):
        words = [word for word in words if not _OF_POST.match(word)]
    return " ".join([word for word in words if word and not _LAYOUT.match(word)])


@lru_cache(maxsize=50_000)
def _hyphened(name: str) -> str:
    return _GLUE.sub("-", _CAMEL.sub("-", name)).lower()


@lru_cache(maxsize=20_000)
def named_region(names: str) -> str | None:
    """The kind of region that a class and id speak of, or None."""
    kinds = [kind for word in words_of(names).split(" ") if (kind := _kind_of(word)) is not None]
    return _kinds()[min(kinds)] if kinds else None


@lru_cache(maxsize=50_000)
def _kind_of(word: str) -> int | None:
    """The place in the list of kinds of the first that one class speaks of."""
    found: int | None = None
    place = 0
    while word[place:]:
        matcher = _matcher_at(word[place : place + LENGTH])
        match = matcher[0].match(word, place) if matcher else None
        if match and place and _IS_WITHOUT.search(word, 0, place):
            match = None
        if matcher and match and match.lastindex:
            kind = matcher[1][match.lastindex - 1]
            found = kind if found is None else min(kind, found)
        place = word.find("-", place) + 1
        if not place:
            break
    return found


_IS_WITHOUT = re.compile(r"(?:^|-)(?:no|without|has|enable|disable)-$")
"""What stands before the name of a part that an element lacks or holds: «layout-no-sidebar»; of
«piano-offer» it is the end of a word."""


@lru_cache(maxsize=20_000)
def is_body_name(names: str) -> bool:
    """Whether a class and id speak of an article's body."""
    return bool(_names("body").search(words_of(names)))


@lru_cache(maxsize=20_000)
def is_wholly_body_name(names: str) -> bool:
    """Whether one of several classes is the name of an article's body and nothing else."""
    words = words_of(names).split(" ")
    return len(words) > 1 and any(map(_names("body").fullmatch, words))


@lru_cache(maxsize=20_000)
def is_subheading_name(names: str) -> bool:
    """Whether a class and id speak of a heading amid a text."""
    return bool(_names("subheading").search(words_of(names)))


@lru_cache(maxsize=20_000)
def is_part_name(names: str) -> bool:
    """Whether a class and id speak of a part of a text in a box of its own: a remark, a step."""
    return bool(_names("part").search(words_of(names)))


@lru_cache(maxsize=20_000)
def is_standfirst_name(names: str) -> bool:
    """Whether a class and id speak of a standfirst."""
    return bool(_names("standfirst").search(words_of(names)))


def names_of(element: HtmlElement) -> str:
    """Class and id as written, with the test hooks that frameworks put in their place."""
    return names_in(dict(element.items()))


def names_in(attributes: Mapping[str, str]) -> str:
    """The same of an element's attributes."""
    get = attributes.get
    named = f"{get('class') or ''} {get('id') or ''}".strip()
    if _HOOKS.isdisjoint(attributes):
        return named
    return f"{named} {' '.join(filter(None, map(get, _HOOKS)))}".strip()


_HOOKS = frozenset(
    {"data-testid", "data-component", "data-test-id", "data-test", "data-test-tag", "data-qa",
     "data-cy"}
)  # fmt: skip
"""What frameworks write for tests and analytics, where class names are made by a program."""


_WORDS = re.compile(r"[^\W_]+")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def is_anchored(element: HtmlElement) -> bool:
    """Whether an element's id is made of the words of the heading that it begins with.

    «reaction-in-cape-town» is such an anchor; one or two words are too few to tell it from a name.
    """
    words = _WORDS.findall((element.get("id") or "").lower())
    if len(words) < 3:
        return False
    for child in element[:2]:
        if child.tag in _HEADINGS:
            return _WORDS.findall(child.text_content().lower())[: len(words)] == words
    return False


def names_quoted(names: str) -> bool:
    """Whether a class or id calls whose words a text quotes: «quote-author»."""
    return "quot" in names and _OF_QUOTE.search(names) is not None


_OF_QUOTE = re.compile(
    r"(?:^|[^a-z])(?:pull|block)?[_-]{0,2}quot(?:e|ation)s?[_^-]{0,2}(?:author|name|by|writer|source)"
)
