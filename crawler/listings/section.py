"""One section page: its article links, the listing's further pages, feeds and names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from lxml.html import HtmlElement

from crawler.listings.choice.anchors import read_anchors
from crawler.listings.choice.candidates import candidates_of
from crawler.listings.choice.menus import with_menus_told
from crawler.listings.choice.on_page import choose_on_page
from crawler.listings.choice.other_sections import (
    is_section_link,
    other_sections,
    paths_elsewhere,
)
from crawler.listings.choice.parts import but_parts, find_parts, is_of_section
from crawler.listings.choice.rules import ruled, selected_urls
from crawler.listings.choice.selection import Choice
from crawler.listings.choice.sponsored import in_sponsored_records
from crawler.listings.choice.times import listed_times
from crawler.listings.data.answers import read_answer
from crawler.listings.data.data_lists import filled, lists_in_data
from crawler.listings.data.hidden import show_links
from crawler.listings.discovery import find_sources
from crawler.listings.in_data import leading_on, links_of, longest_list, with_rest
from crawler.listings.naming import page_language, section_name
from crawler.listings.onward.configured import after_cursor, after_said
from crawler.listings.onward.elsewhere import identities
from crawler.listings.onward.endless import page_after
from crawler.listings.onward.following import find_next
from crawler.listings.onward.headers import next_in_headers
from crawler.listings.onward.templates import made_in_scripts
from crawler.listings.onward.untold import sent_back, ways_to_try
from crawler.listings.pagination import (
    ended_key,
    first_page_key,
    is_page_label,
    listing_key,
    place_of,
)
from crawler.listings.records import Listing
from pipeline.page.html import Document, parse_page, parse_text
from pipeline.records import Link, ListingKind, Memory, Page, Source
from pipeline.url_shapes import is_file
from pipeline.urls import canonical_url, same_site

_OF_WHOLE_PAGE = re.compile(rb"<(?:html|head|body|title|!doctype)\b", re.IGNORECASE)


def read_section(
    page: Page,
    source: Source,
    memory: Memory,
    looks: str | None = None,
    *,
    part: bool = False,
    made: str | None = None,
    shown: Mapping[str, bool] | None = None,
) -> Listing:
    """The links of one page of a section's listing.

    Links of the main list are certain; links that look like articles but stand in other blocks are
    not. What the source file says in [links] goes before what is found. A JSON answer to a "load
    more" button is a listing page too. `looks` and `made` are those of an earlier page, `shown` is
    what such pages showed: see `in_repeated_boxes`. Of the list of a part of the section (`part`)
    nothing is taken unless the page says that it is one. Raises `UnusablePage` as `parse_page`
    does.
    """
    answer = read_answer(page)
    if answer is None:
        page = _unwrapped(page)
        document = parse_page(page)
        listing = _read_document(document, page, source, memory, looks, part=part, shown=shown)
        if canonical_url(page.requested_url) != canonical_url(source.section or ""):
            listing = _going_on(listing, page, source.section or "")
        if source.links.article or (part and not listing.links):
            return listing
        if any(link.certain for link in listing.links):
            rest = with_rest(listing, document, page, source.section)
            return _with_template(rest, document, page)
        return _or_framed(_with_hidden(listing, document, page, source, memory), document, page)
    listing = Listing()
    if answer.html:
        html = f"<html><body><main>{answer.html}</main></body></html>"
        listing = _read_document(parse_text(html, page.final_url), page, source, memory)
    entries = {_whole(address, made): title for address, title in answer.entries}
    if made:
        entries |= {filled(made, parts): title for parts, title in answer.parts}
    links = links_of(entries.items(), page.final_url, source.section)
    links.update((link.url, link) for link in listing.links if link.url not in links)
    named = (canonical_url(url, page.final_url) for url in answer.next_urls)
    next_urls = [url for url in named if url and same_site(url, page.final_url)]
    if not next_urls and not answer.is_last and links:
        following = after_cursor(page.final_url, answer.cursor) if answer.cursor else None
        following = following or after_said(page.final_url, answer.said)
        following = following or page_after(
            page.final_url, len(links), identities(source.section or "")
        )
        next_urls = [following] if following else []
    return replace(
        listing,
        links=tuple(links.values()),
        next_urls=tuple(dict.fromkeys([*next_urls, *listing.next_urls])),
    )


def _unwrapped(page: Page) -> Page:
    """A page; of Turbo's streams, which wrap in templates what is to be added, with it in view."""
    if b"<turbo-stream" not in page.body[:2000]:
        return page
    body = page.body.replace(b"<template", b"<div").replace(b"</template", b"</div")
    return replace(page, body=body)


def _going_on(listing: Listing, page: Page, section: str) -> Listing:
    """A listing; of a piece of a page, as a script fetches it, which names no further one, with the
    address of the piece after it."""
    count = sum(link.certain for link in listing.links)
    if listing.next_urls or not count or _OF_WHOLE_PAGE.search(page.body[:4000]):
        return listing
    following = page_after(page.final_url, count, identities(section))
    return replace(listing, next_urls=(following,)) if following else listing


def _or_framed(listing: Listing, document: Document, page: Page) -> Listing:
    """A listing; where the page has no article, with what its frames show as further pages."""
    if any(link.certain for link in listing.links):
        return listing
    frames = document.tree.xpath("(//iframe[@src]|//frame[@src])[position() <= 5]")
    named = (canonical_url(frame.get("src"), page.final_url) for frame in frames)
    framed = [url for url in named if url and same_site(url, page.final_url) and not is_file(url)]
    return replace(listing, next_urls=tuple(dict.fromkeys([*listing.next_urls, *framed])))


def _with_template(listing: Listing, document: Document, page: Page) -> Listing:
    """A listing with how addresses are made, by its scripts where its data does not say."""
    if listing.made:
        return listing
    shown = {link.url for link in listing.links if link.certain}
    return replace(listing, made=made_in_scripts(document, shown, page.final_url))


def _whole(address: str, made: str | None) -> str:
    """An address that an answer gives, after what a script writes before it."""
    if made and "{url}" in made and not address.startswith(("/", "http:", "https:", "?", ".")):
        return made.replace("{url}", address)
    return address


def _with_hidden(
    listing: Listing, document: Document, page: Page, source: Source, memory: Memory
) -> Listing:
    """A listing without a plain link to an article, with those that only scripts would follow."""
    _, long = longest_list(document, page, source.section)
    links = links_of(long.entries.items(), page.final_url)
    if show_links(document):
        shown = _read_document(document, page, source, memory)
        links.update((link.url, link) for link in shown.links if link.certain)
    links.update((link.url, link) for link in listing.links if link.url not in links)
    return leading_on(replace(listing, links=tuple(links.values())), long, page)


def _read_document(
    document: Document,
    page: Page,
    source: Source,
    memory: Memory,
    looks: str | None = None,
    *,
    part: bool = False,
    shown: Mapping[str, bool] | None = None,
) -> Listing:
    root = document.tree
    section = source.section or page.requested_url
    is_first = canonical_url(page.requested_url) == canonical_url(section)
    is_piece = not _OF_WHOLE_PAGE.search(page.body[:4000])
    base = _base_url(root, section if is_piece else page.final_url)
    body = root.find(".//body")
    if body is None:
        body = root
    anchors = read_anchors(body, base)
    keys = frozenset(
        listing_key(url) for url in (page.final_url, page.requested_url, section) if url
    ) | first_page_key(section)
    if not (is_first or part or is_piece):
        keys |= ended_key(page.requested_url)
    anchors = with_menus_told(anchors, keys)
    own = [anchor for anchor in anchors if listing_key(anchor.url) in keys]
    name = section_name(root, own)
    next_urls = find_next(root, anchors, base, page.final_url, section, keys, name)
    next_urls = tuple(dict.fromkeys([*next_in_headers(page, keys), *next_urls]))
    if source.links.next:
        next_urls = selected_urls(root, source.links.next, base) or next_urls
    others = other_sections(anchors, keys)
    candidates = [
        anchor
        for anchor in candidates_of(
            anchors, keys, set(next_urls), page.final_url, source.private_hosts
        )
        if not is_section_link(anchor, others)
    ]
    paid = in_sponsored_records(body, candidates)
    candidates = but_parts([anchor for anchor in candidates if anchor.element not in paid])
    if source.links.article:
        choice = ruled(candidates, root, source.links.article)
    else:
        pages = [a for a in anchors if a.url in next_urls and is_page_label(a.text)]
        if place_of(page.final_url).number == 1:  # the first page again
            shown = None
        choice, only_boxed = choose_on_page(
            body, candidates, anchors, keys, [*own, *pages],
            others, section, memory.shapes, looks, shown,
        )  # fmt: skip
        if only_boxed and (not is_first or lists_in_data(document)):
            choice.possible |= choice.certain  # an empty page beside a box
            choice.certain.clear()
    named_parts = find_parts(anchors, choice.certain, keys, section) if is_first else ()
    named_parts = tuple(url for url in named_parts if url not in next_urls)
    for url in named_parts:
        choice.certain.pop(url, None)
        choice.possible.pop(url, None)
    if part and not is_of_section(anchors, page.final_url, section):
        return Listing()
    found = find_sources(root, base, section)
    language = page_language(root)
    in_order = sorted(choice.certain.values(), key=lambda anchor: anchor.index)
    listed = [anchor.url for anchor in in_order]
    return Listing(
        links=_links(choice, page, name, language),
        next_urls=next_urls,
        tries=ways_to_try(root, base, section, listed) if is_first else sent_back(root, base),
        parts=named_parts,
        feeds=found.feeds,
        site_feeds=found.site_feeds,
        sitemaps=found.sitemaps,
        wordpress=found.wordpress,
        name=name,
        language=language,
        looks=choice.looks,
        leads=choice.leads if is_first else frozenset(),
        elsewhere=paths_elsewhere(others, keys, listed) if is_first else frozenset(),
    )


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
