"""Further articles that an endless page appends below its own."""

from __future__ import annotations

from lxml.html import HtmlElement

from pipeline.bodies.spans import Span
from pipeline.fingerprints import skeleton
from pipeline.page.pieces import Piece, Reading
from pipeline.records import BlockKind

OWN_CHARS = 200
"""Prose of an article after which another may begin."""


def first_of_several(spans: list[Span], reading: Reading, headline: int) -> Span | None:
    """The box of the page's own article where the next one follows in a box of the same name,
    under a headline that is made like the first; None on any other page."""
    if headline < 0 or reading.pieces[headline].kind is not BlockKind.HEADING:
        return None
    first = reading.pieces[headline]
    for at in range(headline + 1, len(reading.pieces)):
        if not _is_headline_like(reading.pieces[at], first):
            continue
        around = [s for s in spans if s.start <= headline < s.end <= at and s.good >= OWN_CHARS]
        own = max(around, key=lambda s: s.size, default=None)
        if own is None:
            return None
        after = (s for s in spans if own.end <= s.start <= at < s.end)
        return own if any(_are_alike(own.element, s.element) for s in after) else None
    return None


def _is_headline_like(piece: Piece, first: Piece) -> bool:
    if piece.kind is not BlockKind.HEADING or piece.level != first.level or piece.region:
        return False
    made = (piece.element.tag, piece.element.get("class"))
    alike = made == (first.element.tag, first.element.get("class"))
    return alike and skeleton(piece.text) != skeleton(first.text)


def _are_alike(one: HtmlElement, other: HtmlElement) -> bool:
    names = set((one.get("class") or "").split())
    return one.tag == other.tag and not names.isdisjoint((other.get("class") or "").split())
