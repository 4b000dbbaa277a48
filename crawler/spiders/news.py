"""The one spider: from a source's listings to its article pages.

A visit goes through the source's listings: the section's pages one after the other, its feeds, the
WordPress interface, and site-wide listings where the section page leads no further. Beside them it
takes up the links that an earlier one left pending. Each page of a listing is read in
a worker process and its links are saved in one batch; those that are new are asked for. Pages of
articles go to `crawler.storing` as they came.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any

import scrapy
from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DontCloseSpider
from scrapy.http import Request, Response

from crawler import scrapy_settings
from crawler.article_pages import ArticlePages
from crawler.database import CannotStore
from crawler.events import CrawlRequest
from crawler.frontier import Frontier
from crawler.listing_pages import ListingPages
from crawler.recleaning import clean_earlier
from crawler.traversal import Traversal
from crawler.visit import Visit, open_visit
from crawler.workers import heap
from crawler.workers.extraction import ExtractionPool
from pipeline.memory import known_later


class NewsSpider(scrapy.Spider):
    """Visits one source: `scrapy crawl news -a source=ID`, or `python -m crawler.run`."""

    name = "news"

    def __init__(self, visit: Visit, pool: ExtractionPool) -> None:
        super().__init__()
        self.visit = visit
        self.source = visit.source
        self.pool = pool
        self.frontier = Frontier(visit)
        self.traversals: dict[str, Traversal] = {}
        self.articles = ArticlePages(visit, self.frontier, self.traversals)
        self.listings = ListingPages(visit, pool, self.articles, self.traversals)
        self.repeated = known_later(visit.memory)
        self.ending = False
        self.last_look: asyncio.Task[None] | None = None
        self.asking: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(
        cls, crawler: Crawler, *args: Any, source: str = "", visit: Visit | None = None, **_: Any
    ) -> NewsSpider:
        visit = visit or open_visit(CrawlRequest(source), lambda event: None)
        crawler.settings.setdict(scrapy_settings.of_visit(visit.settings, visit.source), "spider")
        settings = visit.settings
        pool = ExtractionPool.of(settings, visit.source)
        pool.on_failure = visit.database.on_failure
        spider = cls(visit, pool)
        spider._set_crawler(crawler)
        crawler.signals.connect(spider.on_idle, signals.spider_idle)
        crawler.signals.connect(spider.on_spare_time, signals.scheduler_empty)
        crawler.signals.connect(spider.on_response, signals.response_downloaded)
        crawler.signals.connect(spider.on_request, signals.request_reached_downloader)
        return spider

    # Where a visit begins ---------------------------------------------------------------------

    async def start(self) -> AsyncIterator[Request]:
        """Every listing that is known, then the links that an earlier visit left: a page that
        fails again counts only once the host has answered."""
        async for begun in self.listings.begin_known():
            yield begun
        for request in await self.articles.due():
            yield request

    # Beside the pages ---------------------------------------------------------------------------

    def on_request(self) -> None:
        self.visit.requests += 1

    def on_response(self, response: Response) -> None:
        self.visit.bytes += len(response.body)
        heap.passed(len(response.body))

    def on_spare_time(self) -> None:
        """More could be under way: what was held back is asked for, be one host slow to answer."""
        asking = self.asking is not None and not self.asking.done()
        if self.frontier.has_more and not (asking or self.ending or self.visit.stopping):
            self.asking = asyncio.get_event_loop().create_task(self._ask_for_more())

    async def _ask_for_more(self) -> None:
        with suppress(CannotStore):  # the visit has told of it, and ends
            for request in await self.articles.due():
                self.crawler.engine.crawl(request)

    def on_idle(self) -> None:
        """Nothing is asked for any more. The end is ours to call: links may have been held back,
        and Scrapy would look again only after some seconds."""
        if not self.ending:
            self.ending = True
            self.last_look = asyncio.get_event_loop().create_task(self._go_on_or_end())
        raise DontCloseSpider

    async def _go_on_or_end(self) -> None:
        try:
            if self.asking is not None:
                await self.asking
            if await self._go_on():
                self.ending = False
                return
            visit = self.visit
            if self.listings.unread and len(self.listings.unread) == len(self.traversals):
                visit.fail(self.listings.unread[0])
            cut_short = visit.stopping or visit.error or visit.limit_reached()
            if not cut_short and not visit.hosts.any_closed:
                await self.frontier.leave_uncertain()
            if not visit.stopping:
                await clean_earlier(visit, self.repeated)
                visit.look_at_overlap()
                visit.warn()
        except CannotStore:  # the visit has told of it, and ends
            pass
        except Exception as error:  # whatever it is, the visit must end: nobody else would end it
            self.logger.exception("the visit could not go on")
            self.visit.fail(f"{type(error).__name__}: {error}")
        await self.crawler.engine.close_spider_async(reason="finished")

    async def _go_on(self) -> bool:
        """Ask for what was held back: links over the limit, uncertain ones, articles to look at
        again. False where nothing is left."""
        if self.visit.stopping:
            return False
        self.frontier.open = 0
        requests = await self.articles.due() or await self.articles.uncertain()
        requests = requests or await self.articles.changed()
        for request in requests:
            self.crawler.engine.crawl(request)
        return bool(requests)

    def closed(self, reason: str) -> None:
        """End the workers and record the visit's end."""
        self.pool.close()
        self.visit.end()
