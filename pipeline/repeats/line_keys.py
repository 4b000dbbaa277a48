"""What a line is known by where a source repeats it with something in it that changes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import blake2b

from pipeline.fingerprints import skeleton
from pipeline.lines.speaking import is_open_line, is_spoken
from pipeline.punctuation import SENTENCE_ENDS
from pipeline.records import LINE_KINDS, Block, BlockKind
from pipeline.repeats.filled_lines import ADDRESS_ON_NETWORK, SLOT, unfilled, without_days

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


def framed_ends(block: Block) -> tuple[str, ...]:
    """What a last line is known by where a template fills its middle, with a topic that the page
    names nowhere else or with what is not the article's: «More on … in our section». Lines with
    numbers tell figures."""
    text = block.text
    if block.kind not in LINE_KINDS or len(text) > MAX_FILLED_CHARS:
        return ()
    words = list(filter(None, map(skeleton, text.split())))
    if len(words) < MIN_FRAMED_WORDS or any(map(str.isdigit, text)):
        return ()
    return tuple(" ".join((*words[:a], FRAME, *words[-b:])) for a, b in _FRAMES)


SIGNED = "~"
"""Ends the key of a place at which a source names its authors (`people.signing_places`)."""


ON_ALL = "*"
"""Ends what a line is known by that only a template repeats where nearly all articles have it."""


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


LONG = "§"
"""Ends what a long paragraph at a text's end is known by."""
MAX_LONG_CHARS = 2_000


def long_line(block: Block) -> str | None:
    """What a paragraph is known by that is longer than lines of templates are, None for others: a
    digest, since a memory goes with each page to another process."""
    if block.kind is not BlockKind.PARAGRAPH:
        return None
    if not MAX_FILLED_CHARS < len(block.text) <= MAX_LONG_CHARS:
        return None
    return blake2b(skeleton(block.text).encode(), digest_size=10).hexdigest() + LONG


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
