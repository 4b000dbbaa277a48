"""Addresses of a section's days, months and years."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import parse_qsl, unquote, urlsplit

from crawler.listings.pagination import INDEX
from pipeline.urls import host_port

_ARCHIVE = (
    r"/(?:archiv\w{0,3}|back-?numbers?|arsiv|arşiv|arkiv|arxiv|архив|أرشيف|ارشيف|الأرشيف|آرشیو)"
)
_END = r"(?:\.(?:s?html?|php)|/)?"
_YEAR_BELOW = re.compile(
    rf"(?:{_ARCHIVE})?/(?:19|20)\d\d(?:[/-](?:0?[1-9]|1[0-2])|(?:0[1-9]|1[0-2]))?{_END}"
    rf"|{_ARCHIVE}/\d\d(?:0[1-9]|1[0-2]){_END}",
    re.IGNORECASE,
)
"""«/2026», «/archive/2026/11/», «/202611.html», and below an archive «/2611.html» too."""
_MONTH = re.compile(r"(?:19|20)\d\d(?:[-/.]?(?:0[1-9]|1[0-2]))?|0?[1-9]|1[0-2]")
_OF_MONTH = re.compile(
    r"y|m|ym|year|month|yearmonth|yil|ay|sana|annee|mois|jahr|monat|anno|mese|mes"
)
_DAY_BELOW = re.compile(
    r"(?:/[^/0-9]{1,20})?/(?:19|20)\d\d([-/]?)(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])/?"
)

_DATE = re.compile(r"((?:19|20)\d\d)[-/]?(\d\d?)[-/]?(\d\d?)/?$")


def is_year_below(url: str, section: str) -> bool:
    """True where the address is the section's own with a year, or year and month, below it, as
    part of an archive or not, or in its query."""
    base = urlsplit(section)
    parts = urlsplit(url)
    stem = INDEX.sub("", base.path).rstrip("/")
    if not stem or host_port(url) != host_port(section):
        return False
    if parts.query:
        return INDEX.sub("", parts.path).rstrip("/") == stem and _names_month(
            parse_qsl(parts.query), parse_qsl(base.query)
        )
    below = unquote(parts.path).removeprefix(unquote(stem))
    return below != unquote(parts.path) and bool(_YEAR_BELOW.fullmatch(below))


def is_day_below(url: str, section: str) -> bool:
    """True where the address is the section's own with a day below it."""
    base, parts = urlsplit(section), urlsplit(url)
    stem = unquote(INDEX.sub("", base.path).rstrip("/"))
    if not stem or parts.query or host_port(url) != host_port(section):
        return False
    path = unquote(parts.path)
    return path.startswith(stem) and bool(_DAY_BELOW.fullmatch(path[len(stem) :]))


LEAST_DAYS = 4
"""Days that a calendar leads to, at least; fewer are links beside an article's date."""


def days_of_calendar(urls: Iterable[str], section: str) -> list[str]:
    """The days below a section to which its page's calendar leads, the last first."""
    days: dict[str, tuple[int, ...]] = {}
    for url in urls:
        if is_day_below(url, section):
            found = _DATE.search(unquote(urlsplit(url).path))
            if found:
                days[url] = tuple(map(int, found.groups()))
    if len(set(days.values())) < LEAST_DAYS:
        return []
    return sorted(days, key=days.__getitem__, reverse=True)


def _names_month(given: list[tuple[str, str]], own: list[tuple[str, str]]) -> bool:
    """True for the query of a listing with a year, or a year and a month, and nothing else."""
    more = [pair for pair in given if pair not in own]
    years = [value for _, value in more if len(value) >= 4]
    named = all(_OF_MONTH.fullmatch(n.lower()) and _MONTH.fullmatch(v) for n, v in more)
    return len(years) == 1 and len(more) <= 2 and named and all(pair in given for pair in own)
