"""A house that signs with its name alone right beside the day of an article, and nobody with it:
«<b>The Courier</b> <time>3 May 2026</time>»."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from pipeline.page.author_pages import is_author_page
from pipeline.page.elements import letters, text_of_element
from pipeline.page.html import Document
from pipeline.page.within import in_card, regions_between
from pipeline.people.facts_line import EMPHASIS, FOREIGN, PLACES
from pipeline.people.facts_place import line_of_facts
from pipeline.titles.surroundings import Surroundings

MAX_PARTS = 12
"""Elements of a line of facts that are looked at."""


def house_beside_day(doc: Document, around: Surroundings, sites: frozenset[str]) -> tuple[str, ...]:
    """The house, by one of the folded names of the site, in an element of its own in the line below
    the headline that holds the day, or right beside it; else empty. A link to the house's first
    page signs nothing."""
    line = line_of_facts(doc, around)
    if line is None or around.headline is None or line in around.crown:
        return ()
    for element in _beside(line):
        text = text_of_element(element)
        if letters(text) not in sites or element is around.headline or not _is_alone(element):
            continue
        if in_card(doc, element, around.top):
            continue
        if FOREIGN.isdisjoint(regions_between(element, around.top)):
            return (text,)
    return ()


def _beside(line: HtmlElement) -> Iterator[HtmlElement]:
    for beside in (line.getprevious(), line.getnext()):
        if beside is not None and isinstance(beside.tag, str):
            yield beside
    yield from [*line.iterdescendants(*PLACES, *EMPHASIS, "a")][:MAX_PARTS]


def _is_alone(element: HtmlElement) -> bool:
    """Whether an element is a line or a part of one, and links to no page but an author's."""
    if element.tag == "a":
        return is_author_page(element.get("href"))
    linked = any(not is_author_page(link.get("href")) for link in element.iter("a"))
    return element.tag in PLACES | EMPHASIS and not linked
