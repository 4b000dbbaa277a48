"""The dates that one element tells: for machines, or in words for readers."""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache
from itertools import islice

from lxml.html import HtmlElement

from pipeline.days.calendars import with_months_signed
from pipeline.days.clock import When
from pipeline.days.exactness import day_of
from pipeline.days.labels import OF_ENTRY, is_in_box_of_change, says_published, tells_its_day
from pipeline.days.machine_dates import machine_date
from pipeline.days.relative import (
    is_all_relative,
    is_counted_in_days,
    is_relative,
    tells_age_among_facts,
)
from pipeline.days.spans import is_called_event, is_of_happening, is_of_span
from pipeline.days.weekdays import without_weekday
from pipeline.days.words import (
    before_numbers,
    has_hint,
    is_day_label,
    plain,
    speaks_of_change,
    speaks_of_modification,
    speaks_of_other,
    speaks_of_publication,
    without_labels,
)
from pipeline.days.written import parse_line, parse_stamp, parse_written
from pipeline.days.yearless import MAX_DAY_CHARS, parse_yearless
from pipeline.page.elements import text_of_element, tidy
from pipeline.records import Moment, Origin

MAX_LINE_CHARS = 160
"""A line that is a date, with name and section beside it, is no longer."""

NEAR_ELEMENTS = 120
"""Elements after the headline among which a written date is the article's."""

NEAR_ABOVE = 40
"""The same before it."""

NEAR_RELATIVE = 60
"""Elements after the headline among which «2 hours ago» is the article's, not a teaser's."""

NEAR_TIMED = 10
"""Elements beside the headline among which a day without a year, or a word for a day, counts if a
time stands with it."""
NEAR_ALONE = 20
"""The same of an element that says how long ago and no more, as below a portrait and its name."""
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}\s*(?:uhr|h|am|pm|配信|更新)?$", re.IGNORECASE)
_TIMED = re.compile(r"\d\s?[:.hH時时]\s?\d\d(?!\d)")
_DATE_NAME = re.compile(
    r"date|time|published|posted|pubdate|meta|byline|submitted|info|created|stamp|datum|fecha|tarih|"
    r"erstellt|veroeffentlicht|data-(?:d[aei]-)?(?:publi|pubbli|articol|wydani|noti|mater)|publi(?:e|sert|cerad|cat)-?|"
    r"tarikh|zaman|tanggal|waktu|(?:^|[\s_-])(?:ngay|data|dato|pvm|vreme|czas|kelt)(?:$|[\s_-])|thoi-gian|"
    r"megjelen|imerominia|julkaistu|nichiji|shijian|تاريخ|dc-|entry-(?:header|footer)"
)
_READING = re.compile(r"read(?:ing)?[_-]?time|est-?read|time-?to-?read")
"""How long an article takes to read, «less than a minute», is not how old it is."""
_DIGIT = re.compile(r"\d")


@lru_cache(maxsize=20_000)
def _is_date_name(names: str) -> bool:
    return bool(_DATE_NAME.search(names.lower()))


@lru_cache(maxsize=20_000)
def _is_of_reading(names: str) -> bool:
    return bool(_READING.search(names.lower()))


def is_near_date(element: HtmlElement, place: int) -> bool:
    """Whether an element stands near enough to the headline, or is called a date; `place` is its
    distance below the headline in elements."""
    if place < -100_000:  # no headline: nothing is near it
        return False
    if element.get("datetime") or element.tag == "abbr":
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return -NEAR_ABOVE <= place <= NEAR_ELEMENTS or _is_date_name(names)


AGENCY_GLUED = re.compile(
    r"^[A-ZÇĞİÖŞÜ]{2,5}(?=\d{1,2}\s[^\W\d]{3,12}\s\d{4}|\d{1,2}[./]\d{1,2}[./]\d{4})"
)
"""The agency that a page writes together with the day: «AA29 Ekim 2026 06:33»."""


def stamps_of(
    element: HtmlElement, now: datetime, language: str | None, place: int, crowning: bool = False
) -> list[tuple[Moment, bool]]:
    """The dates of one element, each with whether it is of a change.

    `place` is its distance below the headline in elements; `crowning` where it stands right above
    it in the same box.
    """
    names = names_of_date(element)
    if _is_of_reading(names) or is_called_event(names):
        return []
    attribute = machine_date(element, -NEAR_ABOVE <= place <= NEAR_RELATIVE)
    value = parse_stamp(attribute, now, language) if attribute else None
    if value is not None:
        if is_of_happening(element):
            return []
        moment = _shown_instead(element, value, now, language)
        moment = moment or Moment(_with_clock(element, value, now, language), Origin.TIME_ELEMENT)
        return [(moment, _is_change(element, names, ""))]
    parts = len(element)
    if parts > MAX_PARTS or (parts and not _is_of_day(element, place)):
        return []
    if parts and any(map(_is_called_changed, islice(element.iter(), 1, MAX_PARTS))):
        return []  # the parts speak for themselves
    named = element.tag == "time" or _is_date_name(names)
    close = crowning or 0 < place <= NEAR_TIMED
    if not parts and not (named or close) and not _DIGIT.search(element.text or ""):
        return []  # most elements: they need no reading
    text = text_of_element(element)
    text = OF_ENTRY.sub("", text)[:MAX_LINE_CHARS] if OF_ENTRY.match(text) else text
    text = AGENCY_GLUED.sub("", text)
    told = _spoken(element, named) if (named or close) and not parts else ""
    if told and not _YEAR.search(text):
        text = told
    if not text or len(text) > MAX_LINE_CHARS:
        return []
    beside = crowning or 0 < place <= NEAR_ALONE
    alone = beside and len(text) <= MAX_DAY_CHARS and is_all_relative(text)
    alone = alone or (close and tells_age_among_facts(text))
    if not _DIGIT.search(text) and not (alone or (named and has_hint(text))):
        return []
    if speaks_of_other(text):
        return []
    below = named and 0 <= place <= NEAR_RELATIVE
    timed = -NEAR_TIMED <= place <= NEAR_TIMED
    said = _without_links(element) or text
    found = _days_of(element, text, said, named or close, now, language)
    if not found and ((timed and _CLOCK.search(said)) or below) and len(said) <= MAX_DAY_CHARS:
        day = parse_yearless(said, now, language)
        found = [(day, False)] if day else []
    if found and is_of_span(element, text):
        return []
    if len(found) != 1:
        return [(Moment(value, Origin.TEXT), changed) for value, changed in found]
    dated = _YEAR.search(text) is not None  # «12 March 2026 | Updated 2 hours ago»
    if not (below or alone or dated) and is_relative(text):
        return []
    if not (below or timed) and is_counted_in_days(text):
        return []
    value = _with_next(element, text, found[0][0], now, language)
    return [(Moment(value, Origin.TEXT), _is_change(element, names, text))]


def _with_next(
    element: HtmlElement, text: str, value: When, now: datetime, language: str | None
) -> When:
    """The day that an element tells, with the time that is all of the next one: «<li>3 May
    2026</li><li>10:15</li>»."""
    after = element.getnext() if not isinstance(value, datetime) else None
    if after is None or after.tag != element.tag or len(after) > 1:
        return value
    clock = text_of_element(after)
    if len(clock) > MAX_CLOCK_CHARS or not _CLOCK_ALONE.fullmatch(clock):
        return value
    if speaks_of_change(clock):
        return value
    return _timed(value, f"{text} {clock}", now, language)


MAX_CLOCK_CHARS = 30
_CLOCK_ALONE = re.compile(r"(?:[^\d]{0,12}\s)?\d{1,2}[:٫.]\d{2}(?::\d{2})?(?:\s?[^\d]{1,14})?")


MAX_PARTS = 25
"""Elements right in one that tells the day: more are a list, or the article."""


def _is_of_day(element: HtmlElement, place: int) -> bool:
    """Whether an element that has parts is marked or labelled as one that tells the day."""
    return is_near_date(element, place) or tells_its_day(element) or says_published(element)


def _with_clock(element: HtmlElement, value: When, now: datetime, language: str | None) -> When:
    """The day that an element says for machines, with the time that it shows its readers on the
    same one."""
    if isinstance(value, datetime):
        return value
    text = text_of_element(element)
    if len(text) > MAX_LINE_CHARS or not _TIMED.search(text):
        return value
    return _timed(value, text, now, language)


def _timed(day: When, text: str, now: datetime, language: str | None) -> When:
    """A day with the time that a text tells on the same one; without, where it tells none."""
    shown = parse_written(text, now, language)
    return shown if isinstance(shown, datetime) and shown.date() == day else day


def _shown_instead(
    element: HtmlElement, value: When, now: datetime, language: str | None
) -> Moment | None:
    """The day that an element calls that of publication for its readers, where what it says for
    machines is another one: that of the last change, in some systems."""
    text = text_of_element(element)
    if len(text) > MAX_LINE_CHARS or not _YEAR.search(text):
        return None
    if not speaks_of_publication(before_numbers(plain(text))) or speaks_of_change(text):
        return None
    said = parse_line(text, now, language)
    if len(said) != 1:
        return None
    shown, told = Moment(said[0][0], Origin.TEXT), Moment(value, Origin.TIME_ELEMENT)
    return shown if abs((day_of(shown) - day_of(told)).days) > 1 else None


def _days_of(
    element: HtmlElement, text: str, said: str, sure: bool, now: datetime, language: str | None
) -> list[tuple[When, bool]]:
    """The days in an element's `text`, or, where it is `sure` to tell its article's facts, in its
    parts set apart, or in what it `said` itself beside its links."""
    found = parse_line(text, now, language)
    if found and len(element):
        return _read_apart(element, found, now, language)
    if not found and sure and 1 < len(element) < 8:
        # Day, month and year in boxes of their own, set apart by style alone.
        found = parse_line(" ".join(element.itertext()), now, language)
    if not found and sure and said != text:
        found = parse_line(said, now, language)  # «The desk | yesterday, 10:15», the desk linked
    return found


MAX_SPOKEN_LETTERS = 6
"""Letters beside weekday and month of a day that an element says which nothing calls a date."""


def _spoken(element: HtmlElement, named: bool) -> str:
    """The day that an element says to who hears the page or points at it: «a while ago», with
    `title="Friday, 20 November 2026"`."""
    told = element.get("aria-label") or element.get("title") or ""
    if len(told) > MAX_LINE_CHARS or not _YEAR.search(told):
        return ""
    if named:
        return tidy(told)
    if element.tag == "a":
        return ""
    rest = with_months_signed(without_labels(without_weekday(plain(told))))
    return tidy(told) if sum(map(str.isalpha, rest)) <= MAX_SPOKEN_LETTERS else ""


_YEAR = re.compile(r"(?:19|20)\d\d")


def _without_links(element: HtmlElement) -> str:
    """What a line with links says itself, without them; empty for a line that has none."""
    if all(part.tag != "a" for part in element):
        return ""
    own = [element.text or "", *(part.tail or "" for part in element)]
    return tidy(" ".join(own)).strip(" /|·•–—-,،")


def names_of_date(element: HtmlElement) -> str:
    """What an element is called that may say that it holds a day: by class, id or property."""
    get = element.get
    return f"{get('class') or ''} {get('id') or ''} {get('itemprop') or ''}"


def _read_apart(
    element: HtmlElement, found: list[tuple[When, bool]], now: datetime, language: str | None
) -> list[tuple[When, bool]]:
    """The same days from the element's parts set apart by spaces: style alone may part a time from
    the name after it («7:24 م» from «بواسطة»)."""
    text = " ".join(element.itertext())
    if tidy(text) == text_of_element(element):
        return found
    apart = parse_line(text, now, language)
    same = [value.isoformat()[:10] for value, _ in apart] == [v.isoformat()[:10] for v, _ in found]
    return apart if same else found


def _is_called_changed(element: HtmlElement) -> bool:
    """Whether a part of a line is called the day of a change, and the reader may not see it."""
    names = element.get("class") or ""
    return "updated" in names and ("hidden" in names or "none" in (element.get("style") or ""))


def _is_change(element: HtmlElement, names: str, text: str) -> bool:
    low = plain(element.text or "") if not len(element) else ""
    told = speaks_of_publication(low) and not speaks_of_modification(low)  # whatever its class says
    told = told or element.get("pubdate") is not None
    if not told and re.search(r"modif|updated|aktual|dateModified", names, re.IGNORECASE):
        # hAtom asks for the class "updated" on a post's only date, which themes then add to it.
        return not re.search(r"published|entry-date", names, re.IGNORECASE)
    before = text or text_of_element(element)
    if speaks_of_publication(before_numbers(plain(before))):
        return speaks_of_change(before)
    if is_in_box_of_change(element):
        return True
    previous, box = element.getprevious(), element.getparent()
    outer = box.text if box is not None else ""
    beside = (previous.tail if previous is not None else outer) or ""
    label = beside.strip()
    if not label and previous is not None and not _PUBLICATION.search(names_of_date(box)):
        label = _label_of(previous)
    return speaks_of_change(before) or (
        # Behind a number it is of the day that stands there: «Updated March 13, 2026».
        len(label) < 60
        and not _DIGIT.search(label)
        and not _SAID_BEHIND.search(label)
        and speaks_of_change(label)
    )


MAX_LABEL_CHARS, MAX_ENDING_CHARS = 40, 20
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def _label_of(element: HtmlElement) -> str:
    """What an element says right before a day; a headline that tells of an update is no label."""
    text = text_of_element(element)
    if element.tag in _HEADINGS:
        return text if is_day_label(text) else ""
    return text if len(text) <= MAX_LABEL_CHARS else text[-MAX_ENDING_CHARS:]


_PUBLICATION = re.compile(r"publication|published|pubdate|pub-date", re.IGNORECASE)
"""What a box is called that holds the day of publication, whatever label stands in it."""
_SAID_BEHIND = re.compile(r"[:：]\s*[^\W\d_]")
"""A label with its own value: «Updated: Jane Doe» says nothing of the day in the next element."""
