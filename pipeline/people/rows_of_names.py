"""Rows of elements that may name a person each: «<span>Jane Doe</span><span>John Roe</span>»."""

from __future__ import annotations

from lxml.html import HtmlElement

from pipeline.page.elements import text_of_element, tidy
from pipeline.people.jobs import is_job
from pipeline.people.lone_person import lone_person

LEAST = 2
_BOXES = frozenset({"div", "p", "section", "ul"})


def row_in(element: HtmlElement) -> HtmlElement:
    """The innermost of the boxes that hold nothing but each other: a line's own."""
    while len(element) == 1 and element[0].tag in _BOXES and not tidy(element.text or ""):
        element = element[0]
    return element


def is_row(line: HtmlElement) -> bool:
    """Whether all that a line holds are elements that may name a person each: the line's text,
    which joins them, names nobody."""
    if len(line) < LEAST or tidy(line.text or ""):
        return False
    if any(len(part) or tidy(part.tail or "") for part in line):
        return False
    found = [text_of_element(part) for part in line]
    return all(lone_person(text) == text and not is_job(text) for text in found)
