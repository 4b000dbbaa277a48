"""Where the line of facts stands, which holds the day: below a headline, or above it in its box."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from lxml.html import HtmlElement

from pipeline.page.elements import text_of_element, tidy
from pipeline.page.html import Document
from pipeline.page.within import in_card, in_comments, regions_between
from pipeline.people.date_tails import tells_day, without_date
from pipeline.people.fact_persons import MAX_LINE_CHARS, is_person
from pipeline.people.facts_line import BETWEEN_FACTS, FOREIGN, LIFE, NEAR, PLACES
from pipeline.people.sentences import ends_as_sentence
from pipeline.titles.surroundings import Surroundings


def line_of_facts(doc: Document, around: Surroundings) -> HtmlElement | None:
    """The first short element after the headline that holds a year, or how long ago it was, and
    something else; else the first that holds no more, else one above the headline in its box."""
    if around.headline is None:
        return None
    start = around.places[around.headline]
    below = islice(doc.elements, start + 1, start + 1 + min(NEAR, around.text_begins))
    line = _line_among(doc, below, around)
    return _line_among(doc, around.crown, around) if line is None else line


def _line_among(
    doc: Document, elements: Iterable[HtmlElement], around: Surroundings
) -> HtmlElement | None:
    alone = None
    for element in elements:
        if element.tag not in PLACES and element.tag not in ("time", "font"):
            continue
        text = text_of_element(element)
        if len(text) > MAX_LINE_CHARS or not tells_day(text) or ends_as_sentence(text):
            continue
        if LIFE.search(text):
            continue
        if in_card(doc, element, around.top) or in_comments(element):
            return alone
        if not FOREIGN.isdisjoint(regions_between(element, around.top)):
            return alone
        if without_date(f" {text}").strip() or is_person(tidy(element.tail or "")):
            near = alone is not None and around.distance(element) - around.distance(alone) <= BESIDE
            return element if alone is None or (near and _names_person(element)) else alone
        alone = element if alone is None else alone
    return alone


BESIDE = 8
"""Elements by which a line with a person and the day may stand below one with the day alone."""


def _names_person(line: HtmlElement) -> bool:
    """Whether a line of facts begins or ends with a person's name."""
    parts = [part for part in BETWEEN_FACTS.split(text_of_element(line)) if part]
    return len(parts) > 1 and (is_person(parts[0]) or is_person(parts[-1]))
