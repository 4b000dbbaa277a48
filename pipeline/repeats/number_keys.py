"""What a short line is known by whose number changes from one article to the next."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.days.calendars import with_months_signed
from pipeline.days.weekdays import without_weekday
from pipeline.fingerprints import numberless
from pipeline.punctuation import SENTENCE_ENDS
from pipeline.records import Block, BlockKind
from pipeline.repeats.line_keys import ON_ALL
from pipeline.repeats.short_lines import is_prose
from pipeline.writing import UNSPACED_SCRIPTS, script_of

MAX_NUMBERED_CHARS = 60


def numbered_line(block: Block) -> str | None:
    """What a short first or last line with a number is known by where a source repeats it with
    another number each time, an article's code, its count, its day or the minutes that it takes to
    read; None for all other lines."""
    return _numberless(block.text) if block.kind is BlockKind.PARAGRAPH else None


def _numberless(text: str) -> str | None:
    if (
        len(text) > MAX_NUMBERED_CHARS
        or text[-1] in SENTENCE_ENDS
        or not any(map(str.isdigit, text))
    ):
        return None
    return numberless(without_weekday(with_months_signed(text).lower()))


def numbered_on_all(block: Block) -> str | None:
    """What a short line with a number is known by among the first or the last few, where nearly all
    of a source's articles have it: «Page views: 4,711» of a template, and no «Price: 300»."""
    is_line = block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
    line = _numberless(block.text) if is_line else None
    return f"{line}{ON_ALL}" if line else None


ALONE = "="
"""Ends what a line with a number is known by that stands alone amid a text."""
LABELLED = f"{ALONE}*"
"""The same of what a label has before its number, which must be on nearly all articles."""
_LABELS_NUMBER = re.compile(r"[:：=]\s*[$€£]?\d")


def numbered_alone(blocks: Sequence[Block]) -> dict[str, Block]:
    """The short paragraphs with a number, each by what it is known by without, that no others
    stand beside: «Read 4,711 times» of a template. Rows of figures are the article's own, and most
    of what a label has before its number: «Price: 300», but for what stands above all of a text:
    «Listening time: 4 minutes»."""
    bare = [_numberless(b.text) if b.kind is BlockKind.PARAGRAPH else None for b in blocks]
    beside = [None, *bare, None]
    last = max((at for at, line in enumerate(bare) if not line and is_prose(blocks[at])), default=0)
    return {
        f"{line}{_numbered_mark(blocks[at].text, at < TOP_LINES, at > last)}": blocks[at]
        for at, line in enumerate(bare)
        if line and len(line) >= MIN_ALONE_LETTERS and not (beside[at] or beside[at + 2])
    }


def _numbered_mark(text: str, is_above: bool, is_below: bool) -> str:
    """What a line with a number is, by whether a label stands before that."""
    if _LABELS_NUMBER.search(text):
        return COUNTER if is_above else LABELLED
    if script_of(text) in UNSPACED_SCRIPTS:
        return COUNTER_BELOW if is_below else COUNTER
    least = MIN_COUNTER_WORDS - (is_above or is_below)
    if len(text.split()) < least:
        return ALONE
    return COUNTER_BELOW if is_below else COUNTER


COUNTER = "$"
"""The same of what tells of the page: three words and more, and no label before the number."""
COUNTER_BELOW = f"{COUNTER}_"
"""The same below the last sentence of a text."""
MIN_COUNTER_WORDS, TOP_LINES = 4, 2
MIN_ALONE_LETTERS = 7
