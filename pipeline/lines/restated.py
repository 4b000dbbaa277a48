"""A list above a text, of which each item stands in the text below once more, word for word."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from pipeline.fingerprints import skeleton
from pipeline.punctuation import SENTENCE_ENDS
from pipeline.records import Block, BlockKind

RESTATED = "line:restated"
"""The ledger's rule for them."""
REPEATED_LINE = "line:repeated"
"""That for a line that its page has above already."""
TOP_LINES, MOST_ABOVE = 3, 6
"""Lines above a text of which the list begins at the last; more, where those above it are brief."""
MIN_ITEMS = 2
MIN_LETTERS, MIN_ALONE_LETTERS = 12, 40
"""Of an item: shorter ones are names, which a text tells again; and of one alone."""
MIN_LONG_TO_BRIEF = 3
"""Longer items beside each shorter one: a sentence of two words is one too."""
MAX_HEAD_CHARS = 40
"""Of the open line right above the list that goes with it."""


def take_restated(lines: Sequence[Block], rules: list[str | None]) -> None:
    """The items of a text's summary that a site's software draws from the text itself. What was
    taken out of the text since the list has it goes back."""
    left = [i for i, rule in enumerate(rules) if rule is None]
    first = next((at for at, i in enumerate(left[:MOST_ABOVE]) if _is_item(lines[i])), None)
    if first is None or not (
        first < TOP_LINES or all(_heads_list(lines[i]) for i in left[1:first])
    ):
        return
    items = list(takewhile(lambda i: _is_item(lines[i]), left[first:]))
    said = [skeleton(lines[i].text) for i in items]
    least = MIN_LETTERS if len(items) >= MIN_ITEMS else MIN_ALONE_LETTERS
    brief = sum(len(item) < least for item in said)
    if not items or brief * MIN_LONG_TO_BRIEF > len(items) - brief:
        return
    text = {
        i: skeleton(lines[i].text)
        for i in range(items[-1] + 1, len(lines))
        if rules[i] in (None, REPEATED_LINE)
    }
    # Where other lists say it again, a plan has the same on two of its days.
    whole = "\n".join(line for i, line in text.items() if not _is_item(lines[i]))
    if not all(item in whole for item in said):
        return
    for i in items:
        rules[i] = RESTATED
    if first and _heads_list(lines[left[first - 1]]):
        rules[left[first - 1]] = RESTATED
    for i, line in text.items():
        if rules[i] == REPEATED_LINE and line in said:
            rules[i] = None


def _heads_list(block: Block) -> bool:
    """Whether a line above a list that goes heads nothing without it: «In short»."""
    brief = len(block.text) <= MAX_HEAD_CHARS and block.kind in _HEADS
    return brief and block.text[-1] not in SENTENCE_ENDS


_HEADS = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH})


def _is_item(block: Block) -> bool:
    return block.kind is BlockKind.LIST_ITEM
