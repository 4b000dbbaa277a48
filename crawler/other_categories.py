"""Answers of WordPress to a question for a category's posts that hold posts of others too."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from crawler.listings.records import Listing

NEWEST = 6
"""Posts of other categories that are looked for in the section's pages."""


def with_others_told(listing: Listing, shown: Collection[str]) -> Listing:
    """An answer as it is where the section's pages, of which the links that were read are `shown`,
    show most of the newest of its posts that say that they are in other categories.

    Else with these left to their own pages to say; where most are such, the answer is no list of
    the category, and its further pages are left.
    """
    if _are_shown(listing, shown):
        return listing
    links = [replace(link, certain=False) for link in listing.links if link.url in listing.others]
    most = 2 * len(links) > len(listing.links)
    links = [*(link for link in listing.links if link.url not in listing.others), *links]
    return replace(listing, links=tuple(links), next_urls=() if most else listing.next_urls)


def _are_shown(listing: Listing, shown: Collection[str]) -> bool:
    """Whether most of the newest posts of others, as far back as pages were read, are shown."""
    urls = [link.url for link in listing.links]
    places = [at for at, url in enumerate(urls) if url in shown]
    others = [at for at, url in enumerate(urls) if url in listing.others]
    newest = [at for at in others if places and at <= places[-1]][:NEWEST]
    return bool(newest) and 2 * sum(urls[at] in shown for at in newest) >= len(newest)
