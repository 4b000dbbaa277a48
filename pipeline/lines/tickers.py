"""Other articles' headlines above a text, run together in one line or one below the other, and
names of signs that a script left: what a text never takes up.

A standfirst and a list of what an article tells use its words; a ticker's are those of others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.lines.verdicts import heads_both, heads_points
from pipeline.punctuation import CLOSING, COLONS, SEMICOLONS, SENTENCE_ENDS
from pipeline.records import LINE_KINDS, Block, BlockKind
from pipeline.writing import UNSPACED_SCRIPTS, is_as_long, script_of

TICKER = "line:ticker"
"""The ledger's rule for them."""
MIN_RUN_WORDS = 36
"""Of headlines in one line; a standfirst seldom has as many."""
MIN_LINES, MIN_WORDS, MAX_WORDS = 4, 3, 24
"""Headlines one below the other, and their words."""
MAX_TAKEN_UP = 0.25
"""The share of its words that a text takes up; of those of summaries it is half and more."""
LEAST_PROSE, MIN_CHARS = 3, 80
"""Paragraphs of a text that end as sentences, and their length."""
STEM, LONG = 4, 4
"""Letters of a word by which it is compared, and of the words that are."""
MAX_KEY_CHARS, MIN_KEY_CHARS = 400, 32
_STOPS = SENTENCE_ENDS + COLONS + SEMICOLONS + CLOSING
_WORD = re.compile(r"[^\W\d_]+")
_ARTICLE = re.compile(r"^[وفبكل]?ال|^لل")


def ticker_lines(kept: Sequence[Block]) -> frozenset[Block]:
    """The blocks above a text's first sentence that are headlines of others, or one word longer
    than any is."""
    first = next((at for at, block in enumerate(kept) if _is_prose(block)), 0)
    if not first or sum(map(_is_prose, kept[first:])) < LEAST_PROSE:
        return frozenset()
    told = next((at for at, block in enumerate(kept[:first]) if _is_sentence(block)), first)
    above = [
        block
        for at, block in enumerate(kept[:first])
        if _is_open(block) and not (at > told and block.kind is BlockKind.LIST_ITEM)
    ]
    if _head_points(kept[: first + 1]):
        return frozenset()  # of a review
    found = [block for block in above if _is_one_word(block.text)]
    weather = [block for block in above if _WEATHER.fullmatch(block.text)]
    found += weather if len(weather) >= MIN_PLACES else []
    long = [block for block in above if _is_run(block.text)]
    lines = [b for b in above if MIN_WORDS <= len(b.text.split()) <= MAX_WORDS]
    if not long and len(lines) < MIN_LINES:
        return frozenset(found)
    said = _stems("\n".join(block.text for block in kept[first:]))
    found += [block for block in long if _taken_up(block.text, said) <= MAX_TAKEN_UP]
    listed = "\n".join(block.text for block in lines)
    if len(lines) >= MIN_LINES and _taken_up(listed, said) <= MAX_TAKEN_UP:
        found += lines
    return frozenset(found)


def _head_points(lines: Sequence[Block]) -> bool:
    """Whether lines head what speaks for a thing and against it: with one heading of both, with two
    or with one above a list."""
    heads = [at for at, block in enumerate(lines[:-1]) if heads_points(block.text)]
    listed = any(lines[at + 1].kind is BlockKind.LIST_ITEM for at in heads)
    return listed or len(heads) > 1 or any(heads_both(block.text) for block in lines)


MIN_PLACES = 3
_WEATHER = re.compile(r"[^\d.!?]{0,24}-?\d{1,2}(?:[.,]\d)?\s?(?:℃|°\s?[CF]?|º\s?[CF]?)")
"""A place and how warm it is there: of several such lines above a text, its site's weather."""


def takes_up(text: Sequence[Block], lines: Sequence[Block]) -> bool:
    """Whether a text takes up what lines above it say: they sum it up."""
    said = _stems("\n".join(block.text for block in text))
    return _taken_up("\n".join(block.text for block in lines), said) > MAX_TAKEN_UP


def _is_run(text: str) -> bool:
    """Whether a line is so many words without sentences."""
    words = len(text.split())
    return words >= MIN_RUN_WORDS and len(_STOP_WITHIN.findall(text)) * MIN_RUN_WORDS <= words


_STOP_WITHIN = re.compile(r"(?<![.\d])[.!۔।](?!\.)\s")


def _is_one_word(text: str) -> bool:
    """Whether a line is letters without a blank, too many for a word of any language: names of
    signs, or topics, written together."""
    if not MIN_KEY_CHARS <= len(text) <= MAX_KEY_CHARS or _ONE_WORD.fullmatch(text) is None:
        return False
    return script_of(text) not in UNSPACED_SCRIPTS


_ONE_WORD = re.compile(r"[^\W_][\w-]+")


def _taken_up(text: str, said: frozenset[str]) -> float:
    """The share of a text's longer words that another one has."""
    stems = _stems(text)
    return len(stems & said) / len(stems) if stems else 1.0


def _stems(text: str) -> frozenset[str]:
    words = (_ARTICLE.sub("", word) for word in _WORD.findall(text.casefold()))
    return frozenset(word[:STEM] for word in words if len(word) >= LONG)


def _is_open(block: Block) -> bool:
    return block.kind in LINE_KINDS and block.text[-1] not in _STOPS and "\n" not in block.text


def _is_sentence(block: Block) -> bool:
    """Whether a paragraph ends as a sentence, below which a list is the text's."""
    return block.kind is BlockKind.PARAGRAPH and block.text[-1] in SENTENCE_ENDS + COLONS


def _is_prose(block: Block) -> bool:
    ended = block.kind is BlockKind.PARAGRAPH and block.text[-1] in SENTENCE_ENDS + CLOSING
    return ended and is_as_long(block.text, MIN_CHARS, MIN_CHARS // 3)
