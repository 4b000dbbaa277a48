"""Section pages that lead to another list in their stead, as after a section was given up: what
stands there would be taken for the section's."""

from __future__ import annotations

from scrapy.http import Response
from sqlalchemy.orm import Session

from crawler.frontier import Frontier
from crawler.known_listings import KnownListings
from crawler.led_home import parts_of
from crawler.listings.records import Listing
from crawler.moved_hosts import MovedHosts
from crawler.traversal import Traversal
from crawler.visit import Visit
from db import read
from pipeline.errors import Reason, Rejected
from pipeline.records import ListingKind, Page
from pipeline.repeats.other_titles import title_keys

KNOWN_TITLES = 400
"""Titles of the newest articles by which a list is known whose articles have new addresses."""


class LedAway:
    """Tells the section under another address from another list."""

    def __init__(self, visit: Visit, known: KnownListings, frontier: Frontier) -> None:
        self.visit, self.known, self.frontier = visit, known, frontier
        self.moved = MovedHosts(visit)

    async def instead(self, page: Page, traversal: Traversal, listing: Listing) -> Rejected | None:
        """Why a list that stands elsewhere than it did is not taken for the section's: it names no
        article that is known, or lies above the section and names more of others. None where it may
        be the same under another address, and where the section's page always led on."""
        asked, there = parts_of(page.requested_url.lower()), parts_of(page.final_url.lower())
        anew = self.visit.request.full or self.visit.request.backfill
        if traversal.kind is not ListingKind.SECTION or traversal.part or anew:
            return None
        if asked == there or not listing.links or not self.known.came_by_itself(traversal):
            return None
        known = await self._known(traversal, listing)
        is_above = asked[: len(there)] == there
        if known and not (is_above and 2 * known < len(listing.links)):
            return None
        names = "more articles of others than" if known else "no article that"
        told = (
            f"leads to {page.final_url}, which names {names} it named before; where the section "
            "has moved, give its new address"
        )
        return Rejected(Reason.REDIRECTED_AWAY, told[:400])

    async def _known(self, traversal: Traversal, listing: Listing) -> int:
        """How many of a list's articles are known, by their addresses or by their titles."""
        links = (await self.moved.as_known(listing)).links
        old = await self.frontier.old(traversal.url, links)
        titles = await self.visit.database.read(self._titles)
        return sum(
            link.url in old or not titles.isdisjoint(title_keys([link.title or ""]))
            for link in links
        )

    def _titles(self, session: Session) -> frozenset[str]:
        found = read.stored_titles(session, self.visit.source.id, KNOWN_TITLES)
        return title_keys(found)


def led_by(response: Response) -> int:
    """The status of the redirect that led to a page; of another way, as a refresh, that of one."""
    reasons = response.meta.get("redirect_reasons", ())
    return next((reason for reason in reasons if isinstance(reason, int)), 302)
