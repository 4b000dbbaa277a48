"""Lists of what links are called, written with bars between them."""

from __future__ import annotations


def labels(text: str) -> frozenset[str]:
    """The names of a text in which bars or line ends stand between them."""
    return frozenset(name for part in text.split("|") for name in part.strip().splitlines() if name)
