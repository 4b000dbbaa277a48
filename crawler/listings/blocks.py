"""Blocks of a page that are headed by another section's name, and what stands in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from crawler.listings.anchors import Anchor, text_of_element
from crawler.listings.pagination import is_page_label, listing_key
from crawler.listings.regions import Region
from pipeline.folding import fold

MAX_NAME_WORDS = 4
"""A menu's link with more words is no section's name."""

_HEADINGS = ("h2", "h3", "h4", "h5")


@dataclass(frozen=True, slots=True)
class OtherSections:
    """The sections that the page's menus name, but for the page's own: listing keys and names."""

    keys: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()


def other_sections(anchors: Iterable[Anchor], own: frozenset[str]) -> OtherSections:
    """What the menus name. `own` are the listing keys of the page's section."""
    keys: set[str] = set()
    names: set[str] = set()
    own_names: set[str] = set()
    for anchor in anchors:
        if anchor.region is not Region.CHROME or is_page_label(anchor.text):
            continue
        if len(anchor.text.split()) > MAX_NAME_WORDS:
            continue
        key = listing_key(anchor.url)
        if key in own:
            own_names.add(fold(anchor.text))
            continue
        keys.add(key)
        if not any(is_above(key, mine) for mine in own):  # "Articles", above "Articles › Tech"
            names.add(fold(anchor.text))
    return OtherSections(frozenset(keys), frozenset(names - own_names - {""}))


def is_above(key: str, own: str) -> bool:
    """True where a listing's key is that of one above `own` in the site's tree."""
    return own.startswith(f"{key.removesuffix('?').rstrip('/')}/")


def is_section_link(anchor: Anchor, others: OtherSections) -> bool:
    """True for a link to a section that the menus name, wherever it stands."""
    return listing_key(anchor.url) in others.keys and len(anchor.title.split()) <= MAX_NAME_WORDS


def in_foreign_blocks(
    body: HtmlElement, anchors: Sequence[Anchor], others: OtherSections
) -> frozenset[HtmlElement]:
    """Those of the links that stand below a heading which names another section.

    The heading rules what comes after it within its parent, or within the parent's parent where it
    has a wrapper of its own.
    """
    if not others.names:
        return frozenset()
    found: set[HtmlElement] = set()
    elements = {anchor.element for anchor in anchors}
    for heading in body.iter(*_HEADINGS):
        if not _names_other(heading, others):
            continue
        scope = heading.getparent()
        for _ in range(2):
            if scope is None or scope.tag == "body":
                break
            below = [link for link in scope.iter("a") if link in elements]
            after = [link for link in below if not _is_before(link, heading, scope)]
            if after:
                found.update(after)
                break
            scope = scope.getparent()
    return frozenset(found)


def _names_other(heading: HtmlElement, others: OtherSections) -> bool:
    text = text_of_element(heading, 80)
    if not text or len(text.split()) > MAX_NAME_WORDS:
        return False
    return fold(text) in others.names


def _is_before(link: HtmlElement, heading: HtmlElement, scope: HtmlElement) -> bool:
    """True where the link comes before the heading in the scope's order, or is within it."""
    for element in scope.iter("a", *_HEADINGS):
        if element is heading:
            return link in set(heading.iter("a"))
        if element is link:
            return True
    return False
