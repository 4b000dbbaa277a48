"""Patterns of many words, as trees of their letters.

A list of alternatives is tried one after the other at each place of a text. Where words that begin
alike share their beginnings, what does not begin like any of them is passed over at once: lists
of some hundred words are matched five times as fast.

To compile some hundred words takes longer than to read a page: it is done when a text first asks
for it, and once more, for the larger pattern of words written with their vowels, when a text has
some.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from pipeline.patterns.late_patterns import asked_as

VOWELS = "[\u064b-\u0652]*"
"""In a pattern: Arabic vowels, if any."""
VOWEL = re.compile("[\u064b-\u0652]")
"""A vowel sign of Arabic, which most texts do without."""


class WordPattern:
    """A pattern that is compiled when it is first asked. It is asked like one of `re`."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._pattern = pattern
        self._flags = flags
        self._minds_vowels = VOWELS in pattern

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        if text.isascii():  # as most texts are, in what is asked most often
            return self._bare.match(text, start)
        return self._for(text).match(text, start)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return self._for(text).fullmatch(text)

    def search(self, text: str) -> re.Match[str] | None:
        return self._for(text).search(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self._for(text).finditer(text)

    def split(self, text: str, maxsplit: int = 0) -> list[str]:
        return self._for(text).split(text, maxsplit)

    def sub(self, by: str, text: str) -> str:
        return self._for(text).sub(by, text)

    def _for(self, text: str) -> re.Pattern[str]:
        """The pattern for a text: in one without vowels there is nothing to pass over."""
        if not self._minds_vowels:
            vars(self).update(asked_as(self._bare))
            return self._bare
        return self._vowelled if not text.isascii() and VOWEL.search(text) else self._bare

    @cached_property
    def _bare(self) -> re.Pattern[str]:
        return re.compile(self._pattern.replace(VOWELS, ""), self._flags)

    @cached_property
    def _vowelled(self) -> re.Pattern[str]:
        return re.compile(self._pattern, self._flags)


def any_word(words: Iterable[str], after: Callable[[str], str] = lambda character: "") -> str:
    """A pattern of any of some words, of two that begin alike the longer first; to be set in a
    group. `after` gives the pattern of what may follow a character within a word."""
    written = _Written(after)
    return "|".join(_branches(sorted({*words} - {""}), 0, written))


class _Written(dict[str, str]):
    """Each character as it is written in a pattern, with what may follow it."""

    def __init__(self, after: Callable[[str], str]) -> None:
        self._after = after

    def __missing__(self, character: str) -> str:
        self[character] = made = re.escape(character) + self._after(character)
        return made


def _branches(words: Sequence[str], at: int, written: _Written) -> list[str]:
    """A pattern for each character that some words have at a place; all are longer, sorted, and
    alike before it."""
    found, start = [], 0
    while start < len(words):
        first = words[start]
        end = start + 1
        while end < len(words) and words[end][at] == first[at]:
            end += 1
        last, alike = words[end - 1], at + 1
        while first[alike : alike + 1] == last[alike : alike + 1] != "":
            alike += 1
        beginning = "".join(map(written.__getitem__, first[at:alike]))
        found.append(beginning + _rest(words[start:end], alike, written))
        start = end
    return found


def _rest(words: Sequence[str], at: int, written: _Written) -> str:
    """A pattern of what follows a beginning that words have in common and that ends at a place."""
    ends = len(words[0]) == at
    branches = _branches(words[1:] if ends else words, at, written)
    return f"(?:{'|'.join(branches)})" + ("?" if ends else "") if branches else ""
