"""Boxes that stand beside the list on all pages of a listing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from lxml.html import HtmlElement

from crawler.listings.choice.anchors import Anchor

MIN_BOX = 3
"""Stories of such a box at least: two of a list may stand in a row of their own."""

MAX_DEPTH = 8
MAX_LINKS = 100
"""Elements around a link, and links in each, that are looked at."""


def in_repeated_boxes(
    anchors: Sequence[Anchor], shown: Mapping[str, bool]
) -> frozenset[HtmlElement]:
    """Those of the links that stand in a block with nothing but what earlier pages of the listing
    showed, some of it beside their lists alone: `shown` are the addresses, true of such. On a last
    page a box of that kind may be longer than the list. A page without anything new is an earlier
    one under another address ("/page/1/"), and its list no box."""
    urls = {anchor.element: anchor.url for anchor in anchors}
    again = {element for element, url in urls.items() if url in shown}
    if len(again) == len(urls):
        return frozenset()
    found: set[HtmlElement] = set()
    for link in again:
        if link in found or not shown[urls[link]]:
            continue
        for around in islice(link.iterancestors(), MAX_DEPTH):
            links = [each for each in islice(around.iter("a"), MAX_LINKS) if each in urls]
            if not again.issuperset(links):
                break
            if len({urls[each] for each in links}) >= MIN_BOX:
                found.update(links)
                break
    return frozenset(found)
