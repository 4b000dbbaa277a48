"""Articles that are split over several pages: the further ones are fetched and joined."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from scrapy.crawler import Crawler
from scrapy.http import Request
from scrapy.http.request import NO_CALLBACK

from crawler.browser import RENDER
from crawler.fetching.failures import BUSY_STATUSES, PAGE_STATUSES, failure_of, refusal_of
from crawler.pages import is_part_of, join_parts, page_of
from crawler.visit import Visit
from pipeline.errors import Rejected
from pipeline.records import Article, Page
from pipeline.urls import canonical_url, same_site

MAX_PARTS = 20
"""Pages of one article that are fetched and joined."""
PASSING_STATUSES = BUSY_STATUSES | {408}
"""With those from 500 on, HTTP statuses that say nothing of whether there is a further page."""


class Parts:
    """The further pages of articles, in one visit."""

    def __init__(
        self,
        crawler: Crawler,
        visit: Visit,
        extracted: Callable[[Page], Awaitable[Article | Rejected]],
    ) -> None:
        self.crawler = crawler
        self.visit = visit
        self.extracted = extracted

    async def whole(self, first: Article, asked: str, *, complete: bool) -> Article | Rejected:
        """An article of which the first page, that was asked for at `asked`, is at hand, joined.

        A page that is not there, or that tells of something else, ends it: links to a next page
        often lead to none. Where one does not come today it is not known whether the article ends:
        why, if it is to be `complete`; else what there is of it.
        """
        parts, seen = [first], {first.url, asked}
        known = {first.content_hash}
        while (url := canonical_url(parts[-1].next_page_url or "")) and len(parts) < MAX_PARTS:
            if url in seen or not same_site(url, first.url):
                break
            seen.add(url)
            page = await self._page(url)
            if isinstance(page, Rejected) and complete:
                return Rejected(page.reason, f"its further page {url}: {page.detail}"[:300])
            if not isinstance(page, Page):
                break
            part = await self.extracted(page)
            if not isinstance(part, Article) or not is_part_of(first, part):
                break
            if part.content_hash in known:  # the same page under another address
                break
            known.add(part.content_hash)
            parts.append(part)
        return join_parts(parts)

    async def _page(self, url: str) -> Page | Rejected | None:
        """A further page; why it does not come today; None where it is not there."""
        request = Request(
            url,
            callback=NO_CALLBACK,
            dont_filter=True,
            meta=dict(RENDER) if self.visit.source.render else {},
        )
        assert self.crawler.engine is not None
        try:
            response = await self.crawler.engine.download_async(request)
        except Exception as error:  # noqa: BLE001  # whatever the network does is told as a reason
            rejected, retry = failure_of(error)
            return rejected if retry else None
        if response.status in PASSING_STATUSES or response.status >= 500:
            return refusal_of(response.status)
        return page_of(response, self.visit.source) if response.status in PAGE_STATUSES else None
