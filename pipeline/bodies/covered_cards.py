"""Cards of other articles over which an empty link lies: the whole card is pressed, and none of its
words is a link's."""

from __future__ import annotations

from collections import defaultdict

from lxml.html import HtmlElement

from pipeline.bodies.below_pictures import PICTURE
from pipeline.bodies.spans import is_good
from pipeline.page.core import Core
from pipeline.page.pieces import Piece, Reading, give_region
from pipeline.records import BlockKind
from pipeline.text import is_long_as_headline
from pipeline.urls import canonical_url, path_segments, same_site

LEAST_CARDS = 2
MOST_LINES, MAX_CHARS = 4, 400


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
        if any(p.linked for p in card) or sum(len(p.text) for p in card) > MAX_CHARS:
            continue
        target = _covering(element, url)
        if target and any(is_long_as_headline(piece.text) for piece in card):
            rows[parent].setdefault(target, card)
            if PICTURE(element) and _is_headed(card):
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


def _covering(box: HtmlElement, url: str) -> str | None:
    """Where an empty link leads that lies in a box itself: to another page of the site, or None."""
    for child in box:
        if child.tag == "a" and not len(child) and not (child.text or "").strip():
            target = canonical_url(child.get("href") or "", url or None)
            if target and target != canonical_url(url) and path_segments(target):
                return target if same_site(target, url) else None
    return None
