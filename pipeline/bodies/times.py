"""The line of a page that tells the day of its article, where it stands at the text's beginning."""

from __future__ import annotations

from itertools import islice

from pipeline.bodies.spans import SENTENCE_END
from pipeline.page.pieces import Piece
from pipeline.records import BlockKind

OPENING = 6
"""Lines of a text among which its day may stand."""

MAX_CHARS = 120
LEAST_TIMED = 0.3
"""The share of such a line that stands in elements for times."""


def mark_times(pieces: list[Piece]) -> None:
    """Give a brief line at the beginning that is no sentence and holds an element for a time its
    region: the day, with the place, the zone or how long the text takes beside it."""
    for piece in islice((p for p in pieces if p.region is None), OPENING):
        brief = len(piece.text) <= MAX_CHARS and piece.text[-1] not in SENTENCE_END
        if brief and piece.kind is BlockKind.PARAGRAPH and _tells_time(piece):
            piece.region = "meta"


def _tells_time(piece: Piece) -> bool:
    """Whether a good part of a line stands in elements for times."""
    timed = sum(
        len(text.strip()) for time in piece.element.iter("time") for text in time.itertext()
    )
    return timed >= LEAST_TIMED * len(piece.text)
