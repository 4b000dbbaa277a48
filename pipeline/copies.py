"""Near-duplicates: what a text is known by, so that its copies are found among many others.

Newsrooms cut an agency's report, give it a lead of their own, drop or reorder its paragraphs and
change words. What stays are runs of words. A text is known by its runs of four folded words; a
sample of them, those of the lowest hashes, is the same sample in whatever text they stand, so that
two texts that share runs share a part of their samples (a bottom-k MinHash). `pipeline.alignment`
then says whether the one is a copy of the other.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from xxhash import xxh3_64_intdigest

from pipeline.patterns.late_patterns import late_pattern
from pipeline.words.folding import fold

SCHEME = "xxh3/words-4/sample-8"
"""How a signature is made: the hash, the words of a run, one run in how many is kept. Stored with
each signature; those of another scheme are not compared."""

RUN = 4
"""Words of a run of the sample. Where one word in five is changed, .41 of the runs of four are left
and .51 of those of three, but of three far more are phrases that many texts have: they find too
many candidates, and where sentences are alike all over a corpus the wrong ones."""
SEED = 3
"""Words of a run by which two texts are laid beside each other."""
SAMPLED = 8
"""One run in so many is kept: of a report of 300 words 37, of which 7 or 8 are left in a half of
it whose words were changed by a fifth."""
FEWEST, MOST = 24, 96
"""Runs that are kept of a short and of a long text, at least and at most."""
MIN_WORDS = 20
"""Words of the shortest text that is compared: a shorter one may be phrases of the trade alone."""
_BITS = 48
"""Of a hash that are kept: a billion runs of 100 million texts then collide once in 280,000."""

_NO_SPACES = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_UNSPACED = late_pattern(f"[{_NO_SPACES}]")
_WORD = late_pattern(f"[{_NO_SPACES}]|[^\\s{_NO_SPACES}]+")


@dataclass(frozen=True, slots=True)
class Words:
    """The folded words of a text, and its runs of SEED words: `runs[i]` begins at word i. No runs
    where the text is too short to be compared."""

    in_order: tuple[str, ...]
    runs: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.in_order)


@dataclass(frozen=True, slots=True)
class Sampled:
    """One run of a text's sample: its hash, and the word at which it first stands."""

    value: int
    at: int


@lru_cache(maxsize=512)
def words_of(text: str) -> Words:
    """The words of a text and its runs. Of scripts without spaces each letter is a word."""
    folded = fold(text)
    words = tuple(_WORD.findall(folded) if _UNSPACED.search(folded) else folded.split())
    if len(words) < MIN_WORDS:
        return Words(words, ())
    return Words(words, tuple(map(" ".join, zip(words, words[1:], words[2:], strict=False))))


def sample(words: Words) -> list[Sampled]:
    """The runs of the lowest hashes, by their place in the text; empty for one too short."""
    if not words.runs:
        return []
    first: dict[str, int] = {}
    for at, run in enumerate(
        map(" ".join, zip(*(words.in_order[n:] for n in range(RUN)), strict=False))
    ):
        first.setdefault(run, at)
    number = min(MOST, max(FEWEST, len(first) // SAMPLED))
    hashed = [(xxh3_64_intdigest(run.encode()) >> (64 - _BITS), at) for run, at in first.items()]
    hashed.sort()
    return sorted((Sampled(value, at) for value, at in hashed[:number]), key=_place)


def packed(sampled: Sequence[Sampled]) -> bytes:
    """The values of a sample, eight bytes each: a signature."""
    return struct.pack(f"<{len(sampled)}q", *(each.value for each in sampled))


def unpacked(signature: bytes) -> tuple[int, ...]:
    """The values of a signature."""
    return struct.unpack(f"<{len(signature) // 8}q", signature)


def _place(sampled: Sampled) -> int:
    return sampled.at
