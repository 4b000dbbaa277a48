"""Headings below which a review says what it thinks, «Our verdict», and of its points, «Pros»."""

from __future__ import annotations

from functools import cache

from pipeline.page.elements import letters
from pipeline.patterns.rule_files import read_rules


def is_verdict(text: str) -> bool:
    """Whether a line is a heading of a verdict, in whatever language."""
    return letters(text) in _headings("verdicts")


def concludes(text: str) -> bool:
    """Whether a line is the heading of what a text says last, of a verdict or another."""
    return len(text) <= MAX_CHARS and (is_verdict(text) or letters(text) in _headings("ends"))


def heads_points(text: str) -> bool:
    """Whether a line heads what speaks for a thing, or against it, in whatever language."""
    return len(text) <= MAX_CHARS and letters(text) in _headings("points")


def heads_both(text: str) -> bool:
    """Whether a line heads both: «Pros and cons»."""
    return len(text) <= MAX_CHARS and letters(text) in _headings("both")


def names_verdict(text: str) -> bool:
    """Whether a heading of a few words says that a verdict follows, or what else a text says last,
    whoever judges: «Harbour Post verdict»."""
    words = text.split()
    called = {letters(word) for word in words if len(words) <= MAX_CALLED}
    return concludes(text) or not called.isdisjoint(_headings("called"))


MAX_CALLED = 4


def heads_note(text: str) -> bool:
    """Whether a line is the label of a note that a text sets in a box, in whatever language."""
    return len(text) <= MAX_CHARS and letters(text) in _headings("notes")


MAX_CHARS = 30


@cache
def _headings(kind: str) -> frozenset[str]:
    told = read_rules("verdicts.toml")[kind].values()
    return frozenset(letters(words) for language in told for words in language)
