"""Lines in boxes of one form side by side that are the text's own: what tells nothing that a text
does, an entry of its list, is taken for a house's where it stands alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.lines.left_in_boxes import LEFT
from pipeline.lines.set_apart import SET_APART
from pipeline.lines.units import UNIT
from pipeline.page.pieces import Extracted
from pipeline.records import Block

_BY_PLACE = frozenset({LEFT, SET_APART, UNIT})
"""Rules that ask what a line has in common with its text, and where it stands."""
STAYING_SHARE = 0.7
"""The share of such lines that stay or went by nothing but these rules, at least."""


def told_in_rows(extracted: Sequence[Extracted], found: Mapping[Block, str]) -> frozenset[Block]:
    """The lines in such boxes that were `found`, each by its rule, by these rules alone."""
    own = [line for line in extracted if line.in_row]
    if not own or not found:
        return frozenset()
    taken = [line.block for line in own if found.get(line.block) in _BY_PLACE]
    stay = sum(line.rule is None and line.block not in found for line in own)
    return frozenset(taken) if stay + len(taken) >= STAYING_SHARE * len(own) else frozenset()
