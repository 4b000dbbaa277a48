"""How long an answer stays fresh, and that what is fresh is left alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from crawl_desk import Desk
from news_content import make_stories
from news_server import Answer, Asked
from wordpress_site import WordPressSite

from crawler.fetching.freshness import MAX_FRESH_S, fresh_for_s

NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
AN_HOUR_ON = "Tue, 10 Mar 2026 13:00:00 GMT"
SECTION, FEED = "/category/tech/", "/category/tech/feed/"


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, None),
        ({"cache-control": "max-age=600"}, 600),
        ({"cache-control": "public, max-age=600, s-maxage=7200"}, 600),
        ({"cache-control": "s-maxage=7200, public"}, 7200),
        ({"cache-control": 'Max-Age="90"'}, 90),
        ({"cache-control": "max-age=600", "age": "200"}, 400),
        ({"cache-control": "max-age=600", "age": "601"}, None),
        ({"cache-control": "max-age=0", "expires": AN_HOUR_ON}, None),
        ({"cache-control": "no-cache, max-age=600"}, None),
        ({"cache-control": "no-store"}, None),
        ({"cache-control": "max-age=soon"}, None),
        ({"cache-control": "public", "expires": AN_HOUR_ON}, 3600),
        ({"expires": AN_HOUR_ON, "date": "Tue, 10 Mar 2026 12:30:00 GMT"}, 1800),
        ({"expires": "0"}, None),
        ({"expires": "Tue, 10 Mar 2020 13:00:00 GMT"}, None),
        ({"expires": "31536000"}, None),
        ({"cache-control": "max-age=31536000"}, MAX_FRESH_S),
        ({"cache-control": "max-age=" + "9" * 300}, None),
    ],
    ids=lambda value: (
        " ".join(f"{k}={v:.30}" for k, v in value.items()) if isinstance(value, dict) else None
    ),
)
def test_how_long_an_answer_stays_fresh(headers: dict[str, str], expected: float | None) -> None:
    assert fresh_for_s(headers.items(), NOW) == expected


@pytest.fixture
def site() -> Iterator[WordPressSite]:
    with WordPressSite(make_stories(5, {"tech": 3, "sport": 1, "economy": 1})) as it:
        yield it


def asking_for(site: WordPressSite, path: str, headers: dict[str, str]) -> None:
    """Let the site's answers for a path say how long they stay fresh."""
    page: Callable[[Asked], Answer | None] = site.fallback

    def answer(asked: Asked) -> Answer | None:
        made = page(asked)
        return replace(made, headers=headers) if made and asked.path == path else made

    site.fallback = answer


def test_a_fresh_listing_is_left_alone_by_visits_that_nobody_asked_for(
    site: WordPressSite, desk: Desk
) -> None:
    asking_for(site, FEED, {"Cache-Control": "max-age=3600"})
    desk.watch("wp", site.url(SECTION))
    desk.crawl("wp", "--due-only")
    ttl = {row["kind"]: row["ttl_s"] for row in desk.rows("SELECT * FROM listings")}
    assert (ttl["feed"], ttl["section"]) == (3600, None)
    site.forget()
    assert desk.crawl("wp", "--due-only").exit == 0
    assert SECTION in site.asked()
    assert FEED not in site.asked()
    desk.crawl("wp")
    assert FEED in site.asked()


def test_a_listing_that_is_no_longer_fresh_is_asked_for(site: WordPressSite, desk: Desk) -> None:
    asking_for(site, FEED, {"Cache-Control": "max-age=3600"})
    desk.watch("wp", site.url(SECTION))
    desk.crawl("wp", "--due-only")
    desk.change("UPDATE listings SET checked_at = datetime(checked_at, '-30 minutes')")
    site.forget()
    desk.crawl("wp", "--due-only")
    assert FEED not in site.asked()
    desk.change("UPDATE listings SET checked_at = datetime(checked_at, '-2 hours')")
    desk.crawl("wp", "--due-only")
    assert FEED in site.asked()


def test_a_feed_says_how_long_it_may_be_left_alone(site: WordPressSite, desk: Desk) -> None:
    rss = site.rss("tech").replace("<item>", "<ttl>120</ttl><item>", 1)
    site.routes[FEED] = Answer(rss, content_type="application/rss+xml")
    desk.watch("wp", site.url(SECTION))
    desk.crawl("wp")
    (feed,) = desk.rows("SELECT ttl_s FROM listings WHERE kind = 'feed'")
    assert feed["ttl_s"] == 7200


def test_a_section_that_is_empty_all_of_a_sudden_is_fresh_no_longer(
    site: WordPressSite, desk: Desk
) -> None:
    desk.watch("wp", site.url(SECTION))
    desk.crawl("wp", "--due-only")
    headers = {"Cache-Control": "max-age=3600"}
    site.routes[SECTION] = Answer("<title>Tech</title><main></main>", headers=headers)
    for _ in range(2):
        ended = desk.crawl("wp", "--due-only").ended
        assert ended["counts"]["reasons"]["listing:no-links"] == 1
