"""What runs in an extracting process: pages in, articles and listings out.

Neither Scrapy nor the database is imported here: a worker starts quickly, and a page that breaks
it breaks nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial

from lxml.etree import LxmlError

from crawler.listings.feed import read_feed
from crawler.listings.own_feeds import check_given
from crawler.listings.records import Listing
from crawler.listings.section import read_section
from crawler.listings.sitemap import read_sitemap
from crawler.listings.wordpress import read_posts
from crawler.workers import apart, heap
from crawler.workers.cutting import beginning, cut, shallow
from pipeline.access import check_usable
from pipeline.errors import Reason, Rejected, UnusablePage
from pipeline.extract import extract_article
from pipeline.page.html import NO_MEMORY, NO_WORD, SAID_WITHOUT_MEMORY, parse_page
from pipeline.records import Article, ListingKind, Memory, Page, Source

LEAST_BEGINNING = 100_000
"""Bytes of a list below which its beginning is not halved once more: some hundred links."""
SITEMAP_SHARE = 4
"""How many times as much memory as a page's a sitemap may take: one of 50,000 addresses, which the
protocol allows, takes 55 MB where it has nothing else, and is no page that many ask for at once."""
MAX_NEXT = 1_000
"""Further pages, feeds and sitemaps that are taken from one listing page."""


_NO_MEMORY = ("MemoryError", *SAID_WITHOUT_MEMORY)
"""How a step of extraction fails that gets no memory."""


def extract(page: Page, memory: Memory, now: datetime) -> Article | Rejected:
    """The article of one page, or why it is none."""
    try:
        found = extract_article(page, memory, now)
        if isinstance(found, Rejected) and found.detail.startswith(_NO_MEMORY):
            raise MemoryError
        return found
    finally:
        heap.trim_if_grown()


def read_listing(
    kind: ListingKind,
    page: Page,
    source: Source,
    memory: Memory,
    *,
    own: bool = False,
    name: str | None = None,
    first: bool = False,
    looks: str | None = None,
    part: bool = False,
    made: str | None = None,
    shown: Mapping[str, bool] | None = None,
    max_links: int,
) -> Listing | Rejected:
    """What one listing page lists, or why it cannot be read.

    `own` is a feed's, `name` what the section's page calls it, `looks` how its list looked on an
    earlier page, `made` how its data makes addresses and `shown` what it showed, `part` is true of
    the list of a part of the section, `first` of a listing's first page: one without a link that is
    a wall, an error or an empty frame for scripts says so, as does one that is no feed, sitemap or
    answer of WordPress though the source's file calls it so. A listing of a million links is cut
    here, before it is sent to the process that crawls.
    """
    try:
        listing = _listing(
            kind, page, source, memory,
            own=own, name=name, looks=looks, part=part, made=made, shown=shown,
        )  # fmt: skip
        if first and kind is ListingKind.SECTION and not listing.leads_on:
            check_usable(parse_page(page), page)
        elif first and not (listing.leads_on or listing.sitemaps):
            check_given(kind, page, source)
    except UnusablePage as unusable:
        return unusable.rejected
    finally:
        heap.trim_if_grown()
    return replace(
        listing,
        more=len(listing.links) > max_links or len(listing.sitemaps) > MAX_NEXT,
        links=listing.links[:max_links],
        next_urls=listing.next_urls[:MAX_NEXT],
        sitemaps=listing.sitemaps[:MAX_NEXT],
        feeds=listing.feeds[:MAX_NEXT],
    )


def _listing(
    kind: ListingKind,
    page: Page,
    source: Source,
    memory: Memory,
    *,
    own: bool,
    name: str | None,
    looks: str | None,
    part: bool,
    made: str | None,
    shown: Mapping[str, bool] | None,
) -> Listing:
    match kind:
        case ListingKind.FEED:
            return _read_beginning(
                page, partial(read_feed, source=source, section_name=name, own=own)
            )
        case ListingKind.SITEMAP:
            apart.let_take_times(SITEMAP_SHARE)
            return read_sitemap(page, source, name)
        case ListingKind.WORDPRESS:
            return read_posts(page, source)
        case _:
            read = partial(
                read_section,
                source=source, memory=memory, looks=looks, part=part, made=made, shown=shown,
            )  # fmt: skip
            return _read_beginning(cut(page), read)


def _read_beginning(page: Page, read: Callable[[Page], Listing]) -> Listing:
    """What the page lists, or as much of its beginning as there is memory for, and as lies not too
    deep. A small page is read anew elsewhere, alone."""
    size = len(page.body)
    while True:
        try:
            return read(page)
        except UnusablePage as unusable:
            upper = shallow(page) if unusable.rejected.reason is Reason.TOO_DEEP else None
            if upper is None:
                raise
            page = upper
            continue
        except (MemoryError, LxmlError, SystemError) as error:
            no_memory = isinstance(error, MemoryError) or str(error).startswith(
                (NO_MEMORY, NO_WORD)
            )
            if not no_memory:
                raise ValueError(str(error)) from None  # the error itself cannot leave a process
            if size < heap.LARGE_PAGE or len(page.body) < LEAST_BEGINNING:
                raise MemoryError from None
        heap.give_back()
        page = beginning(page, len(page.body) // 2)
