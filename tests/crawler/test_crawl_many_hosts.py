"""A page that is slow to come holds up nothing but its own host."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator, Sequence
from html import escape

import pytest
from crawl_desk import Desk
from news_content import Story, make_stories
from news_server import Answer, Asked
from scrapy.http import HtmlResponse
from wordpress_site import WordPressSite

from crawler.article_pages import ArticlePages
from crawler.events import CrawlRequest
from crawler.frontier import UNDER_WAY, Frontier
from crawler.storing import Fetched
from crawler.visit import open_visit
from db.read import DueLink
from pipeline.records import Link

SECTION = "/tech/list/"


@pytest.fixture
def site() -> Iterator[WordPressSite]:
    with WordPressSite(make_stories(5, {"tech": 70, "sport": 4}), feed=False) as it:
        yield it


def listing(urls: Sequence[tuple[str, Story]]) -> Answer:
    cards = "".join(
        f'<article class="post"><h2><a href="{url}">{escape(story.title)}</a></h2>'
        f"<time datetime={story.published.isoformat()}></time><p>{escape(story.paragraphs[0])}</p>"
        "</article>"
        for url, story in urls
    )
    return Answer(f"<html><title>Tech</title><main><h1>Tech</h1>{cards}</main></html>")


class Waiting:
    """Answers once `site` was asked for enough, and notes which answers that was too late for."""

    def __init__(self, site: WordPressSite, enough: int) -> None:
        self.site, self.enough = site, enough
        self.seen = threading.Event()
        self.late: list[str] = []
        own = site.fallback

        def watched(asked: Asked) -> Answer | None:
            if len(site.asked("/tech/")) >= enough:
                self.seen.set()
            return own(asked)

        site.fallback = watched

    def answer(self, asked: Asked, story: Story) -> Answer:
        if not self.seen.wait(10):
            self.late.append(asked.path)
        return Answer(self.site.article(story))


def test_a_slow_host_holds_up_none_of_the_others(site: WordPressSite, desk: Desk) -> None:
    own, foreign = site.of("tech")[:20], site.of("tech")[20:30]
    with WordPressSite(foreign, feed=False) as slow:
        waiting = Waiting(site, len(own))
        for story in foreign:
            slow.routes[story.path] = lambda asked, story=story: waiting.answer(asked, story)
        site.stories = own
        before, after = foreign[:5], foreign[5:]
        named = [(slow.url(story.path), story) for story in before]
        named += [(site.url(story.path), story) for story in own]
        named += [(slow.url(story.path), story) for story in after]
        site.routes[SECTION] = listing(named)
        desk.watch("wp", site.url(SECTION), slow.host)
        assert desk.crawl("wp").exit == 0
    assert not waiting.late
    assert len(desk.articles()) == 30


def test_a_slow_page_holds_up_nothing_of_a_long_list(site: WordPressSite, desk: Desk) -> None:
    """Fifty links of a list are asked for before one of them answered; the rest follow at once."""
    stories = site.of("tech")
    waiting = Waiting(site, 65)
    site.routes[stories[0].path] = lambda asked: waiting.answer(asked, stories[0])
    site.routes[SECTION] = listing([(site.url(story.path), story) for story in stories])
    desk.watch("wp", site.url(SECTION))
    assert desk.crawl("wp").exit == 0
    assert not waiting.late
    assert len(desk.articles()) == 70


def test_a_page_that_waits_to_be_read_is_under_way(site: WordPressSite, desk: Desk) -> None:
    """Small pages come faster than they are read, and each that waits takes memory."""
    desk.watch("wp", site.url(SECTION))
    request = CrawlRequest("wp", str(desk.db), str(desk.sources), contact="https://example.org/")
    visit = open_visit(request, lambda event: None)
    frontier = Frontier(visit)
    pages = ArticlePages(visit, frontier, {})
    frontier.open = UNDER_WAY
    url = site.url(site.of("tech")[0].path)
    due = DueLink(1, Link(url, site.url(SECTION)), 0, None, None, None)

    async def came() -> list[Fetched]:
        return [item async for item in pages.parse(HtmlResponse(url, body=b"<p>x"), due)]

    assert len(asyncio.run(came())) == 1
    assert frontier.open == UNDER_WAY
    assert asyncio.run(frontier.due()) == []
    visit.end()
