"""When a listing says that its articles appeared: the time element of each one's record."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from lxml.html import HtmlElement

from crawler.listings.choice.anchors import Anchor
from crawler.listings.moments import read_moment

_OF_CHANGE = re.compile(r"updat|modif", re.IGNORECASE)
_TOP = frozenset({"html", "body", "main"})


def listed_times(anchors: Iterable[Anchor]) -> dict[str, datetime | date]:
    """The time beside each article's link, by URL; none for an article whose record names several.

    An article's record is the largest element around its link that holds no other article's. Only
    what is written for machines is read: words may be counted back from a day that is not known
    here, or be of another thing.
    """
    chosen = list(anchors)
    if len(chosen) < 2:  # a record is known by where the next one begins
        return {}
    holds = Counter(element for anchor in chosen for element in _upwards(anchor.element))
    found: dict[str, datetime | date] = {}
    for anchor in chosen:
        record = anchor.element
        for element in _upwards(anchor.element):
            if holds[element] > 1 or element.tag in _TOP:
                break
            record = element
        said = {time.get("datetime") for time in record.iter("time") if _is_first(time)}
        moment = read_moment(said.pop()) if len(said) == 1 else None
        if moment is not None:
            found[anchor.url] = moment
    return found


def _upwards(element: HtmlElement) -> Iterator[HtmlElement]:
    yield element
    yield from element.iterancestors()


def _is_first(time: HtmlElement) -> bool:
    """Whether a time element is not of a later change."""
    return bool(time.get("datetime")) and not _OF_CHANGE.search(time.get("class") or "")
