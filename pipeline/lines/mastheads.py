"""The titles of those who head a house, whom sites name above each text."""

from __future__ import annotations

from functools import cache

from pipeline.page.elements import letters
from pipeline.patterns.rule_files import read_rules

MAX_CHARS = 60


def is_chief(text: str) -> bool:
    """Whether a line is only the title of who heads a house: «Editor in chief»."""
    return len(text) <= MAX_CHARS and letters(text) in _titles()


@cache
def _titles() -> frozenset[str]:
    return frozenset(map(letters, read_rules("mastheads.toml")["titles"]))
