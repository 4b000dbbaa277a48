"""The date that stands behind a name: «Jane Doe, 5 March 2026», «سارة أحمد - منذ 3 أشهر»."""

from __future__ import annotations

import re

from pipeline.days.calendars import MONTH, with_months_signed
from pipeline.days.relative import is_all_relative, is_relative, is_today
from pipeline.days.words import WORDS
from pipeline.patterns.word_patterns import WordPattern
from pipeline.people.byline_words import any_of, words
from pipeline.punctuation import SENTENCE_ENDS

_DIGIT = re.compile(r"\d")
_UNIT = any_of(unit for units in WORDS["relative"]["units"].values() for unit in units)
_LONG_UNIT = (
    "months?|years?|monate?n?|jahre?n?|mois|ans|meses|mes|años?|anos|mesi|anni|maanden|jaar|ay|yıl|"
    "месяц(?:а|ев)?|лет|год(?:а)?|أشهر|شهور|شهر|شهرا|سنوات|سنة|ماه|سال|bulan|tahun"
)
_DATE_TAIL = WordPattern(
    rf"(?:[\s,،|•●∙⋅▪·–—-]+|(?<=[^\W\d_]{{3}})(?=\d))(?:(?:{any_of(words('after'))}|{any_of(words('after_day'))}|date|datum|fecha|data|"
    r"التاريخ|في|الساعة)\s*:?\s+){0,2}"
    rf"(?:(?:{any_of(words('weekdays'))})[\s,،.]+)?"
    rf"(?:\d{{1,2}}(?:\.|st|nd|rd|th)?\s*(?:de\s+|di\s+|ב)?{MONTH}"
    # «إبراهيم شعبان 26 نوفمبر»: a family name, where the month follows the day.
    rf"|{MONTH}\.?\s+\d{{1,2}}(?!\d)(?!\s+{MONTH})|\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{2,4}}"
    rf"|\d{{1,3}}\s*(?:{_UNIT}|{_LONG_UNIT})(?!\w)|\d{{1,2}}:\d{{2}})",
    re.IGNORECASE,
)


_DAY = re.compile(rf"{MONTH}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}\.?\s+(?:de\s+|di\s+)?{MONTH}")


def is_day(text: str) -> bool:
    """Whether a text is a month and a day of it and no more: «November 13», before its year."""
    return _DIGIT.search(text) is not None and _DAY.fullmatch(with_months_signed(text)) is not None


MAX_AGO_CHARS = 40


def tells_how_long_ago(text: str) -> bool:
    """Whether a text is a time told from the present and no more, «منذ 8 ساعات»: where a template
    has a place for an author and there is none. «Today» may be a house's name."""
    if len(text) > MAX_AGO_CHARS or (text[:1].isupper() and is_today(text)):
        return False
    return is_all_relative(text)


def without_date(text: str) -> str:
    """A text without a date, a time or a duration in it, and without all that follows."""
    signed = with_months_signed(text) if _DIGIT.search(text) else ""
    tail = _DATE_TAIL.search(signed) if signed else None
    if tail is None or _tells_on(signed, tail.end()):
        return text
    return text[: tail.start()].removesuffix(" ::")


def _tells_on(text: str, end: int) -> bool:
    """Whether a sentence goes on behind a duration that ends at `end`: «The Courier – Acme dropped
    the plan 3 months ago because of the price.»"""
    if text[-1] not in SENTENCE_ENDS or not _DURATION.search(text[:end]):
        return False
    return len(text[end:].split()) >= LEAST_TOLD


_DURATION = WordPattern(rf"\d\s*(?:{_UNIT}|{_LONG_UNIT})$", re.IGNORECASE)
LEAST_TOLD = 2
"""Words by which a sentence goes on behind how long ago something was."""


_YEAR = re.compile(
    r"(?<!\d)(?:\d\d?([./])\d\d?\1\d\d|1[34]\d\d|20\d\d"
    r"|٢٠[٠-٩]{2}|۱[۳۴][۰-۹]{2}|۲۰[۰-۹]{2})(?!\d)"
)


def tells_day(text: str) -> bool:
    """Whether a short text holds a year, or says how long ago something was."""
    return bool(_YEAR.search(text)) or is_relative(text)
