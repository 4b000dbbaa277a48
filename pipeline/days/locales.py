"""In which order a page writes the numbers of a day: «11/20/2026» on it tells how «11/07/2026» is
meant there, whatever the language, and so does the month in the page's address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from pipeline.page.html import Document
from pipeline.page.texts import own_texts

MAX_TEXTS = 200
"""Texts of a page with a day in numbers that are looked at."""

MAX_CHARS = 200
"""Characters of a text that may be a line with a day."""
_DAY = re.compile(r"(?<![\d/-])(\d{1,2})([/-])(\d{1,2})\2(20\d\d)(?![\d/-])")
_MONTH_OF_ADDRESS = re.compile(r"/(20\d\d)/(\d{1,2})/")


def _in_numbers(doc: Document) -> Iterator[str]:
    return (
        text
        for text, _ in own_texts(doc)
        if ("/20" in text or "-20" in text) and len(text) < MAX_CHARS
    )


_LOCALE = re.compile(r"([a-z]{2})[_-]([a-z]{2})", re.IGNORECASE)


def _with_land(doc: Document, language: str | None) -> str | None:
    """A page's language with the land that OpenGraph tells, where the page itself tells none."""
    if language is None or len(language) != len("en"):
        return language
    for meta in doc.all_of("meta"):
        if meta.get("property") == "og:locale":
            found = _LOCALE.fullmatch((meta.get("content") or "").strip())
            same = found is not None and found[1].lower() == language
            return f"{language}-{found[2].lower()}" if found and same else language
    return language


_BY_AMERICAN_CLOCK = re.compile(r"\d{1,2}/\d{1,2}/20\d\d \d{1,2}:\d\d(?::\d\d)? [AP]M")
"""How a server that speaks American English writes a moment, whatever the page's language."""


def locale_of_days(doc: Document, stamps: Sequence[str] = ()) -> str | None:
    """The page's language, with a land whose order of day and month its days in numbers follow, or
    those of the `stamps` for machines alone: those that can be read in one way only tell how the
    others are. As it is where none tells, or both orders stand there."""
    language = _with_land(doc, doc.html_language)
    days = [
        (int(first), int(second), int(year))
        for text in stamps or islice(_in_numbers(doc), MAX_TEXTS)
        for first, _, second, year in _DAY.findall(text)
    ]
    month_first = any(first <= 12 < second for first, second, _ in days)
    day_first = any(second <= 12 < first for first, second, _ in days)
    addressed = _MONTH_OF_ADDRESS.search(doc.url) if days and month_first is day_first else None
    if addressed:
        month_first, day_first = _as_addressed(days, int(addressed[1]), int(addressed[2]))
    if month_first is day_first:
        told = stamps and all(map(_BY_AMERICAN_CLOCK.fullmatch, stamps))
        if not told or (language or "").startswith("en-"):
            return language
        month_first = True
    base = (language or "und").partition("-")[0]
    return f"{base}-us" if month_first else f"{base}-gb"


def _as_addressed(days: list[tuple[int, int, int]], year: int, month: int) -> tuple[bool, bool]:
    """Whether days of the year and month that a page's address names stand with the month first,
    and whether with the day first: «09-03-2026» below /2026/09/."""
    told = [(first, second) for first, second, of in days if of == year and first != second]
    return (
        any(first == month for first, _ in told),
        any(second == month for _, second in told),
    )
