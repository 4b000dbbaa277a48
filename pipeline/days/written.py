"""Written dates to values: ISO, numbers, month names of many languages, Hijri, Jalali, relative.

A value is as exact as its text: a date, a naive datetime, or an aware one where a zone stands in
the text. Numbers alone are read day first, but month first in American English, and as the day of
the week beside them bears out.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta

from pipeline.days.calendars import (
    ERAS,
    MONTH,
    WHOLE_MONTH,
    day_of_any_calendar,
    gregorian,
    named_day,
    with_months_signed,
)
from pipeline.days.clock import When, offset_of, with_time
from pipeline.days.mail_dates import read_mail_date
from pipeline.days.relative import counted_back
from pipeline.days.weekdays import weekday_beside
from pipeline.days.words import (
    has_hint,
    plain,
    speaks_of_change,
    speaks_of_modification,
    speaks_of_publication,
)
from pipeline.patterns.late_patterns import late_pattern

EARLIEST = date(1990, 1, 1)
"""No article on the web is older; what claims so is an archive's or a broken clock's date."""

_OTHER_YEAR = re.compile(r"(?<!\d)1[345]\d\d(?!\d)")
_LANDS_OF_MONTH_FIRST = frozenset({"en", "en-us", "en-ph", "en-ca", "fil"})
_ISO = re.compile(
    r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?:[t\s,|–-]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?"
    r"\s*(z\b|utc|gmt|[+-]\d{2}:?\d{2}(?!\d)|[+-]\d{1,2}(?![\d:]))?)?"
)
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:t?(\d{2})(\d{2})(\d{2})?(z|[+-]\d{4})?)?$")
DAY_MONTH = re.compile(
    r"(?<![\d:])(\d{1,2})(?:(?:st|nd|rd|th),?|er|-an|\.|º|ª|η|ê|ی|(?<=^\d),|(?<=^\d\d),)?\s*"
    r"(?:de|di|of|من|d’|d'|ta’|ta'|ga|a viz|ខែ|ב)?[\s./(-]*"
    rf"({MONTH})[.)]?(?:\s+ماه(?!\w))?(?:\s*\({MONTH}\)|\s*[/-]\s*{MONTH})?[\s,./-]*"
    r"(?:del|de|of|سنة|عام|ق|年|соли|ឆ្នាំ|พ\.ศ\.|ค\.ศ\.)?\s*(?:\d{1,2}:\d{2}\s+)?(\d{4}|[’']?\d{2}(?![\d:]))?"
)
_MONTH_DAY = re.compile(
    rf"(?:(?<!\w)|(?<=[\u3400-\u9fff]))({WHOLE_MONTH})\.?\s*(\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])[\s,./-]*"
    r"(?:\d{1,2}:\d{2}(?::\d{2})?,?\s+(?:[a-z]{3,4}\s+)?)?(\d{4}|[’']\d{2}(?![\d:]))"
)
_YEAR_MONTH_DAY = re.compile(
    rf"(?<!\d)(\d{{4}})(?:(?:\(e\))?ko|\s*(?:m|г|թ))?\.?[\s./,-]+(?:د\s)?({MONTH})[\s.,/-]*(\d{{1,2}})(?!\d)"
)
_YEAR_DAY_MONTH = re.compile(
    r"(?<!\d)(\d{4})(?:\.?\s*(?:gada|жылғы|ж\.?|жыл\w*|-?yil\w*|-?йил\w*|ел),?\s"
    r"|\s+ال[\u0621-\u064a]{3,8}\s?[,،]|\s+(?:\S{0,6}\s?شنبه|جمعه)\s)"
    rf"\s*(\d{{1,2}})[.-]?\s*({MONTH})"
)
"""«2026. gada 8. novembrī», «2026 ж. 5 қараша», «2026 الأحد ,08 نوفمبر», «۱۴۰۵ یکشنبه ۱۷ آبان»."""
_YEAR_APART = re.compile(r"(?<![\d./-])(20\d\d)\s+(\d{1,2})\s?/\s?(\d{1,2})(?=\s+\d{1,2}:\d\d)")
"""A year above the day and the time, as drawn in a calendar's leaf: «2026 11/08 10:15»."""
_COUNTED = re.compile(
    r"(\d{4})\s*(?:[年년]|оны?|-?يىلى)\s*(\d{1,2})\s*(?:[月월]|(?:-р\s+)?сарын?|-?ئاي\w*)"
    r"\s*(\d{1,2})(?!\d)\s*[日일]?"
)
"""Year, month and day in numbers with the words for them."""
_ENGLISH_ORDER = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?:\s?([月월])\s?|,?\s)(\d{1,2})"
    r"(?:st|nd|rd|th)?(?:,\s?|\s|\s?([月월]),?\s?)(\d{4})(?![\d年년])"
)
"""The same where the site kept the English order: «11月 2, 2026», «2 11월 2026»."""
_VIETNAMESE = re.compile(r"(?<!\d)(\d{1,2})\s+(?:tháng|thg\.?)\s*(\d{1,2}),?\s+(?:năm\s+)?(\d{4})")
_ERA = re.compile(rf"({'|'.join(ERAS)})\s*(\d{{1,3}}|元)\s*(?=年)")
_NUMBERS = re.compile(
    r"(?<![\d./-])(?:(?<!\d:)|(?<=m:\d\d:\d\d:))(\d{1,4})\s?([./\\·-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2}|(?<=\.\s)\d)(?![\d:]|[./-]\d)"
)
_YEAR_FIRST = re.compile(
    r"(?<![\d./-])(?<!\d:)(\d{4})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)"
)


_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?!\d)")


def parse_stamp(text: str, now: datetime, language: str | None = None) -> When | None:
    """A machine's date (metadata, datetime attributes): ISO first, then every written form."""
    text = text.strip()
    if not text or len(text) > 120:
        return None
    low = plain(text)
    match = _ISO.search(low)
    if match:
        return _sane(_from_iso(match), now)
    if low.isdigit() and len(low) in (10, 13):
        try:
            return _sane(
                datetime.fromtimestamp(int(low) / (1000 if len(low) == 13 else 1), UTC), now
            )
        except (ValueError, OverflowError, OSError):
            return None
    match = _COMPACT.match(low)
    if match:
        return _sane(_from_compact(match), now)
    if ("," in low[:5] or low[-5:-4] in "+-") and (mailed := read_mail_date(text)) is not None:
        return _sane(mailed, now)
    return parse_written(text, now, language)


def parse_written(text: str, now: datetime, language: str | None = None) -> When | None:
    """The first date in a line for people; None where it holds none that can be true."""
    if not has_hint(text) or len(text) > 400:
        return None
    low = _without_eras(plain(text), language)
    return _first(_days(low, (language or "").lower(), now), low, now)


def _first(days: list[tuple[int, date, int]], low: str, now: datetime) -> When | None:
    """The first of a text's days that can be true; else what it counts back from now."""
    for _, day, end in days:
        found = _sane(with_time(day, low, end), now)
        if found:
            return found
    return counted_back(low, now)


def parse_line(text: str, now: datetime, language: str | None = None) -> list[tuple[When, bool]]:
    """The dates in a line for people, each with whether it is that of a change.

    Several stand in one line only where one of them is called a change; a day in another calendar
    beside it is no second date.
    """
    if not has_hint(text) or len(text) > 400:
        return []
    low, spoken = _without_eras(plain(text), language), (language or "").lower()
    days = _days(low, spoken, now)
    if len(days) == 1 and speaks_of_modification(low[: days[0][0]]):
        # «07/10/2026 Updated: 9 October 2026»: numbers are not looked for beside names of months.
        start, _, end = days[0]
        days = [*_days(low[:start], spoken, now), *days]
        later = _days(low[end:], spoken, now) if speaks_of_publication(low[end:]) else ()
        days += [(end + begins, day, end + ends) for begins, day, ends in later]
    found: list[tuple[When, bool]] = []
    told: list[bool] = []
    for number, (start, day, end) in enumerate(days):
        before = days[number - 1][2] if number else 0
        after = days[number + 1][0] if number + 1 < len(days) else len(low)
        # Where times follow their days, what stands before this day is the last one's.
        begin = " " * start if number and not _CLOCK.search(low[: days[0][0]]) else low[:start]
        value = _sane(with_time(day, begin + low[start:after], end), now)
        again = bool(found) and found[-1][1] and str(value)[:10] == str(found[-1][0])[:10]
        if again and not speaks_of_publication(low[before:start]):
            continue  # the day of the change in another calendar
        if value:
            found.append((value, speaks_of_modification(low[before:start])))
            told.append(speaks_of_publication(low[before:start]))
    if len(found) == 2 and told == [False, True]:
        # «Stand: 20.01.2026 | Veröffentlicht: 19.01.2026»
        return [(found[1][0], False), (found[0][0], True)]
    if len({changed for _, changed in found}) == 2:
        return found
    value = _first(days, low, now)
    return [(value, speaks_of_change(text))] if value else []


_YEAR_BESIDE_ERA = re.compile(r"(?<=年)\s?[(（](\d{4})年?[)）]")
"""«令和8年(2026年)»."""


def _without_eras(low: str, language: str | None) -> str:
    """The years of Japanese and Chinese eras as years of our own."""
    if language and language.lower().startswith(_TAIWAN):
        low = _NUMBERS_OF_REPUBLIC.sub(lambda m: str(ERAS["民國"] + int(m[0])), low)
    low = _YEAR_BESIDE_ERA.sub("", low) if "年" in low else low
    low = _ERA.sub(lambda m: str(ERAS[m[1]] + int(m[2].replace("元", "1"))), low)
    if "年" not in low:
        return low
    return _OF_REPUBLIC.sub(lambda m: str(ERAS["民國"] + int(m[0])), low)


_TAIWAN = ("zh-tw", "zh-hant")
_NUMBERS_OF_REPUBLIC = re.compile(
    r"(?<![\d./-])(?:9\d|1[0-4]\d)(?=([./-])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?![\d./-]))"
)
_OF_REPUBLIC = re.compile(r"(?<!\d)(?:9\d|1[0-4]\d)(?=\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日)")
"""Years of the Republic of China without its name, as Taiwan writes a whole day: «114年5月3日»."""


def _days(low: str, language: str, now: datetime) -> list[tuple[int, date, int]]:
    """The days in a text between the places where each begins and ends.

    In the order of the text; of another calendar only where no Gregorian day stands beside it.
    """
    found: list[tuple[int, date, int]] = []
    converted: list[tuple[int, date, int]] = []

    def add(match: re.Match[str], day: date | None, end: int = 0) -> None:
        if day:
            own = str(day.year) in match[0] or not _OTHER_YEAR.search(match[0])
            (found if own else converted).append((match.start(), day, end or match.end()))

    for match in _ISO.finditer(low):
        add(match, day_of_any_calendar(int(match[1]), int(match[2]), int(match[3])), match.end(3))
    for match in _COUNTED.finditer(low):
        add(match, gregorian(int(match[1]), int(match[2]), int(match[3])))
    for match in _VIETNAMESE.finditer(low):
        add(match, gregorian(int(match[3]), int(match[2]), int(match[1])))
    for match in _ENGLISH_ORDER.finditer(low) if "月" in low or "월" in low else ():
        if (match[2] is None) != (match[4] is None):
            month, day = (match[1], match[3]) if match[2] else (match[3], match[1])
            add(match, gregorian(int(match[5]), int(month), int(day)))
    signed = with_months_signed(low, language)
    for match in DAY_MONTH.finditer(signed):
        if match[3]:
            add(match, named_day(match[1], low[slice(*match.span(2))], match[3], language))
    for match in _MONTH_DAY.finditer(signed):
        add(match, named_day(match[2], low[slice(*match.span(1))], match[3], language))
    for match in _YEAR_MONTH_DAY.finditer(signed):
        add(match, named_day(match[3], low[slice(*match.span(2))], match[1], language))
    for match in _YEAR_DAY_MONTH.finditer(signed):
        add(match, named_day(match[2], low[slice(*match.span(3))], match[1], language))
    if not found:
        for match in _DAY_ROMAN.finditer(low) if language[:2] in _LANDS_OF_ROMAN else ():
            add(match, gregorian(int(match[3]), _ROMAN.index(match[2]) + 1, int(match[1])))
        for match in _YEAR_FIRST.finditer(low):
            add(match, day_of_any_calendar(int(match[1]), int(match[3]), int(match[4])))
        for match in _YEAR_APART.finditer(low):
            add(match, gregorian(int(match[1]), int(match[2]), int(match[3])))
        begun = {start for start, *_ in (*found, *converted)}
        for match in _NUMBERS.finditer(low):
            if match.start() not in begun:  # a day is one, whichever way it is read
                add(match, _numeric(match, language, now))
    return sorted(found or converted)


_DAY_ROMAN = re.compile(
    r"(?<![\d.])(\d{1,2})\.?\s(x[i]{0,2}|i{1,3}|i[vx]|vi{0,3})\.?\s(\d{4})(?!\d)"
)
"""A day whose month is a Roman number, as in Polish: «3 IX 2026»; «Windows 10 X 2026» is none."""
_LANDS_OF_ROMAN = frozenset("pl hu cs sk ro bg hr sr sl lt ru uk".split())  # noqa: SIM905
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_YEAR_FIRST_SCRIPT = late_pattern("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Their letters."""
_LANDS_OF_YEAR_FIRST = frozenset({"zh", "ja", "ko"})
"""Languages that write the year first: «26.11.09»."""


def _numeric(match: re.Match[str], language: str, now: datetime) -> date | None:
    first, second, third = int(match[1]), int(match[3]), int(match[4])
    year = third + 2000 if len(match[4]) == 2 else third
    if len(match[1]) > 2:
        return day_of_any_calendar(first, second, third)
    year_first = language[:2] in _LANDS_OF_YEAR_FIRST or _YEAR_FIRST_SCRIPT.search(match.string)
    if len(match[4]) == 1 and not (year_first and len(match[1]) == 2):
        return None  # «26. 11. 5.» is a day where the year comes first alone
    if len(match[4]) <= 2 and year_first:
        return gregorian(first + 2000, second, third)
    month_first = language in _LANDS_OF_MONTH_FIRST or language.endswith("-us")
    month_first = month_first and match[2] != "."
    if (month_first and first <= 12) or second > 12 >= first:
        first, second = second, first
    read = day_of_any_calendar(year, second, first)
    if read is None or first > 12 or first == second:
        return read
    weekday = weekday_beside(match.string, match.start(), match.end())
    other = day_of_any_calendar(year, first, second)
    agrees = other is not None and other.weekday() == weekday
    if other and read > now.date() + timedelta(days=1):
        # English is written in lands of either order, as Drupal writes a day behind its weekday:
        # the one that has come is meant.
        return other if agrees or (weekday is None and language.startswith("en")) else read
    if weekday is None or read.weekday() == weekday:
        return read
    return other if other and agrees else read


def _from_iso(match: re.Match[str]) -> When | None:
    day = day_of_any_calendar(int(match[1]), int(match[2]), int(match[3]))
    if day is None or match[4] is None:
        return day
    try:
        clock = time(int(match[4]), int(match[5]), int(match[6] or 0))
    except ValueError:
        return day
    zone = match[7]
    if zone is None:
        return day if clock == time(0) else datetime.combine(day, clock)
    return datetime.combine(day, clock, UTC if zone[0] in "zug" else offset_of(zone))


def _from_compact(match: re.Match[str]) -> When | None:
    day = gregorian(int(match[1]), int(match[2]), int(match[3]))
    if day is None or not match[4]:
        return day
    try:
        clock = time(int(match[4]), int(match[5]), int(match[6] or 0))
    except ValueError:
        return day
    zone = match[7]
    if not zone:
        return datetime.combine(day, clock)
    return datetime.combine(day, clock, UTC if zone == "z" else offset_of(zone))


def _sane(value: When | None, now: datetime) -> When | None:
    """The value if it can be a date of publication: since 1990, and at most a day ahead."""
    if value is None:
        return None
    day = value.date() if isinstance(value, datetime) else value
    return value if EARLIEST <= day <= now.date() + timedelta(days=1) else None
