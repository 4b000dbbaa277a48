"""Lines between the parts of a text that is set block by block."""

from __future__ import annotations

from collections.abc import Sequence

from lxml.html import HtmlElement

from pipeline.bodies.columns import SET_APART, are_parts_alike, is_beside, unwrapped
from pipeline.bodies.spans import is_sentence
from pipeline.page.pieces import Piece
from pipeline.records import BlockKind


def amid_parts(ours: Sequence[Piece], column: HtmlElement, last: int) -> set[int]:
    """The numbers of quotes, rows and code, and of headings right above a line of the text, between
    the last line of a column and sentences in a part like it: editors that set a text block by
    block give each kind of block a name of its own."""
    parts = [
        number
        for number, piece in enumerate(ours[last + 1 :], last + 1)
        if is_sentence(piece) and _is_in_part(piece, column)
    ]
    amid: set[int] = set()
    if not parts:
        return amid
    told = set(parts)
    for number in range(parts[-1] - 1, last, -1):
        piece = ours[number]
        heads = piece.kind is BlockKind.HEADING and number + 1 in told
        if not piece.linked and (piece.kind in SET_APART or heads):
            amid.add(number)
            told.add(number)
    return amid


def _is_in_part(piece: Piece, column: HtmlElement) -> bool:
    """Whether a line stands in a part that is called as a column is."""
    box = unwrapped(piece.element.getparent())
    if box is None or box is column or not column.get("class"):
        return False
    return is_beside(box, column) or are_parts_alike(box, column)
