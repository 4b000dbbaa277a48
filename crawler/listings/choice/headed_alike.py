"""Boxes after a section's list that are headed as the list itself is, by another name."""

from __future__ import annotations

from collections.abc import Collection

from lxml.html import HtmlElement

from crawler.listings.choice.anchors import Anchor, text_of_element
from crawler.listings.choice.beside import HEADINGS, LEAST_BEFORE, MIN_WORDS, links_below, looks_of
from crawler.listings.choice.regions import Region
from crawler.listings.labels import folded_label, words_in
from crawler.listings.naming import is_linked

_MAX_LABEL = 40
"""Letters of a heading that names a box."""


def in_boxes_headed_alike(
    body: HtmlElement, anchors: Collection[Anchor], own: Collection[Anchor]
) -> frozenset[HtmlElement]:
    """Those of the links that stand in boxes below headings that look as the only one that says the
    section's name, and say something else. Below that the list stands: `LEAST_BEFORE` stories at
    least, twice as many as in the box. A heading that leads somewhere may name a part of the
    section. `own` are links to the section."""
    names = {folded_label(anchor.text) for anchor in own if anchor.text}
    headings = [h for h in body.iter(*HEADINGS) if h.tag != "h1" and not is_linked(h)]
    said = {h: folded_label(text_of_element(h, _MAX_LABEL + 1)) for h in headings}
    mine = [heading for heading in headings if said[heading] in names]
    if len(mine) != 1:
        return frozenset()
    after = headings[headings.index(mine[0]) + 1 :]
    alike = [
        h for h in after if looks_of(h) == looks_of(mine[0]) and 0 < len(said[h]) <= _MAX_LABEL
    ]
    if not alike:
        return frozenset()
    stories = {
        anchor.element: anchor.url
        for anchor in anchors
        if anchor.region is Region.MAIN and words_in(anchor.title) >= MIN_WORDS
    }
    listed = _between(body, mine[0], alike[0], stories)
    found: set[HtmlElement] = set()
    for heading in alike:
        box = set(links_below(heading, {anchor.element for anchor in anchors}))
        held = {stories[link] for link in box if link in stories}
        if held and len(listed) >= max(LEAST_BEFORE, 2 * len(held)):
            found |= box
    return frozenset(found)


def _between(
    body: HtmlElement, first: HtmlElement, last: HtmlElement, stories: dict[HtmlElement, str]
) -> set[str]:
    """The addresses of the stories that stand between two headings."""
    found: set[str] = set()
    passed = False
    for element in body.iter("a", first.tag):
        if element is last:
            break
        if element is first:
            passed = True
        elif passed and element in stories:
            found.add(stories[element])
    return found
