"""Pagers: blocks of links to the further pages of what stands before them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from lxml.html import HtmlElement

from crawler.listings.choice.anchors import Anchor
from crawler.listings.choice.regions import Region, names_of
from crawler.listings.labels import words_in
from crawler.listings.pagination import is_next_label
from pipeline.url_shapes import is_file

_PAGER = re.compile(
    r"-(?:pagination|pager|paginator|pagenavi|page-navigation|paging|pages|page-nav|nav-links"
    r"|nav-previous|nav-next|navigation|posts-navigation|page-numbers|next|older|older-posts"
    r"|load-more|loadmore|more-posts|infinite)-"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")

MIN_HEADLINE = 4
"""Words of a link that tells a story."""


def is_in_pager(element: HtmlElement) -> bool:
    """True for what stands in a block that is called so."""
    current: HtmlElement | None = element
    for _ in range(5):
        if current is None or current.tag == "body":
            return False
        if _PAGER.search(names_of(current)):
            return True
        current = current.getparent()
    return False


def numbered_alike(anchors: Sequence[Anchor]) -> list[str]:
    """Where the numbers of the page's only pager lead that counts pages, in their order: addresses
    that differ in the number alone, however else they are made. The pager stands behind a list in
    the page's main part; days of a calendar, whose addresses name a year, are no pages."""
    numbered = [
        anchor
        for anchor in anchors
        if anchor.text.isdecimal() and len(anchor.text) < 5 and is_in_pager(anchor.element)
    ]
    found: defaultdict[str, dict[int, Anchor]] = defaultdict(dict)
    for anchor in numbered:
        number = int(anchor.text)
        for place in re.finditer(rf"(?<!\d){number}(?!\d)", anchor.url):
            stem = f"{anchor.url[: place.start()]}{{}}{anchor.url[place.end() :]}"
            found[stem][number] = anchor
    stem, pages = max(found.items(), key=lambda pair: len(pair[1]), default=("", {}))
    if 2 not in pages or len(pages) < 2 or _YEAR.search(stem) or is_file(pages[2].url):
        return []
    if {anchor.url for anchor in numbered} != {anchor.url for anchor in pages.values()}:
        return []  # several pagers, or none
    first = min(anchor.index for anchor in pages.values())
    before = [a for a in anchors if a.index < first and words_in(a.title) >= MIN_HEADLINE]
    if not before or before[-1].region > Region.FEATURED:
        return []
    return [pages[number].url for number in sorted(pages)]


def under_headlines(anchors: Sequence[Anchor]) -> frozenset[str]:
    """Addresses to which «View more» leads below a headline that leads there too: of two cards and
    more each goes on in its article. A heading of a few words may name a part of the section."""
    headed = {a.url for a in anchors if a.in_heading and words_in(a.text) >= HEADLINE_WORDS}
    more = {a.url for a in anchors if a.url in headed and is_next_label(a.text)}
    return frozenset(more) if len(more) > 1 else frozenset()


HEADLINE_WORDS = 4
