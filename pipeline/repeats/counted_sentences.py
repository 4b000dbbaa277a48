"""Sentences with a number that a template prints at an edge of its texts: «This piece was read
4,711 times.»"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import chain

from pipeline.fingerprints import numberless
from pipeline.lines.notice_words import has_notices, says_here
from pipeline.punctuation import FULL_STOPS, STOPS
from pipeline.records import Block, BlockKind
from pipeline.repeats.house_keys import tells_nothing_of
from pipeline.writing import is_as_long

COUNTED, BARELY = "$.", "$.."
"""End what such a sentence is known by without its number: one that points to its page, and any of
a language whose words for that are not known."""
MAX_CHARS, MIN_CHARS, MIN_SIGNS = 90, 16, 8
FIRST_LINES, LAST_LINES = 2, 4
_NUMBER = re.compile(r"\d[\d.,٫٬]*")
_WITHIN = re.compile(rf"[{FULL_STOPS}!?؟]\s")


def counted_keys(
    blocks: Sequence[Block], gone: Sequence[Block], language: str | None
) -> Iterator[str]:
    """What such sentences of a text are known by, and those that were taken out of it. Articles
    tell figures in the same words too, so that it must be the house's by its words."""
    barely, known = not has_notices(language), (language or "")[:2]
    taken = ((block, _without_number(block)) for block in gone)
    for block, told in chain(_at_edges(blocks), taken):
        if told and (barely or says_here(block.text, known)):
            yield told + (BARELY if barely else COUNTED)


def is_counted(line: str) -> bool:
    """Whether what is known of a source is such a sentence."""
    return line.endswith((COUNTED, BARELY))


def known_counted(blocks: Sequence[Block], repeated: Collection[str]) -> set[Block]:
    """The sentences at a text's edges that its source `repeated` with other numbers."""
    return {
        block
        for block, told in _at_edges(blocks)
        if told + COUNTED in repeated or told + BARELY in repeated
    }


def _at_edges(blocks: Sequence[Block]) -> Iterator[tuple[Block, str]]:
    """The sentences with a number among the first lines of a text and the last that tell nothing of
    what it tells elsewhere, each without its number: a text's own figures are about its matter."""
    for at in {*range(len(blocks))[:FIRST_LINES], *range(len(blocks))[-LAST_LINES:]}:
        if (told := _without_number(blocks[at])) and tells_nothing_of(blocks, at, ()):
            yield blocks[at], told


def _without_number(block: Block) -> str | None:
    """A paragraph of one sentence with one number, without that; None for all others."""
    text = block.text
    if block.kind is not BlockKind.PARAGRAPH or len(text) > MAX_CHARS or text[-1] not in STOPS:
        return None
    if len(_NUMBER.findall(text)) != 1 or _WITHIN.search(text):
        return None
    return numberless(text) if is_as_long(text, MIN_CHARS, MIN_SIGNS) else None
