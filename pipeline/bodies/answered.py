"""Questions in boxes of their own, each right above its answer."""

from __future__ import annotations

from pipeline.bodies.spans import is_good
from pipeline.page.elements import form_of
from pipeline.page.pieces import Piece
from pipeline.punctuation import QUESTION_ENDS, STOPS


def is_answered(ours: list[Piece], number: int) -> bool:
    """Whether a line is one of several questions of one form, each right above a sentence of the
    prose: what a reader asks, with the answers. A house asks once."""
    return _asks_above(ours, number) and any(
        _asks_above(ours, other)
        and ours[other].text != ours[number].text
        and form_of(ours[other].element) == form_of(ours[number].element)
        for other in range(len(ours))
    )


def _asks_above(ours: list[Piece], number: int) -> bool:
    piece, below = ours[number], ours[number + 1 : number + 3]
    if not piece.text.endswith(QUESTION_ENDS) or piece.linked or not below:
        return False
    if len(below[0].text) <= MAX_MARK_CHARS:  # «A», as some set before an answer
        below = below[1:]
    return bool(below) and is_good(below[0]) and below[0].text[-1] in STOPS


MAX_MARK_CHARS = 2
