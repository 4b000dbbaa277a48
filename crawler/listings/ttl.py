"""How long a feed says that it need not be read again."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from crawler.listings.safe_xml import local_name

_PERIODS_S = {
    "hourly": 3_600.0,
    "daily": 86_400.0,
    "weekly": 7 * 86_400.0,
    "monthly": 30 * 86_400.0,
    "yearly": 365 * 86_400.0,
}
"""Values of `updatePeriod`: RDF Site Summary 1.0 Modules, Syndication."""


def read_ttl_s(channel: Iterable[etree._Element]) -> float | None:
    """Seconds between two readings at least, by a feed's channel; None where it says nothing.

    `ttl` is in minutes (RSS 2.0); `updatePeriod` is divided by `updateFrequency`, which is 1 where
    it is not given. Where both stand the longer one holds.
    """
    texts = {local_name(child).lower(): (child.text or "").strip().lower() for child in channel}
    ttl, frequency = texts.get("ttl", ""), texts.get("updatefrequency", "")
    said = [60.0 * int(ttl)] if _is_number(ttl) else []
    if period_s := _PERIODS_S.get(texts.get("updateperiod", "")):
        said.append(period_s / int(frequency) if _is_number(frequency) else period_s)
    return max(said, default=None)


def _is_number(text: str) -> bool:
    return text.isdecimal() and len(text) < 10 and int(text) > 0
