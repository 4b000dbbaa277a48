"""What an extraction became: the blocks that stay, and the ledger of those that went.

`rebuild(kept, removed)` gives the extraction back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.lines.plain_lines import looks_of
from pipeline.page.pieces import Extracted
from pipeline.records import NO_LOOKS, Block, Looks, Removed

REPEATED = "repeated-in-source"
"""The ledger's rule for lines that the source repeats."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What stays and what went; together they are what was extracted."""

    kept: tuple[Block, ...]
    removed: tuple[Removed, ...]
    looks: Looks = NO_LOOKS
    """How the short lines look that stay."""
    lines: tuple[Extracted, ...] = ()
    """All of them, as they were extracted."""


def parted(lines: Sequence[Extracted], rules: Sequence[str | None]) -> Cleaned:
    """The lines without a rule, and the ledger of the others."""
    kept, removed = [], []
    for i, (line, rule) in enumerate(zip(lines, rules, strict=True)):
        block = line.block
        if rule is None:
            kept.append(block)
        else:
            removed.append(Removed(block.text, rule, i, block.kind, block.level))
    looks = looks_of([line for line, rule in zip(lines, rules, strict=True) if rule is None])
    return Cleaned(tuple(kept), tuple(removed), looks, tuple(lines))


def rebuild(kept: Sequence[Block], removed: Sequence[Removed]) -> tuple[Block, ...]:
    """What was extracted, from what was kept and the ledger."""
    by_index = {r.index: Block(r.kind, r.text, r.level) for r in removed}
    rest = iter(kept)
    return tuple(
        by_index[i] if i in by_index else next(rest) for i in range(len(kept) + len(removed))
    )
