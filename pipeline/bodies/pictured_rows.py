"""Rows of cards without headings: boxes of one form, each with a linked picture and line."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice

from lxml.html import HtmlElement

from pipeline.bodies.appended import Spans
from pipeline.page.core import Core
from pipeline.page.pieces import Piece, give_region
from pipeline.page.region_names import names_of, words_of
from pipeline.records import BlockKind
from pipeline.urls import absolute, split_url

CLIMB = 6
"""Elements above its first line in which a card may begin."""
LEAST_CARDS = 3
MAX_CARD_CHARS = 300
"""Of a headline, a teaser and the links below it: what a list of wares says of each is longer."""
LINKED = 0.9


def mark_pictured_rows(pieces: list[Piece], spans: Spans, core: Core, url: str) -> None:
    """Give the pieces of such rows their region; `url` is the page's own, and all lead to its
    host."""
    host = split_url(url).hostname
    rows: dict[tuple[HtmlElement, str, str], list[HtmlElement]] = defaultdict(list)
    for piece in pieces:
        if piece.region is not None or piece.link is None or piece.link_share <= LINKED:
            continue
        if piece.kind is BlockKind.HEADING:
            continue  # cards with headings are told by these
        for element in islice(piece.element.iterancestors(), CLIMB):
            parent = element.getparent()
            if element.tag in _WHOLE or parent is None or element not in spans:
                break
            row = rows[parent, str(element.tag), words_of(names_of(element))]
            if not row or row[-1] is not element:  # the pieces of a card follow each other
                row.append(element)
    for row in rows.values():
        if len(row) < LEAST_CARDS:
            continue
        cards = [pieces[slice(*spans[element])] for element in row]
        if all(
            element not in core.sure and _is_card(element, card, url, host)
            for element, card in zip(row, cards, strict=True)
        ):
            for card in cards:
                give_region(card, "teaser")


_WHOLE = frozenset({"body", "main", "article", "html"})


def _is_card(box: HtmlElement, card: list[Piece], url: str, host: str | None) -> bool:
    """Whether a box begins with a linked picture and a linked line, both of the page's host, and
    holds little more."""
    first = next(box.iter("a"), None)
    if first is None or first.find(".//img") is None or not card:
        return False
    link = card[0].link
    if (
        link is None
        or card[0].link_share <= LINKED
        or sum(len(p.text) for p in card) > MAX_CARD_CHARS
    ):
        return False
    return all(
        split_url(absolute(a.get("href") or "", url)).hostname == host for a in (first, link)
    )
