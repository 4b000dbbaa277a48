"""Cards of other articles whose headlines are no links: they are pressed as a whole, by an empty
link over them or by a script, or have a button; and those whose words all stand in one line."""

from __future__ import annotations

from collections import defaultdict

from lxml.html import HtmlElement

from pipeline.bodies.asking_boxes import MAX_BUTTON_WORDS
from pipeline.bodies.below_pictures import PICTURE
from pipeline.bodies.spans import is_good
from pipeline.page.core import Core
from pipeline.page.elements import text_of_element
from pipeline.page.pieces import Piece, Reading, give_region
from pipeline.records import BlockKind
from pipeline.text import is_long_as_headline, spoken_words
from pipeline.urls import other_page

LEAST_CARDS = 2
MOST_LINES, MAX_CHARS = 4, 400


def mark_covered_cards(reading: Reading, core: Core, url: str) -> None:
    """Give the lines of such cards their region, where two and more stand side by side and lead to
    different pages of the site, or one is a card by itself: a picture and a headline."""
    rows: defaultdict[HtmlElement, dict[str, list[Piece]]] = defaultdict(dict)
    alone: set[HtmlElement] = set()
    for element, start, end, region in reading.spans:
        parent = element.getparent()
        if region is not None or parent is None or not 0 < end - start <= MOST_LINES:
            continue
        card = reading.pieces[start:end]
        if sum(len(piece.text) for piece in card) > MAX_CHARS:
            continue
        if element in core.heavy or element in core.sure:
            continue
        target, is_sure = _target_of(element, card, url)
        if target and any(is_long_as_headline(piece.text) for piece in card):
            rows[parent].setdefault(target, card)
            if is_sure:
                alone.add(parent)
    for parent, cards in rows.items():
        if len(cards) >= LEAST_CARDS or parent in alone:
            for card in cards.values():
                give_region(card, "teaser")


def _target_of(box: HtmlElement, card: list[Piece], url: str) -> tuple[str | None, bool]:
    """The page that a card leads to, None where it leads to none or several, and whether it needs
    no other beside it to be a card."""
    if not any(piece.linked for piece in card):
        target = _covering(box, url)
        return target, target is not None and bool(PICTURE(box)) and _is_headed(card)
    if target := _leading_on(box, card, url):
        return target, False
    return _of_picture(box, url), len(card) <= MOST_BESIDE


MOST_BESIDE = 2
"""Lines of a card beside whose picture all stands in one, its day below that perhaps."""


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
    return other_page(last.link.get("href"), url)


def _of_picture(box: HtmlElement, url: str) -> str | None:
    """Where the links of a box lead, of a picture and of a headline beside it: to one other page of
    the site."""
    links = [(text_of_element(link), link) for link in box.iter("a") if link.get("href")]
    addresses = {link.get("href") for _, link in links}
    shown = any(not said and link.find(".//img") is not None for said, link in links)
    headed = any(is_long_as_headline(said) for said, _ in links)
    return other_page(addresses.pop(), url) if len(addresses) == 1 and shown and headed else None


def _covering(box: HtmlElement, url: str) -> str | None:
    """Where the link leads that a box is, as a script or an empty link makes it: to another page of
    the site, or None."""
    links = (c for c in box if c.tag == "a" and not len(c) and not (c.text or "").strip())
    addresses = (*(link.get("href") for link in links), *map(box.get, _OF_SCRIPTS))
    return next((to for each in addresses if each and (to := other_page(each, url))), None)


_OF_SCRIPTS = ("data-href", "data-url", "data-link", "data-permalink", "data-target-url")
"""Attributes in which boxes that are links have their addresses."""
