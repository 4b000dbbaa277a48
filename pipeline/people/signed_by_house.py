"""An agency, the house or a desk in a line below a headline that signs with it and no person.

«Tripoli - The Courier (translated by Jane Doe)», «المصدر: دبي - رويترز», «Leeds / The Courier»,
«<b>The Courier</b> <time>3 May 2026</time>».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from lxml.html import HtmlElement

from pipeline.lines.credits import is_agency
from pipeline.page.author_pages import is_author_page
from pipeline.page.elements import is_in_figure, letters, text_of_element
from pipeline.page.html import Document
from pipeline.page.within import in_card, regions_between
from pipeline.patterns.word_patterns import WordPattern
from pipeline.people.brackets_behind import without_others_in_brackets
from pipeline.people.byline_marks import byline_strength
from pipeline.people.byline_words import KNOWN_PLACES, SOURCES
from pipeline.people.captions import is_pictured
from pipeline.people.date_tails import tells_day, without_date
from pipeline.people.desks import is_shared_account, posts_for_others
from pipeline.people.facts_line import EMPHASIS, FOREIGN, PLACES
from pipeline.people.facts_place import line_of_facts
from pipeline.people.given_names import begins_with_given_name
from pipeline.people.house_parts import is_desk_of
from pipeline.people.houses import is_site
from pipeline.people.labels import cut_before
from pipeline.people.name_shapes import is_cased_as_name
from pipeline.people.section_forms import SECTION_WORDS
from pipeline.titles.surroundings import Surroundings

MAX_CHARS = 70
NEAR = 40
"""Elements below the headline among which such a line is looked for."""
BY_NAME = 2
"""The strength of an element that is called a byline."""

_TAGS = PLACES | EMPHASIS | {"a", "li"}
_SOURCE = WordPattern(rf"(?:{SOURCES})\s*[:：]\s*", re.IGNORECASE)
_SOURCE_INSIDE = WordPattern(rf"(?<=[\s|•·])(?:{SOURCES})\s*[:：]\s*", re.IGNORECASE)
_QUOTED = re.compile('[«“"]([^«»“”"]{2,40})[»”"]')
_BETWEEN = re.compile(
    r"\s*[|/–—ـ،,:：•·()（）\[\]*]+\s*|(?:^|\s+)-+(?:\s+|$)|(?<=[\u0621-\u064a])-\s"
)
MAX_WORDS_OF_PLACE = 3


@dataclass
class _Line:
    """The parts of a line: agencies, houses, desks, known places, and what is none of these."""

    agencies: list[str] = field(default_factory=list)
    houses: list[str] = field(default_factory=list)
    desks: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    sourced: bool = False
    """Whether the line says that it names whom the text is from: «Source: …»."""


def signed_by_house(
    doc: Document, around: Surroundings, sites: frozenset[str], *, agencies: bool = False
) -> tuple[str, ...]:
    """The agencies, or else the house or a desk, of the first line below the headline that signs
    with these alone, as the line has them; the house alone beside the day where no such line is;
    else empty. `agencies`: only these."""
    beside: tuple[str, ...] = ()
    for element in _candidates(around):
        text = text_of_element(element)
        if not 1 < len(text) <= MAX_CHARS:
            continue
        line = _read(text, sites)
        signs = line.agencies or ([] if agencies else line.houses[-1:] or line.desks)
        sourced = line.sourced and not agencies  # else metadata say that the house signs
        signed = bool(signs) and _is_signed(element, line, sites, sourced=sourced)
        if beside and not signed:
            continue
        if not signed and not (signs == [text] and _is_house_by_day(doc, element, around, sites)):
            continue
        foreign = not FOREIGN.isdisjoint(regions_between(element, around.top))
        if foreign or is_in_figure(element) or is_pictured(element, around.top):
            continue
        if in_card(doc, element, around.top):
            continue
        if signed:
            return tuple(dict.fromkeys(signs))
        beside = (text,)
    return beside


def _is_house_by_day(
    doc: Document, element: HtmlElement, around: Surroundings, sites: frozenset[str]
) -> bool:
    """Whether an element is the site's name, in the line below the headline that holds the day or
    right beside it, and links to no page but an author's."""
    if letters(text_of_element(element)) not in sites or _links_elsewhere(element):
        return False
    line = line_of_facts(doc, around)
    if line is None or line in around.crown:
        return False
    if element in (line.getprevious(), line.getnext()):
        return True
    return element is not line and line in islice(element.iterancestors(), MAX_DEPTH)


MAX_DEPTH = 4
"""Elements around the house's name, up to the line of facts."""


def _links_elsewhere(element: HtmlElement) -> bool:
    return any(not is_author_page(link.get("href")) for link in element.iter("a"))


def _candidates(around: Surroundings) -> Iterator[HtmlElement]:
    """The elements below the headline that may be such a line."""
    return (e for e in islice(around.above_text, NEAR) if e.tag in _TAGS and len(e) <= 4)


def _read(text: str, sites: frozenset[str]) -> _Line:
    """What a line consists of, its label aside and those who did not write."""
    source = _SOURCE.match(text) or _behind_day(text)
    told = text[source.end() :] if source else cut_before(text) or text
    told = without_others_in_brackets(told)
    line = _Line(sourced=source is not None)
    for quoted in _QUOTED.findall(told):
        if is_site(quoted, sites):
            line.houses.append(quoted)
            told = told.replace(quoted, " ")
    for part in filter(None, (part.strip(' .«»“”"［］【】') for part in _BETWEEN.split(told))):
        if any(map(str.isdigit, part)) and not is_site(part, sites):
            line.others.append(part)
        elif is_agency(part):
            line.agencies.append(part)
        elif letters(part) in KNOWN_PLACES:
            line.places.append(part)
        elif is_site(part, sites):
            line.houses.append(part)
        elif posts_for_others(part) and not is_shared_account(part):
            line.desks.append(part)
        elif part not in _NOTES:
            line.others.append(part)
    return line


def _behind_day(text: str) -> re.Match[str] | None:
    """The label of a source behind the day, with nothing else before it: «3 May 2026, 10:20
    Source: …»."""
    source = _SOURCE_INSIDE.search(text)
    day = text[: source.start()] if source else ""
    alone = bool(day) and tells_day(day) and not without_date(f" {day}").strip(_SIGNS)
    return source if alone else None


_SIGNS = " |•·,،/–—-"
_NOTES = frozenset({"خاص", "متابعات", "متابعة"})


def _is_signed(element: HtmlElement, line: _Line, sites: frozenset[str], *, sourced: bool) -> bool:
    """Whether a line is a house's or an agency's signature: nothing but its parts, one of them an
    unknown place perhaps, where the element is called a byline, or a place stands beside it; or
    an agency behind a label of whom the text is from, where it is `sourced`."""
    if len(line.others) + len(line.places) > 1:
        return False
    if any(not _may_be_place(part) for part in line.others):
        return False
    if sourced and line.agencies and not (line.houses or line.desks or line.others):
        return True
    if byline_strength(element) >= BY_NAME:
        return bool(line.places) or not line.houses or letters(line.houses[-1]) not in KNOWN_PLACES
    if not line.desks and _is_beside_day(element):
        return True
    if line.desks and not (line.houses or line.places or line.others or line.agencies):
        return any(is_desk_of(desk, sites) or _holds_house(desk, sites) for desk in line.desks)
    if line.desks or not (line.others or line.places) or not _is_own_line(element):
        return False
    return bool(line.places) or _is_bold(element)


def _is_bold(element: HtmlElement) -> bool:
    """Whether all of an element is bold."""
    only = element[0] if len(element) == 1 and not (element.text or "").strip() else element
    return only.tag in ("b", "strong") and not (only.tail or "").strip()


def _may_be_place(part: str) -> bool:
    brief = len(part.split()) <= MAX_WORDS_OF_PLACE and letters(part) not in SECTION_WORDS
    return brief and not any(map(str.isdigit, part)) and not begins_with_given_name(part)


def _is_beside_day(element: HtmlElement) -> bool:
    """Whether the day is all that stands beside an element in a box of both, and no link to the
    site's pages is in it."""
    if _links_elsewhere(element):
        return False
    box = element.getparent()
    said = text_of_element(box) if box is not None and len(box) <= MAX_FACTS else ""
    rest = said.replace(text_of_element(element), " ", 1).strip(" |·•/–—-")
    return 0 < len(rest.split()) <= MAX_DAY_WORDS and tells_day(rest)


MAX_FACTS, MAX_DAY_WORDS = 4, 7


def _holds_house(desk: str, sites: frozenset[str]) -> bool:
    """Whether a desk is the house's by its name: «The Courier Team»."""
    said = letters(desk)
    named = any(len(site) >= LEAST_OF_HOUSE and site in said for site in sites)
    return named and is_cased_as_name(desk)


LEAST_OF_HOUSE = 6
"""Letters of a house's name that no word of a desk holds by chance."""


def _is_own_line(element: HtmlElement) -> bool:
    """Whether an element is a paragraph or a box of its own, or all of one."""
    box = element if element.tag in ("p", "div") else element.getparent()
    return box is not None and letters(text_of_element(box)) == letters(text_of_element(element))
