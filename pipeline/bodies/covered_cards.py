"""Cards of other articles that are links as a whole, by an empty link over them or by a script:
none of their words is one."""

from __future__ import annotations

from collections import defaultdict

from lxml.html import HtmlElement

from pipeline.bodies.below_pictures import PICTURE
from pipeline.bodies.spans import is_good
from pipeline.page.core import Core
from pipeline.page.elements import text_of_element
from pipeline.page.pieces import Piece, Reading, give_region
from pipeline.records import BlockKind
from pipeline.text import is_long_as_headline, spoken_words
from pipeline.urls import canonical_url, path_segments, same_site

LEAST_CARDS = 2
MOST_LINES, MAX_CHARS, MAX_BUTTON_WORDS = 4, 400, 3


def mark_covered_cards(reading: Reading, core: Core, url: str) -> None:
    """Give the lines of such cards their region, where two and more stand side by side and lead to
    different pages of the site, or one has a picture and a headline."""
    rows: defaultdict[HtmlElement, dict[str, list[Piece]]] = defaultdict(dict)
    alone: set[HtmlElement] = set()
    for element, start, end, region in reading.spans:
        if region is not None or not 0 < end - start <= MOST_LINES:
            continue
        parent = element.getparent()
        if parent is None or element in core.heavy or element in core.sure:
            continue
        card = reading.pieces[start:end]
        if sum(len(p.text) for p in card) > MAX_CHARS:
            continue
        linked = [p for p in card if p.linked]
        target = _leading_on(element, card, url) if linked else _covering(element, url)
        pictured = _of_picture(element, url) if linked and target is None else None
        target = target or pictured
        if target and any(is_long_as_headline(piece.text) for piece in card):
            rows[parent].setdefault(target, card)
            line = pictured is not None and len(card) <= MOST_BESIDE
            if line or (not linked and PICTURE(element) and _is_headed(card)):
                alone.add(parent)
    for parent, cards in rows.items():
        if len(cards) >= LEAST_CARDS or parent in alone:
            for card in cards.values():
                give_region(card, "teaser")


def _is_headed(card: list[Piece]) -> bool:
    """Whether the first of a card's lines, below a label perhaps, is a heading as long as a
    headline, and no more than one of the others is prose."""
    heads = [piece for piece in card[:2] if piece.kind is BlockKind.HEADING]
    long = any(is_long_as_headline(piece.text) for piece in heads)
    return long and sum(map(is_good, card)) <= 1


def _leading_on(box: HtmlElement, card: list[Piece], url: str) -> str | None:
    """Where the one link of a card leads, a word or three below a picture, its headline and what it
    tells: «Read it»."""
    last = card[-1]
    if last.link is None or last.link_share < 1 or spoken_words(last.text) > MAX_BUTTON_WORDS:
        return None
    if any(piece.linked for piece in card[:-1]) or not PICTURE(box) or not _is_headed(card):
        return None
    return _target(last.link.get("href"), url)


MOST_BESIDE = 2
"""Lines of a card beside whose picture all stands in one, its day below that perhaps."""


def _of_picture(box: HtmlElement, url: str) -> str | None:
    """Where the links of a box lead, of a picture and of a headline beside it: to one other page of
    the site."""
    links = [link for link in box.iter("a") if link.get("href")]
    if len({link.get("href") for link in links}) != 1:
        return None
    said = [text_of_element(link) for link in links]
    shown = any(
        not text and link.find(".//img") is not None for text, link in zip(said, links, strict=True)
    )
    if not shown or not any(map(is_long_as_headline, said)):
        return None
    return _target(links[0].get("href"), url)


def _covering(box: HtmlElement, url: str) -> str | None:
    """Where the link leads that a box is, as a script or an empty link makes it: to another page of
    the site, or None."""
    links = (c for c in box if c.tag == "a" and not len(c) and not (c.text or "").strip())
    addresses = (*(link.get("href") for link in links), *map(box.get, _OF_SCRIPTS))
    return next((to for each in addresses if each and (to := _target(each, url))), None)


def _target(address: str | None, url: str) -> str | None:
    """The other page of the site that an address is, or None."""
    target = canonical_url(address or "", url or None)
    if not target or target == canonical_url(url) or not path_segments(target):
        return None
    return target if same_site(target, url) else None


_OF_SCRIPTS = ("data-href", "data-url", "data-link", "data-permalink", "data-target-url")
"""Attributes in which boxes that are links have their addresses."""
