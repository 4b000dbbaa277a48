"""The pages of one listing, one after the other: when to go on, and when all is seen."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from crawler.fetching.freshness import fresh_for_s
from crawler.listings.onward.endless import page_after
from crawler.listings.pagination import is_whole_list, listing_key
from crawler.listings.records import Listing, MoreForm
from pipeline.records import ListingKind, Page

MAX_BARREN = 7
"""Days without an article after which a list by days has ended: its calendar never does."""

MAX_NESTED = 2
"""Indexes of sitemaps within each other from which what they name is asked for first. The protocol
has no index within an index; sites that have one do not go deeper."""

_IS_DAY = re.compile(
    r"(?<!\d)((?:19|20)\d\d)([-/.]?)(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d)"
)


@dataclass
class Traversal:
    """One listing as this visit goes through it.

    `old` links are those that were known when the listing was last gone through whole; a page on
    which nothing else stands ends the traversal. Links that an interrupted visit had saved are
    not old, so that the next visit goes on where it was.
    """

    kind: ListingKind
    url: str
    max_pages: int
    own: bool = False
    """True for a feed that the section's page names as its own."""
    name: str | None = None
    """What the section's page calls the section, where it led to this listing."""
    pages: int = 0
    requested: int = 1
    whole: bool = True
    """False once a page could not be read: the listing was not gone through whole."""
    paginated: bool = False
    looks: str | None = None
    """How the section's main list looks, as its first page showed it."""
    made: str | None = None
    """How articles' addresses are made of what data says of them, as the first page showed it."""
    beside: set[str] = field(default_factory=set)
    """What its pages showed beside their lists."""
    went_on: bool = False
    """True once a further page held a link that the first did not."""
    barren: int = 0
    """Days without an article that is new to this visit, one after the other."""
    until: date | None = None
    """No later day of a list by days is asked for: its calendar leads into the time to come."""
    indexes: int = 0
    """Sitemaps without an address of an article, one after the other."""
    validators: tuple[str | None, str | None] = (None, None)
    """ETag and Last-Modified of the first page."""
    led_by: int | None = None
    """The status of the redirect by which the first page came, where it stands elsewhere."""
    ttl_s: float | None = None
    """Seconds for which the listing need not be asked for again, as its first page says."""
    asked: set[str] = field(default_factory=set)
    held: set[str] = field(default_factory=set)
    """Those of its pages that held a link."""
    empty: set[str] = field(default_factory=set)
    """Those that held none: an article to which a home page leads as its next page, for one."""
    links: set[str] = field(default_factory=set)
    waiting: deque[str] = field(default_factory=deque)
    tries: deque[str | MoreForm] = field(default_factory=deque)
    """What may give more of the list where the page names no further one that does."""
    trying: str | MoreForm | None = None
    """The last of `tries` that was asked for, while its answer is awaited."""
    part: bool = False
    """True for a list of a part of the section; `links` then begin with the section's own."""
    brought: bool = False
    """True once a page held a link that was not in `links` yet."""
    leads: frozenset[str] = frozenset()
    """Stories before the heading of the first page, which may be of the whole site."""
    led: bool = False
    """True once a further page showed what stands beside the first's list, and not its `leads`: a
    block of the whole site would be on all pages."""
    parts: tuple[str, ...] = ()
    """Lists of parts of the section that its first page names."""

    def __post_init__(self) -> None:
        self.asked.add(self.url)

    def keep_answer(self, page: Page, ttl_s: float | None) -> None:
        """Keep by what the next visit asks whether the first page has changed, and for how many
        seconds it need not: the longer of what its headers and a feed's `ttl_s` say."""
        headers = dict(page.headers)
        self.validators = (headers.get("etag"), headers.get("last-modified"))
        said = (fresh_for_s(page.headers, page.fetched_at), ttl_s)
        self.ttl_s = max(filter(None, said), default=None)

    def read(self, listing: Listing, old: Collection[str], page_url: str) -> bool:
        """Take in one page. True where the listing goes on.

        Only what is certain counts, if anything is: lists beside the section's change by
        themselves. A page that repeats what this visit saw (the first page under another address,
        a page beyond the last) leads no further, but does not end the traversal.
        """
        self.pages += 1
        self.asked.add(page_url)
        (self.held if listing.links else self.empty).add(page_url)
        self.looks = self.looks or listing.looks
        self.made = self.made or listing.made
        urls = {link.url for link in listing.links if link.certain}
        if self.pages == 1:
            self.leads = listing.leads
        elif self.pages == 2 and urls:
            shown = {link.url for link in listing.links}
            self.led = self.leads.isdisjoint(shown) and bool(shown & (self.beside - self.leads))
        if urls:
            self.beside |= {link.url for link in listing.links if not link.certain}
        urls = urls or {link.url for link in listing.links}
        further = [u for u in listing.next_urls if u not in self.asked and not self._is_to_come(u)]
        fresh = bool(urls - self.links - set(old))
        fresh = fresh or (self.pages == 1 and not urls)  # what frames it may hold the list
        if self.kind is ListingKind.SITEMAP:  # an index names sitemaps, in no order
            further += [url for url in listing.sitemaps if url not in self.asked]
            fresh = fresh or not urls
            self.indexes = 0 if urls else self.indexes + 1
        seen = urls <= self.links and urls.isdisjoint(old)  # no article, or the first page's
        if seen and _IS_DAY.search(page_url) and self.barren < MAX_BARREN:
            self.barren += 1  # such a day is not the end of the days
            fresh = True
        elif fresh:
            self.barren = 0
        self.brought = self.brought or not urls <= self.links
        self.went_on = self.went_on or (self.pages > 1 and not urls <= self.links)
        self.links |= urls
        self._tried(listing, fresh, [u.url for u in listing.links if u.url in urls], bool(further))
        self.paginated = self.paginated or bool(further) or bool(listing.tries)
        if fresh or self._is_whole_list(page_url):
            nested = self.indexes > MAX_NESTED  # they may name each other without end
            parts = (self.waiting, further) if nested else (further, self.waiting)
            self.waiting = deque(dict.fromkeys(chain(*parts)))
        elif not urls.isdisjoint(old):
            self.waiting.clear()
        return bool(self.waiting or self.tries)

    def _is_to_come(self, url: str) -> bool:
        day = _IS_DAY.search(url) if self.until else None
        last = self.until.timetuple()[:3] if self.until else ()
        return day is not None and (int(day[1]), int(day[3]), int(day[4])) > last

    def shown(self) -> dict[str, bool]:
        """The links that its pages showed so far; true of those that stood beside their lists."""
        return {url: url not in self.links for url in self.beside | self.links}

    def _is_whole_list(self, page_url: str) -> bool:
        """True for the first further page where it is another list, of which the section's page
        shows the beginning: an archive. It may be named as a part of the section, too."""
        if self.part:
            return self.pages == 1 and is_whole_list(self.url)
        return self.pages == 2 and listing_key(page_url) != listing_key(self.url)

    def _tried(self, listing: Listing, fresh: bool, urls: Sequence[str], goes_on: bool) -> None:
        """Note what may be tried when no further page is named; what gave more leads to the part
        after it. A script may send the number of the part that is shown or of the next."""
        if self.pages == 1:
            self.parts = listing.parts
        if self.pages == 1 and fresh:
            for way in listing.tries:
                self.tries.append(way)
                if isinstance(way, MoreForm) and way.step:
                    self.tries.append(way.after(()))
        if self.trying is None or not fresh:
            return
        following: str | MoreForm | None = None
        if isinstance(self.trying, MoreForm) and self.trying.counter is None:
            own = (way for way in listing.tries if isinstance(way, MoreForm) and not way.counter)
            following = next(own, None)
        elif isinstance(self.trying, MoreForm):
            following = self.trying.after(urls)
        elif not goes_on:
            following = page_after(self.trying)
        self.tries = deque([following] if following else [])

    @property
    def led_nowhere(self) -> bool:
        """True where further pages were named, asked for, and held nothing else than the first."""
        return self.paginated and self.requested > 1 and not self.went_on

    @property
    def cut_short(self) -> bool:
        """True where as many pages were asked for as may be, and the last ones name more."""
        return self.requested >= self.max_pages and bool(self.waiting)

    def next_page(self) -> str | MoreForm | None:
        """The next page to ask for; None where the listing ends, or the budget does."""
        if self.requested >= self.max_pages:
            return None
        if not self.waiting:
            return self._next_try()
        self.trying = None
        self.requested += 1
        url = self.waiting.popleft()
        self.asked.add(url)
        return url

    def _next_try(self) -> str | MoreForm | None:
        """The next of `tries`, unless pages that the listing names did lead on."""
        if not self.tries or (self.went_on and self.trying is None):
            return None
        self.requested += 1
        self.trying = self.tries.popleft()
        return self.trying

    def spare_form(self, gone: str) -> str | None:
        """Where a section's page may be that redirects to its slash form (`gone`), which is not
        there: "/tags/tech" is a file beside the folder of its further pages, as static sites are
        written. Given once; None in all other cases."""
        spare = f"{self.url}.html"
        if self.pages or self.kind is not ListingKind.SECTION or gone != f"{self.url}/":
            return None
        if spare in self.asked:
            return None
        self.asked.add(spare)
        return spare
