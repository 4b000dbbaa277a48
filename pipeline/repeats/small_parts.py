"""Lines that a source repeats in articles that are mostly their own: no article is made of such
lines, so that they may go from a flash of which they would be most."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from pipeline.fingerprints import skeleton
from pipeline.records import Article, LineCount

SMALL = "‹"
"""Ends what a line is known by in such articles."""
OWN_TIMES, LINE_TIMES = 2, 4
"""How many times as long as all that its source repeats, and as one such line, an article's own
lines are."""
LEAST_BEFORE = 1
"""Articles that have a line before it is one that the source repeats here."""


def small_parts(article: Article, lines: Mapping[str, LineCount]) -> set[str]:
    """What the lines that a source repeats are known by in an article of which they are a small
    part; `lines` are those that the source has seen."""
    texts = chain((b.text for b in article.blocks), (r.text for r in article.removed))
    known = {text: key for text in texts if _is_seen(key := skeleton(text), lines)}
    own = sum(len(block.text) for block in article.blocks if block.text not in known)
    if own < OWN_TIMES * sum(map(len, known)):
        return set()
    return {f"{key}{SMALL}" for text, key in known.items() if len(text) * LINE_TIMES <= own}


def _is_seen(key: str, lines: Mapping[str, LineCount]) -> bool:
    return key in lines and lines[key].articles >= LEAST_BEFORE


def is_small_part(text: str, repeated: frozenset[str]) -> bool:
    """Whether a line is such a line, of what its source repeats."""
    return f"{skeleton(text)}{SMALL}" in repeated
