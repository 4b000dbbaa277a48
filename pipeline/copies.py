"""Near-duplicates: how much of one text stands in another.

Newsrooms cut an agency's report, give it a lead of their own, drop or reorder its paragraphs and
change words. What stays are runs of words. A text is known by its runs of three folded words; a
MinHash of them finds texts that may be copies, and `similarity` says whether they are.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass

from rensa import RMinHash

from pipeline.folding import fold

SCHEME = "rensa-2/words-3/32"
"""How a signature is made: the algorithm's version, the words of a run, the number of values.
Stored with each signature; those of another scheme are not compared."""

RUN = 3
"""Words of a run. Two join unrelated texts by common phrases; of four too few survive edits: where
one word in five is changed, .51 of the runs of three are left, .41 of those of four."""
VALUES = 32
MIN_WORDS = 20
"""Words of the shortest text that is compared: a shorter one may be phrases of the trade alone."""

_SEED = 42
_PACKED = struct.Struct(f"<{VALUES}I")
_NO_SPACES = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_UNSPACED = re.compile(f"[{_NO_SPACES}]")
_WORD = re.compile(f"[{_NO_SPACES}]|[^\\s{_NO_SPACES}]+")


@dataclass(frozen=True, slots=True)
class Runs:
    """The runs of words of a text, in order; empty for a text that is too short to compare."""

    words: int
    in_order: tuple[str, ...]
    distinct: frozenset[str]


def runs_of(text: str) -> Runs:
    """The runs of three words of a text. Of scripts without spaces each letter is a word."""
    folded = fold(text)
    words = _WORD.findall(folded) if _UNSPACED.search(folded) else folded.split()
    if len(words) < MIN_WORDS:
        return Runs(len(words), (), frozenset())
    in_order = tuple(map(" ".join, zip(words, words[1:], words[2:], strict=False)))
    return Runs(len(words), in_order, frozenset(in_order))


def signature(runs: Runs) -> bytes | None:
    """The MinHash of a text's runs, VALUES numbers of four bytes; None for a text too short."""
    if not runs.in_order:
        return None
    sketch = RMinHash(num_perm=VALUES, seed=_SEED)
    sketch.update(sorted(runs.distinct))
    return _PACKED.pack(*sketch.digest())


def bands(signed: bytes) -> list[tuple[int, bytes]]:
    """The values of a signature with their numbers: what two texts have in common by chance of
    their common runs, each with the probability of the runs' Jaccard similarity."""
    return [(number, signed[number * 4 : number * 4 + 4]) for number in range(VALUES)]


def similarity(one: Runs, other: Runs) -> float:
    """The share (0 to 1) of the shorter text's words that stand in runs that the other has too.

    A text cut to half has 1 with the whole; one of whose words a fifth was changed about .7;
    unrelated texts of one field below .1. 0 where either is too short to compare.
    """
    short, long = sorted((one, other), key=lambda runs: runs.words)
    if not short.in_order:
        return 0.0
    covered, reached = 0, 0
    for at, run in enumerate(short.in_order):
        if run in long.distinct:
            covered += at + RUN - max(at, reached)
            reached = at + RUN
    return covered / short.words
