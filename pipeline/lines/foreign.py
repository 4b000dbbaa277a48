"""What fills a line and stands nowhere else in its article: no head names that.

Words are skeletons; of what is written without blanks between words each sign is one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from pipeline.patterns.late_patterns import late_pattern

_DENSE = "\u3040-\u30ff\u3400-\u9fff"
WORD = late_pattern(rf"[{_DENSE}]|[^\s{_DENSE}]+")
"""A word; of what is written without blanks a sign."""
_IS_DENSE = late_pattern(rf"[{_DENSE}]").match
_OF_SIGN = 0.5
"""How much of a word a sign is."""


def size_of(words: Iterable[str]) -> float:
    """How many words they are."""
    return sum(_OF_SIGN if _IS_DENSE(word) else 1 for word in words)


def foreign_words(words: Sequence[str], text: str) -> frozenset[str]:
    """Those of a line's words, of its pairs of signs, that its article has nowhere else. `text` is
    the skeleton of all of it, the line included."""
    told = (*filter(lambda word: not _IS_DENSE(word), words), *_pairs(words))
    return frozenset(word for word in told if text.count(_stem(word)) <= 1)


def _pairs(words: Sequence[str]) -> Iterator[str]:
    return (a + b for a, b in pairwise(words) if _IS_DENSE(a) and _IS_DENSE(b))


def _stem(word: str) -> str:
    """A word without what its endings change."""
    return word[: -len(word) // 4] if len(word) > MIN_STEM_LETTERS else word


MIN_STEM_LETTERS = 4


def is_foreign_beside(line: Sequence[str], foreign: frozenset[str], shared: Iterable[str]) -> bool:
    """Whether a line has words beside those of its template, none of which its article has
    elsewhere."""
    shared = set(shared)
    others = [word if word not in shared else "" for word in line]
    told = {word for word in others if word and not _IS_DENSE(word)} | set(_pairs(others))
    return bool(told) and told <= foreign
