"""Tables of contents amid a text: lists of the headings that stand below them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from pipeline.fingerprints import skeleton
from pipeline.punctuation import SENTENCE_ENDS
from pipeline.records import Block, BlockKind
from pipeline.text import spoken_words

CONTENTS = "line:contents"
"""The ledger's rule for them."""
LEAST_ITEMS = 2
MAX_ITEM_CHARS = 100
FIRST_LINES = 6
"""Lines of a text among which a list below «In this article» is one whatever its items are."""
MIN_LABEL_WORDS = 2
"""Words of such a label: «Contents» may head what is in a box."""
_FULL_STOPS = frozenset(SENTENCE_ENDS) - frozenset("?؟？")
_ANNOUNCE = (":", "：")


def take_contents(lines: Sequence[Block], rules: list[str | None]) -> None:
    """Lists whose items are headings of the text below, in their order, and what is listed below a
    label of contents early in a text. What a sentence announces, «We tried three of them:», is the
    text's own."""
    open_lines = [i for i, rule in enumerate(rules) if rule is None]
    items = frozenset(i for i in open_lines if lines[i].kind is BlockKind.LIST_ITEM)
    if len(items) < LEAST_ITEMS:
        return
    for at, i in enumerate(open_lines):
        if i not in items or (at and open_lines[at - 1] in items):
            continue
        run = list(takewhile(items.__contains__, open_lines[at:]))
        below = open_lines[at + len(run) :]
        if len(run) < LEAST_ITEMS or not below or not all(_is_entry(lines[n]) for n in run):
            continue
        announced = at > 0 and lines[open_lines[at - 1]].text.endswith(_ANNOUNCE)
        labelled = i > 0 and at < FIRST_LINES and _is_label(lines[i - 1], rules[i - 1])
        if labelled or (not announced and _are_heads(lines, run, below)):
            for n in run:
                rules[n] = CONTENTS


def _is_entry(block: Block) -> bool:
    text = block.text
    return len(text) <= MAX_ITEM_CHARS and text[-1] not in _FULL_STOPS and "\n" not in text


def _is_label(block: Block, rule: str | None) -> bool:
    """Whether a line that went is a label of contents, of the article's by its words."""
    if rule is None or not rule.endswith(":contents") or rule == CONTENTS:
        return False
    return spoken_words(block.text) >= MIN_LABEL_WORDS


def _are_heads(lines: Sequence[Block], run: Sequence[int], below: Sequence[int]) -> bool:
    """Whether each line of a list is a whole line below it that is none of a list, in their
    order."""
    heads = iter(
        _entry(lines[n].text)
        for n in below
        if lines[n].kind is not BlockKind.LIST_ITEM and len(lines[n].text) <= MAX_ITEM_CHARS
    )
    return all(entry in heads for entry in (_entry(lines[n].text) for n in run))


def _entry(text: str) -> str:
    """A line's letters without the number before it."""
    return skeleton(text).lstrip("0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")
