"""The listings of a source as earlier visits left them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, datetime, timedelta

from crawler.fetching.freshness import MAX_FRESH_S
from crawler.listings.records import Listing
from crawler.traversal import Traversal
from crawler.visit import Visit
from db import read, write
from db.bookkeeping import is_redirect
from db.models import ListingRow
from pipeline.records import ListingKind
from pipeline.urls import canonical_url

LEAST_ERROR = 400
NEVER = datetime.fromtimestamp(0, UTC)
"""When a listing that always failed was last gone through."""


class KnownListings:
    """What the table `listings` says of one source, read once and kept up to date."""

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        self._rows: dict[str, ListingRow] = {}

    async def load(self) -> list[tuple[ListingKind, str]]:
        """Where to begin: the section, what the source's file names, and, of a kind of which it
        names none, what earlier visits found."""
        source = self.visit.source
        rows = await self.visit.database.read(lambda s: read.listings(s, source.id))
        self._rows = {row.url: row for row in rows}
        begin = [(ListingKind.SECTION, source.section)] if source.section else []
        named = {
            ListingKind.FEED: source.feeds,
            ListingKind.WORDPRESS: source.wordpress,
            ListingKind.SITEMAP: source.sitemaps,
        }
        for kind, urls in named.items():
            found = [row.url for row in rows if row.kind == kind]
            if kind is ListingKind.SITEMAP:  # of the whole site: asked where a visit needs it
                found = []
            begin += [(kind, url) for url in urls or found]
        return begin

    def has(self, url: str) -> bool:
        """Whether an earlier visit went through a listing."""
        return url in self._rows

    def expected(self, kind: ListingKind, url: str) -> bool:
        """Whether a listing should be there to read: the source's file names it, or leads to it, or
        it was read before. Pages and robots.txt name feeds and sitemaps that never were."""
        source, row = self.visit.source, self._rows.get(url)
        if kind is ListingKind.WORDPRESS and source.wordpress:
            return True
        return self.is_given(url) or (
            row is not None and row.checked_at is not None and row.checked_at > NEVER
        )

    def is_given(self, url: str) -> bool:
        """Whether the source's file names a listing."""
        source = self.visit.source
        given = (source.section or "", *source.feeds, *source.sitemaps, *source.wordpress)
        return url in map(canonical_url, given)

    async def forget(self, url: str) -> None:
        """A listing that was found once is none of the source's any more."""
        self._rows.pop(url, None)
        source_id = self.visit.source.id
        await self.visit.database.write(lambda s: write.forget_listing(s, source_id, url))

    def to_read(self, parts: Sequence[str], section: str) -> list[str]:
        """Those lists of a section's parts that a visit reads: all on the first, with --backfill
        and --full; then those that held what the section's own list did not."""
        row, asked = self._rows.get(section), self.visit.request
        if row is None or row.checked_at in (None, NEVER) or asked.backfill or asked.full:
            return list(parts)
        return [url for url in parts if self.has(url)]

    def conditions(self, url: str) -> dict[str, str]:
        """Headers that ask for a listing only if it has changed since it was gone through."""
        row = self._rows.get(url)
        if row is None or self.visit.request.full or self.visit.request.backfill:
            return {}
        headers = {"If-None-Match": row.etag, "If-Modified-Since": row.last_modified}
        return {name: value for name, value in headers.items() if value}

    def fresh(self, url: str) -> bool:
        """Whether a listing asks to be left alone still, in a visit that nobody asked for."""
        row = self._rows.get(url)
        asked = self.visit.request
        if row is None or not asked.due_only or asked.full or asked.backfill:
            return False
        if not row.ttl_s or row.checked_at is None or row.failures:
            return False
        fresh_s = min(row.ttl_s, MAX_FRESH_S)
        now = datetime.now(UTC)
        return row.checked_at <= now < row.checked_at + timedelta(seconds=fresh_s)

    def lost(self, traversal: Traversal, listing: Listing, old: Collection[str]) -> bool:
        """Whether the newest page of a listing that was gone through before holds nothing known:
        articles may have come and gone between the two visits."""
        row = self._rows.get(traversal.url)
        asked = self.visit.request
        counts = row is not None and row.checked_at is not None and row.checked_at > NEVER
        counts = counts and traversal.kind is not ListingKind.SITEMAP
        return counts and bool(listing.links) and not old and not (asked.full or asked.backfill)

    def came_by_itself(self, traversal: Traversal) -> bool:
        """Whether a listing that the source's file gives was read before, and was not led away from
        its address when it last came."""
        row = self._rows.get(traversal.url)
        read_before = row is not None and row.checked_at is not None and row.checked_at > NEVER
        led = row is not None and is_redirect(row.last_status)
        return read_before and not led and self.is_given(traversal.url)

    def holds_too_little(self, traversal: Traversal, listing: Listing) -> bool:
        """Whether a section's page leads nowhere; or names no link, though it was gone through
        before, so that its layout is a new one. Feeds and the like may be empty."""
        if traversal.kind is not ListingKind.SECTION or listing.links:
            return False
        row = self._rows.get(traversal.url)
        known = row is not None and row.checked_at is not None and row.checked_at > NEVER
        return known or not listing.leads_on

    async def save(self, traversal: Traversal, status: int | None) -> None:
        """Save that a listing was gone through whole, by which its links are measured from now
        on; or, with no status or one of an error, that it failed, which leaves that moment as it
        was."""
        etag, last_modified = traversal.validators
        ttl_s = traversal.ttl_s
        row = self._rows.get(traversal.url)
        before = row.checked_at if row and row.checked_at else NEVER
        if status == 304 and row:
            etag, last_modified = row.etag, row.last_modified
            ttl_s = traversal.ttl_s or row.ttl_s
        at = datetime.now(UTC) if status and status < LEAST_ERROR else before
        if status and status < LEAST_ERROR:
            status = traversal.led_by or status
        await self.visit.database.write(
            lambda session: write.save_listing(
                session,
                self.visit.source.id,
                traversal.kind,
                traversal.url,
                at,
                status=status,
                etag=etag,
                last_modified=last_modified,
                ttl_s=ttl_s,
            )
        )
