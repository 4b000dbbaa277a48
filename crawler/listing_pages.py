"""Pages of listings: what is asked for, and what each answer means.

Each page of a listing is read in a worker process and its links are saved in one batch; those that
are new are asked for. A section's own pages come first, then what its first page names.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from datetime import timedelta

from scrapy.http import Request, Response
from twisted.python.failure import Failure

from crawler.article_pages import ArticlePages
from crawler.browser import RENDER
from crawler.database import CannotStore
from crawler.events import Event
from crawler.fetching.failures import (
    GONE_STATUSES,
    PAGE_STATUSES,
    asked_if_changed,
    failure_of,
    refusal_of,
)
from crawler.fetching.freshness import fresh_for_s
from crawler.fetching.posting import posted
from crawler.fetching.waiting import NotNow
from crawler.idle_parameters import IdleParameters
from crawler.known_listings import LEAST_ERROR, KnownListings
from crawler.led_away import LedAway, led_by
from crawler.led_home import led_home
from crawler.list_reasons import (
    CUT_SHORT,
    LIST_EMPTY,
    MORE_LINKS,
    MORE_PAGES,
    NO_ADDRESS,
    OVERLAP_LOST,
)
from crawler.listings.link_rule import chooses
from crawler.listings.records import Listing, MoreForm
from crawler.moved_hosts import MovedHosts
from crawler.named_listings import Named, of_section, of_site
from crawler.other_categories import with_others_told
from crawler.pages import page_of
from crawler.traversal import Traversal
from crawler.unread_lists import UnreadLists
from crawler.visit import Visit
from crawler.workers import work
from crawler.workers.extraction import ExtractionPool
from pipeline.errors import Reason, Rejected
from pipeline.memory import for_listings
from pipeline.records import ListingKind, Page
from pipeline.urls import canonical_url, same_site

LISTING_PRIORITY = 10
"""Listings go before articles: they are few, and what they lead to is the rest of the work."""

LED_AWAY = frozenset({Reason.REDIRECTED_AWAY})
ENDS = LED_AWAY | {Reason.EMPTY}
"""What a further page gives that is not there: a list may end so."""


class ListingPages:
    """The listing pages of one visit. `traversals` are its listings, by their addresses."""

    def __init__(
        self,
        visit: Visit,
        pool: ExtractionPool,
        articles: ArticlePages,
        traversals: dict[str, Traversal],
    ) -> None:
        self.visit = visit
        self.source = visit.source
        self.pool = pool
        self.articles = articles
        self.frontier = articles.frontier
        self.traversals = traversals
        self.known = KnownListings(visit)
        self.led_away = LedAway(visit, self.known, self.frontier)
        self.moved, self.idle = MovedHosts(visit), IdleParameters(visit)
        self.kept: dict[str, tuple[list[Named], Listing]] = {}
        """Listings of the whole site that sections' first pages named, by the section."""
        self.held: list[Named] = []
        """What the source's file names beside the section, until the section's page was read."""
        self.unread_lists = UnreadLists(visit, self.known)
        self.unread: list[str] = []
        """What is wrong with each listing of which not even the first page could be read."""

    async def begin_known(self) -> AsyncIterator[Request]:
        """Requests for what is known of a source: first its section, whose page tells what the
        feeds in the source's file are of."""
        self.held = await self.known.load()
        if self.held and self.held[0][0] is ListingKind.SECTION:
            kind, url = self.held.pop(0)
            if request := self.begin(kind, url):
                yield request
                return
        for request in self._held_back():
            yield request

    def _held_back(self, name: str | None = None) -> Iterable[Request]:
        held, self.held = self.held, []
        for kind, url in held:
            known = name if kind is ListingKind.FEED else None
            if request := self.begin(kind, url, name=known):
                yield request

    def begin(
        self,
        kind: ListingKind,
        url: str,
        *,
        own: bool = False,
        name: str | None = None,
        whole: Traversal | None = None,
    ) -> Request | None:
        """Begin to go through a listing, that of a part of the section `whole` for one; None where
        this visit has begun already, or where the listing asks to be left alone still."""
        address = canonical_url(url)
        if address is None or address in self.traversals or self.known.fresh(address):
            return None
        until = self.visit.started_at.date() + timedelta(days=1)  # it may be tomorrow there
        most = self.visit.max_pages
        traversal = Traversal(kind, address, most, own=own, name=name, until=until)
        if whole is not None:
            traversal.part, traversal.links = True, set(whole.links)
        self.traversals[address] = traversal
        return self._request(traversal, address)

    def _request(self, traversal: Traversal, way: str | MoreForm) -> Request:
        """A page of a listing; the first one only if it has changed since the last visit."""
        if isinstance(way, MoreForm):
            asked = posted(way)
        else:
            rendered = self.source.render and traversal.kind is ListingKind.SECTION
            is_first = way == traversal.url and not rendered
            conditions = self.known.conditions(way) if is_first else {}
            asked = Request(way, headers=conditions, meta=dict(RENDER) if rendered else {})
        return asked.replace(
            callback=self.parse,
            errback=self.failed,
            cb_kwargs={"traversal": traversal},
            priority=LISTING_PRIORITY,
            dont_filter=True,
        )

    async def parse(self, response: Response, traversal: Traversal) -> AsyncIterator[Request]:
        """One page of a listing: save its links, ask for the new ones, go on to the next page."""
        page = page_of(response, self.source)
        if not traversal.pages and page.requested_url != page.final_url:
            traversal.led_by = led_by(response)
        if response.status == 304 and asked_if_changed(response):
            traversal.ttl_s = fresh_for_s(page.headers, page.fetched_at)
            self.unread_lists.section_gives |= traversal.kind is ListingKind.SECTION
            await self._ended(traversal, 304)
            for request in self._held_back():
                yield request
            return
        if response.status not in PAGE_STATUSES:
            rejected = refusal_of(response.status)
            gone = response.status in GONE_STATUSES
            status = response.status if response.status >= LEAST_ERROR else None
            async for request in self._unread(
                traversal, response.url, rejected, gone=gone, status=status
            ):
                yield request
            return
        listing = await self._read(page, traversal)
        if isinstance(listing, Rejected):
            ended = traversal.pages > 0 and listing.reason in ENDS
            asked = page.requested_url if listing.reason in LED_AWAY else response.url
            async for request in self._unread(traversal, asked, listing, gone=ended):
                yield request
            return
        self._look_at_rule(listing, traversal)
        self.unread_lists.read(traversal, listing)
        if listing.others:
            section = self.traversals.get(canonical_url(self.source.section or "") or "")
            listing = with_others_told(listing, section.links if section else ())
        if not traversal.pages and not response.meta.get("playwright"):
            traversal.keep_answer(page, listing.ttl_s)
        listing = await self.idle.as_known(await self.moved.as_known(listing))
        old = await self.frontier.old(traversal.url, listing.links)
        if not traversal.pages and self.known.lost(traversal, listing, old):
            self.visit.reasons[OVERLAP_LOST] += 1
        if not traversal.pages and self.known.holds_too_little(traversal, listing):
            self.visit.reasons[LIST_EMPTY] += 1
            # It is to be read again, not to be found unchanged, or fresh still.
            traversal.validators, traversal.ttl_s = (None, None), None
        goes_on = traversal.read(listing, old, canonical_url(response.url) or response.url)
        if traversal.led or await self.frontier.any_stored(listing.leads):
            self.visit.leads |= traversal.leads
        lists = self.articles.lists(traversal.kind)
        links = [link for link in listing.links if link.url.rstrip("/") not in lists]
        new = await self.frontier.save(links, traversal.url)
        data = {"url": response.url, "listing": traversal.kind.value, "links": len(listing.links)}
        self.visit.tell(Event("listing", {**data, "new": new}))
        self.visit.listings += 1
        again = [link.url for link in listing.links] if self.visit.request.full else []
        for request in await self.articles.due(again):
            yield request
        for request in self._found(traversal, listing):
            yield request
        async for request in self._next(traversal, goes_on):
            yield request

    async def _read(self, page: Page, traversal: Traversal) -> Listing | Rejected:
        """What a page of a listing says, read in a process of its own."""
        if traversal.kind is ListingKind.SECTION and (away := led_home(page)):
            return away
        found = await self._read_as(page, traversal)
        if not isinstance(found, Rejected) and traversal.led_by and not traversal.pages:
            return await self.led_away.instead(page, traversal, found) or found
        return found

    async def _read_as(self, page: Page, traversal: Traversal) -> Listing | Rejected:
        most = self.visit.settings.max_links * (10 if traversal.kind is ListingKind.SITEMAP else 1)
        found = await self.pool.run(
            work.read_listing,
            traversal.kind,
            page,
            self.source,
            for_listings(self.visit.memory),
            own=traversal.own,
            name=traversal.name,
            first=not traversal.pages,
            looks=traversal.looks,
            part=traversal.part,
            made=traversal.made,
            shown=traversal.shown(),
            max_links=most,
        )
        if not isinstance(found, Rejected) and found.more:
            self.visit.reasons[MORE_LINKS] += 1
        if not isinstance(found, Rejected) and found.nameless:
            self.visit.reasons[NO_ADDRESS] += found.nameless
        if not isinstance(found, Rejected) and found.cut:
            self.visit.reasons[CUT_SHORT] += 1
        return found

    def _look_at_rule(self, listing: Listing, traversal: Traversal) -> None:
        """Note how many links the source's own rule picks. A selector is of the section's pages."""
        if not self.source.links.article:
            return
        urls = [link.url for link in listing.links]
        if (pattern := self.frontier.pattern) is not None:
            self.visit.looked("article", sum(chooses(pattern, url) for url in urls))
        elif traversal.kind is ListingKind.SECTION:
            self.visit.looked("article", len(urls))

    async def _next(self, traversal: Traversal, goes_on: bool) -> AsyncIterator[Request]:
        """The next page of a listing; or its end, and the listings of the whole site if the
        section's own led no further than one page."""
        way = traversal.next_page() if goes_on and not self.visit.limit_reached() else None
        address = way.url if isinstance(way, MoreForm) else way
        if way and address and same_site(address, traversal.url):
            yield self._request(traversal, way)
            return
        own = traversal.kind is ListingKind.SECTION or self.known.is_given(traversal.url)
        if goes_on and own and not traversal.part and traversal.cut_short:
            self.visit.reasons[MORE_PAGES] += 1
        await self._ended(traversal, 200)
        for url in self.known.to_read(traversal.parts, traversal.url):
            if request := self.begin(ListingKind.SECTION, url, whole=traversal):
                yield request
        everything = traversal.led_nowhere or self.visit.request.backfill
        if everything and traversal.url in self.kept:
            self.frontier.paginated = not traversal.led_nowhere
            for request in self._begin_all(traversal, *self.kept.pop(traversal.url)):
                yield request

    def _found(self, traversal: Traversal, listing: Listing) -> Iterable[Request]:
        """Requests for the listings that a section's first page names, and for a category's posts
        where WordPress was asked for its number. Those of the whole site are kept for the end where
        the page names further ones: they may not be there, or hold nothing."""
        yield from self._held_back(listing.name)
        if traversal.kind is ListingKind.WORDPRESS:
            yield from self._begin_all(
                traversal, [(ListingKind.WORDPRESS, url) for url in listing.wordpress], listing
            )
        if traversal.kind is not ListingKind.SECTION or traversal.pages > 1 or traversal.part:
            return
        self.frontier.paginated = traversal.paginated
        self.frontier.elsewhere = listing.elsewhere
        yield from self._begin_all(traversal, of_section(listing, self.source), listing)
        site = of_site(listing, self.source, self.visit.hosts.sitemaps)
        self.unread_lists.named_are(site)
        if not traversal.paginated:
            yield from self._begin_all(traversal, site, listing)
        else:
            self.kept[traversal.url] = (site, listing)

    def _begin_all(
        self, traversal: Traversal, named: list[Named], listing: Listing
    ) -> Iterable[Request]:
        self.unread_lists.named_are(named)
        for kind, url in named:
            own = kind is ListingKind.FEED and url in listing.feeds
            if same_site(url, traversal.url) and (
                request := self.begin(kind, url, own=own, name=listing.name)
            ):
                yield request

    async def failed(self, failure: Failure) -> AsyncIterator[Request]:
        """A page of a listing that did not come; that it was not asked for says nothing of it."""
        if isinstance(failure.value, NotNow | CannotStore) and self.visit.stopping:
            return
        request = failure.request  # type: ignore[attr-defined]
        rejected, _ = failure_of(failure.value or failure)
        asked = request.meta.get("redirect_urls", [request.url])[0]
        async for following in self._unread(request.cb_kwargs["traversal"], asked, rejected):
            yield following

    async def _unread(
        self,
        traversal: Traversal,
        url: str,
        rejected: Rejected,
        *,
        gone: bool = False,
        status: int | None = None,
    ) -> AsyncIterator[Request]:
        """Note a listing page that could not be read; a first page ends its listing, and a further
        page that is not there is where the listing ends."""
        if gone and (spare := traversal.spare_form(url)):
            yield self._request(traversal, spare)
            return
        self.visit.tell(
            Event("failed", {"url": url, "reason": rejected.reason.value,
                             "detail": rejected.detail,
                             "wrong": rejected.reason is Reason.NOT_FEED})
        )  # fmt: skip
        if traversal.pages:
            traversal.whole = traversal.whole and (gone or traversal.trying is not None)
            async for request in self._next(traversal, goes_on=True):
                yield request
            return
        await self.unread_lists.note(traversal, rejected, gone=gone, status=status)
        for request in self._held_back():
            yield request
        self.unread.append(f"{url}: {rejected.reason.value}: {rejected.detail}")
        # A section that robots.txt forbids does without its page where its file names other lists.
        spared = rejected.reason is Reason.ROBOTS and self._names_lists()
        if traversal.url == canonical_url(self.source.section or "") and not spared:
            self.visit.fail(self.unread[-1])

    def _names_lists(self) -> bool:
        return bool(self.source.feeds or self.source.sitemaps or self.source.wordpress)

    async def _ended(self, traversal: Traversal, status: int) -> None:
        cut_short = self.visit.limit_reached() or self.visit.since
        idle = traversal.part and not traversal.brought and status != 304
        if traversal.whole and not cut_short and not (idle and not self.known.has(traversal.url)):
            await self.known.save(traversal, status)
