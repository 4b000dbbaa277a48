"""The days in bare text: between headline and text, in a line that has no element of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from pipeline.days.stamps import NEAR_ELEMENTS
from pipeline.days.words import speaks_of_other
from pipeline.days.written import parse_line
from pipeline.page.elements import text_of_element, tidy
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
        return
    start = around.places[around.headline]
    for element in around.elements[start : start + min(around.text_begins, NEAR_ELEMENTS)]:
        inner = element.text if len(element) and element is not around.headline else None
        for said in (inner, element.tail):
            line = tidy(said) if said else ""
            if not line or len(line) > MAX_CHARS or line.endswith(_ENDS) or speaks_of_other(line):
                continue
            for value, changed in parse_line(line, now, language):
                yield Moment(value, Origin.TEXT), changed
    yield from _day_before_text(around, now, language)


_BRACKETED = re.compile(r"\s*\((\d{1,2}[./]\s?\d{1,2}[./]\s?\d{4}|\d{4}-\d\d-\d\d)\)\s+\S")
"""A day in numbers alone, in brackets before a text's first sentence."""


def _day_before_text(
    around: Surroundings, now: datetime, language: str | None
) -> Iterator[tuple[Moment, bool]]:
    """The day in brackets with which the first paragraph below the headline begins."""
    start = around.places[around.headline] if around.headline is not None else 0
    below = around.elements[start : start + NEAR_ELEMENTS]
    texts = (text_of_element(element) for element in below if element.tag == "p")
    told = _BRACKETED.match(next((text for text in texts if len(text) > MAX_CHARS), ""))
    for value, _ in parse_line(told[1], now, language) if told else ():
        yield Moment(value, Origin.TEXT), False
