"""Names in boxes below a text that tell who its author is: a line about the person stands under the
name, or a link to the author's page, or a heading above says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement

from pipeline.lines.known_lines import named_by_heading, region_headed
from pipeline.page.author_pages import is_author_page
from pipeline.page.elements import LOWER_HEADINGS, is_small, text_of_element, tidy
from pipeline.page.html import Document
from pipeline.patterns.late_patterns import late_pattern
from pipeline.people.byline_words import ROLE_FIRST, words
from pipeline.people.callings import tells_role_soon
from pipeline.people.given_names import begins_with_given_name
from pipeline.people.jobs import MAX_JOB_CHARS, is_job
from pipeline.people.lone_person import lone_person
from pipeline.people.portraits import MAX_BOX_CHARS
from pipeline.people.second_names import is_called_as_person
from pipeline.people.subjects import is_unspoken


def profiled(
    doc: Document, after: Sequence[HtmlElement]
) -> Iterator[tuple[HtmlElement, str, bool]]:
    """The names below the text that stand alone above a line that tells who the person is."""
    for element in after:
        is_heading = element.tag in LOWER_HEADINGS
        if is_heading and (name := _in_heading(doc, element) or _first_below(element)):
            yield element, name, True
            continue
        if element.tag not in _NAMING or len(element) > 1:
            continue
        follows = element.getnext()
        if follows is None or not is_small(element):
            continue
        if follows.tag == element.tag and _heads_line(element) and (name := _first_in(follows)):
            yield element, name, True
            continue
        if _holds_much(element) or follows.tag not in _TELLING:
            continue
        text = text_of_element(element)
        told = text_of_element(follows) if text and is_small(follows) else ""
        if not told or len(told) > MAX_BOX_CHARS:
            continue
        paged = _leads_to_own_page(element)
        if not paged and not _may_tell_of(told, text):
            continue
        if named_by_heading(text) or _leads_on(follows, told):
            continue  # a list of others, of whose headlines the first begins with a job
        name = lone_person(text)
        if not name or (_leads_on(element, text) and not _is_cased_or_known(name)):
            continue  # «<a href="/live/1">Watch the press conference</a>» in a script of one case
        if paged or (_tells_of(told, name) and not _writes_small(told, name)):
            yield element, name, True


def _is_cased_or_known(name: str) -> bool:
    """Whether capitals or a common given name tell that somebody is called so."""
    return name[0].isupper() or begins_with_given_name(name)


def _writes_small(told: str, name: str) -> bool:
    """Whether a text writes a longer word of what looks like a name in small letters: «<h3>Open
    Houses</h3> We want open houses in …»."""
    said = {word.strip(",.;:!?\"'»”)") for word in told.split()}
    return any(
        len(word) >= LEAST_WORD and word.lower() in said
        for word in name.split()
        if word[0].isupper()
    )


LEAST_WORD = 5


def _heads_line(element: HtmlElement) -> bool:
    """Whether a line that is no heading of HTML and that another of its kind follows says that it
    tells of the author: «<p>作者簡介</p><p>林晓雯</p>»."""
    text = tidy(element.text or "") or (text_of_element(element[0]) if len(element) else "")
    return LEAST_HEAD <= len(text) <= MOST_HEAD and region_headed(text) == "author-box"


LEAST_HEAD, MOST_HEAD = 3, 36
"""Characters of such a line."""


def _in_heading(doc: Document, heading: HtmlElement) -> str | None:
    """The person whom a heading names behind what says that it tells of the author, «About the
    author: Jane Doe», or offers more by: «More from Jane Doe»."""
    text = text_of_element(heading)
    more = _MORE_FROM.fullmatch(text) if len(text) <= MAX_JOB_CHARS else None
    if more and is_called_as_person(more[1]) and is_unspoken(doc, more[1]):
        return lone_person(more[1])
    told = _ABOUT.fullmatch(text) if len(text) <= MAX_JOB_CHARS else None
    if told is None or named_by_heading(told[1]) != "author-box":
        return None
    return lone_person(told[2])


_MORE_FROM = re.compile(
    r"(?:المزيد من|مقالات أخرى (?:بقلم|من)|[Mm]ore (?:from|by)|[Mm]ehr von|[Pp]lus de|[Mm]ás de"
    r"|[Aa]ltri articoli di|[Mm]ais de|[Mm]eer van|[Ее]щ[её] от)\s(\S+(?:\s\S+){1,3})"
)
_ABOUT = re.compile(r"([^:：–—-]{2,40}?)\s*[:：–—-]\s*(\S.*)")


def _first_below(heading: HtmlElement) -> str | None:
    """The person whom the line right below a heading that says that it tells of the author begins
    with: «About the author», «<b>Jane Doe</b> covers the courts», «Jane Doe covers …»."""
    line = heading.getnext()
    while line is not None and line.tag in _PICTURES and not text_of_element(line):
        line = line.getnext()
    if line is None or named_by_heading(text_of_element(heading)) != "author-box":
        return None
    return _first_in(line)


def _first_in(line: HtmlElement) -> str | None:
    """The person with whom a line begins that tells of the author."""
    first = next(line.iter("b", "strong", "a"), None)
    own = first is not None and first.getparent() is line and line[0] is first
    apart = first is not None and own and not tidy(line.text or "")
    if first is not None and apart and (name := lone_person(text_of_element(first))):
        return name  # «<b>Jane Doe</b> Wirtschaftsredakteurin»
    text = text_of_element(line)
    name, *rest = _COMMA.split(text, maxsplit=1)
    if (named := lone_person(name)) and (not rest or is_job(rest[0])):
        return named
    return None if apart else _told_first(text)


_COMMA = re.compile(r"\s*[,،，、]\s*")


def _told_first(text: str) -> str | None:
    """The person with whom a line begins that goes on to tell who that is."""
    words = text.split() if len(text) <= MAX_BOX_CHARS else []
    if len(words) > 1 and _DENSE.match(words[0]) and lone_person(words[0]) == words[0]:
        return words[0]
    begins = [" ".join(words[:size]) for size in _NAME_WORDS if size < len(words)]
    persons = [name for name in begins if lone_person(name) == name]
    for name in persons:
        if _tells_of(text, name):
            return name
    # Where neither capitals nor a job end a name, the shortest is a person's.
    uncased = filter(_UNCASED.match, filter(is_called_as_person, persons))
    return next(uncased, None)


_PICTURES = frozenset({"img", "picture", "figure", "a", "div"})
_DENSE = late_pattern("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_UNCASED = late_pattern("[\u0900-\u0dff]")
_NAME_WORDS = (2, 3, 4)


def _leads_to_own_page(heading: HtmlElement) -> bool:
    """Whether all links of the box that a heading stands in lead to one author's page, in words
    that name nobody: «Jane Doe», what is told of her, «All articles»."""
    box = heading.getparent()
    if heading.tag not in _HEADINGS or box is None or len(box) > MAX_PARTS:
        return False
    links = [(link, href) for link in box.iter("a") if (href := link.get("href"))]
    if len({href for _, href in links}) != 1 or not is_author_page(links[0][1]):
        return False
    return not any(lone_person(text_of_element(link)) for link, _ in links)


def _leads_on(line: HtmlElement, told: str) -> bool:
    """Whether all of a line is one link that leads to no author's page."""
    links = list(islice(line.iter("a"), 2))
    alone = len(links) == 1 and text_of_element(links[0]) == told
    return alone and not is_author_page(links[0].get("href"))


MAX_PARTS = 6
"""Elements in a line that tells a name or a job; what has more holds a text."""


def _holds_much(element: HtmlElement) -> bool:
    return len(element) == 1 and len(element[0]) > MAX_PARTS


_TELLING = frozenset({"p", "div", "span"})
_HEADINGS = frozenset({"h3", "h4", "h5", "h6", "strong", "b"})
_NAMING = frozenset({"h3", "h4", "h5", "h6", "strong", "b", "div", "p", "span", "a"})


def _may_tell_of(text: str, named: str) -> bool:
    """Whether a text is long enough, and begins with a name in another one or with a job: what that
    name is takes longer to find."""
    if _begins_with_job(text):
        return True
    words = text.split()
    if len(words) < LEAST_TOLD and not text.startswith(f"{named}，"):
        return False
    known = words[0] in named or words[0].lower() in _INTRODUCES or text.startswith(f"{named}，")
    return known or ROLE_FIRST.match(text) is not None or tells_role_soon(text)


def _begins_with_job(text: str) -> bool:
    """Whether a text, or its first sentence, is what somebody does: «Reporter. Writes of …»."""
    first = _STOP.split(text, maxsplit=1)[0]
    return len(first) <= MAX_JOB_CHARS and is_job(first)


_STOP = re.compile(r"[.。](?:\s|$)|，")


def _tells_of(text: str, name: str) -> bool:
    if _begins_with_job(text):
        return True
    if text.split()[0].lower() in _INTRODUCES:
        return name[0].isupper()  # «<b>Jane Doe</b> <p>covers the courts.</p>»
    if text.startswith(f"{name}，") and _begins_with_job(text.removeprefix(f"{name}，")):
        return True
    rest = text.removeprefix(f"{name} ").removeprefix("— ").removeprefix("– ")
    if rest != text and rest[0].islower():
        return True
    if name[0].isupper() and tells_role_soon(rest):
        return True
    return ROLE_FIRST.match(rest) is not None and not rest.startswith("ال")


_INTRODUCES = frozenset(words("introduces"))
LEAST_TOLD = 4
"""Words in which a profile tells who somebody is."""
