"""Who wrote by the end of a standfirst: «The council agreed on a new bridge. By Jane Doe», and in
bold with no word: «… من ينتظر الجسر. سارة أحمد»."""

from __future__ import annotations

import re
from itertools import islice

from lxml.html import HtmlElement

from pipeline.page.elements import letters, text_of_element, tidy
from pipeline.page.html import Document
from pipeline.page.within import in_card, regions_between
from pipeline.people.byline_words import SILENT
from pipeline.people.facts_line import EMPHASIS, FOREIGN
from pipeline.people.given_names import begins_with_given_name
from pipeline.people.labels import cut_before, is_editors_label
from pipeline.people.lone_person import lone_person
from pipeline.people.second_names import is_called_as_person
from pipeline.people.shaped_like_persons import has_shape
from pipeline.people.subjects import is_unspoken
from pipeline.titles.surroundings import Surroundings

REACH = 12
"""Elements below the headline of which one may be the standfirst."""
LEAST_CHARS, MAX_CHARS = 40, 500
_TAGS = frozenset({"p", "div", "h2", "h3", "h4", "section", "span"})
_END = re.compile(r"[.!?…؟»”\"]\s+([^\d.!?…؟»”\"]{6,60})$")
"""What stands behind the last sentence of a text, and ends as none does."""


def who_ends_lead(doc: Document, around: Surroundings, sites: frozenset[str]) -> tuple[str, ...]:
    """The person of whom no paragraph speaks at the end of a standfirst, behind a word like "by" or
    in bold; else empty."""
    for element in islice(around.above_text, REACH):
        if element.tag not in _TAGS:
            continue
        text = text_of_element(element)
        end = _END.search(text) if LEAST_CHARS <= len(text) <= MAX_CHARS else None
        name = _labelled(end[1]) or _in_bold(element, end[1]) if end else ""
        if not name or letters(name) in sites or not is_unspoken(doc, name, text):
            continue
        if in_card(doc, element, around.top):
            continue
        if FOREIGN.isdisjoint(regions_between(element, around.top)):
            return (name,)
    return ()


def _labelled(end: str) -> str:
    """The person behind a word like "by" that is all of an end; else empty."""
    name = cut_before(end)
    if not name or lone_person(name) != name or is_editors_label(end) or SILENT.match(end):
        return ""
    return name if begins_with_given_name(name) or has_shape(name) else ""


def _in_bold(element: HtmlElement, end: str) -> str:
    """The person whom the last element of a line sets apart, told by a common name; else empty."""
    last = element[-1] if len(element) else None
    if last is None or last.tag not in EMPHASIS or tidy(last.tail or ""):
        return ""
    apart = text_of_element(last) == end and lone_person(end) == end
    return end if apart and is_called_as_person(end) else ""
