"""Other articles on an article's page, told by their form: cards in a row, and headed lists.

Names of classes tell most of them (`pipeline.page.regions`); these are the ones that no name tells.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import islice, takewhile

from lxml.html import HtmlElement

from pipeline.bodies.appended import CARD_DEPTH, Spans, mark_appended
from pipeline.bodies.covered_cards import mark_covered_cards
from pipeline.bodies.headed_boxes import above_heading, mark_headed
from pipeline.bodies.headed_links import mark_headed_links
from pipeline.bodies.labelled_cards import (
    MAX_CARD_CHARS,
    MAX_CARD_LABEL,
    mark_labelled_cards,
    mark_pairs,
)
from pipeline.bodies.listed_entries import are_entries
from pipeline.bodies.lone_cards import is_lone_card
from pipeline.bodies.pictured_rows import mark_pictured_rows
from pipeline.bodies.spans import SENTENCE_END, is_good
from pipeline.page.core import Core
from pipeline.page.pieces import Piece, Reading, give_region
from pipeline.page.region_names import names_of, words_of
from pipeline.records import BlockKind


def mark_teasers(reading: Reading, core: Core, url: str) -> None:
    """Give the pieces of cards and of headed lists their regions; `url` is the page's own."""
    spans = {
        element: (start, end) for element, start, end, region in reading.spans if region is None
    }
    linked = _mark_cards(reading.pieces, spans, core, url)
    mark_covered_cards(reading, core, url)
    mark_pictured_rows(reading.pieces, spans, core, url)
    _mark_rows(reading.pieces)
    _mark_card_links(reading.pieces)
    _mark_skipped(reading.pieces, spans)
    mark_labelled_cards(reading.pieces, spans, core, url)
    mark_pairs(reading.pieces, url)
    mark_headed_links(reading.pieces, spans, core, url)
    mark_headed(reading.pieces, spans, core)
    mark_appended(reading.pieces, spans, linked, url)


def _mark_cards(pieces: list[Piece], spans: Spans, core: Core, url: str) -> list[int]:
    """Elements of one form in a row, each with a heading that is a link: teasers. The places of
    such headings are given back."""
    linked: list[int] = []
    rows: dict[tuple[HtmlElement, str, str], list[HtmlElement]] = defaultdict(list)
    for at, piece in enumerate(pieces):
        if piece.region is None and piece.kind is BlockKind.HEADING and piece.link_share > 0.9:
            linked.append(at)
            for element in above_heading(piece.element):
                parent = element.getparent()
                if parent is None or element not in spans:
                    continue
                row = rows[parent, str(element.tag), words_of(names_of(element))]
                if element not in row:
                    row.append(element)
    for row in rows.values():
        cards = [pieces[start:end] for start, end in map(spans.__getitem__, row)]
        if are_entries(cards, url):
            continue
        for element, card in zip(row, cards, strict=True):
            size = sum(len(p.text) for p in card)
            alone = len(row) == 1 and not (
                _is_pictured_card(element, card, core)
                or (element not in core.heavy and is_lone_card(element, card, url))
            )
            kept = element in core.sure or (element in core.heavy and _begins_in_prose(card))
            if size <= MAX_CARD_CHARS and not kept and not alone:
                give_region(card, "teaser")
    return linked


def _begins_in_prose(card: list[Piece]) -> bool:
    """Whether a sentence stands before the first linked heading of an element: a brief text into
    which its house set a card."""
    above = takewhile(lambda p: p.kind is not BlockKind.HEADING or p.link_share <= 0.9, card)
    return any(is_good(piece) for piece in above)


def _is_pictured_card(element: HtmlElement, card: list[Piece], core: Core) -> bool:
    """Whether an element that no other one is like begins with a heading, below a label perhaps,
    that leads where a picture in it does: a card alone."""
    labels = takewhile(_may_label, card[:MOST_CARD_LABELS])
    heading = card[min(sum(1 for _ in labels), len(card) - 1)]
    if heading.kind is not BlockKind.HEADING or element in core.heavy or heading.link is None:
        return False
    address = heading.link.get("href") or ""
    pictured = [
        link.get("href") or "" for link in element.iter("a") if link.find(".//img") is not None
    ]
    number = _ARTICLE_NUMBER.search(address)
    return (bool(address) and address in pictured) or (
        number is not None and any(each.endswith(number[0]) for each in pictured)
    )


MOST_CARD_LABELS = 2
_ARTICLE_NUMBER = re.compile(r"/\d{6,}$")
"""By which a film's page and its player are the same on two hosts of one house."""


def _may_label(piece: Piece) -> bool:
    """Whether a line may stand above a card's heading as its label: «Video»."""
    if piece.kind is BlockKind.HEADING:
        return False
    return len(piece.text) <= MAX_CARD_LABEL and piece.text[-1] not in SENTENCE_END


def _mark_skipped(pieces: list[Piece], spans: Spans) -> None:
    """What a link lets who hears the page skip, «Skip the newsletter»: it leads to the end of it,
    a few lines further on, and says so in its address."""
    for i, piece in enumerate(pieces):
        link = piece.link
        if link is None or piece.link_share <= 0.9:
            continue
        place = (link.get("href") or "").partition("#")
        if place[0] or not place[2] or _SKIPS.search(place[2]) is None:
            continue
        size = 0
        for j in range(i + 1, min(i + MAX_SKIPPED, len(pieces))):
            if _has_id(pieces[j].element, place[2]):
                ends = j + (len(pieces[j].text) <= MAX_END_CHARS)
                boxes = [spans.get(box) for box in islice(link.iterancestors(), CARD_DEPTH)]
                begin = i - 1 if (i - 1, ends) in boxes else i  # a box with its label
                give_region(pieces[begin:ends], "related")
                break
            size += len(pieces[j].text)
            if size > MAX_CARD_CHARS:
                break


_SKIPS = re.compile(r"(?:^|[-_])(?:end|skip|skipped|after)(?:[-_]|$)", re.IGNORECASE)
MAX_SKIPPED = 16
MAX_END_CHARS = 90
"""A longer line that bears the place's name is the text, which goes on there."""


def _has_id(element: HtmlElement, name: str) -> bool:
    return any(e.get("id") == name for e in (element, *islice(element.iterancestors(), 2)))


def _mark_rows(pieces: list[Piece]) -> None:
    """Rows of a table in each of which a picture and words lead to one address: teasers."""
    rows = [
        piece
        for piece in pieces
        if piece.kind is BlockKind.TABLE_ROW and piece.linked and _is_pictured_link(piece.element)
    ]
    if len(rows) > 1:
        give_region(rows, "teaser")


def _mark_card_links(pieces: list[Piece]) -> None:
    """A paragraph that is all a link with a picture first and then elements with words, none of its
    own: a card of something else, «<a><img><strong>…</strong><span>…</span></a>»."""
    for piece in pieces:
        link = piece.link
        if link is None or piece.region or piece.kind is not BlockKind.PARAGRAPH:
            continue
        if piece.link_share > 0.9 and len(link) >= CARD_PARTS and link[0].tag in ("img", "picture"):
            bare = not (link.text or "").strip() and not any((e.tail or "").strip() for e in link)
            if bare and not any(e.tag == "br" for e in link):
                piece.region = "teaser"


CARD_PARTS = 3
"""A picture, a headline and a summary."""


def _is_pictured_link(row: HtmlElement) -> bool:
    links = [link for link in row.iter("a") if link.get("href")]
    pictured = {link.get("href") for link in links if link.find(".//img") is not None}
    said = {link.get("href") for link in links if link.text_content().strip()}
    return len(pictured) == 1 and pictured == said
