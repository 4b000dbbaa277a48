"""Paragraphs in small print amid a text or below it: notes of the house, and no text."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from pipeline.page.pieces import Piece
from pipeline.records import BlockKind

MAX_CHARS = 300
MAX_SHARE = 0.2
"""The largest share of a text that may be small print; where more is, a theme writes it so."""

_SMALL = re.compile(
    r"(?:^|\s)(?:has-small-font-size|small-print|smallprint|fine-print|fineprint)(?:$|\s)"
)


def mark_small_print(pieces: list[Piece]) -> None:
    """Give paragraphs whose every letter is in small print a region."""
    ours = [piece for piece in pieces if piece.region is None]
    small = [
        piece
        for piece in ours
        if piece.kind is BlockKind.PARAGRAPH
        and len(piece.text) <= MAX_CHARS
        and _is_small(piece.element)
        and not _is_footnote(piece, ours)
    ]
    if not small or sum(len(p.text) for p in small) > MAX_SHARE * sum(len(p.text) for p in ours):
        return
    for piece in small:
        piece.region = "unconfirmed"


def _is_footnote(piece: Piece, ours: list[Piece]) -> bool:
    """Whether a line begins with a number in brackets that stands in a line of the text too."""
    mark = _MARK.match(piece.text)
    if mark is None:
        return False
    return any(mark[0] in p.text and not p.text.startswith(mark[0]) for p in ours)


_MARK = re.compile(r"[(\[]\d{1,2}[)\]]")


def _is_small(element: HtmlElement) -> bool:
    """Whether an element is small by its name, or holds nothing but one that is."""
    called = element.get("class")
    if called and _SMALL.search(called):
        return True
    if element.tag == "small":
        return True
    if len(element) != 1 or (element.text or "").strip():
        return False
    child = element[0]
    return child.tag == "small" and not (child.tail or "").strip()
