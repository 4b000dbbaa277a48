"""Lists of what links are called, written with bars between them."""

from __future__ import annotations

import re
from functools import lru_cache
from math import ceil

from pipeline.patterns.late_patterns import late_pattern
from pipeline.words.folding import fold


def labels(text: str) -> frozenset[str]:
    """The names of a text in which bars or line ends stand between them."""
    return frozenset(name for part in text.split("|") for name in part.strip().splitlines() if name)


COUNT = re.compile(r"(?<=\S)\s+\(?\d+\)?$")
"""Behind a name how many articles it has, «Boats (12)»."""


@lru_cache(maxsize=4096)
def folded_label(text: str) -> str:
    """A short text of a page, folded, to be looked up among folded labels; pages repeat them."""
    return fold(text.strip(" :.…!»«|-–"))


_UNSPACED = {
    late_pattern("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"): 2,
    re.compile("[\u3040-\u309f]"): 3,
    re.compile("[\u30a0-\u30ff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]"): 4,
}
"""The letters of scripts that set no words apart, with how many make a word: two Chinese signs as a
rule, more of the signs of sounds."""


@lru_cache(maxsize=4096)
def words_in(text: str) -> int:
    """Words of a link's text; where they are not set apart, as many as its letters would make."""
    if text.isascii():
        return len(text.split())
    words = 0.0
    for letters, of_word in _UNSPACED.items():
        spaced, count = letters.subn(" ", text)
        if count:
            text, words = spaced, words + count / of_word
    if not words:
        return len(text.split())
    return ceil(words) + sum(any(map(str.isalnum, word)) for word in text.split())
