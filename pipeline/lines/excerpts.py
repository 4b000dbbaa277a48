"""Beginnings of other articles beside a text: each breaks off with three dots, one below the other.

Themes list what else a site has so, each below its headline perhaps. A paragraph of prose may trail
off too; three in a row do not, but where somebody talks.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import groupby

from pipeline.lines.quoted import MARKS
from pipeline.page.elements import letters
from pipeline.punctuation import CLOSING, SENTENCE_ENDS
from pipeline.records import Block, BlockKind

EXCERPT = "line:excerpt"
"""The ledger's rule for them."""
LEAST_EXCERPTS = 3
MIN_CHARS = 60
"""Letters of an excerpt, at least: a shorter line that breaks off may be of a dialogue."""
LEAST_PROSE = 3
"""Other lines as long that are left, or the list is the text."""
BROKEN = ("…", "...", "[…]", "[...]", "(…)", "(...)")
_SPEAKING = frozenset("–—-―")


def excerpts(kept: Sequence[Block]) -> frozenset[Block]:
    """The paragraphs of a cleaned text that stand in a row of such beginnings, with the headings
    right above them."""
    found: set[Block] = set()
    broken = [_breaks_off(block) for block in kept]
    below = [*broken[1:], False]
    lines = zip(kept, broken, below, strict=False)
    for listed, run in groupby(lines, _is_listed):
        row = list(run)
        if listed and sum(breaks for _, breaks, _ in row) >= LEAST_EXCERPTS:
            found.update(block for block, _, _ in row)
    prose = sum(len(block.text) >= MIN_CHARS for block in kept if block not in found)
    return frozenset(found if prose >= LEAST_PROSE else ())


def cut_reports(kept: Sequence[Block], sites: Collection[str]) -> frozenset[Block]:
    """The last paragraph where it begins with the house's name as a report of its own does, «The
    Courier - Leeds …», and breaks off in a sentence though all others end theirs: a system shows
    the beginning of its next article there. `sites` are the folded names of the site."""
    if len(kept) <= LEAST_PROSE:
        return frozenset()
    last, prose = kept[-1], [b for b in kept[:-1] if len(b.text) >= MIN_CHARS]
    head = _HOUSE.match(last.text)
    named = head is not None and letters(head[1]) in sites
    cut = last.kind is BlockKind.PARAGRAPH and len(last.text) >= MIN_CHARS
    cut = cut and last.text[-1] not in SENTENCE_ENDS + CLOSING
    ended = all(block.text[-1] in SENTENCE_ENDS + CLOSING for block in prose)
    return frozenset({last} if named and cut and ended and prose else ())


_HOUSE = re.compile(r"([^\W\d_][^:：.!?–—-]{2,30}?)\s?[-–—:：]\s?\w")


def _is_listed(line: tuple[Block, bool, bool]) -> bool:
    """Whether a block breaks off, or is a heading above one that does."""
    block, breaks_off, breaks_below = line
    return breaks_off or (breaks_below and block.kind is BlockKind.HEADING)


def _breaks_off(block: Block) -> bool:
    text = block.text
    return (
        block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
        and text.endswith(BROKEN)
        and len(text) >= MIN_CHARS
        and text[0] not in _SPEAKING
        and text[0] not in MARKS
    )
