"""One section page: its article links, the listing's further pages, feeds and names."""

from __future__ import annotations

from crawler.listings.records import Listing
from pipeline.records import Memory, Page, Source


def read_section(page: Page, source: Source, memory: Memory) -> Listing:
    """The links of one page of a section's listing. Raises `UnusablePage` as `parse_page` does."""
    return Listing()
