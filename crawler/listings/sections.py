"""The sections that a home page leads to, those of technology news first."""

from __future__ import annotations

from crawler.listings.choice.anchors import Anchor, read_anchors, squeeze
from crawler.listings.choice.regions import Region
from crawler.listings.labels import words_in
from crawler.listings.pagination import is_page_label, listing_key
from crawler.listings.records import SectionLink
from crawler.listings.service_pages import is_service_page, is_tag
from crawler.listings.technology import is_field, is_technology
from pipeline.page.html import parse_page
from pipeline.records import Page
from pipeline.url_shapes import article_likeness, is_file
from pipeline.urls import path_segments, same_site

MAX_SECTIONS = 100
"""Sections named of one home page."""

MAX_WORDS = 5
"""A link with more words is a headline, not the name of a section."""


def find_sections(page: Page) -> tuple[SectionLink, ...]:
    """The sections in the menus of a home page, technology first, else in the page's order.

    A link anywhere on the page counts where its name is a technology section's. Raises
    `UnusablePage` as `parse_page` does.
    """
    root = parse_page(page).tree
    body = root.find(".//body")
    found: dict[str, SectionLink] = {}
    for anchor in read_anchors(body if body is not None else root, page.final_url):
        name = anchor.text or anchor.title or squeeze(anchor.element.get("aria-label") or "", 60)
        technology = is_technology(name) and (
            anchor.region is Region.CHROME or not is_tag(anchor.url)
        )
        if not technology and (
            anchor.region is not Region.CHROME or not _may_be_section(anchor, name)
        ):
            continue
        key = listing_key(anchor.url)
        if key in found or not _leads_within(anchor, page.final_url):
            continue
        found[key] = SectionLink(anchor.url, name, technology)
    ordered = sorted(found.values(), key=_rank)
    return tuple(ordered[:MAX_SECTIONS])


def _rank(section: SectionLink) -> tuple[bool, bool, bool]:
    """Technology first, and of it what is more than one field; tags behind sections."""
    return (not section.technology, is_field(section.name), is_tag(section.url))


def _may_be_section(anchor: Anchor, name: str) -> bool:
    return (
        bool(name)
        and words_in(name) <= MAX_WORDS
        and not is_page_label(name)
        and not is_service_page(name, anchor.url)
        and article_likeness(anchor.url) < 0.7
    )


def _leads_within(anchor: Anchor, page_url: str) -> bool:
    own = same_site(anchor.url, page_url) and not is_file(anchor.url)
    return own and bool(path_segments(anchor.url) or "?" in anchor.url)
