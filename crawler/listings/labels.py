"""Lists of what links are called, written with bars between them."""

from __future__ import annotations

from functools import lru_cache

from pipeline.words.folding import fold


def labels(text: str) -> frozenset[str]:
    """The names of a text in which bars or line ends stand between them."""
    return frozenset(name for part in text.split("|") for name in part.strip().splitlines() if name)


@lru_cache(maxsize=4096)
def folded_label(text: str) -> str:
    """A short text of a page, folded, to be looked up among folded labels; pages repeat them."""
    return fold(text.strip(" :.…!»«|-–"))
