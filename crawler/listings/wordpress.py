"""One answer of the WordPress REST API."""

from __future__ import annotations

from crawler.listings.records import Listing
from pipeline.records import Page, Source


def read_posts(page: Page, source: Source) -> Listing:
    """The posts of one answer as links."""
    return Listing()
