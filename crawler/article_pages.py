"""Pages of articles: what is asked for, and what each answer means.

Pages that may hold an article go to `crawler.storing` as they came.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Mapping
from datetime import UTC, datetime

from scrapy.http import Request, Response
from twisted.python.failure import Failure

from crawler.browser import RENDER
from crawler.database import CannotStore
from crawler.fetching.failures import (
    BUSY_STATUSES,
    FINAL_STATUSES,
    GONE_STATUSES,
    PAGE_STATUSES,
    failure_of,
    refusal_of,
)
from crawler.fetching.politeness import retry_after_s
from crawler.fetching.waiting import NotNow
from crawler.frontier import Frontier
from crawler.listings.belonging import is_below
from crawler.pages import page_of
from crawler.revisits import Revisits
from crawler.storing import LATER_S, SOON_S, Fetched, settle
from crawler.traversal import Traversal
from crawler.visit import Visit
from db.read import DueLink
from pipeline.errors import Reason, Rejected
from pipeline.records import ListingKind
from pipeline.url_shapes import article_likeness
from pipeline.urls import canonical_url

SAYS_NOTHING = 0.5
"""`article_likeness` of an address that may be an article's or a section's."""


class ArticlePages:
    """The article pages of one visit. `traversals` are its listings, by their addresses."""

    def __init__(
        self, visit: Visit, frontier: Frontier, traversals: Mapping[str, Traversal]
    ) -> None:
        self.visit = visit
        self.source = visit.source
        self.frontier = frontier
        self.revisits = Revisits(visit)
        self.traversals = traversals

    async def due(self, again: Iterable[str] = ()) -> list[Request]:
        """Requests for the pages of links that are due, and of stored articles in `again`."""
        return [self._request(due) for due in await self.frontier.due(list(again))]

    async def uncertain(self) -> list[Request]:
        """Requests for pages that may belong to the section, once its listings are read."""
        return [self._request(due) for due in await self.frontier.uncertain()]

    async def changed(self) -> list[Request]:
        """Requests for stored articles that may have changed, to be asked for at a visit's end."""
        looks = await self.revisits.due()
        self.frontier.open += len(looks)
        return [self._request(due) for due in looks]

    def _request(self, due: DueLink) -> Request:
        return Request(
            due.link.url,
            self.parse,
            errback=self.failed,
            cb_kwargs={"due": due},
            headers={} if self.source.render else self.revisits.conditions(due),
            meta=dict(RENDER) if self.source.render else {},
            dont_filter=True,
            priority=0 if due.link.certain else -10,
        )

    async def parse(self, response: Response, due: DueLink) -> AsyncIterator[Fetched]:
        """An article's page, on its way to extraction; or the reason why it is none."""
        status = response.status
        if status in PAGE_STATUSES and not self._led_away(response):
            yield Fetched(due, page_of(response, self.source, self.frontier.dated(due.link)))
            return
        self.frontier.open -= 1
        if status in PAGE_STATUSES:
            away = Rejected(Reason.REDIRECTED_AWAY, f"redirected to {response.url}")
            await settle(self.visit, due, away, gone=True)
        elif status == 304 and due.article_id is not None:
            await self.revisits.unchanged(due)
        elif status in GONE_STATUSES:
            await settle(self.visit, due, Rejected(Reason.GONE, f"HTTP {status}"), gone=True)
        elif status in BUSY_STATUSES:
            asked_s = retry_after_s(response, datetime.now(UTC)) or 0.0
            await settle(self.visit, due, refusal_of(status), retry_s=max(SOON_S, asked_s))
        else:
            await settle(self.visit, due, refusal_of(status), retry_s=_first_wait_s(status))

    async def failed(self, failure: Failure) -> None:
        """An article's page that did not come. Links of a host that is left alone stay as they
        were, for the next visit."""
        self.frontier.open -= 1
        if isinstance(failure.value, NotNow | CannotStore):
            return
        request = failure.request  # type: ignore[attr-defined]
        rejected, retry = failure_of(failure.value or failure)
        retry_s = SOON_S if retry else None
        await settle(self.visit, request.cb_kwargs["due"], rejected, retry_s=retry_s)

    def lists(self, kind: ListingKind = ListingKind.SECTION) -> set[str]:
        """The addresses that this visit read as lists, without closing slashes: no articles. What
        a feed names is none either while nothing but the address of a further page says so."""
        read = [each for each in self.traversals.values() if each.brought or not each.part]
        first = {traversal.url for traversal in read}
        if kind is ListingKind.FEED:
            known = first.union(*(traversal.held for traversal in read))
        else:
            known = first.union(*(traversal.asked - traversal.empty for traversal in read))
        return {url.rstrip("/") for url in known}

    def _led_away(self, response: Response) -> bool:
        """True where an article's address redirects to the home page, a listing or its section."""
        if not response.request or "redirect_urls" not in response.request.meta:
            return False
        address = canonical_url(response.url) or ""
        home = address.split("://", 1)[-1].count("/") == 1 and address.endswith("/")
        if home or address.rstrip("/") in self.lists():
            return True
        return _leads_up(response.request.meta["redirect_urls"][0], address)


def _leads_up(url: str, address: str) -> bool:
    """True where an article's address leads to what it stands below, its section: not where a
    page of the article, as /print or /amp, leads to the article."""
    here, there = article_likeness(url), article_likeness(address)
    return there <= SAYS_NOTHING and there < here and is_below(url, address)


def _first_wait_s(status: int) -> float | None:
    """Seconds before a page is asked for again that was answered so; None: never."""
    if status in FINAL_STATUSES:
        return None
    return SOON_S if status >= 500 else LATER_S
