"""The spider behind `rasid add`: a look at one section with a dozen requests, storing nothing.

It goes through the same downloader as a crawl: guard, robots.txt, pace and limits hold.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin

import scrapy
from scrapy.crawler import Crawler
from scrapy.http import Request, Response

from crawler import scrapy_settings
from crawler.browser import RENDER
from crawler.events import Event
from crawler.fetching.failures import PAGE_STATUSES, failure_of, refusal_of
from crawler.findings import Findings
from crawler.front import Front, read_front, zone_of
from crawler.frontier import MAY_BE_ARTICLE
from crawler.listings.blogger import label_feed
from crawler.listings.pagination import listing_key
from crawler.listings.records import Listing
from crawler.listings.service_pages import is_directory
from crawler.pages import page_of
from crawler.visit import Visit
from crawler.workers import work
from crawler.workers.extraction import ExtractionPool
from pipeline.article_json import article_record
from pipeline.errors import Reason, Rejected
from pipeline.listing_page import has_prose
from pipeline.memory import EMPTY
from pipeline.records import Article, Link, ListingKind, Page
from pipeline.url_shapes import article_likeness
from pipeline.urls import same_site

MAX_REQUESTS = 12
"""Requests of one probe, robots.txt aside."""

MAX_ARTICLES = 3
"""Articles that are tried."""

LIKE_ARTICLE = 0.7
"""`article_likeness` from which a page that is to be a section's may be an article."""

MIN_TEXT = 50
"""Words of a page that is a text, about the site or the like, and lists no article."""

MANY = 5
"""Articles of a list at least, that a page without a paragraph is."""

FEW = 3
"""Articles of a site's own list, below which it may be drawn in the browser."""

MAX_LISTS = 2
"""Lists of one kind that are tried."""


class ProbeSpider(scrapy.Spider):
    """Looks at the section of the visit's source, and tells one event "probe"."""

    name = "probe"
    whole_site = False
    """Whether a home page is the section itself: the list of all that the site has."""

    def __init__(self, visit: Visit, pool: ExtractionPool) -> None:
        super().__init__()
        self.visit = visit
        self.source = visit.source
        self.pool = pool
        self.found = Findings(url=visit.source.section or "")
        self.links: dict[str, Link] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, visit: Visit, **_: Any) -> ProbeSpider:
        crawler.settings.setdict(scrapy_settings.of_visit(visit.settings, visit.source), "spider")
        settings = visit.settings
        pool = ExtractionPool.of(replace(settings, workers=1), visit.source)
        spider = cls(visit, pool)
        spider._set_crawler(crawler)
        return spider

    async def start(self) -> AsyncIterator[Request]:
        """The whole look, one request after the other; nothing is left to the scheduler."""
        await self._look()
        self.found.requests = self.visit.requests
        self.visit.tell(Event("probe", vars(self.found)))
        nothing: tuple[Request, ...] = ()
        for request in nothing:
            yield request

    async def _look(self) -> None:
        if self.source.section is None:
            await self._look_at_lists()
            return
        page = await self._fetch(self.found.url)
        if page is None:
            await self._try_label()
            return
        front = await self.pool.run(read_front, page, self.source)
        if isinstance(front, Rejected):
            self.found.url = page.final_url
            self._note(page.final_url, front)
            await self._try_other_kinds(front, page)
            return
        self._take_front(front, page)
        if self.found.kind == "home":
            await self._try_directory()
            return
        if front.first or await self._is_article(page, front.listing):
            self.found.kind, self.found.first = "further" if front.first else "article", front.first
            return
        self._take_links(front.listing)
        await self._try_lists(front.listing)
        await self._try_articles()
        if not self.found.links and not self.found.articles:
            await self._tell_text(page)

    async def _look_at_lists(self) -> None:
        """The lists that the file of a source without a section gives, and articles of them."""
        given = (
            (ListingKind.FEED, self.source.feeds),
            (ListingKind.SITEMAP, self.source.sitemaps),
            (ListingKind.WORDPRESS, self.source.wordpress),
        )
        for kind, urls in given:
            for url in urls[:MAX_LISTS]:
                answer = await self._list(kind, url, own=True)
                self.found.name = self.found.name or answer.name
                further = answer.wordpress or answer.sitemaps
                for more in () if answer.links else further[:MAX_LISTS]:
                    await self._list(kind, more, own=True)
        await self._try_articles()

    async def _try_label(self) -> None:
        """A label's feed, where its page may not be asked for."""
        url = label_feed(self.found.url)
        if url and (await self._list(ListingKind.FEED, url, own=True)).links:
            self.found.feeds.append(url)
            await self._try_articles()

    async def _try_other_kinds(self, front: Rejected, page: Page) -> None:
        """What is no page may be a feed, a sitemap, or posts as WordPress gives them."""
        if front.reason is not Reason.NOT_HTML:
            return
        for kind in (ListingKind.FEED, ListingKind.SITEMAP, ListingKind.WORDPRESS):
            listing = await self._read(kind, page)
            if isinstance(listing, Listing) and (listing.links or listing.sitemaps):
                self.found.kind, self.found.links = kind.value, len(listing.links)
                return

    async def _is_article(self, page: Page, listing: Listing) -> bool:
        """Whether the page is one article, as its address and its date say too. A page that lists
        and has no paragraph of its own is none, though the first of its teasers has a date."""
        if article_likeness(page.final_url) < LIKE_ARTICLE:
            return False
        article = await self.pool.run(work.extract, page, EMPTY, datetime.now(UTC))
        if not isinstance(article, Article) or article.published is None:
            return False
        if sum(link.certain for link in listing.links) >= MANY and not has_prose(article):
            return False
        self.found.articles.append(article_record(article))
        return True

    async def _tell_text(self, page: Page) -> None:
        """Note what a page is that lists no article: a text of its own, or nothing."""
        if any(not problem.endswith(Reason.OUT_OF_SECTION) for problem in self.found.problems):
            return
        text = await self.pool.run(work.extract, page, EMPTY, datetime.now(UTC))
        if isinstance(text, Article):
            is_text = len(text.text.split()) >= MIN_TEXT
        else:
            is_text = text.reason is Reason.NOT_ARTICLE  # about the site, its terms, a job
        self.found.kind = "text" if is_text else "empty"

    def _take_front(self, front: Front, page: Page) -> None:
        found, listing = self.found, front.listing
        found.url = page.final_url
        found.kind = "home" if front.is_home and not self.whole_site else "section"
        found.name, found.site_name = None if front.is_home else listing.name, front.site_name
        found.language, found.timezone = listing.language, zone_of(page.final_url)
        found.next_pages = list(listing.next_urls)
        ways = (way if isinstance(way, str) else way.url for way in listing.tries)
        found.tried_for_more = list(dict.fromkeys(ways))
        home = listing_key(page.final_url) if found.kind == "home" else None
        found.sections = [asdict(s) for s in front.sections if listing_key(s.url) != home]
        found.of_technology, found.is_one_list = front.of_technology, front.is_one_list

    async def _try_directory(self) -> None:
        """The site's page of all its sections, where its home page names none of technology."""
        sections = self.found.sections
        if any(section["technology"] for section in sections):
            return
        directory = next((each for each in sections if is_directory(each["url"])), None)
        page = await self._fetch(directory["url"]) if directory else None
        front = await self.pool.run(read_front, page, self.source) if page else None
        named = front.sections if isinstance(front, Front) else ()
        technology = [asdict(each) for each in named if each.technology]
        others = [each for each in sections if not is_directory(each["url"])]
        self.found.sections = [*technology, *others]
        self.found.is_one_list &= not technology

    def _take_links(self, listing: Listing) -> None:
        for link in listing.links:
            known = self.links.get(link.url)
            if known is None or (link.certain and not known.certain):
                self.links[link.url] = link
        self.found.links = sum(link.certain for link in self.links.values())

    async def _try_lists(self, listing: Listing) -> None:
        """Further lists of the section, each kept where it names articles; those of the whole
        site only where the section's page names none."""
        for url in listing.wordpress[:MAX_LISTS]:
            answer = await self._list(ListingKind.WORDPRESS, url)
            for posts in answer.wordpress[:1]:
                url, answer = posts, await self._list(ListingKind.WORDPRESS, posts)
            if answer.links:
                self.found.wordpress.append(url)
        for url in listing.feeds[:MAX_LISTS]:
            if (await self._list(ListingKind.FEED, url, own=True)).links:
                self.found.feeds.append(url)
        for url in listing.next_urls[:1]:
            if not (await self._list(ListingKind.SECTION, url)).links:
                self.found.problems.append(f"{url}: no articles there")
        for url in () if self.found.links else listing.parts[:MAX_LISTS]:
            await self._list(ListingKind.SECTION, url)
        if self.found.links and not self._is_left_to_scripts(listing):
            return
        for url in listing.site_feeds[:MAX_LISTS]:
            if (await self._list(ListingKind.FEED, url, name=listing.name)).links:
                self.found.site_feeds.append(url)
        named = (*listing.sitemaps, *self.visit.hosts.sitemaps)
        problems = [*self.found.problems]
        for url in named[:MAX_LISTS] or self._usual_sitemap():
            read = await self._list(ListingKind.SITEMAP, url)
            if read.links or read.sitemaps:
                self.found.sitemaps.append(url)
        if not named:
            self.found.problems = problems  # nothing says that it is there

    def _is_left_to_scripts(self, listing: Listing) -> bool:
        """Whether a site that is to be watched whole lists next to nothing by itself, as where its
        list is drawn in the browser."""
        few = self.whole_site and self.found.links < FEW and not listing.next_urls
        return few and not (self.found.feeds or self.found.wordpress)

    def _usual_sitemap(self) -> list[str]:
        """Where most sites have their sitemap, for one that is watched whole and names none."""
        return [urljoin(self.found.url, "/sitemap.xml")] if self.whole_site else []

    async def _list(
        self, kind: ListingKind, url: str, *, own: bool = False, name: str | None = None
    ) -> Listing:
        page = await self._fetch(url, plain=kind is not ListingKind.SECTION)
        if page is None:
            return Listing()
        listing = await self._read(kind, page, own=own, name=name)
        if isinstance(listing, Rejected):
            self._note(url, listing)
            return Listing()
        self._take_links(listing)
        return listing

    async def _read(
        self, kind: ListingKind, page: Page, *, own: bool = False, name: str | None = None
    ) -> Listing | Rejected:
        return await self.pool.run(
            work.read_listing,
            kind,
            page,
            self.source,
            EMPTY,
            max_links=self.visit.settings.max_links,
            own=own,
            name=name,
        )

    async def _try_articles(self) -> None:
        """Up to three articles, those first that are surely of the section and look like one."""
        links = sorted(
            self.links.values(),
            key=lambda link: (not link.certain, article_likeness(link.url) < MAY_BE_ARTICLE),
        )
        for link in links[: 2 * MAX_ARTICLES]:
            if len(self.found.articles) == MAX_ARTICLES:
                return
            page = await self._fetch(link.url, link)
            if page is None:
                continue
            article = await self.pool.run(work.extract, page, EMPTY, datetime.now(UTC))
            if isinstance(article, Article) and (link.certain or article.belongs):
                self.found.articles.append(article_record(article))
                self.found.language = self.found.language or article.language
            else:
                why = article if isinstance(article, Rejected) else None
                self._note(link.url, why or Rejected(Reason.OUT_OF_SECTION))

    async def _fetch(
        self, url: str, link: Link | None = None, *, plain: bool = False
    ) -> Page | None:
        """One page, None where it does not come or the probe has asked enough; it is noted. It is
        rendered where the source says so, and it is not `plain` (a feed and the like)."""
        if self.visit.requests >= MAX_REQUESTS:
            return None
        self.visit.requests += 1
        request = Request(url, meta=dict(RENDER) if self.source.render and not plain else {})
        assert self.crawler.engine is not None
        try:
            response: Response = await self.crawler.engine.download_async(request)
        except Exception as error:  # noqa: BLE001  # the page boundary: whatever it was is told
            self._note(url, failure_of(error)[0])
            return None
        came = response.status in PAGE_STATUSES
        if not came or not same_site(response.url, url):
            away = Rejected(Reason.REDIRECTED_AWAY, f"redirected to {response.url}")
            self._note(url, away if came else refusal_of(response.status))
            return None
        return page_of(response, self.source, link)

    def _note(self, url: str, rejected: Rejected) -> None:
        detail = f": {rejected.detail}" if rejected.detail else ""
        self.found.problems.append(f"{url}: {rejected.reason.value}{detail}")

    def closed(self, reason: str) -> None:
        """End the worker and the visit."""
        self.pool.close()
        self.visit.end()


class SiteProbeSpider(ProbeSpider):
    """The same look at a site that is to be watched as a whole, from its home page."""

    name = "site-probe"
    whole_site = True
