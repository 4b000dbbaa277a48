"""The days in bare text: between headline and text, in a line that has no element of its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from lxml.html import HtmlElement

from pipeline.days.filed import day_before_text
from pipeline.days.spans import is_called_event, tells_span
from pipeline.days.stamps import NEAR_ELEMENTS, names_of_date
from pipeline.days.words import plain, says_what_happens, speaks_of_other
from pipeline.days.written import parse_line
from pipeline.page.elements import tidy
from pipeline.punctuation import COLONS, SENTENCE_ENDS
from pipeline.records import Moment, Origin
from pipeline.titles.surroundings import Surroundings

MAX_CHARS = 80
"""A longer line is text already."""
_ENDS = tuple(f"{SENTENCE_ENDS}{COLONS},،")


def bare_days(
    around: Surroundings, now: datetime, language: str | None
) -> Iterator[tuple[Moment, bool]]:
    """The days in lines between the headline and the text that stand among elements, as
    «<h1>…</h1> Posted on 25 August 2018 <div>…», each with whether it is of a change."""
    if around.headline is None:
        yield from day_before_text(around, now, language)
        return
    start = around.places[around.headline]
    for element in around.elements[start : start + min(around.text_begins, NEAR_ELEMENTS)]:
        inner = element.text if len(element) and element is not around.headline else None
        for said in (inner, element.tail):
            line = tidy(said) if said else ""
            if not line or len(line) > MAX_CHARS or line.endswith(_ENDS) or speaks_of_other(line):
                continue
            if any(is_called_event(names_of_date(box)) for box in _boxes_of(element)):
                continue
            if tells_span(line) or says_what_happens(plain(line)):
                continue
            for value, changed in parse_line(line, now, language):
                yield Moment(value, Origin.TEXT), changed
    yield from day_before_text(around, now, language)


def _boxes_of(element: HtmlElement) -> tuple[HtmlElement, ...]:
    """An element and the one that it stands in, whose text may go on behind it."""
    box = element.getparent()
    return (element,) if box is None else (element, box)
