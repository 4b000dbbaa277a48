"""Notes behind stars right below a text that has none: who its writer is, who helped, where else it
stood. What a text itself marks with a star it explains below it."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.lines.quoted import quotes_somebody
from pipeline.records import Block, BlockKind

STAR = "*"
MAX_CHARS = 110
MAX_NOTES = 2
"""More lines behind stars are a list."""
MIN_LINES = 3
"""Lines of a text that shows whether it has stars of its own."""


def star_notes(kept: Sequence[Block]) -> frozenset[Block]:
    """The one or two short lines behind a star that end a text, of which no other line has one."""
    if not kept or not kept[-1].text.startswith(STAR):
        return frozenset()
    notes = [block for block in kept[-MAX_NOTES:] if block.text.startswith(STAR)]
    text = kept[: len(kept) - len(notes)]
    if len(text) < MIN_LINES or any(STAR in block.text for block in text):
        return frozenset()
    return frozenset(notes if all(map(_is_note, notes)) else ())


def ends_in_note(rows: Sequence[str]) -> bool:
    """Whether the last of some lines stands behind a star, and no other has one."""
    return rows[-1].startswith(STAR) and not any(STAR in row for row in rows[:-1])


def _is_note(block: Block) -> bool:
    text = block.text
    if block.kind is not BlockKind.PARAGRAPH or len(text) > MAX_CHARS:
        return False
    said = text.lstrip(f"{STAR} ")
    return bool(said) and STAR not in said and not quotes_somebody(said)
