"""When a listing says that its articles appeared: the time element of each one's record, or a day
in words that is called its date."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import islice

from lxml.html import HtmlElement

from crawler.listings.choice.anchors import Anchor, text_of_element
from crawler.listings.moments import read_moment
from pipeline.days.written import parse_line

MAX_DAY_CHARS = 40
"""Characters of a day in words with what is said before it; a longer text is more than a day."""

_CALLED_DATE = (
    "(descendant-or-self::*[self::time or contains(@class, 'date') or contains(@class, 'Date')"
    " or contains(@class, 'time') or contains(@class, 'publi')])[position() <= 12]"
)
_WHOLE_DAY = re.compile(r"^\d{4}\D|\d{4}年|[^\W\d_]{3,}.*\d{4}")
"""A year with a month's name, or before month and day: days in numbers alone are read both ways."""
_BARE_TAGS = ("span", "i", "em", "small", "div", "p", "td", "b", "font", "center", "dd", "label")
MOST_BARE = 12
MAX_DAY_WORDS = 6
"""Words of what is a day with its week's and its hour, and no more."""
_OF_CHANGE = re.compile(r"updat|modif", re.IGNORECASE)
_TOP = frozenset({"html", "body", "main"})


def listed_times(
    anchors: Iterable[Anchor], now: datetime, language: str | None = None
) -> dict[str, datetime | date]:
    """The time beside each article's link, by URL; none for an article whose record names several.

    An article's record is the largest element around its link that holds no other article's. What
    is written for machines goes first; of words only a whole day with its year, in what is called a
    date, or in a line of its own where nothing is called so: others may be counted back, or be of
    another thing. `now` is when the page was fetched.
    """
    chosen = list(anchors)
    if len(chosen) < 2:  # a record is known by where the next one begins
        return {}
    holds = Counter(element for anchor in chosen for element in _upwards(anchor.element))
    linked = _linked_times(chosen[0].element.getroottree().getroot())
    found: dict[str, datetime | date] = {}
    for anchor in chosen:
        record = anchor.element
        for element in _upwards(anchor.element):
            if holds[element] > 1 or element.tag in _TOP:
                break
            record = element
        said = linked.get(anchor.element.get("href") or "", set())
        if len(said) != 1:
            said = {time.get("datetime") or "" for time in record.iter("time") if _is_first(time)}
        moment = read_moment(said.pop()) if len(said) == 1 else None
        if moment is None and not said:
            moment = _day_in_words(record, now, language)
        if moment is not None:
            found[anchor.url] = moment
    return found


def _linked_times(root: HtmlElement) -> dict[str, set[str]]:
    """The times that lead to an article, by its address as written: permanent links, as many lists
    print them, which tell an article's own time where its record shows the times of others too."""
    found: dict[str, set[str]] = {}
    for time in root.iter("time"):
        around = time.getparent()
        links = [around] if around is not None and around.tag == "a" else [*time.iter("a")]
        if len(links) == 1 and _is_first(time):
            found.setdefault(links[0].get("href") or "", set()).add(time.get("datetime") or "")
    return found


def _upwards(element: HtmlElement) -> Iterator[HtmlElement]:
    yield element
    yield from element.iterancestors()


def _is_first(time: HtmlElement) -> bool:
    """Whether a time element is not of a later change."""
    return bool(time.get("datetime")) and not _OF_CHANGE.search(time.get("class") or "")


def _day_in_words(record: HtmlElement, now: datetime, language: str | None) -> date | None:
    """The only day that a record's dates tell, without the time of the day."""
    days: set[date] = set()
    for element in record.xpath(_CALLED_DATE) or _bare_lines(record):
        text = text_of_element(element, MAX_DAY_CHARS + 1)
        if _OF_CHANGE.search(element.get("class") or "") or len(text) > MAX_DAY_CHARS:
            continue
        if _WHOLE_DAY.search(text):
            told = parse_line(text, now, language)
            days.update(_day_of(value) for value, changed in told if not changed)
    return days.pop() if len(days) == 1 else None


def _bare_lines(record: HtmlElement) -> list[HtmlElement]:
    """The lines of a record in which nothing is called a date that a day may be: of few words, in
    an element of their own that neither is a link nor stands in one."""
    lines = list(islice(record.iter(*_BARE_TAGS), MOST_BARE))
    return [
        line
        for line in lines
        if len(line) == 0
        and _has_numbers_at_edge((line.text or "").split())
        and next(line.iterancestors("a", "h1", "h2", "h3", "h4"), None) is None
    ]


def _has_numbers_at_edge(words: list[str]) -> bool:
    """Whether words end with a number, or are few and begin with one, as a day does."""
    if not 0 < len(words) <= MAX_DAY_WORDS:
        return False
    begins, ends = (any(map(str.isdigit, word)) for word in (words[0], words[-1]))
    return ends or (begins and len(words) <= MAX_DAY_WORDS - 2)


def _day_of(value: datetime | date) -> date:
    return value.date() if isinstance(value, datetime) else value
