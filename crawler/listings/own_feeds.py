"""Whose feed it is that came, as the source's file and its address say."""

from __future__ import annotations

import re

from crawler.listings.belonging import is_whole_site
from crawler.listings.discovery import is_section_feed
from pipeline.errors import Reason, UnusablePage
from pipeline.records import Page, Source
from pipeline.urls import canonical_url

NOT_A_FEED = "a page of HTML, no feed; give it as section, or take it out of feeds"

_HTML = re.compile(rb"<(?:!doctype\s+html|html)\b", re.IGNORECASE)


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
