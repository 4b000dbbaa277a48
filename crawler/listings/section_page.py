"""One page of a section as a document: which of its links are articles, and where it leads on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from crawler.listings.choice.anchors import Anchor, read_anchors
from crawler.listings.choice.candidates import candidates_of
from crawler.listings.choice.menus import with_menus_told
from crawler.listings.choice.on_page import choose_on_page
from crawler.listings.choice.other_sections import (
    OtherSections,
    is_section_link,
    other_sections,
    paths_elsewhere,
)
from crawler.listings.choice.parts import but_parts, find_parts, is_of_section
from crawler.listings.choice.rules import ruled, selected_urls
from crawler.listings.choice.selection import Choice
from crawler.listings.choice.sponsored import in_sponsored_records
from crawler.listings.choice.times import listed_times
from crawler.listings.data.data_lists import lists_in_data
from crawler.listings.discovery import find_sources
from crawler.listings.link_rule import pattern_of
from crawler.listings.naming import page_language, section_name
from crawler.listings.onward.following import find_next
from crawler.listings.onward.headers import next_in_headers
from crawler.listings.onward.untold import sent_back, ways_to_try
from crawler.listings.pagination import (
    ended_key,
    first_page_key,
    is_page_label,
    listing_key,
    place_of,
)
from crawler.listings.records import Listing
from pipeline.page.html import Document
from pipeline.records import Link, ListingKind, Memory, Page, Source
from pipeline.urls import canonical_url, host_port, same_site

_OF_WHOLE_PAGE = re.compile(rb"<(?:html|head|body|title|!doctype)\b", re.IGNORECASE)


def is_piece(page: Page) -> bool:
    """Whether a page is a piece of one, as a script fetches it."""
    return not _OF_WHOLE_PAGE.search(page.body[:4000])


@dataclass(frozen=True, slots=True)
class _View:
    """A section's page as it is looked at: its links, and what is known of the section.

    `keys` are the names (`listing_key`) of the listing, `own` the links to it, `others` the other
    sections that the page names.
    """

    page: Page
    document: Document
    body: HtmlElement
    base: str
    section: str
    is_first: bool
    keys: frozenset[str]
    anchors: list[Anchor]
    own: list[Anchor]
    others: OtherSections
    name: str | None


def read_page(
    document: Document,
    page: Page,
    source: Source,
    memory: Memory,
    looks: str | None = None,
    *,
    part: bool = False,
    shown: Mapping[str, bool] | None = None,
) -> Listing:
    """The listing that a document shows; `looks`, `part` and `shown` are those of
    `crawler.listings.section.read_section`."""
    view = _view_of(document, page, source, part)
    root = document.tree
    next_urls = _next_urls(view, source)
    choice = _choice(view, next_urls, source, memory, looks, shown)
    parts: tuple[str, ...] = ()
    if view.is_first:
        named = find_parts(view.anchors, choice.certain, view.keys, view.section)
        parts = tuple(url for url in named if url not in next_urls)
    for url in parts:
        choice.certain.pop(url, None)
        choice.possible.pop(url, None)
    if part and not is_of_section(view.anchors, page.final_url, view.section):
        return Listing()
    found = find_sources(root, view.base, view.section)
    language = page_language(root)
    in_order = sorted(choice.certain.values(), key=lambda anchor: anchor.index)
    listed = [anchor.url for anchor in in_order]
    listing = Listing(
        links=_links(choice, page, view.name, language),
        next_urls=next_urls,
        parts=parts,
        feeds=found.feeds,
        site_feeds=found.site_feeds,
        sitemaps=found.sitemaps,
        wordpress=found.wordpress,
        name=view.name,
        language=language,
        looks=choice.looks,
    )
    if not view.is_first:
        return replace(listing, tries=sent_back(root, view.base))
    return replace(
        listing,
        tries=ways_to_try(root, view.base, view.section, listed),
        leads=choice.leads,
        elsewhere=paths_elsewhere(view.others, view.keys, listed),
    )


def _view_of(document: Document, page: Page, source: Source, part: bool) -> _View:
    root = document.tree
    body = root.find(".//body")
    if body is None:
        body = root
    section = source.section or page.requested_url
    is_first = canonical_url(page.requested_url) == canonical_url(section)
    piece = is_piece(page)
    base = _base_url(root, section if piece else page.final_url)
    urls = (page.final_url, page.requested_url, section)
    keys = frozenset(listing_key(url) for url in urls if url) | first_page_key(section)
    if not (is_first or part or piece):
        keys |= ended_key(page.requested_url)
    anchors = with_menus_told(read_anchors(body, base), keys)
    own = [anchor for anchor in anchors if listing_key(anchor.url) in keys]
    return _View(
        page=page,
        document=document,
        body=body,
        base=base,
        section=section,
        is_first=is_first,
        keys=keys,
        anchors=anchors,
        own=own,
        others=other_sections(anchors, keys),
        name=section_name(root, own),
    )


def _chosen_by_name(view: _View, next_urls: tuple[str, ...], source: Source) -> Choice:
    """The links that the file's selector names though none of them looks like an article's: arrows
    and numbers are what its author chose. An expression matches more addresses than were meant."""
    rule, final_url = source.links.article or "", view.page.final_url
    if pattern_of(rule):
        return Choice()
    own = [
        anchor
        for anchor in view.anchors
        if anchor.url not in next_urls
        and listing_key(anchor.url) not in view.keys
        and (same_site(anchor.url, final_url) or host_port(anchor.url) in source.private_hosts)
    ]
    return ruled(own, view.document.tree, rule)


def _next_urls(view: _View, source: Source) -> tuple[str, ...]:
    """The listing's further pages; those that the source's file selects go before what is found."""
    root, final_url = view.document.tree, view.page.final_url
    if source.links.next:
        selected = selected_urls(root, source.links.next, view.base)
        if selected:
            return selected
    found = find_next(root, view.anchors, view.base, final_url, view.section, view.keys, view.name)
    return tuple(dict.fromkeys([*next_in_headers(view.page, view.keys), *found]))


def _choice(
    view: _View,
    next_urls: tuple[str, ...],
    source: Source,
    memory: Memory,
    looks: str | None,
    shown: Mapping[str, bool] | None,
) -> Choice:
    """Which links are articles, surely or perhaps."""
    final_url = view.page.final_url
    found = candidates_of(view.anchors, view.keys, set(next_urls), final_url, source.private_hosts)
    candidates = [anchor for anchor in found if not is_section_link(anchor, view.others)]
    paid = in_sponsored_records(view.body, candidates)
    candidates = but_parts([anchor for anchor in candidates if anchor.element not in paid])
    if source.links.article:
        choice = ruled(candidates, view.document.tree, source.links.article)
        return choice if choice.certain else _chosen_by_name(view, next_urls, source)
    pages = [a for a in view.anchors if a.url in next_urls and is_page_label(a.text)]
    first_again = place_of(final_url).number == 1
    choice, only_boxed = choose_on_page(
        view.body,
        candidates,
        view.anchors,
        view.keys,
        [*view.own, *pages],
        view.others,
        view.section,
        memory.shapes,
        looks,
        None if first_again else shown,
    )
    if only_boxed and (not view.is_first or lists_in_data(view.document)):
        choice.possible |= choice.certain  # an empty page beside a box
        choice.certain.clear()
    return choice


def _base_url(root: HtmlElement, url: str) -> str:
    base = root.find(".//base[@href]")
    named = canonical_url(base.get("href") or "", url) if base is not None else None
    return named if named and same_site(named, url) else url


def _links(choice: Choice, page: Page, name: str | None, language: str | None) -> tuple[Link, ...]:
    chosen = [(anchor, True) for anchor in choice.certain.values()]
    chosen += [(anchor, False) for anchor in choice.possible.values()]
    chosen.sort(key=lambda pair: pair[0].index)
    times = listed_times((anchor for anchor, _ in chosen), page.fetched_at, language)
    return tuple(
        Link(
            url=anchor.url,
            found_in=page.final_url,
            kind=ListingKind.SECTION,
            title=anchor.title or None,
            published=times.get(anchor.url),
            section=name,
            certain=certain,
        )
        for anchor, certain in chosen
    )
