"""Rows behind bullets that stand above a text, in paragraphs."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pipeline.records import Block, BlockKind

_BULLETS = tuple("•◦‣·▪●")
TOP = 3
"""Lines from the start of a text within which such rows begin."""


def rows_of_the_site(blocks: Sequence[Block], known: Collection[int]) -> set[int]:
    """The places of the rows above a text of which nothing is known, where two of every three are
    the site's: what it sums up in three rows it sums up in each article. `known` are the places
    of the lines that the source repeats."""
    start = next((i for i, block in enumerate(blocks[:TOP]) if _is_row(block)), len(blocks))
    end = next((i for i in range(start, len(blocks)) if not _is_row(blocks[i])), len(blocks))
    own = {i for i in range(start, end) if i not in known}
    return own if len(own) * 3 <= end - start else set()


def _is_row(block: Block) -> bool:
    return block.kind is BlockKind.PARAGRAPH and block.text.startswith(_BULLETS)
