"""What tells of lines of a site's words that they are the text's: who says «I», a list below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.lines.quoted import without_sayings
from pipeline.lines.site_vocabulary import Vocabulary
from pipeline.lines.site_word_kinds import ASKS
from pipeline.punctuation import QUESTION_MARKS, SENTENCE_ENDS
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


def give_steps_back(kept: Sequence[Block], found: list[bool], words: Vocabulary) -> None:
    """A sentence amid others that ask their reader for what no site asks is a step of instructions:
    «Tap Cancel and confirm with your password.»"""
    steps = [at for at, block in enumerate(kept) if not found[at] and _is_step(block.text, words)]
    if len(steps) < LEAST_STEPS:
        return
    for at in range(max(steps[0] - 1, 0), min(steps[-1] + 2, len(kept))):
        found[at] = found[at] and kept[at].text[-1] not in SENTENCE_ENDS


def _is_step(text: str, words: Vocabulary) -> bool:
    """Whether a sentence begins, or in some languages ends, with what readers are asked to do."""
    if text[-1] not in SENTENCE_ENDS or text[-1] in QUESTION_MARKS:
        return False
    said = text.split()
    first, last = said[0], said[-1].rstrip(SENTENCE_ENDS)
    return any(kind & ASKS for kind in words.kinds((last if words.asks_last else first,)))


LEAST_STEPS = 4
"""Sentences that ask, from which on a text instructs its readers: a news text has none but those of
its house, and words that tell in Arabic what somebody did may look like one or two."""


def heads_items(kept: Sequence[Block], at: int) -> bool:
    """Whether two items of a list stand below a line, as below «Pros» and «Benefits»."""
    items = kept[at + 1 : at + 3]
    return len(items) > 1 and all(
        b.kind is BlockKind.LIST_ITEM or b.text[0] in _BULLETS for b in items
    )


_BULLETS = frozenset("-–—•*▪●+✓✔✗")
