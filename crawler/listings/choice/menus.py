"""Menus that no name of their elements calls so: a row of short links with the section's own among
them, or one in which each section shows some of its articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice

from lxml.html import HtmlElement

from crawler.listings.choice.anchors import Anchor
from crawler.listings.choice.regions import MENU_WORDS, Region, shows_sections
from crawler.listings.labels import words_in
from crawler.listings.pagination import is_page_label, listing_key

MIN_SECTIONS = 4
"""Sections that a row of links names at least, to be the site's menu."""

MAX_WORDS = 3
"""Words of a section's name in such a row."""

MIN_OUTSIDE = 4
"""Stories outside a menu that shows some, at least."""

MAX_DEPTH = 5
MAX_LINKS = 200
"""Elements around the section's own link, and links in one of them, that are looked at."""


def with_menus_told(anchors: Sequence[Anchor], own: frozenset[str]) -> list[Anchor]:
    """The links, those of a menu that nothing calls one as such. `own` are the listing keys of the
    page's section. Where something that is called a menu leads to the section, that is the one."""
    links = [a for a in anchors if listing_key(a.url) in own and _is_name(a)]
    if not links or any(link.region is Region.CHROME for link in links):
        return list(anchors)
    known = {anchor.element: anchor for anchor in anchors}
    menus = (_menu_around(link, known) for link in links)
    menu = next((menu for menu in menus if menu is not None), None)
    if menu is None:
        return list(anchors)
    inside = set(menu.iter("a", "area"))
    return [
        replace(anchor, region=Region.CHROME) if anchor.element in inside else anchor
        for anchor in anchors
    ]


def _menu_around(own: Anchor, known: Mapping[HtmlElement, Anchor]) -> HtmlElement | None:
    """The smallest element around the section's own link that is a menu."""
    for around in islice(own.element.iterancestors(), MAX_DEPTH):
        if around.tag in {"body", "main", "article"}:
            return None
        if shows_sections(around):
            return around if _stories_outside(around, known) >= MIN_OUTSIDE else None
        links = [known[a] for a in islice(around.iter("a"), MAX_LINKS) if a in known]
        if not all(map(_is_name, links)):
            continue
        if len({listing_key(link.url) for link in links}) >= MIN_SECTIONS:
            return around
    return None


def _stories_outside(menu: HtmlElement, known: Mapping[HtmlElement, Anchor]) -> int:
    """How many stories the page has elsewhere: the blocks of a front page are no menu."""
    inside = set(menu.iter("a"))
    told = (anchor for link, anchor in known.items() if link not in inside)
    return len({anchor.url for anchor in told if words_in(anchor.title) >= MENU_WORDS})


def _is_name(anchor: Anchor) -> bool:
    """Whether a link may name a section: a few words, and no page's number."""
    few = words_in(anchor.text) <= MAX_WORDS
    return few and bool(anchor.text) and not anchor.in_heading and not is_page_label(anchor.text)
