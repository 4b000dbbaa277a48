"""Whose feed it is that came, as the source's file and its address say; and whether what the file
names as a feed, a sitemap or WordPress's is one at all."""

from __future__ import annotations

import re

from crawler.listings.belonging import is_whole_site
from crawler.listings.discovery import is_section_feed
from crawler.listings.safe_xml import inflated
from pipeline.errors import Reason, UnusablePage
from pipeline.records import ListingKind, Page, Source
from pipeline.urls import canonical_url

NOT_A_FEED = "a page of HTML, no feed; give it as section, or take it out of feeds"

_HTML = re.compile(rb"<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_FEED = rb"<(?:[\w.-]+:)?(?:rss|rdf|feed|channel)\b"
_SIGNS = {
    ListingKind.FEED: re.compile(rb"%b|\"items\"\s*:" % _FEED, re.IGNORECASE),
    ListingKind.SITEMAP: re.compile(
        rb"%b|<(?:[\w.-]+:)?(?:urlset|sitemapindex)\b" % _FEED, re.IGNORECASE
    ),
    ListingKind.WORDPRESS: re.compile(rb"\[\s*\]\s*\Z"),
}
"""What a list of each kind holds, even where it names nothing."""
_NAMES = {
    ListingKind.FEED: "no feed; take it out of feeds",
    ListingKind.SITEMAP: "no sitemap; take it out of sitemaps",
    ListingKind.WORDPRESS: "no answer of WordPress's API; take it out of wordpress",
}
_LOOKED_AT = 4_000
"""Bytes at either end in which such a sign stands."""


def check_given(kind: ListingKind, page: Page, source: Source) -> None:
    """Raise `UnusablePage` for what names nothing and is no list of its kind at all, though the
    source's file gives it as one: else nobody would ever be told."""
    lists = {
        ListingKind.FEED: source.feeds,
        ListingKind.SITEMAP: source.sitemaps,
        ListingKind.WORDPRESS: source.wordpress,
    }
    given = {canonical_url(url) for url in lists.get(kind, ())}
    if given.isdisjoint({canonical_url(page.final_url), canonical_url(page.requested_url)}):
        return
    body = inflated(page.body).strip().replace(b"\0", b"")
    if not body:
        raise UnusablePage(Reason.EMPTY, "no bytes")
    if not _SIGNS[kind].search(body[:_LOOKED_AT] + body[-_LOOKED_AT:]):
        raise UnusablePage(Reason.NOT_FEED, _NAMES[kind])


def is_own_feed(page: Page, source: Source) -> bool:
    """True for a feed that the source's file names, or whose address names the section, and for any
    where the whole site is watched."""
    section = source.section
    if section is None or is_whole_site(section) or _is_given(page, source):
        return True
    urls = (canonical_url(page.final_url), canonical_url(page.requested_url))
    return any(is_section_feed(url, section) for url in urls if url)


def _is_given(page: Page, source: Source) -> bool:
    """True for a feed that the source's file names."""
    given = {canonical_url(url) for url in source.feeds}
    return not given.isdisjoint({canonical_url(page.final_url), canonical_url(page.requested_url)})


def check_no_page(page: Page, source: Source) -> None:
    """Raise `UnusablePage` for a page of HTML that the source's file gives as a feed."""
    if _is_given(page, source) and _HTML.search(page.body[:2000]):
        raise UnusablePage(Reason.NOT_FEED, NOT_A_FEED)
