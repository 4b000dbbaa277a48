"""Patterns of many words, as trees of their letters.

A list of alternatives is tried one after the other at each place of a text. Where words that begin
alike share their beginnings, what does not begin like any of them is passed over at once: lists
of some hundred words are matched five times as fast.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TypeAlias

_Tree: TypeAlias = "dict[str, _Tree]"
"""What may follow a beginning, by its next character; the empty one where a word ends."""


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
