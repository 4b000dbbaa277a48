"""The rules that are tried on lines however they begin, found by the words that their lines hold.

Some hundred such rules stand for one place, and a line has the words of one of them or none: all
words are looked for at once, by the automaton of Aho and Corasick ("Efficient string matching: an
aid to bibliographic search", 1975), in a tenth of the time of one after the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick

from pipeline.lines.rulebook import Rule

Numbered = tuple[int, Rule]
"""A rule with its place among others."""


class StandingRules:
    """Some rules, looked up by the words that a line holds which one of their patterns matches."""

    def __init__(self, rules: Iterable[Numbered]) -> None:
        by_word: dict[str, list[Numbered]] = {}
        wordless: list[Numbered] = []
        for numbered in rules:
            words = _words_of(numbered[1])
            if not words:
                wordless.append(numbered)
            for word in words:
                by_word.setdefault(word, []).append(numbered)
        self._wordless = sorted(wordless, key=lambda numbered: -numbered[1].max_chars)
        self._by_word = list(by_word.values())
        self._words = AhoCorasick(by_word) if by_word else None

    def that_match(self, text: str, low: str, linked: float) -> Iterator[Numbered]:
        """The rules that a line matches and may by its length and its links, in no order; `low` is
        the line in the form of `folded_line`."""
        size = len(text)
        for numbered in self._wordless:
            rule = numbered[1]
            if size > rule.max_chars:
                break  # those for the longest lines come first
            if linked >= rule.linked and rule.matches_folded(text, low):
                yield numbered
        for numbered in self._with_words_of(low):
            rule = numbered[1]
            if size <= rule.max_chars and linked >= rule.linked and rule.matches_folded(text, low):
                yield numbered

    def _with_words_of(self, low: str) -> Iterable[Numbered]:
        """The rules of which a line holds a word, each once."""
        if self._words is None:
            return ()
        found = self._words.find_matches_as_indexes(low, overlapping=True)
        if not found:
            return ()
        words = {number for number, _, _ in found}
        return {rule[0]: rule for number in words for rule in self._by_word[number]}.values()


def _words_of(rule: Rule) -> frozenset[str]:
    """Words of which each line holds one that the rule matches; empty where nothing is sure."""
    if all(pattern.words for pattern in rule.patterns):
        return frozenset(word for pattern in rule.patterns for word in pattern.words)
    return frozenset(rule.needs)
