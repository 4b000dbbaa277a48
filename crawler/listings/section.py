"""One section page: its article links, the listing's further pages, feeds and names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from crawler.listings.data.answers import read_answer
from crawler.listings.data.data_lists import filled
from crawler.listings.data.hidden import show_links
from crawler.listings.data.script_answers import without_script
from crawler.listings.in_data import leading_on, links_of, longest_list, with_rest
from crawler.listings.onward.configured import after_cursor, after_said
from crawler.listings.onward.elsewhere import identities
from crawler.listings.onward.endless import page_after
from crawler.listings.onward.templates import made_in_scripts
from crawler.listings.records import Listing
from crawler.listings.section_page import is_piece, read_page
from pipeline.page.html import Document, parse_page, parse_text
from pipeline.records import Memory, Page, Source
from pipeline.url_shapes import is_file
from pipeline.urls import canonical_url, same_site


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
        listing = read_page(document, page, source, memory, looks, part=part, shown=shown)
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
        listing = read_page(parse_text(html, page.final_url), page, source, memory)
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
    """A page; of a script, and of Turbo's streams, which wrap in templates what is to be added,
    with that in view."""
    if b"<turbo-stream" not in page.body[:2000]:
        return without_script(page)
    body = page.body.replace(b"<template", b"<div").replace(b"</template", b"</div")
    return replace(page, body=body)


def _going_on(listing: Listing, page: Page, section: str) -> Listing:
    """A listing; of a piece of a page, as a script fetches it, which names no further one, with the
    address of the piece after it."""
    count = sum(link.certain for link in listing.links)
    if listing.next_urls or not count or not is_piece(page):
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
        shown = read_page(document, page, source, memory)
        links.update((link.url, link) for link in shown.links if link.certain)
    links.update((link.url, link) for link in listing.links if link.url not in links)
    return leading_on(replace(listing, links=tuple(links.values())), long, page)
