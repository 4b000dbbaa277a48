"""Headings below which a review says what it thinks: «Our verdict»."""

from __future__ import annotations

from functools import cache

from pipeline.page.elements import letters
from pipeline.patterns.rule_files import read_rules


def is_verdict(text: str) -> bool:
    """Whether a line is such a heading, in whatever language."""
    return letters(text) in _verdicts()


@cache
def _verdicts() -> frozenset[str]:
    told = read_rules("verdicts.toml").values()
    return frozenset(letters(words) for language in told for words in language)
