"""The articles of a listing that are in the page's data only, for a script to show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from crawler.listings.belonging import is_below
from crawler.listings.data.data_lists import MIN_ENTRIES, DataList, lists_in_data, same_list
from crawler.listings.onward.untold import numbered
from crawler.listings.records import Listing
from pipeline.page.html import Document
from pipeline.records import Link, Page
from pipeline.url_shapes import is_file
from pipeline.urls import canonical_url, path_segments, same_site

FEW_SHOWN = 8
"""Articles that a page shows in boxes beside a list that a script makes of its data, at most."""


def with_rest(listing: Listing, document: Document, page: Page, section: str | None) -> Listing:
    """A listing with those of its articles that are in the page's data only."""
    if sum(link.certain for link in listing.links) <= FEW_SHOWN:
        listing = _with_own_list(listing, document, page, section)
    shown = {link.url for link in listing.links if link.certain}
    found = same_list(document, shown, lambda address: canonical_url(address, page.final_url))
    if found is None:
        return listing
    data, made, whole = found
    links = {link.url: link for link in listing.links}
    for url, link in links_of(data.entries.items(), page.final_url).items():
        if whole and url not in shown:
            links[url] = replace(link, section=listing.name)
    listing = replace(listing, links=tuple(links.values()), made=made)
    return leading_on(listing, data, page)


def _with_own_list(
    listing: Listing, document: Document, page: Page, section: str | None
) -> Listing:
    """A listing with the list in the page's data whose addresses lie below the section's. Where
    that holds more of them than the page shows, the page shows boxes beside it, and what of those
    lies elsewhere may be another section's."""
    below, data = longest_list(document, page, section)
    listed = links_of(data.entries.items(), page.final_url)
    links = {link.url: link for link in listing.links}
    shown = [url for url, link in links.items() if link.certain]
    if not below or listed.keys() <= set(shown):
        return listing
    if below > sum(is_below(url, section) for url in shown):
        links |= {u: replace(links[u], certain=False) for u in shown if not is_below(u, section)}
    links |= {
        u: replace(link, section=listing.name) for u, link in listed.items() if u not in shown
    }
    return leading_on(replace(listing, links=tuple(links.values())), data, page)


def longest_list(document: Document, page: Page, section: str | None) -> tuple[int, DataList]:
    """The longest list in the page's data, with how many of its addresses lie below the section's:
    one most of which do goes before all others, be it the few that are left for a last page."""

    def worth(found: DataList) -> tuple[int, int]:
        urls = links_of(found.entries.items(), page.final_url)
        below = sum(is_below(url, section) for url in urls)
        return below if 2 * below > len(urls) else 0, len(urls)

    longest = max(lists_in_data(document, least=1), key=worth, default=DataList())
    below, held = worth(longest)
    return below, longest if below or held >= MIN_ENTRIES else DataList()


def leading_on(listing: Listing, found: DataList, page: Page) -> Listing:
    """A listing with the further pages that data names beside the same list."""
    named = (canonical_url(address, page.final_url) for address in found.following)
    further = [url for url in named if url and same_site(url, page.final_url)]
    tries = listing.tries
    if found.goes_on and not further and not listing.next_urls:
        tries = (*tries, *numbered(page.final_url))
    next_urls = tuple(dict.fromkeys([*listing.next_urls, *further]))
    return replace(listing, next_urls=next_urls, tries=tries)


def links_of(
    entries: Iterable[tuple[str, str]], page_url: str, base: str | None = None
) -> dict[str, Link]:
    """Links of addresses and titles that data names, of this site. Those of an answer to a script
    are meant from the page that the reader sees, `base`."""
    return {
        url: Link(url=url, found_in=page_url, title=title or None)
        for address, title in entries
        if (url := canonical_url(address, base or page_url))
        and same_site(url, page_url)
        and path_segments(url)
        and not is_file(url)
    }
