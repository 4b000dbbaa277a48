"""How many lines of a text may be its house's, and where more of them stand."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pipeline.records import Block, BlockKind
from pipeline.writing import is_as_long

MAX_LINES = 2
"""An article with more such lines tells of such things, those apart with which it closes."""
CLOSING, CLOSING_TIMES = 5, 3
"""Its last lines, and how many it has at least for each of more than those among them."""
BRIEF_CHARS, BRIEF_SIGNS = 60, 24
"""The half of a text's lines is shorter, where they are brief."""


def are_few(found: Sequence[int], lines: int) -> bool:
    """Whether so few lines of a text are found that it does not tell of such things itself."""
    closing = sum(at >= lines - CLOSING for at in found)
    if len(found) - closing > MAX_LINES:
        return False
    return closing <= MAX_LINES or closing * CLOSING_TIMES <= lines


def close_most(kept: Sequence[Block], found: Collection[int]) -> bool:
    """Whether what is found of a text closes it, and is less than what it closes."""
    if len(found) < len(kept) - min(found, default=0):
        return False
    taken = sum(len(kept[at].text) for at in found)
    return 2 * taken < sum(len(block.text) for block in kept)


def stand_below(kept: Sequence[Block], found: Sequence[int]) -> bool:
    """Whether what is found of a text stands among its last lines, and above them is most of it."""
    if not found or found[0] < len(kept) - CLOSING:
        return False
    above = sum(len(block.text) for block in kept[: found[0]])
    return 2 * above >= sum(len(block.text) for block in kept)


def is_of_brief_lines(kept: Sequence[Block]) -> bool:
    """Whether at least half of a text's paragraphs are shorter than sentences of news are."""
    lines = [block.text for block in kept if block.kind is BlockKind.PARAGRAPH]
    long = sum(is_as_long(text, BRIEF_CHARS, BRIEF_SIGNS) for text in lines)
    return 2 * long <= len(lines)
