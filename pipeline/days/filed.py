"""The day of a text's dateline: when it was filed, before its first sentence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from pipeline.days.calendars import MONTH, with_months_signed
from pipeline.days.stamps import NEAR_ELEMENTS
from pipeline.days.words import plain
from pipeline.days.written import parse_line
from pipeline.page.elements import text_of_element
from pipeline.patterns.late_patterns import late_pattern
from pipeline.records import Moment, Origin
from pipeline.titles.surroundings import Surroundings

MIN_TEXT_CHARS = 80
"""Letters of a paragraph of text at least; `bare` reads shorter lines."""
DATELINE_CHARS = 140
"""Letters at the beginning of a text among which its dateline is looked for."""
FIRST = 3
"""Long paragraphs among which one may begin with it: standfirsts may stand above."""
_DAY = (
    rf"(?:{MONTH}\.?\s\d{{1,2}}(?:st|nd|rd|th)?,?\s20\d\d"
    rf"|\d{{1,2}}(?:\.|er|º)?\s(?:de\s)?{MONTH}\.?,?\s(?:de\s)?20\d\d"
    r"|\d{1,2}[./]\s?\d{1,2}[./]\s?\d{4}|\d{4}-\d\d-\d\d)"
)
_BRACKETED = late_pattern(rf"\s*\(({_DAY})\)\s+\S")
_FILED = late_pattern(
    rf"\s*(?P<place>[^\W\d_][^\d.:;!?()–—]{{2,40}}?\s)?({_DAY})"
    r"(?:\s?[(/][^()\d]{2,40}[)/])?\s?(?:[–—]|--?(?=\s))\s?\S"
)
"""Behind the place and before a dash, with the agency perhaps, as agencies and companies write it:
«DUBLIN, July 2, 2014 (GLOBE NEWSWIRE) --»."""


def day_before_text(
    around: Surroundings, now: datetime, language: str | None
) -> Iterator[tuple[Moment, bool]]:
    """The day with which one of the first paragraphs below the headline begins, or of the page's
    where it shows none. Where several begin so they are a diary's."""
    start = around.places[around.headline] if around.headline is not None else 0
    reach = NEAR_ELEMENTS if around.headline is not None else len(around.elements)
    below = islice(around.elements, start, start + reach)
    texts = (text_of_element(element) for element in below if element.tag == "p")
    first = islice((text for text in texts if len(text) > MIN_TEXT_CHARS), FIRST)
    told = [day for text in first if (day := _dateline(text))]
    for value, _ in parse_line(told[0], now, language) if len(told) == 1 else ():
        yield Moment(value, Origin.TEXT), False


def _dateline(text: str) -> str:
    """The day that a text's dateline names, empty where it has none; words before it that are no
    place, «On May 12, 2010 – », end without a comma and in small letters."""
    begin = text[:DATELINE_CHARS]
    low = plain(begin)
    signed = with_months_signed(low)
    if bracketed := _BRACKETED.match(signed):
        return low[slice(*bracketed.span(1))]
    filed = _FILED.match(signed)
    if filed is None:
        return ""
    place = begin.lstrip()[: len(filed["place"] or "")].strip()
    if place and not place.isupper() and not (place[0].isupper() and place[-1] in ",/"):
        return ""
    return low[slice(*filed.span(2))]
