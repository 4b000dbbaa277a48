"""The short lines of an article as those of several articles are compared: their words, where they
stand, and what of them is foreign to the rest of the text."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace

from pipeline.days.calendars import with_months_signed
from pipeline.days.weekdays import without_weekday
from pipeline.fingerprints import numberless, skeleton
from pipeline.ledger import REPEATED
from pipeline.lines.credits import is_sign_off
from pipeline.lines.foreign import WORD, foreign_words, size_of
from pipeline.lines.quoted import SINGLE
from pipeline.page.pieces import is_region
from pipeline.patterns.late_patterns import late_pattern
from pipeline.punctuation import QUESTION_MARKS, SENTENCE_ENDS
from pipeline.records import LINE_KINDS, NO_LOOKS, Block, BlockKind, Looks, Removed, ShortLine
from pipeline.repeats.filled_lines import without_days
from pipeline.repeats.template_marks import AT_END, AT_START, COUNTS, OPEN, SENTENCE, TELLS_FIGURES
from pipeline.writing import UNSPACED_SCRIPTS, script_of

MAX_CHARS = 200
MIN_FEWEST, MAX_WORDS = 2, 32
"""Words of a line that is compared."""
MAX_LINES = 30
"""Short lines of one article that are compared, the first and the last."""
FIRST, LAST = 2, 6
"""Lines at the start and at the end of a text that are at an edge; of a short text, a third."""

_PROSE_ENDS = '.!।۔…。！"”»)]）」』'
_APART = re.compile(
    "\\W{0,2}[\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]|[\\[(（【].*[\\])）】]$"
)
"""What sets a line apart: a picture before it, brackets around all of it."""
_PARTED = re.compile(r"\w\s?[/／|]\s?\w")
"""What parts a name and a task, «Jane Roe / pictures»."""
_DATED = re.compile(r"[^.!?؟:：]{3,30}[:：]\s?\S|[\[(（]")
"""A label before a sentence, of which the day was taken: «Update, 3 March 2026: …»."""
_HOUR = re.compile(r"(?<![\d:])[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?![\d:])")
_QUOTED = late_pattern(
    '[«„“"](?:[^«»„“”"]{12,}|[^«»„“”"]{2,}[»«„“][^«»„“”"]{2,}[»«“”])[»“”"]|' + SINGLE
)
"""What a line quotes at length, with one quotation more in it, as titles have."""

_SAID_AT_END = re.compile(r"[.!।۔。！][\"”»’‘」』]$")
"""How a line ends that quotes what somebody says; a title has no full stop."""


def short_line(block: Block, place: str = "") -> ShortLine | None:
    """A line as it is compared, without days and what it quotes; None for what is no short line of
    prose."""
    text = block.text
    if block.kind not in LINE_KINDS or not text or len(text) > MAX_CHARS:
        return None
    undated = _HOUR.sub(" ", without_days(text))
    bare = _QUOTED.sub(" ", undated)
    parted = WORD.findall(without_weekday(with_months_signed(bare).lower()))
    words = tuple(word for each in parted if (word := numberless(each)[:-1]))
    if not MIN_FEWEST <= size_of(words) <= MAX_WORDS:
        return None
    noted = place == AT_END and undated != text  # «Correction of 3 March 2026: …»
    counts, ends = any(map(str.isdigit, undated)), text[-1] in SENTENCE_ENDS and not noted
    ends = ends or (counts and block.kind is BlockKind.LIST_ITEM)  # «17 % more than the last»
    ends = ends or (bare != undated and _SAID_AT_END.search(text) is not None)
    mark = (TELLS_FIGURES if ends else COUNTS) if counts else (SENTENCE if ends else OPEN)
    return ShortLine(
        words,
        mark,
        place,
        _APART.match(text) is not None,
        asks=text[-1] in QUESTION_MARKS,
        in_list=block.kind is BlockKind.LIST_ITEM and not _PARTED.search(text),
    )


def rows_of(block: Block) -> list[Block]:
    """The lines of a paragraph of several, each a paragraph; the block itself where it has one."""
    if block.kind is not BlockKind.PARAGRAPH or "\n" not in block.text:
        return [block]
    return [replace(block, text=row) for row in block.text.split("\n") if row.strip()] or [block]


def placed(
    blocks: Sequence[Block], found: Iterable[int] = (), most: int | None = None
) -> dict[int, ShortLine]:
    """The short lines among blocks by their places, but for those that are `found` already: what
    is left first and last is at the edges. Of more than `most` the first and the last."""
    skipped = set(found)
    left = [i for i in range(len(blocks)) if i not in skipped]
    last = left[-min(LAST, max(1, len(left) // 3)) :]
    edges = dict.fromkeys(left[:FIRST], AT_START) | dict.fromkeys(last, AT_END)
    read = ((i, short_line(blocks[i], edges.get(i, ""))) for i in left)
    lines = [(i, line) for i, line in read if line is not None]
    if most and len(lines) > most:
        lines = lines[: most // 2] + lines[-most // 2 :]
    text = skeleton(" ".join(blocks[i].text for i in left))
    last_sentence = max((i for i in left if is_prose(blocks[i])), default=len(blocks))
    return {
        i: replace(
            line,
            foreign=foreign_words(line.words, text),
            below=i > last_sentence and not is_sign_off(blocks[i].text),
        )
        for i, line in lines
    }


MIN_PROSE_WORDS, MIN_PROSE_SIGNS = 7, 14
"""Of a sentence of a text, in scripts that part words and in those that do not: shorter ones may
be a credit, «Reporting by Jane Roe.»"""


_SAYS = late_pattern('[«„“"「『][^«»„“”"「」『』]{2,}(?:[,،.!?؟][»“”"」』]|[»“”"」』][,،:])')
"""What a short sentence quotes, which a credit does not."""


def is_prose(block: Block) -> bool:
    """Whether a line ends as sentences do that tell something."""
    text = block.text
    if not text or text[-1] not in _PROSE_ENDS:
        return block.kind not in LINE_KINDS and block.kind is not BlockKind.HEADING
    if len(text) <= MAX_CHARS and (bare := without_days(text)) != text and _DATED.match(bare):
        return False  # «Update, 3 March 2026: Adds what the company says.»
    if _SAYS.search(text):
        return True  # «“Let us wait,” he says.»
    return len(text.split()) >= MIN_PROSE_WORDS or (
        len(text) >= MIN_PROSE_SIGNS and script_of(text) in UNSPACED_SCRIPTS
    )


def short_lines(
    blocks: Sequence[Block],
    removed: Sequence[Removed],
    looks: Looks = NO_LOOKS,
    known: Container[str] = (),
) -> tuple[ShortLine, ...]:
    """The short lines of an article, with those that were taken out of it. Of what stood in a
    region of its own a template's lines in a text are not told. Those that a source repeats may
    have stood in boxes, and been plain. A line whose skeleton is `known` is no sentence."""
    blocks = [row for block in blocks for row in rows_of(block)]
    kept = [
        replace(line, boxed=blocks[i].text in looks.insets, plain=blocks[i].text in looks.plain)
        for i, line in _beside_known(blocks, known).items()
    ]
    middle = (len(blocks) + len(removed)) / 2
    end = _end_of_prose(blocks, removed)
    gone = [
        replace(
            line,
            below=r.index > end,
            boxed=r.rule == REPEATED,
            plain=r.rule == REPEATED,
        )
        for r in removed
        if not is_region(r.rule)
        and (line := short_line(Block(r.kind, r.text), AT_START if r.index < middle else AT_END))
    ]
    text = skeleton(" ".join(block.text for block in blocks))
    taken = (replace(line, foreign=foreign_words(line.words, text)) for line in gone)
    return (*kept, *taken)


def _beside_known(blocks: Sequence[Block], known: Container[str]) -> dict[int, ShortLine]:
    """The short lines among blocks, those that are known with them."""
    lines = placed(blocks, most=MAX_LINES)
    found = {i for i, block in enumerate(blocks) if skeleton(block.text) in known}
    if not found:
        return lines
    own = [i for i, block in enumerate(blocks) if i not in found and is_prose(block)]
    end = own[-1] if own else len(blocks)
    below = {i: replace(lines[i], below=i > end) for i in found if i in lines}
    beside = placed(blocks, found, MAX_LINES)
    return {i: below.get(i) or beside.get(i) or line for i, line in lines.items()}


def _end_of_prose(blocks: Sequence[Block], removed: Sequence[Removed]) -> int:
    """Behind how many lines of an extraction the last sentence of its text stands."""
    last = max((i for i, block in enumerate(blocks) if is_prose(block)), default=None)
    if last is None:
        return len(blocks) + len(removed)
    at = last
    for index in sorted(r.index for r in removed):
        at += index <= at
    return at
