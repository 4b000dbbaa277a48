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
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import TypeAlias

_Tree: TypeAlias = "dict[str, _Tree]"
"""What may follow a beginning, by its next character; the empty one where a word ends."""

VOWELS = "[\u064b-\u0652]*"
"""In a pattern: Arabic vowels, if any."""
_VOWEL = re.compile("[\u064b-\u0652]")


class WordPattern:
    """A pattern that is compiled when it is first asked. It is asked like one of `re`."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._pattern = pattern
        self._flags = flags
        self._minds_vowels = VOWELS in pattern

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
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
        if self._minds_vowels and not text.isascii() and _VOWEL.search(text):
            return self._vowelled
        return self._bare

    @cached_property
    def _bare(self) -> re.Pattern[str]:
        return re.compile(self._pattern.replace(VOWELS, ""), self._flags)

    @cached_property
    def _vowelled(self) -> re.Pattern[str]:
        return re.compile(self._pattern, self._flags)


def any_word(words: Iterable[str], after: Callable[[str], str] = lambda character: "") -> str:
    """A pattern of any of some words, of two that begin alike the longer first; to be set in a
    group. `after` gives the pattern of what may follow a character within a word."""
    tree: _Tree = {}
    for word in words:
        node = tree
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    return "|".join(_branches(tree, after))


def _branches(node: _Tree, after: Callable[[str], str]) -> list[str]:
    return [
        re.escape(character) + after(character) + _rest(following, after)
        for character, following in node.items()
        if character
    ]


def _rest(node: _Tree, after: Callable[[str], str]) -> str:
    branches = _branches(node, after)
    if not branches or (len(branches) == 1 and "" not in node):
        return "".join(branches)
    return f"(?:{'|'.join(branches)})" + ("?" if "" in node else "")
