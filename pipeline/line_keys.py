"""What a line is known by where a source repeats it with something in it that changes."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.days.calendars import with_months_signed
from pipeline.days.weekdays import without_weekday
from pipeline.filled_lines import SLOT, unfilled
from pipeline.fingerprints import numberless, skeleton
from pipeline.records import Block, BlockKind

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
_SENTENCE_ENDS = ".؟?!।۔…"


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


ON_HALF = "%"
"""Ends what a line is known by that is a template's where half of the articles have it."""
ON_FEW = "~"
"""The same of what a fifth of the articles need to have: no sentence is known by it."""
_WIDE_FRAMES = ((4, 3), (3, 4))
"""Words at both ends of a line by which it is known wherever it stands."""
_WIDEST_FRAMES = ((4, 4), (5, 3), (3, 5), (6, 2), (2, 6))
_LAST_FRAMES = ((3, 3), (4, 2), (2, 4))
"""The same of a line without a sentence's end, anywhere and among the last."""
MAX_WIDE_CHARS = 200
MAX_TRAILED_WORDS = 8
_TRAILED = 3
"""Words that a short last line begins with, where what fills it stands at its end."""


def framed_lines(block: Block, title: str) -> tuple[str, ...]:
    """What a line is known by, wherever it stands, where a template fills its middle: «Every …,
    all that happened in … and nearby, in your mailbox».

    Lines with numbers tell figures, unless nearly all articles have them. A line without a
    sentence's end is known in fewer articles, unless it speaks of what the article's `title` names:
    «How to set up … on your phone and on your tablet» heads a part of many a text.
    """
    if block.kind not in _PROSE or len(block.text) > MAX_WIDE_CHARS:
        return ()
    words = _fixed_words(block.text)
    if any(map(str.isdigit, block.text)):
        return _framed(words, _WIDE_FRAMES, ON_ALL)
    keys = _framed(words, _WIDE_FRAMES, ON_HALF)
    if block.text[-1] in _SENTENCE_ENDS or _is_of_title(words, title):
        return keys
    return keys + _framed(words, _WIDEST_FRAMES, ON_FEW)


def framed_last(block: Block, title: str) -> tuple[str, ...]:
    """What a line without a sentence's end and without numbers is known by among the last, where a
    template fills its middle, or the end of a short one."""
    text = block.text
    if block.kind is not BlockKind.PARAGRAPH or len(text) > MAX_WIDE_CHARS:
        return ()
    if text[-1] in _SENTENCE_ENDS or any(map(str.isdigit, text)):
        return ()
    words = _fixed_words(text)
    if _is_of_title(words, title):
        return ()
    keys = _framed(words, _LAST_FRAMES, ON_FEW)
    if _TRAILED < len(words) <= MAX_TRAILED_WORDS:
        keys += (" ".join((*words[:_TRAILED], f"{FRAME}{ON_FEW}")),)
    return keys


def _framed(words: Sequence[str], frames: Sequence[tuple[int, int]], mark: str) -> tuple[str, ...]:
    return tuple(
        " ".join((*words[:a], FRAME, *words[-b:])) + mark for a, b in frames if len(words) >= a + b
    )


def _fixed_words(text: str) -> list[str]:
    """The skeletons of a line's words, without numbers and the names of months and weekdays."""
    words = without_weekday(with_months_signed(text).lower()).split()
    return [bare for word in words if (bare := numberless(word)[:-1])]


MIN_TELLING_LETTERS = 3


def _is_of_title(words: Sequence[str], title: str) -> bool:
    """Whether a third of a line's words are those of the article's title."""
    of_title = {word for word in map(skeleton, title.split()) if len(word) >= MIN_TELLING_LETTERS}
    return sum(word in of_title for word in words) * 3 >= len(words)


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


MIN_HEADING_WORDS = 4
"""A heading with fewer words, «What we know», heads a part of many a text."""


def heading_on_all(block: Block) -> str | None:
    """What a heading is known by that stands above the article's own text, as a box without one of
    its own does, where nearly all of a source's articles have it."""
    if block.kind is not BlockKind.HEADING or len(block.text.split()) < MIN_HEADING_WORDS:
        return None
    return f"{skeleton(block.text)}={ON_ALL}"
