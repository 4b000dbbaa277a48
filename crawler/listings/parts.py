"""Links of a section's page that name a part of the section, not an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lxml.html import HtmlElement

from crawler.listings.anchors import Anchor

MAX_PART_WORDS = 4
"""Words that name a part of a section, at most; headlines as short as that are rare."""


def but_parts(anchors: Sequence[Anchor]) -> list[Anchor]:
    """The links without those of few words that name a part of the section: an address below
    which several others lie, or a label that stands beside one headline and another."""
    directories = Counter(above for url in {a.url for a in anchors} for above in _above(url))
    labels = _labels(anchors)
    return [
        anchor
        for anchor in anchors
        if len(anchor.title.split()) > MAX_PART_WORDS
        or (directories[anchor.url.rstrip("/")] < 2 and anchor.element not in labels)
    ]


def _above(url: str) -> list[str]:
    """The addresses above a canonical one, without its host's own."""
    start = url.find("/", url.find("://") + 3)
    path = url.partition("?")[0]
    return [path[:at] for at in range(start + 1, len(path) - 1) if path[at] == "/"]


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
