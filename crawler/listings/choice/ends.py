"""Where a page's list ends: at the way to its further pages."""

from __future__ import annotations

import re
from collections.abc import Collection

from lxml.html import HtmlElement

from crawler.listings.choice.anchors import Anchor, text_of_element
from crawler.listings.choice.heading import PageHeading
from crawler.listings.choice.regions import Region
from crawler.listings.labels import words_in
from crawler.listings.pagination import is_next_label, is_page_label, loose_place, place_of

LEAST_WORDS = 2
"""A link with more words may be a headline."""

_COUNTED = re.compile(r"\?(?:[^#]*&)?[^=#&]+=\w*\d")
_MAX_LABEL = 40
"""Letters of a button's label."""


MAX_WAY_WORDS = 4
"""Words of a link to a page of the listing, in whatever language it says so."""

LEAST_LISTED = 3
"""Stories below the section's heading that are its list, however many stand behind the links to its
further pages, or in columns beside it."""


def behind_pages(
    body: HtmlElement,
    anchors: Collection[Anchor],
    own: Collection[Anchor],
    heading: PageHeading | None = None,
    least: int = LEAST_LISTED,
) -> frozenset[HtmlElement]:
    """Those of the links that lead where none leads before the way to the list's further pages,
    where most stand before it, or `least` do between the section's own heading and the links to its
    pages: the list ends there. `own` are links to the listing and its pages.
    """
    pages = {anchor.element for anchor in own if leads_to_page(anchor)}
    passed: set[HtmlElement] = set()
    ended: set[HtmlElement] = set()
    paged: set[HtmlElement] = set()
    for element in body.iter("a", "button"):
        passed.add(element)
        if element in pages or (
            element.tag == "button" and is_next_label(text_of_element(element, _MAX_LABEL))
        ):
            ended |= passed
            passed.clear()
            if element in pages:
                paged |= ended
    told = [a for a in anchors if a.region < Region.SIDE and words_in(a.title) > LEAST_WORDS]
    before = {anchor.url for anchor in told if anchor.element in ended}
    behind = {anchor.url for anchor in told} - before
    if len(behind) > len(before):
        if heading is None or not heading.named:
            return frozenset()
        headed = paged - heading.before
        if len({anchor.url for anchor in told if anchor.element in headed}) < least:
            return frozenset()
    return frozenset(anchor.element for anchor in anchors if anchor.url in behind)


def buttons_for_more(body: HtmlElement) -> list[HtmlElement]:
    """The page's buttons that say that they show more of a list."""
    said = ((each, text_of_element(each, _MAX_LABEL)) for each in body.iter("button"))
    return [each for each, text in said if is_next_label(text)]


def leads_to_page(anchor: Anchor) -> bool:
    """Whether a link to the listing leads to one of its pages."""
    if not anchor.text:
        return False
    if place_of(anchor.url).number is not None and words_in(anchor.text) <= MAX_WAY_WORDS:
        return True
    if is_next_label(anchor.text) and _COUNTED.search(anchor.url):
        return True  # «?00000190-a1b2-page=2», «?from=bzo4»
    return is_page_label(anchor.text) and loose_place(anchor.url) is not None
