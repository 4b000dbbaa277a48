"""Addresses of a section's days, months and years."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import parse_qsl, unquote, urlsplit

from crawler.listings.choice.anchors import Anchor
from crawler.listings.choice.regions import names_of
from crawler.listings.labels import words_in
from crawler.listings.pagination import INDEX
from pipeline.patterns.late_patterns import late_pattern
from pipeline.urls import host_port

_ARCHIVE = (
    r"/(?:archiv\w{0,3}|back-?numbers?|arsiv|arşiv|arkiv|arxiv|архив|أرشيف|ارشيف|الأرشيف|آرشیو)"
)
_ARCHIVE_IN = re.compile(_ARCHIVE)
_END = r"(?:\.(?:s?html?|php)|/)?"
_YEAR_BELOW = late_pattern(
    rf"(?:{_ARCHIVE})?/(?:19|20)\d\d(?:[/-](?:0?[1-9]|1[0-2])|(?:0[1-9]|1[0-2]))?{_END}"
    rf"|(?:/[^/0-9]{{1,20}})?{_ARCHIVE}/\d\d(?:0[1-9]|1[0-2]){_END}",
    re.IGNORECASE,
)
"""«/2026», «/archive/2026/11/», «/202611.html», and below an archive «/2611.html» too."""
_MONTH = re.compile(r"(?:19|20)\d\d(?:[-/.]?(?:0[1-9]|1[0-2]))?|0?[1-9]|1[0-2]")
_OF_MONTH = re.compile(
    r"y|m|ym|year|month|yearmonth|yil|ay|sana|annee|mois|jahr|monat|anno|mese|mes"
    r"|anio|año|ano"
)
_DAY_BELOW = re.compile(
    r"(?:/[^/0-9]{1,20})?/(?:19|20)\d\d([-/]?)(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])/?"
)

_DAY = re.compile(r"(?:19|20)\d\d([-/.]?)(?:0?[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])")
_TO_DAY = re.compile(r"-(?:prev|previous|older|date-nav|day-nav|pager|pagination)-")
_LETTER = re.compile(r"[^\W\d_]")
MAX_LABEL_WORDS = 5
"""A link with more words is a headline, and its number an article's, not a month."""

_MONTH_BEHIND = re.compile(r"\s*[(（][^()（）]{1,20}[)）]\s*$")
"""The month in brackets behind a label: «過去の記事一覧（2026年11月）»."""

_DATE = re.compile(r"((?:19|20)\d\d)[-/.]?(\d\d?)[-/.]?(\d\d?)(?:/?$|&)")


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


def is_label(text: str) -> bool:
    """Whether the text of a link to a month or a year is a label, and no headline."""
    return words_in(_MONTH_BEHIND.sub("", text)) <= MAX_LABEL_WORDS


def is_month_of(url: str, own: frozenset[str]) -> bool:
    """True for an archive's address whose query names a month and the section, by what tells the
    section from others: "/archive.php?cat=4&year=2026&month=10"."""
    parts = urlsplit(url)
    given = parse_qsl(parts.query)
    told = [pair for pair in given if pair[1].lower() in own and not _OF_MONTH.fullmatch(pair[0])]
    path = unquote(parts.path).lower()
    return bool(told) and bool(_ARCHIVE_IN.search(path)) and _names_month(given, told[:1])


def is_day_below(url: str, section: str) -> bool:
    """True where the address is the section's own with a day below it, or in its query."""
    base, parts = urlsplit(section), urlsplit(url)
    stem = unquote(INDEX.sub("", base.path).rstrip("/"))
    if not stem or host_port(url) != host_port(section):
        return False
    path = unquote(parts.path)
    if parts.query:
        own, given = parse_qsl(base.query), parse_qsl(parts.query)
        more = [value for name, value in given if (name, value) not in own]
        same = INDEX.sub("", path).rstrip("/") == stem and all(pair in given for pair in own)
        return same and len(more) == 1 and bool(_DAY.fullmatch(more[0]))
    return path.startswith(stem) and bool(_DAY_BELOW.fullmatch(path[len(stem) :]))


def is_link_to_day(anchor: Anchor, section: str) -> bool:
    """True for a link of a date alone to this listing of a day, in what is called a way there."""
    if anchor.in_heading or _LETTER.search(anchor.text) or not is_day_below(anchor.url, section):
        return False
    above = anchor.element.getparent()
    names = names_of(anchor.element) + (names_of(above) if above is not None else "")
    return bool(_TO_DAY.search(names))


LEAST_DAYS = 4
"""Days that a calendar leads to, at least; fewer are links beside an article's date."""


def days_of_calendar(urls: Iterable[str], section: str) -> list[str]:
    """The days below a section to which its page's calendar leads, the last first."""
    days: dict[str, tuple[int, ...]] = {}
    for url in urls:
        if is_day_below(url, section):
            found = _DATE.search(unquote(url))
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
