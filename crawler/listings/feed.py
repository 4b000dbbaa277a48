"""One feed: RSS, Atom or JSON Feed."""

from __future__ import annotations

from crawler.listings.records import Listing
from pipeline.records import Page, Source


def read_feed(page: Page, source: Source) -> Listing:
    """The items of one feed as links."""
    return Listing()
