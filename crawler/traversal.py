"""The pages of one listing, one after the other: when to go on, and when all is seen."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Collection
from dataclasses import dataclass, field

from crawler.listings.records import Listing
from pipeline.records import ListingKind

MAX_BARREN = 7
"""Days without an article after which a list by days has ended: its calendar never does."""

_IS_DAY = re.compile(
    r"(?<!\d)(?:19|20)\d\d([-/.]?)(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?!\d)"
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
    went_on: bool = False
    """True once a further page held a link that the first did not."""
    barren: int = 0
    """Days without an article, one after the other."""
    validators: tuple[str | None, str | None] = (None, None)
    """ETag and Last-Modified of the first page."""
    ttl_s: float | None = None
    """Seconds for which the listing need not be asked for again, as its first page says."""
    asked: set[str] = field(default_factory=set)
    links: set[str] = field(default_factory=set)
    waiting: deque[str] = field(default_factory=deque)

    def __post_init__(self) -> None:
        self.asked.add(self.url)

    def read(self, listing: Listing, old: Collection[str], page_url: str) -> bool:
        """Take in one page. True where the listing goes on.

        Only what is certain counts, if anything is: lists beside the section's change by
        themselves. A page that repeats what this visit saw (the first page under another address,
        a page beyond the last) leads no further, but does not end the traversal.
        """
        self.pages += 1
        self.asked.add(page_url)
        self.looks = self.looks or listing.looks
        urls = {link.url for link in listing.links if link.certain}
        urls = urls or {link.url for link in listing.links}
        further = [url for url in listing.next_urls if url not in self.asked]
        fresh = bool(urls - self.links - set(old))
        fresh = fresh or (self.pages == 1 and not urls)  # what frames it may hold the list
        if self.kind is ListingKind.SITEMAP:  # an index names sitemaps, in no order
            further += [url for url in listing.sitemaps if url not in self.asked]
            fresh = fresh or not urls
        if not urls and _IS_DAY.search(page_url) and self.barren < MAX_BARREN:
            self.barren += 1  # a day without an article, not the end of the days
            fresh = True
        elif fresh:
            self.barren = 0
        self.went_on = self.went_on or (self.pages > 1 and not urls <= self.links)
        self.links |= urls
        self.paginated = self.paginated or bool(further)
        if fresh:
            self.waiting = deque(dict.fromkeys([*further, *self.waiting]))
        elif not urls.isdisjoint(old):
            self.waiting.clear()
        return bool(self.waiting)

    @property
    def led_nowhere(self) -> bool:
        """True where further pages were named, asked for, and held nothing else than the first."""
        return self.paginated and self.requested > 1 and not self.went_on

    def next_page(self) -> str | None:
        """The next page to ask for; None where the listing ends, or the budget does."""
        if not self.waiting or self.requested >= self.max_pages:
            return None
        self.requested += 1
        url = self.waiting.popleft()
        self.asked.add(url)
        return url

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
