"""Lists at the end of a text: what speaks for a thing and what against it, its measures."""

from __future__ import annotations

from collections import Counter

from pipeline.lines.known_lines import named_by_heading
from pipeline.page.pieces import Piece
from pipeline.records import BlockKind


def headed_lists(ours: list[Piece], end: int) -> set[int]:
    """Lists without a link below headings that are made as two of those above `end` are, and
    announce nothing. A template makes its own in another way, or links what they head."""
    made = Counter(_made(p) for p in ours[:end] if p.kind is BlockKind.HEADING)
    found: set[int] = set()
    head: int | None = None
    for number in range(end, len(ours)):
        piece = ours[number]
        if piece.kind is BlockKind.HEADING:
            own = made[_made(piece)] >= LEAST_HEADS and named_by_heading(piece.text) is None
            head = number if own and not piece.linked else None
        elif head is not None and piece.kind in _LISTED and not piece.linked:
            found |= {head, number}
        else:
            head = None
    return found


LEAST_HEADS = 2
_LISTED = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE_ROW})


def _made(heading: Piece) -> tuple[str, str | None, str | None]:
    """How a heading is made: its level, its name and its box's."""
    element = heading.element
    around = element.getparent()
    return element.tag, element.get("class"), None if around is None else around.get("class")
