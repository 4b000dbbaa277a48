"""Questions that head a part of a text."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.punctuation import QUESTION_MARKS
from pipeline.records import Block

LEAST_HEADED, HEADED_CHARS = 2, 200
"""Paragraphs below such a question, and their letters: what a house says below one is brief."""


def heads_prose(kept: Sequence[Block], at: int) -> bool:
    """Whether a question stands amid a text above paragraphs of it: «How many articles?»."""
    if kept[at].text[-1] not in _ASK or len(kept[at - 1].text) < HEADED_CHARS:
        return False
    below = kept[at + 1 : at + 1 + 2 * LEAST_HEADED]
    long = [len(block.text) >= HEADED_CHARS for block in below]
    return long[:1] == [True] and sum(long) >= LEAST_HEADED


_ASK = frozenset(QUESTION_MARKS)
