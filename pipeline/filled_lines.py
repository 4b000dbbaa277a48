"""Lines that a site's template fills with what is the article's own.

«Follow Jane Roe on Mastodon» and «Follow Ali Saad on Mastodon» are one line of one template: with
the author taken out of each, they are equal. So are lines with the article's title, its section or
one of its topics in them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.fingerprints import skeleton
from pipeline.writing import script_of

SLOT = "\u2026"
"""Stands for what a template was filled with; no skeleton has it."""

MIN_FRAME_WORDS = 2
MIN_FRAME_LETTERS = 6
"""What is left of a line must be words of a template: «Mrs Roe:» is no line of one."""

UNSPACED_SCRIPTS = frozenset({"cjk", "thai"})
MIN_UNSPACED_CHARS = 2
"""Between words that no blank parts, a single sign is found in other words."""


def own_phrases(values: Iterable[str]) -> tuple[str, ...]:
    """An article's own title, names and topics in the form in which lines are searched for them,
    the longest first: «Jane Roe» before «Jane»."""
    phrases = {_words(value) for value in values} - {""}
    return tuple(sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))


def unfilled(text: str, phrases: Sequence[str]) -> str | None:
    """What a line is known by without what is its article's own, and without its numbers; None
    where it holds nothing of the article's own, or nothing else.

    `phrases` come from `own_phrases`.
    """
    unspaced = script_of(text) in UNSPACED_SCRIPTS
    line = whole = f" {_words(text)} "
    for phrase in phrases:
        if not unspaced:
            line = line.replace(f" {phrase} ", f" {SLOT} ")
        elif len(phrase) >= MIN_UNSPACED_CHARS:
            line = line.replace(phrase, f" {SLOT} ")
    if line == whole:
        return None
    words = [word for word in line.split() if not word.isdecimal()]
    frame = [word for word in words if word != SLOT]
    if sum(map(len, frame)) < MIN_FRAME_LETTERS or len(frame) < MIN_FRAME_WORDS - unspaced:
        return None
    return " ".join(words)


def _words(text: str) -> str:
    """The skeletons of a text's words, parted by blanks."""
    return " ".join(filter(None, map(skeleton, text.split())))
