"""Listings that could not be read: which of them are a loss, and which are none of the source's."""

from __future__ import annotations

from collections.abc import Iterable

from crawler.known_listings import KnownListings
from crawler.list_reasons import NEVER_READ, of_list
from crawler.listings.records import Listing
from crawler.named_listings import Named
from crawler.traversal import Traversal
from crawler.visit import Visit
from pipeline.errors import Rejected
from pipeline.records import ListingKind
from pipeline.urls import canonical_url


class UnreadLists:
    """What one visit makes of them."""

    def __init__(self, visit: Visit, known: KnownListings) -> None:
        self.visit = visit
        self.known = known
        self.section_gives = False
        """True once the section's page was read and held links, or had not changed."""
        self.looked = False
        """True once a page of the section was read: what it names is known."""
        self._named: set[str] = set()

    def read(self, traversal: Traversal, listing: Listing) -> None:
        """Note a page of a listing that was read."""
        if traversal.kind is ListingKind.SECTION:
            self.looked = True
            self.section_gives |= bool(listing.links)

    def named_are(self, named: Iterable[Named]) -> None:
        """Note listings that pages, or robots.txt, name."""
        self._named |= {canonical_url(url) or url for _, url in named}

    async def note(
        self, traversal: Traversal, rejected: Rejected, *, gone: bool, status: int | None
    ) -> None:
        """Count a listing that could not be read. One that was found once, that no page names any
        more, and that is gone, is forgotten; one that a page names and that never could be read is
        no loss where the section's page is read."""
        url = traversal.url
        if gone and self.looked and url not in self._named and not self.known.is_given(url):
            await self.known.forget(url)
            return
        counts = self.known.expected(traversal.kind, url) or not self.section_gives
        reason = of_list(rejected.reason.value) if counts else NEVER_READ
        self.visit.reasons[reason] += 1
        await self.known.save(traversal, status)
