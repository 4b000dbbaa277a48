"""Days of the Gregorian, Hijri (Umm al-Qura), Jalali and Buddhist calendars; names of months."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

import jdatetime
from hijridate import Hijri

from pipeline.days.more_months import more_months
from pipeline.days.words import WORDS, plain
from pipeline.patterns.late_patterns import late_pattern
from pipeline.patterns.rule_files import read_rules
from pipeline.patterns.word_patterns import any_word

_MONTHS: Mapping[str, list[list[str]]] = read_rules("months.toml")["months"]


def _by_name(calendar: Iterable[list[str]]) -> dict[str, int]:
    return {plain(name): number for number, names in enumerate(calendar, start=1) for name in names}


_BY_LANGUAGE = {language: _by_name(rows) for language, rows in _MONTHS.items()}
_ANY = {n: m for language in reversed(list(_MONTHS)) for n, m in _BY_LANGUAGE[language].items()}
_HIJRI = _by_name(WORDS["hijri_months"])
_JALALI = _by_name(WORDS["jalali_months"])


def is_month(text: str) -> bool:
    """Whether a text is the name of a month, and no more: «نوفمبر»."""
    low = plain(text)
    return low in _ANY or low in _HIJRI or low in _JALALI


_ENDS = r"(?![^\W\d_])"
"""No letter: a year may stand right behind a month, «نوفمبر2026»."""
_OF = ("de ", "d’")
"""How months begin that Catalan writes behind a preposition: «de novembre», no «Wilde, Nov»."""


def _any_of(names: Iterable[str]) -> str:
    """A pattern of months; a preposition before one begins a word."""
    of: list[str] = []
    bare: list[str] = []
    for name in names:
        (of if name.startswith(_OF) else bare).append(name)
    return rf"(?:(?<![^\W\d_])(?:{any_word(of)})|{any_word(bare)}){_ENDS}"


_NAME = late_pattern(_any_of([*_ANY, *_HIJRI, *_JALALI]))
"""The name of a month in any of the rules' languages and calendars, in lower case."""
_SIGN = "\ufdd0"
MONTH = f"{_SIGN}+"
"""A pattern of a month in what `with_months_signed` gives, so that patterns of days need not hold
the names of all. It ends with the name."""
WHOLE_MONTH = f"(?<!{_SIGN}){MONTH}"
"""The same, that begins with it too: «十一月» holds «一月»."""


@lru_cache(maxsize=64)
def _name_in(language: str) -> re.Pattern[str]:
    """The name of a month on a page of a language: the rules' own, and those of a language that
    they do not have."""
    more = more_months(language) if language and language not in _BY_LANGUAGE else {}
    if not more:
        return _NAME
    return late_pattern(_any_of([*more, *_ANY, *_HIJRI, *_JALALI]))


def with_months_signed(text: str, language: str = "") -> str:
    """A text, as long as it was, with a sign for each letter of a month's name; one of the page's
    `language` too, where the rules have no months of it."""
    low = text.lower()
    if len(low) != len(text):  # a capital of two letters in lower case, «İ»
        low = "".join(one if len(one := sign.lower()) == 1 else sign for sign in text)
    parts, at = [], 0
    for name in _name_in(language.partition("-")[0]).finditer(low):
        if name[0] == _SATURDAY and low.endswith("ال", 0, name.start()):
            continue
        parts += [text[at : name.start()], _SIGN * len(name[0])]
        at = name.end()
    return "".join([*parts, text[at:]]) if at else text


_SATURDAY = "سبت"
"""What September is abbreviated to in Arabic, and Saturday behind the article."""


def named_day(day: str, name: str, year: str, language: str) -> date | None:
    """The day of a month that is named, None where there is no such day.

    A name that two languages share is read in the page's `language`.
    """
    number, years = int(day), year.strip("’'")
    base = language.split("-")[0]
    century = 2500 if base == "th" else 2000
    full = int(years) + (century if len(years) == 2 else 0)
    if name in _JALALI and 1300 <= full <= 1500:
        return _from_jalali(full, _JALALI[name], number)
    if name in _HIJRI and 1300 <= full <= 1500:
        return _from_hijri(full, _HIJRI[name], number)
    of_page = _BY_LANGUAGE[base] if base in _BY_LANGUAGE else more_months(base) if base else {}
    month = of_page.get(name) or _ANY.get(name)
    return _of_any_year(full, month, number) if month else None


def day_of_any_calendar(year: int, month: int, day: int) -> date | None:
    """A date in numbers: years of the 1300s to 1500s are Jalali up to 1420, else Hijri."""
    if 1330 <= year <= 1420:
        return _from_jalali(year, month, day)
    if 1420 < year <= 1500:
        return _from_hijri(year, month, day)
    return _of_any_year(year, month, day)


def _of_any_year(year: int, month: int, day: int) -> date | None:
    """A Gregorian day whose year may be of the Buddhist era (Thailand): 543 years ahead."""
    return gregorian(year - BUDDHIST if 2500 <= year < 2600 else year, month, day)


BUDDHIST = 543
ERAS = {"令和": 2018, "平成": 1988, "民國": 1911, "民国": 1911}
"""Eras of Japan and of the Republic of China by the year before their first."""


def gregorian(year: int, month: int, day: int) -> date | None:
    """The day of three numbers, None where there is no such day."""
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
