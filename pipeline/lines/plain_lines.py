"""Short lines that are no heads, though they stand in plain paragraphs: a text marks its heads.

Where a text has headings, or heads in bold, a short line without a full stop that is neither heads
nothing, nor does one where the source's other texts have them. Nor does a plain one above all of a
text.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.page.pieces import Extracted
from pipeline.records import BlockKind, Looks
from pipeline.writing import UNSPACED_SCRIPTS, is_as_long, script_of

MAX_CHARS, MAX_SIGNS = 60, 20
MIN_BELOW_CHARS, MIN_BELOW_SIGNS = 80, 25
"""What stands below a head is no shorter."""
_CLOSED = '.,،;؛:：।۔…。，！？?؟!»”"』」'
_MIN_LINES = 3


def looks_of(lines: Sequence[Extracted]) -> Looks:
    """How the short lines of a text look, of which `lines` is all."""
    insets = tuple(line.block.text for line in lines if line.inset)
    return Looks(insets, _plain_lines(lines), _marked_heads(lines))


def _plain_lines(lines: Sequence[Extracted]) -> tuple[str, ...]:
    """The short lines that neither end as sentences nor are marked as heads are, and stand alone:
    several, one below the other, are verse or figures."""
    if len(lines) < _MIN_LINES:
        return ()
    short = [_is_short(line) for line in lines]
    beside = [False, *short, False]
    return tuple(
        line.block.text
        for at, line in enumerate(lines)
        if short[at] and not (line.bold or beside[at] or beside[at + 2])
    )


MARKED = "heads:are:marked"
"""What articles are known by whose heads are headings, or bold."""
AS_HEAD = "=h"
"""Ends what a head is known by that is marked: in plain paragraphs of others it is one too."""


def _marked_heads(lines: Sequence[Extracted]) -> tuple[str, ...]:
    """The headings, and the short bold lines, right above a paragraph of a text."""
    return tuple(
        line.block.text
        for line, below in pairwise(lines)
        if _is_marked(line) and is_long(below.block.text)
    )


def _is_short(line: Extracted) -> bool:
    text = line.block.text
    if line.block.kind is not BlockKind.PARAGRAPH or text[-1] in _CLOSED:
        return False
    return len(text) <= (MAX_SIGNS if script_of(text) in UNSPACED_SCRIPTS else MAX_CHARS)


def _is_marked(line: Extracted) -> bool:
    return line.block.kind is BlockKind.HEADING or (line.bold and _is_short(line))


def is_long(text: str) -> bool:
    """Whether what stands below a line is long enough for a paragraph below its head."""
    return is_as_long(text, MIN_BELOW_CHARS, MIN_BELOW_SIGNS)
