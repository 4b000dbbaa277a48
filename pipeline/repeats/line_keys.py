"""What a line is known by where a source repeats it with something in it that changes."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from itertools import pairwise

from pipeline.days.calendars import with_months_signed
from pipeline.days.weekdays import without_weekday
from pipeline.fingerprints import numberless, skeleton
from pipeline.lines.plain_lines import is_long
from pipeline.lines.speaking import is_open_line, is_spoken
from pipeline.punctuation import QUESTION_MARK, SENTENCE_ENDS
from pipeline.records import Block, BlockKind
from pipeline.repeats.filled_lines import ADDRESS_ON_NETWORK, SLOT, unfilled, without_days
from pipeline.repeats.short_lines import is_prose
from pipeline.writing import UNSPACED_SCRIPTS, script_of

MAX_FILLED_CHARS = 300
"""A template's line with a title in it is no longer."""


def filled_line(block: Block, phrases: Sequence[str]) -> str | None:
    """What a line is known by that a template filled with the article's own `phrases`; None for a
    heading, for what somebody says, and for what is no such line."""
    if block.kind in (BlockKind.HEADING, BlockKind.QUOTE) or len(block.text) > MAX_FILLED_CHARS:
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


SIGNED = "~"
"""Ends the key of a place at which a source names its authors (`people.signing_places`)."""


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


ASKED = "}"
"""Ends what a line is known by that asks something, and what it says behind or before that."""
ANSWERED = f".{ASKED}"
"""Ends what a line is known by that says a whole sentence behind its question."""
MAX_BESIDE_WORDS = 6
MIN_BESIDE_LETTERS = 4
_LABEL = re.compile(r"([^:：?؟？]{3,40})[:：]\s?[^:：]*[?؟？]")


def asked_lines(blocks: Sequence[Block]) -> dict[str, Block]:
    """The lines that ask something, each by what it says behind its question without a full stop,
    «Is the Heron worth it? Cast your vote», or by the label before it, «Question of the day: …?».
    Of an interview, where one label stands before many questions, there are none."""
    found: dict[str, Block] = {}
    twice: set[str] = set()
    for block in blocks:
        key = _beside_question(block)
        if key is not None:
            twice |= {key} & found.keys()
            found[key] = block
    return {key: block for key, block in found.items() if key not in twice}


def said_behind(text: str) -> list[str]:
    """The words behind a line's last question."""
    return [skeleton(word) for word in QUESTION_MARK.split(text)[-1].split()]


def _beside_question(block: Block) -> str | None:
    text = block.text
    if (
        block.kind is BlockKind.HEADING
        or len(text) > MAX_ASKED_CHARS
        or not QUESTION_MARK.search(text)
    ):
        return None
    behind = QUESTION_MARK.split(text)[-1].strip()
    if behind and behind[-1] not in _NO_CALL_ENDS and len(behind.split()) <= MAX_BESIDE_WORDS:
        bare = skeleton(behind)
        is_call = len(behind.split()) > 1 or (bare and script_of(bare) in UNSPACED_SCRIPTS)
        return f">{bare}{ASKED}" if is_call and len(bare) >= MIN_BESIDE_LETTERS else None
    if behind and behind[-1] in _FULL_STOPS and len(behind.split()) <= MAX_BESIDE_WORDS:
        return f">{skeleton(behind)}{ANSWERED}"
    label = _LABEL.match(text)
    if label is None or len(label[1].split()) < 2:
        return None
    return f"{skeleton(label[1])}<{ASKED}"


MAX_ASKED_CHARS = 200
_FULL_STOPS = ".。।۔"
_NO_CALL_ENDS = '.。।۔"”»)）】』」'
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
MIN_HEADING_WORDS = 4
"""A heading with fewer words, «What we know», heads a part of many a text."""


def heading_on_all(block: Block) -> str | None:
    """What a heading is known by that stands above the article's own text, as a box without one of
    its own does, where nearly all of a source's articles have it."""
    if block.kind is not BlockKind.HEADING or len(block.text.split()) < MIN_HEADING_WORDS:
        return None
    return f"{skeleton(block.text)}={ON_ALL}"


DATED = "@"
"""Ends what a line is known by that holds a day and is no sentence."""
ADDRESS = "address:on:network"
"""What all lines are known by that hold the address of a reader on the network."""
MAX_ADDRESS_CHARS = 80


def dated_line(block: Block) -> str | None:
    """What a short line is known by that is no sentence, without the day in it: «Page last revised
    3 March 2026»; None for all others."""
    text = block.text
    if block.kind is not BlockKind.PARAGRAPH or len(text) > MAX_DATED_CHARS:
        return None
    bare = without_days(text)
    if bare == text or (text[-1] in SENTENCE_ENDS and not _BEGINS_DATED.match(bare)):
        return None
    frame = skeleton(bare)
    letters = sum(not sign.isdigit() for sign in frame)
    return f"{frame}{DATED}" if letters >= MIN_DATED_LETTERS else None


MAX_DATED_CHARS = 120
MIN_DATED_LETTERS = 8
_BEGINS_DATED = re.compile(r"[^.:：]{3,30}\s?(?:[:：]|\(\s*\))")
"""A label, and behind it a day that was left out: «Correction (3 March 2026): …»."""


def address_line(blocks: Sequence[Block]) -> Block | None:
    """The only short line of a text that holds an address on the network, and is no sentence; None
    where there is none, or where there are more: such a text is of addresses."""
    found = [
        block
        for block in blocks
        if block.text.count(".") > 2 and ADDRESS_ON_NETWORK.search(block.text)
    ]
    if len(found) != 1 or found[0].kind is BlockKind.HEADING:
        return None
    text = found[0].text
    return found[0] if len(text) <= MAX_ADDRESS_CHARS and text[-1] not in SENTENCE_ENDS else None


ABOVE = "<"
"""Ends what a line is known by that stands right above links that were taken out."""
MIN_LINKS_BELOW = 2
_OF_LINKS = ("line:links", "region:related", "other-article")


def is_of_links(rule: str | None) -> bool:
    """Whether what a rule takes out leads to other articles."""
    return rule is not None and (rule in _OF_LINKS or rule.endswith(":read-also"))


def labels_above(lines: Sequence[Block], rules: Sequence[str | None]) -> dict[int, str]:
    """The places of the short lines and headings right above several links to other articles, each
    with what it is known by. One link may be set between a head and what it heads."""
    return {
        at: f"{skeleton(block.text)}{ABOVE}"
        for at, block in enumerate(lines[:-MIN_LINKS_BELOW])
        if rules[at] is None
        and is_of_links(rules[at + 1])
        and (block.kind is BlockKind.HEADING or _may_head(block))
        and all(map(is_of_links, rules[at + 1 : at + 1 + MIN_LINKS_BELOW]))
    }


MAX_HEAD_WORDS, MAX_HEAD_CHARS = 6, 50
_NO_HEAD_ENDS = ".,،;؛:：।۔"


def heads_amid(blocks: Sequence[Block]) -> dict[Block, int]:
    """The paragraphs amid a text that look like the heads of what stands below them, each with how
    many long paragraphs stand above it. «What has changed?» is in many a text, and what a template
    puts there stands at one place."""
    heads: dict[Block, int] = {}
    above = 0
    for block, below in pairwise(blocks):
        fills_lines = block.kind is BlockKind.PARAGRAPH and is_long(block.text)
        above += fills_lines
        if above and not fills_lines and _may_head(block) and is_long(below.text):
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
