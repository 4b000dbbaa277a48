"""Links of a section's page that name a part of the section, not an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import islice

from lxml.html import HtmlElement

from crawler.listings.anchors import Anchor
from crawler.listings.belonging import addresses_above
from crawler.listings.regions import Region

MAX_PART_WORDS = 4
"""Words that name a part of a section, at most; headlines as short as that are rare."""

MAX_SHARED_WORDS = 8
"""Words of a link to a person or a topic that stands in many records, at most."""

MAX_DEPTH = 5
MAX_LINKS = 12
MAX_ADDRESSES = 4
"""Elements around a link, and links and addresses of its record, that are looked at."""


def but_parts(anchors: Sequence[Anchor]) -> list[Anchor]:
    """The links without those of few words that name a part of the section or a person: an address
    below which several others lie, or a label that stands beside one headline and another."""
    directories = Counter(
        above for url in {a.url for a in anchors} for above in addresses_above(url)
    )
    labels, shared = _labels(anchors), _shared(anchors)
    return [
        anchor
        for anchor in anchors
        if (len(anchor.title.split()) > MAX_SHARED_WORDS or anchor.url not in shared)
        and (
            len(anchor.title.split()) > MAX_PART_WORDS
            or (directories[anchor.url.rstrip("/")] < 2 and anchor.element not in labels)
        )
    ]


def _labels(anchors: Sequence[Anchor]) -> frozenset[HtmlElement]:
    """Short links each right beside a longer one to another address, some of them repeated."""
    headlines: dict[HtmlElement, str] = {}
    for anchor in anchors:
        parent = anchor.element.getparent()
        if parent is not None and len(anchor.title.split()) > MAX_PART_WORDS:
            headlines.setdefault(parent, anchor.url)
    beside = [
        anchor
        for anchor in anchors
        if anchor.title
        and not anchor.is_titled
        and len(anchor.title.split()) <= MAX_PART_WORDS
        and headlines.get(anchor.element.getparent(), anchor.url) != anchor.url
    ]
    if len({anchor.url for anchor in beside}) == len(beside):
        return frozenset()
    return frozenset(anchor.element for anchor in beside)


def _shared(anchors: Sequence[Anchor]) -> frozenset[str]:
    """Addresses that several records hold beside one of their own: authors and the like.

    A record is the smallest element around a link that holds a link to another address, and few.
    """
    urls = {anchor.element: anchor.url for anchor in anchors if anchor.region is not Region.CHROME}
    records: dict[HtmlElement, frozenset[str]] = {}
    for element, own in urls.items():
        for around in islice(element.iterancestors(), MAX_DEPTH):
            links = list(islice(around.iter("a"), MAX_LINKS + 1))
            held = frozenset(urls[link] for link in links if link in urls)
            if len(links) > MAX_LINKS or held != {own}:
                if len(links) <= MAX_LINKS and len(held) <= MAX_ADDRESSES:
                    records[around] = held
                break
    count = Counter(url for held in records.values() for url in held)
    apart = {url for url, times in count.items() if times == 1}
    shared = {url for url, times in count.items() if times > 1}
    return frozenset(
        url
        for url in shared
        if all(len(held & apart) == 1 for held in records.values() if url in held)
    )
