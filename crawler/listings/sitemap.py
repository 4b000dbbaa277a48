"""One sitemap or sitemap index, gzip or plain."""

from __future__ import annotations

from crawler.listings.records import Listing
from pipeline.records import Page, Source


def read_sitemap(page: Page, source: Source) -> Listing:
    """The addresses of one sitemap as links; an index gives `sitemaps`."""
    return Listing()
