"""The short lines of an article as those of several articles are compared: their words, where they
stand, and what of them is foreign to the rest of the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.days.calendars import with_months_signed
from pipeline.days.weekdays import without_weekday
from pipeline.filled_lines import without_days
from pipeline.fingerprints import numberless, skeleton
from pipeline.foreign import WORD, foreign_words, size_of
from pipeline.records import Block, BlockKind, Removed, ShortLine
from pipeline.template_marks import AT_END, AT_START, COUNTS, OPEN, SENTENCE, TELLS_FIGURES

MAX_CHARS = 200
MIN_FEWEST, MAX_WORDS = 2, 32
"""Words of a line that is compared."""
MAX_LINES = 30
"""Short lines of one article that are compared, the first and the last."""
FIRST, LAST = 2, 6
"""Lines at the start and at the end of a text that are at an edge; of a short text, a third."""

_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_SENTENCE_ENDS = ".؟?!।۔…。！？"
_ASKED = "?؟？"
_APART = re.compile(
    "\\W{0,2}[\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]|[\\[(（【].*[\\])）】]$"
)
"""What sets a line apart: a picture before it, brackets around all of it."""
_HOUR = re.compile(r"(?<![\d:])[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?![\d:])")
_QUOTED = re.compile('[«„“"](?:[^«»„“”"]{12,}|[^«»„“”"]{2,}[»«„“][^«»„“”"]{2,}[»«“”])[»“”"]')
"""What a line quotes at length, with one quotation more in it, as titles have."""


def short_line(block: Block, place: str = "") -> ShortLine | None:
    """A line as it is compared, without days and what it quotes; None for what is no short line of
    prose."""
    text = block.text
    if block.kind not in _PROSE or not text or len(text) > MAX_CHARS:
        return None
    undated = _HOUR.sub(" ", without_days(text))
    bare = _QUOTED.sub(" ", undated)
    parted = WORD.findall(without_weekday(with_months_signed(bare).lower()))
    words = tuple(word for each in parted if (word := numberless(each)[:-1]))
    if not MIN_FEWEST <= size_of(words) <= MAX_WORDS:
        return None
    noted = place == AT_END and undated != text  # «Correction of 3 March 2026: …»
    counts, ends = any(map(str.isdigit, undated)), text[-1] in _SENTENCE_ENDS and not noted
    ends = ends or (counts and block.kind is BlockKind.LIST_ITEM)  # «17 % more than the last»
    mark = (TELLS_FIGURES if ends else COUNTS) if counts else (SENTENCE if ends else OPEN)
    return ShortLine(
        words,
        mark,
        place,
        _APART.match(text) is not None,
        asks=text[-1] in _ASKED,
        in_list=block.kind is BlockKind.LIST_ITEM,
    )


def placed(blocks: Sequence[Block], found: Iterable[int] = ()) -> dict[int, ShortLine]:
    """The short lines among blocks by their places, but for those that are `found` already: what
    is left first and last is at the edges."""
    skipped = set(found)
    left = [i for i in range(len(blocks)) if i not in skipped]
    last = left[-min(LAST, max(1, len(left) // 3)) :]
    edges = dict.fromkeys(left[:FIRST], AT_START) | dict.fromkeys(last, AT_END)
    lines = {i: short_line(blocks[i], edges.get(i, "")) for i in left}
    text = skeleton(" ".join(blocks[i].text for i in left))
    return {
        i: replace(line, foreign=foreign_words(line.words, text))
        for i, line in lines.items()
        if line is not None
    }


def short_lines(blocks: Sequence[Block], removed: Sequence[Removed]) -> tuple[ShortLine, ...]:
    """The short lines of an article, with those that were taken out of it. Of what stood in a
    region of its own a template's lines in a text are not told."""
    kept = list(placed(blocks).values())
    middle = (len(blocks) + len(removed)) / 2
    gone = [
        short_line(Block(r.kind, r.text), AT_START if r.index < middle else AT_END)
        for r in removed
        if not r.rule.startswith("region:")
    ]
    lines = kept if len(kept) <= MAX_LINES else kept[: MAX_LINES // 2] + kept[-MAX_LINES // 2 :]
    text = skeleton(" ".join(block.text for block in blocks))
    taken = (replace(line, foreign=foreign_words(line.words, text)) for line in gone if line)
    return (*lines, *taken)
