"""The rules that are tried on lines however they begin, found by the words that their lines hold.

There are a thousand of them, and a line has the words of one or none: all words are looked for at
once, by the automaton of Aho and Corasick ("Efficient string matching: an aid to bibliographic
search", 1975), in a tenth of the time of one after the other.
"""

from __future__ import annotations

from collections.abc import Iterable

import ahocorasick  # type: ignore[import-not-found]

from pipeline.lines.rulebook import Rule

Numbered = tuple[int, Rule]
"""A rule with its place among others."""


class StandingRules:
    """Some rules, looked up by the words that a line holds which one of their patterns matches."""

    def __init__(self, rules: Iterable[Numbered]) -> None:
        self._words = ahocorasick.Automaton()
        wordless: list[Numbered] = []
        by_word: dict[str, list[Numbered]] = {}
        for numbered in rules:
            words = _words_of(numbered[1])
            if not words:
                wordless.append(numbered)
            for word in words:
                by_word.setdefault(word, []).append(numbered)
        for word, some in by_word.items():
            self._words.add_word(word, some)
        self._words.make_automaton()
        self.wordless = tuple(wordless)
        """Those of whose lines no word is sure."""

    def with_words_of(self, low: str) -> Iterable[Numbered]:
        """The others of which a line holds a word, each once and in no order; `low` is the line in
        the form of `folded_line`."""
        if not self._words:
            return ()
        found = {numbered[0]: numbered for _, some in self._words.iter(low) for numbered in some}
        return found.values()


def _words_of(rule: Rule) -> frozenset[str]:
    """Words of which each line holds one that the rule matches; empty where nothing is sure."""
    if all(pattern.words for pattern in rule.patterns):
        return frozenset(word for pattern in rule.patterns for word in pattern.words)
    return frozenset(rule.needs)
