"""Written dates to values: ISO, numbers, month names of many languages, Hijri, Jalali, relative.

A value is as exact as its text: a date, a naive datetime, or an aware one where a zone stands in
the text. Numbers alone are read day first, but month first in American English.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta, timezone
from email.utils import parsedate_to_datetime
from importlib.resources import files
from typing import Any

import jdatetime
from hijridate import Hijri

When = datetime | date

EARLIEST = date(1990, 1, 1)
"""No article on the web is older; what claims so is an archive's or a broken clock's date."""

_LANDS_OF_MONTH_FIRST = frozenset({"en", "en-us", "en-ph", "en-ca", "fil"})
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९০১২৩৪৫৬৭৮৯", "0123456789" * 4)
_DROPPED = re.compile("[\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069\u00ad]")


def _rules(name: str) -> dict[str, Any]:
    return tomllib.loads((files("pipeline.rules") / name).read_text(encoding="utf-8"))


_MONTHS: Mapping[str, list[list[str]]] = _rules("months.toml")["months"]
_RULES = _rules("dates.toml")


def plain(text: str) -> str:
    """Text as the rules have it: lower case, ASCII digits, no marks, single spaces."""
    text = _DROPPED.sub("", unicodedata.normalize("NFKC", text).translate(_DIGITS)).lower()
    return " ".join(text.replace("،", ",").split())


def _by_name(calendar: Iterable[list[str]]) -> dict[str, int]:
    return {plain(name): number for number, names in enumerate(calendar, start=1) for name in names}


_BY_LANGUAGE = {language: _by_name(rows) for language, rows in _MONTHS.items()}
_ANY = {n: m for language in reversed(list(_MONTHS)) for n, m in _BY_LANGUAGE[language].items()}
_HIJRI = _by_name(_RULES["hijri_months"])
_JALALI = _by_name(_RULES["jalali_months"])


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True))


_NAME = _any_of([*_ANY, *_HIJRI, *_JALALI])
_ISO = re.compile(
    r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?:[t\s,|–-]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?"
    r"\s*(z\b|utc|gmt|[+-]\d{2}:?\d{2}(?!\d)|[+-]\d{1,2}(?![\d:]))?)?"
)
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:t?(\d{2})(\d{2})(\d{2})?(z|[+-]\d{4})?)?$")
_DAY_MONTH = re.compile(
    rf"(?<![\d:])(\d{{1,2}})(?:st|nd|rd|th|er|\.|º|ª|η)?\s*(?:de|di|of|من|d’|d')?[\s./-]*"
    rf"({_NAME})\b\.?(?:\s*\((?:{_NAME})\)|\s*/\s*(?:{_NAME}))?[\s,./-]*(?:de|del|of|سنة|عام|ق|年)?\s*"
    rf"(?:\d{{1,2}}:\d{{2}}\s+)?(\d{{4}}|[’']?\d{{2}}(?![\d:]))?"
)
_MONTH_DAY = re.compile(
    rf"(?<!\w)({_NAME})\b\.?\s*(\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])[\s,./-]*(\d{{4}})"
)
_YEAR_MONTH_DAY = re.compile(rf"(?<!\d)(\d{{4}})\.?[\s./,-]+({_NAME})\b[\s.,/-]*(\d{{1,2}})(?!\d)")
_CJK = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]?")
_NUMBERS = re.compile(
    r"(?<![\d.:/-])(\d{1,4})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d:]|[./-]\d)"
)
_YEAR_FIRST = re.compile(r"(?<![\d.:/-])(\d{4})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)")
_HALF = _any_of([*_RULES["morning"], *_RULES["afternoon"]])
_HALF_BEFORE = _any_of(["上午", "下午", "오전", "오후", "午前", "午後"])
_TIME = re.compile(
    rf"(?<![\d.+-])(\d{{1,2}})\s?(?:[:٫]|h\s?)(\d{{2}})(?::(\d{{2}}))?(?!\d)\s*({_HALF})?(?!\w)"
    rf"|(?<![\d.])(\d{{1,2}})\s*(a\.?m\.?|p\.?m\.?)(?!\w)|(?<!\d)(\d{{1,2}})\.(\d{{2}})\s*uhr"
    rf"|({_HALF_BEFORE})\s*(\d{{1,2}})\s*[:時时시]\s*(\d{{2}})"
)
_ZONE = re.compile(
    rf"^\W*(?:(?:utc|gmt)?\s*([+-])\s*(\d{{1,2}}):?(\d{{2}})?(?!\d)|({_any_of(_RULES['zones'])})(?!\w))"
)
_UNITS = {
    plain(word): unit for unit, words in _RULES["relative"]["units"].items() for word in words
}
_COUNTED = {plain(k): v for k, v in _RULES["relative"]["counted"].items()}
_AFTER = _any_of(plain(word) for word in _RULES["relative"]["after"])
_BEFORE = _any_of(plain(word) for word in _RULES["relative"]["before"])
_RELATIVE = re.compile(
    rf"(?:(?<!\w)(?:{_BEFORE})\s+(?:(\d{{1,3}})\s*({_any_of(_UNITS)})|({_any_of(_COUNTED)}))(?!\w)"
    rf"|(?<!\w)(?:(\d{{1,3}})\s*({_any_of(_UNITS)})|({_any_of(_COUNTED)}))\s*(?:{_AFTER})(?!\w))"
)
_MORE = re.compile(rf"(\d{{1,2}})\s+({_any_of(_UNITS)})\s*,\s*")
_LONG_UNIT = re.compile(
    r"\b(?:months?|years?|mois|ans?|monaten?|jahren?|mes(?:es)?|años?|شهر|سنة)\W*$"
)
_DAY_WORDS = {plain(k): v for k, v in _RULES["relative"]["days"].items()}
_DAY_WORD = re.compile(rf"^\W*({_any_of(_DAY_WORDS)})(?!\w)")
_MODIFIED = re.compile(rf"(?<!\w)(?:{_any_of(plain(w) for w in _RULES['modified'])})(?!\w)")
_OTHER = re.compile(_any_of(plain(word) for word in _RULES["other"]))
_OTHER_YEAR = re.compile(r"(?<!\d)1[345]\d\d(?!\d)")
_HINT = re.compile(
    r"\d|[٠-٩۰-۹]|دقيق|دقیق|ساع|يوم|روز|أمس|امس|گھنٹ|yesterday|gestern|hier|ayer|dün|today|heute|"
    r"hour|minute|stunde|heure|hora|saat"
)


def speaks_of_change(text: str) -> bool:
    """Whether a text speaks of an update before its first number, not of publication."""
    return bool(_MODIFIED.search(re.split(r"\d", plain(text), maxsplit=1)[0]))


def speaks_of_other(text: str) -> bool:
    """Whether a text's first day is an end of offer, a copyright or the like."""
    before = re.split(r"\d", plain(text), maxsplit=1)[0]
    return bool(_OTHER.search(before))


def is_relative(text: str) -> bool:
    """Whether a text tells its time only from the present: «2 hours ago»."""
    return bool(_RELATIVE.search(plain(text)))


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
    if "," in low[:5] or low[-5:-4] in "+-":
        try:
            return _sane(parsedate_to_datetime(text), now)
        except (ValueError, TypeError, IndexError):
            pass
    return parse_written(text, now, language)


def parse_written(text: str, now: datetime, language: str | None = None) -> When | None:
    """The first date in a line for people; None where it holds none that can be true."""
    if not _HINT.search(text) or len(text) > 400:
        return None
    low = plain(text)
    days = _days(low, (language or "").lower())
    for _, day, end in days:
        found = _sane(_with_time(day, low, end), now)
        if found:
            return found
    return _relative(low, now)


def parse_line(text: str, now: datetime, language: str | None = None) -> list[tuple[When, bool]]:
    """The dates in a line for people, each with whether it is that of a change.

    Several stand in one line only where one of them is called a change; a day in another calendar
    beside it is no second date.
    """
    if not _HINT.search(text) or len(text) > 400:
        return []
    low = plain(text)
    days = sorted(_days(low, (language or "").lower()))
    found: list[tuple[When, bool]] = []
    for number, (start, day, end) in enumerate(days):
        before = days[number - 1][2] if number else 0
        after = days[number + 1][0] if number + 1 < len(days) else len(low)
        value = _sane(_with_time(day, low[:after], end), now)
        if value:
            found.append((value, bool(_MODIFIED.search(low, before, start))))
    if len({changed for _, changed in found}) == 2:
        return found
    value = parse_written(text, now, language)
    return [(value, speaks_of_change(text))] if value else []


def has_hint(text: str) -> bool:
    """Whether a text can hold a date at all."""
    return bool(_HINT.search(text))


def _days(low: str, language: str) -> list[tuple[int, date, int]]:
    """The days in a text between the places where each begins and ends.

    In the order of the text; of another calendar only where no Gregorian day stands beside it.
    """
    found: list[tuple[int, date, int]] = []
    converted: list[tuple[int, date, int]] = []

    def add(match: re.Match[str], day: date | None) -> None:
        if day:
            own = str(day.year) in match[0] or not _OTHER_YEAR.search(match[0])
            (found if own else converted).append((match.start(), day, match.end()))

    for match in _ISO.finditer(low):
        add(match, _any_calendar(int(match[1]), int(match[2]), int(match[3])))
    for match in _CJK.finditer(low):
        add(match, _gregorian(int(match[1]), int(match[2]), int(match[3])))
    for match in _DAY_MONTH.finditer(low):
        if match[3]:
            add(match, _named(match[1], match[2], match[3], language))
    for match in _MONTH_DAY.finditer(low):
        add(match, _named(match[2], match[1], match[3], language))
    for match in _YEAR_MONTH_DAY.finditer(low):
        add(match, _named(match[3], match[2], match[1], language))
    if not found and not converted:
        for match in _YEAR_FIRST.finditer(low):
            add(match, _any_calendar(int(match[1]), int(match[3]), int(match[4])))
        for match in _NUMBERS.finditer(low):
            add(match, _numeric(match, language))
    return sorted(found or converted)


def _named(day: str, name: str, year: str, language: str) -> date | None:
    number, years = int(day), year.strip("’'")
    full = int(years) + (2000 if len(years) == 2 else 0)
    base = language.split("-")[0]
    if name in _JALALI and 1300 <= full <= 1500:
        return _from_jalali(full, _JALALI[name], number)
    if name in _HIJRI and 1300 <= full <= 1500:
        return _from_hijri(full, _HIJRI[name], number)
    month = _BY_LANGUAGE.get(base, {}).get(name) or _ANY.get(name)
    return _gregorian(full, month, number) if month else None


def _numeric(match: re.Match[str], language: str) -> date | None:
    first, second, third = int(match[1]), int(match[3]), int(match[4])
    year = third + 2000 if len(match[4]) == 2 else third
    if len(match[1]) > 2:
        return _any_calendar(first, second, third)
    month_first = language in _LANDS_OF_MONTH_FIRST and match[2] != "."
    if (month_first and first <= 12) or second > 12 >= first:
        first, second = second, first
    return _any_calendar(year, second, first)


def _any_calendar(year: int, month: int, day: int) -> date | None:
    """A date in numbers: years of the 1300s to 1500s are Jalali up to 1420, else Hijri."""
    if 1330 <= year <= 1420:
        return _from_jalali(year, month, day)
    if 1420 < year <= 1500:
        return _from_hijri(year, month, day)
    return _gregorian(year, month, day)


def _gregorian(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _from_jalali(year: int, month: int, day: int) -> date | None:
    try:
        value = jdatetime.date(year, month, day).togregorian()
    except ValueError:
        return None
    return date(value.year, value.month, value.day)


def _from_hijri(year: int, month: int, day: int) -> date | None:
    try:
        value = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(value.year, value.month, value.day)


def _with_time(day: date, low: str, end: int) -> When:
    """The day with the time that stands after it or, failing that, before it."""
    match = _TIME.search(low, end, end + 40) or _TIME.search(low[: end - 6])
    if not match:
        return day
    if match[1]:
        hour, minute, second = int(match[1]), int(match[2]), int(match[3] or 0)
        half = match[4] or ""
    elif match[5]:
        hour, minute, second, half = int(match[5]), 0, 0, match[6]
    elif match[7]:
        hour, minute, second, half = int(match[7]), int(match[8]), 0, ""
    else:
        hour, minute, second, half = int(match[10]), int(match[11]), 0, match[9]
    if half in _RULES["afternoon"] or half.startswith("p"):
        hour += 12 if hour < 12 else 0
    elif half and hour == 12:
        hour = 0
    try:
        clock = time(hour, minute, second)
    except ValueError:
        return day
    return datetime.combine(day, clock, _zone(low[match.end() : match.end() + 30]))


def _zone(rest: str) -> timezone | None:
    match = _ZONE.match(rest)
    if not match:
        return None
    if match[4]:
        minutes = _RULES["zones"][match[4]]
    else:
        minutes = (int(match[2]) * 60 + int(match[3] or 0)) * (-1 if match[1] == "-" else 1)
    return timezone(timedelta(minutes=minutes)) if abs(minutes) <= 14 * 60 else None


def _from_iso(match: re.Match[str]) -> When | None:
    day = _any_calendar(int(match[1]), int(match[2]), int(match[3]))
    if day is None or match[4] is None:
        return day
    try:
        clock = time(int(match[4]), int(match[5]), int(match[6] or 0))
    except ValueError:
        return day
    zone = match[7]
    if zone is None:
        return day if clock == time(0) else datetime.combine(day, clock)
    return datetime.combine(day, clock, UTC if zone[0] in "zug" else _offset(zone))


def _offset(zone: str) -> timezone:
    digits = zone[1:].replace(":", "")
    minutes = int(digits[:2]) * 60 + int(digits[2:4] or 0) if len(digits) > 1 else int(digits) * 60
    minutes = min(minutes, 14 * 60)
    return timezone(timedelta(minutes=-minutes if zone[0] == "-" else minutes))


def _from_compact(match: re.Match[str]) -> When | None:
    day = _gregorian(int(match[1]), int(match[2]), int(match[3]))
    if day is None or not match[4]:
        return day
    try:
        clock = time(int(match[4]), int(match[5]), int(match[6] or 0))
    except ValueError:
        return day
    zone = match[7]
    if not zone:
        return datetime.combine(day, clock)
    return datetime.combine(day, clock, UTC if zone == "z" else _offset(zone))


def _relative(low: str, now: datetime) -> When | None:
    match = _RELATIVE.search(low)
    if match:
        word = match[3] or match[6]
        if word:
            unit, count = _COUNTED[word]
        else:
            unit, count = _UNITS[match[2] or match[5]], int(match[1] or match[4])
        value = now - timedelta(**{f"{unit}s": count})
        before = [more for more in _MORE.finditer(low) if more.end() == match.start()]
        if before and _UNITS[before[0][2]] in ("week", "day", "hour"):
            value -= timedelta(**{f"{_UNITS[before[0][2]]}s": int(before[0][1])})
        elif unit == "week" or _LONG_UNIT.search(low[: match.start()]):
            return None  # weeks and months alone name no day
        if unit == "day":
            value -= timedelta(hours=12)  # sites count whole days: the middle errs least
        return (
            value.replace(second=0, microsecond=0) if unit in ("minute", "hour") else value.date()
        )
    match = _DAY_WORD.search(low) if len(low) < 60 else None
    if match:
        day = now.date() - timedelta(days=_DAY_WORDS[match[1]])
        return _with_time(day, low, match.end())
    return None


def _sane(value: When | None, now: datetime) -> When | None:
    """The value if it can be a date of publication: since 1990, and at most a day ahead."""
    if value is None:
        return None
    day = value.date() if isinstance(value, datetime) else value
    return value if EARLIEST <= day <= now.date() + timedelta(days=1) else None
