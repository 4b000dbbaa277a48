"""Links that a feed dates after they were handed out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

from crawler.frontier import Frontier
from pipeline.records import Link, ListingKind

SITE = "https://quay.example"
TOLD = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


class _Database:
    async def write(self, change: Callable[..., Any]) -> int:
        return 0


def _frontier(*links: Link) -> Frontier:
    source = SimpleNamespace(id="quay", private_hosts=(), links=SimpleNamespace(article=None))
    visit = SimpleNamespace(source=source, database=_Database(), since=None)
    frontier = Frontier(visit)  # type: ignore[arg-type]  # what it asks of a visit here
    asyncio.run(frontier.save(links, SITE))
    return frontier


def test_a_page_is_dated_by_the_feed_that_came_after_it_was_asked_for() -> None:
    shown = Link(SITE + "/a", SITE, title="Aa")
    told = Link(SITE + "/a", SITE + "/feed", ListingKind.FEED, title="Bb", published=TOLD)
    dated = _frontier(told).dated(shown)
    assert (dated.published, dated.kind, dated.title) == (TOLD, ListingKind.FEED, "Aa")


def test_what_dates_no_page() -> None:
    shown = Link(SITE + "/a", SITE)
    changed = Link(SITE + "/a", SITE + "/map", ListingKind.SITEMAP, published=TOLD)
    other = Link(SITE + "/b", SITE + "/feed", ListingKind.FEED, published=TOLD)
    by_day = Link(SITE + "/a", SITE + "/feed", ListingKind.FEED, published=TOLD.date())
    assert _frontier(changed, other, by_day).dated(shown) is shown


def test_a_sitemap_takes_no_page_the_time_of_its_feed() -> None:
    shown = Link(SITE + "/a", SITE)
    told = Link(SITE + "/a", SITE + "/feed", ListingKind.FEED, published=TOLD)
    changed = Link(SITE + "/a", SITE + "/map", ListingKind.SITEMAP, published=TOLD)
    frontier = _frontier(told, changed)
    assert frontier.dated(shown).kind is ListingKind.FEED
    assert list(frontier.timed) == [SITE + "/a"]
