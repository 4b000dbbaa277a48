"""Which further listings a section's first page names, and which of them are the whole site's."""

from __future__ import annotations

from collections.abc import Iterable

from crawler.listings.records import Listing
from pipeline.records import ListingKind, Source

Named = tuple[ListingKind, str]


def of_section(listing: Listing, source: Source) -> list[Named]:
    """The section's own feeds and posts, but for kinds that the source's file names itself."""
    named: list[Named] = []
    if not source.feeds:
        named += [(ListingKind.FEED, url) for url in listing.feeds]
    if not source.wordpress:
        named += [(ListingKind.WORDPRESS, url) for url in listing.wordpress]
    return named


def of_site(listing: Listing, source: Source, sitemaps: Iterable[str]) -> list[Named]:
    """The site's feeds, and its sitemaps: those that the page names and those of robots.txt. They
    are read where the section's pages lead no further than the first."""
    named: list[Named] = [(ListingKind.FEED, url) for url in listing.site_feeds]
    if not source.sitemaps:
        found = dict.fromkeys([*listing.sitemaps, *sitemaps])
        named += [(ListingKind.SITEMAP, url) for url in found]
    return named
