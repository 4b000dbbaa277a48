"""What tells of lines of a site's words that they are the text's: who says «I», a list below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.lines.quoted import without_sayings
from pipeline.punctuation import SENTENCE_ENDS
from pipeline.records import Block, BlockKind


def give_columns_back(kept: Sequence[Block], found: list[bool], language: str) -> None:
    """A sentence in which a writer says «I» is the text's where others before and below it do."""
    says = _SAYS_I.get(language)
    if says is None or not any(found):
        return
    own = [
        at
        for at, block in enumerate(kept)
        if not found[at] and says.search(without_sayings(block.text))
    ]
    for at, block in enumerate(kept):
        if found[at] and own and own[0] < at < own[-1] and says.search(block.text):
            found[at] = block.text[-1] not in SENTENCE_ENDS


_SAYS_I = {
    language: re.compile(rf"(?<!\w)(?:{words})(?!\w)")
    for language, words in {
        "en": "I", "de": "[Ii]ch", "fr": "[Jj]e|[Jj](?=['’])", "es": "[Yy]o", "it": "[Ii]o",
        "pt": "[Ee]u", "nl": "[Ii]k", "ru": "[Яя]", "tr": "[Bb]en", "ar": "[وف]?أنا",
    }.items()
}  # fmt: skip
"""How a writer says «I», by language."""


def heads_items(kept: Sequence[Block], at: int) -> bool:
    """Whether two items of a list stand below a line, as below «Pros» and «Benefits»."""
    items = kept[at + 1 : at + 3]
    return len(items) > 1 and all(
        b.kind is BlockKind.LIST_ITEM or b.text[0] in _BULLETS for b in items
    )


_BULLETS = frozenset("-–—•*▪●+✓✔✗")
