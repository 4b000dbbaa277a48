"""What a line is known by where a source repeats it with something in it that changes."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from itertools import pairwise

from pipeline.days.calendars import with_months_signed
from pipeline.days.weekdays import without_weekday
from pipeline.filled_lines import SLOT, unfilled
from pipeline.fingerprints import numberless, skeleton
from pipeline.records import Block, BlockKind
from pipeline.speaking import is_open_line, is_spoken

MAX_FILLED_CHARS = 300
"""A template's line with a title in it is no longer."""


def filled_line(block: Block, phrases: Sequence[str]) -> str | None:
    """What a line is known by that a template filled with the article's own `phrases`; None for a
    heading and for what is no such line."""
    if block.kind is BlockKind.HEADING or len(block.text) > MAX_FILLED_CHARS:
        return None
    return unfilled(block.text, phrases)


FRAME = SLOT + SLOT
"""Stands for the middle of a last line, whatever it is."""
_FRAMES = ((3, 2), (2, 3), (1, 4))
"""Words at the beginning and at the end of a last line by which it is known."""
MIN_FRAMED_WORDS = 7


_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})


def framed_ends(block: Block) -> tuple[str, ...]:
    """What a last line is known by where a template fills its middle, with a topic that the page
    names nowhere else or with what is not the article's: «More on … in our section». Lines with
    numbers tell figures."""
    text = block.text
    if block.kind not in _PROSE or len(text) > MAX_FILLED_CHARS:
        return ()
    words = list(filter(None, map(skeleton, text.split())))
    if len(words) < MIN_FRAMED_WORDS or any(map(str.isdigit, text)):
        return ()
    return tuple(" ".join((*words[:a], FRAME, *words[-b:])) for a, b in _FRAMES)


SPOKEN = "&"
"""Ends what a line is known by that speaks to readers, or is neither head nor sentence."""


def spoken_lines(blocks: Sequence[Block], language: str | None) -> set[str]:
    """What those lines, and headings, are known by that speak to readers, or are neither the head
    of a part nor a sentence. Few articles need have them: it tells what they are. Rows of one
    form, one below the other, are the article's own."""
    found: set[str] = set()
    before, last = frozenset[str](), ""
    for block in blocks:
        words = frozenset(block.text.split()) if is_open_line(block) else frozenset()
        is_row = len(words & before) * 2 > len(words) > 0
        if is_row:
            found.discard(last)
        elif words or is_spoken(block, language):
            found.add(as_spoken(block.text))
        before, last = words, as_spoken(block.text) if words else ""
    return found


def as_spoken(text: str) -> str:
    return f"{skeleton(text)}{SPOKEN}"


MAX_NUMBERED_CHARS = 60


def numbered_line(block: Block) -> str | None:
    """What a short first or last line with a number is known by where a source repeats it with
    another number each time, an article's code, its count, its day or the minutes that it takes to
    read; None for all other lines."""
    return _numberless(block.text) if block.kind is BlockKind.PARAGRAPH else None


def _numberless(text: str) -> str | None:
    if len(text) > MAX_NUMBERED_CHARS or text[-1] in ".؟?!।۔" or not any(map(str.isdigit, text)):
        return None
    return numberless(without_weekday(with_months_signed(text).lower()))


ON_ALL = "*"
"""Ends what a line is known by that only a template repeats where nearly all articles have it."""


def numbered_on_all(block: Block) -> str | None:
    """What a short line with a number is known by among the first or the last few, where nearly all
    of a source's articles have it: «Page views: 4,711» of a template, and no «Price: 300»."""
    is_line = block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
    line = _numberless(block.text) if is_line else None
    return f"{line}{ON_ALL}" if line else None


ALONE = "="
"""Ends what a line with a number is known by that stands alone amid a text."""
_LABELS_NUMBER = re.compile(r"[:：=]\s*[$€£]?\d")


def numbered_alone(blocks: Sequence[Block]) -> dict[str, Block]:
    """The short paragraphs with a number, each by what it is known by without, that no others
    stand beside: «Read 4,711 times» of a template. Rows of figures, and what a label has before its
    number, «Price: 300», are the article's own."""
    counting = [
        b.kind is BlockKind.PARAGRAPH
        and not _LABELS_NUMBER.search(b.text)
        and _numberless(b.text) is not None
        for b in blocks
    ]
    beside = [False, *counting, False]
    alone = {
        f"{_numberless(block.text)}{ALONE}": block
        for at, block in enumerate(blocks)
        if counting[at] and not (beside[at] or beside[at + 2])
    }
    return {line: block for line, block in alone.items() if len(line) >= MIN_ALONE_LETTERS}


MIN_ALONE_LETTERS = 8
MIN_HEADING_WORDS = 4
"""A heading with fewer words, «What we know», heads a part of many a text."""


def heading_on_all(block: Block) -> str | None:
    """What a heading is known by that stands above the article's own text, as a box without one of
    its own does, where nearly all of a source's articles have it."""
    if block.kind is not BlockKind.HEADING or len(block.text.split()) < MIN_HEADING_WORDS:
        return None
    return f"{skeleton(block.text)}={ON_ALL}"


MAX_HEAD_WORDS, MAX_HEAD_CHARS = 6, 50
MIN_BELOW_CHARS = 80
"""What stands below a head is no shorter."""
_NO_HEAD_ENDS = ".,،;؛:：।۔"


def heads_amid(blocks: Sequence[Block]) -> dict[Block, int]:
    """The paragraphs amid a text that look like the heads of what stands below them, each with how
    many long paragraphs stand above it. «What has changed?» is in many a text, and what a template
    puts there stands at one place."""
    heads: dict[Block, int] = {}
    above = 0
    for block, below in pairwise(blocks):
        is_long = block.kind is BlockKind.PARAGRAPH and len(block.text) >= MIN_BELOW_CHARS
        above += is_long
        if above and not is_long and _may_head(block) and len(below.text) >= MIN_BELOW_CHARS:
            heads[block] = above
    return heads


def _may_head(block: Block) -> bool:
    text = block.text
    return (
        block.kind is BlockKind.PARAGRAPH
        and len(text) <= MAX_HEAD_CHARS
        and len(text.split()) <= MAX_HEAD_WORDS
        and text[-1] not in _NO_HEAD_ENDS
    )


def keys_of_head(head: Block, above: int) -> tuple[str, ...]:
    """What a head is learned by: its place, give or take one, and that it is on all articles."""
    bare = skeleton(head.text)
    return (f"{bare}={ON_ALL}", *(f"{bare}@{above + by}" for by in (-1, 0, 1)))


def is_known_head(head: Block, above: int, repeated: Container[str]) -> bool:
    """Whether the source puts a head's words at one place of its texts, or into nearly all."""
    bare = skeleton(head.text)
    return f"{bare}@{above}" in repeated or f"{bare}={ON_ALL}" in repeated
