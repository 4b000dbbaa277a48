"""Days without a year: «Nov 24», «10月18日», and one that stands alone below a headline."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from itertools import islice

from pipeline.days.calendars import MONTH, gregorian, named_day, with_months_signed
from pipeline.days.clock import When, with_time
from pipeline.days.places import FOREIGN, is_of_another
from pipeline.days.spans import is_of_happening
from pipeline.days.weekdays import without_weekday
from pipeline.days.words import plain
from pipeline.days.written import DAY_MONTH
from pipeline.declared.microdata import scopes_of_others
from pipeline.page.elements import tidy
from pipeline.page.html import Document
from pipeline.page.within import in_card, regions_between
from pipeline.records import Moment, Origin
from pipeline.titles.surroundings import Surroundings

MAX_DAY_CHARS = 28
"""A day and the name of its month, and a time."""

_MONTH_DAY_ALONE = re.compile(rf"({MONTH})\.?\s*(\d{{1,2}})(?:st|nd|rd|th)?")
_COUNTED_YEARLESS = re.compile(
    r"(\d{1,2})(?:(?:月|월\s?)(\d{1,2})[日일]|/(\d{1,2})\([月火水木金土日]\))(?![のにはをがで])"
)
_DAY_MONTH_COUNTED = re.compile(r"(?:ngày\s)?(\d{1,2})\s+(?:tháng|thg\.?)\s(\d{1,2})")
_CLOCK_BEHIND = re.compile(
    r"[\s,|·•–—-]+(?:(?:в|о|um|at|à|ore|kl|saat|alle|a las|às|godz)\.?\s+)?\d{1,2}[:.]\d{2}"
    r"(?:\s*(?:uhr|h|am|pm))?$"
)


JALALI = 621
"""Years by which those of Iran are behind, from its new year in March on."""


def parse_yearless(text: str, now: datetime, language: str | None = None) -> When | None:
    """The last such day of a text that is a day and a month and no more, «Nov 24», with the time
    behind it where it tells one; else None."""
    spoken = (language or "").lower()
    line = plain(text).strip(" .,|·•-–—")
    clock = _CLOCK_BEHIND.search(line)
    low = line[: clock.start()] if clock else line
    low = without_weekday(low).strip(" .,")
    signed = with_months_signed(low, spoken)
    day_first, month_first = DAY_MONTH.fullmatch(signed), _MONTH_DAY_ALONE.fullmatch(signed)
    counted = _COUNTED_YEARLESS.match(plain(text))
    turned = _DAY_MONTH_COUNTED.fullmatch(low)
    if day_first and not day_first[3]:
        day, month = day_first[1], low[slice(*day_first.span(2))]
    elif month_first:
        month, day = low[slice(*month_first.span(1))], month_first[2]
    elif counted:
        month, day = counted[1], counted[2] or counted[3]
    elif turned:
        day, month = turned[1], turned[2]
    else:
        return None
    for year in (now.year, now.year - 1, now.year - JALALI, now.year - JALALI - 1):
        if counted or turned:
            found = gregorian(year, int(month), int(day))
        else:
            found = named_day(day, month, str(year), spoken)
        if found and found <= now.date() + timedelta(days=1):
            return with_time(found, line, clock.start()) if clock else found
    return None


NEAR_ALONE = 20
"""Elements below the headline among which such a day stands."""
_MONTH_DAY = re.compile(r"\d\s*[^\W\d]|[^\W\d]\s*\d")
"""A number beside a word, as a day has."""
_FOREIGN = FOREIGN | {"aside"}


def day_without_year(
    doc: Document, around: Surroundings, now: datetime, language: str | None
) -> Moment | None:
    """The last such day where a day and a month are all of a line below the headline, as papers
    write the days of the current year: «15 April»."""
    for element in islice(around.above_text, NEAR_ALONE):
        said = (element.tail, None if len(element) else element.text)
        texts = [text for text in said if text and _MONTH_DAY.search(text)]
        day = next((day for text in texts if (day := _yearless(text, now, language))), None)
        if day is None or next(element.iterancestors("a"), None) is not None:
            continue
        if is_of_happening(element):
            continue  # an event's, as «<b>When:</b> 12 May»
        foreign = not _FOREIGN.isdisjoint(regions_between(element, around.top))
        if element.tag == "a" or foreign or in_card(doc, element, around.top):
            continue
        if not is_of_another(doc, element, around.distance(element), around, scopes_of_others(doc)):
            return Moment(day, Origin.TEXT)
    return None


def _yearless(text: str, now: datetime, language: str | None) -> When | None:
    line = tidy(text)
    return parse_yearless(line, now, language) if len(line) <= MAX_DAY_CHARS else None
