"""Links with an arrow behind the last sentence of a paragraph: «… in May. <a>Read more »</a>»."""

from __future__ import annotations

from dataclasses import replace

from pipeline.page.elements import text_of_element
from pipeline.page.pieces import Piece
from pipeline.punctuation import CLOSING, SENTENCE_ENDS
from pipeline.records import BlockKind
from pipeline.writing import is_as_long

_ARROWS = (">", "＞", "»", "›", "→", "➔", "➜", "▶", "►")
_OPENS = frozenset("«‹<＜")
MAX_LINK_CHARS = 40
LEAST_CHARS, LEAST_SIGNS = 40, 20
"""Letters of such a link, and of what stands before it; signs of scripts without blanks."""


def part_links_on(pieces: list[Piece]) -> None:
    """Make such links pieces of their own, and no text."""
    for at in range(len(pieces) - 1, -1, -1):
        piece = pieces[at]
        link = _link_on(piece) if piece.region is None and piece.link is not None else ""
        if link:
            text = piece.text.removesuffix(link).rstrip()
            told = replace(piece, text=text, linked=piece.linked - len(link), link=None)
            leads = replace(piece, text=link, linked=len(link), region="links")
            pieces[at : at + 1] = [told, leads]


def _link_on(piece: Piece) -> str:
    """The words of the link with which a paragraph ends, if it leads on; else empty."""
    if piece.kind is not BlockKind.PARAGRAPH or not piece.text.endswith(_ARROWS):
        return ""
    link = text_of_element(piece.link) if piece.link is not None else ""
    if not 0 < len(link) <= MAX_LINK_CHARS or not piece.text.endswith(link):
        return ""
    if not link.endswith(_ARROWS) or not _OPENS.isdisjoint(link):
        return ""
    before = piece.text.removesuffix(link).rstrip()
    whole = before.endswith((*SENTENCE_ENDS, *CLOSING))
    return link if whole and is_as_long(before, LEAST_CHARS, LEAST_SIGNS) else ""
