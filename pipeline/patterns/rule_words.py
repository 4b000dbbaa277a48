"""What stands in every line that a rule's pattern matches, told from the pattern's source.

A line without it need not be held against the pattern, nor the pattern be compiled: to look for a
few words takes a hundredth of the time.
"""

from __future__ import annotations

import re

from pipeline.patterns.late_patterns import late_pattern
from pipeline.patterns.pattern_source import (
    ALONE,
    GROUPS,
    OPTIONAL,
    SAME,
    alternatives,
    behind,
    behind_number,
    plain_signs,
)

LEAST_WEIGHT = 3
"""A run that weighs less stands in most lines: each letter weighs one."""
_RARE = re.compile("[@©#|/\\\\•→*=<>\\[\\]{}]")
"""Signs that few lines hold; each weighs as much as three letters."""
_DENSE = late_pattern("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Letters that are syllables or words; each weighs as much as two."""
MANY = 12
"""More words would be looked for as slowly as the pattern."""


def words_of_pattern(source: str) -> frozenset[str]:
    """Runs of folded characters of which each line holds one that a pattern matches; empty where
    nothing is sure. See `folded_line` for the form of the line."""
    found = frozenset[str]()
    for each in alternatives(source):
        words = _words_of(each)
        if not words:
            return frozenset()
        found |= words
    return found if len(found) <= MANY else frozenset()


def folded_line(text: str) -> str:
    """A line in small letters, of which those are alike that patterns take for one another."""
    if text.isascii():
        return text.lower()
    return with_alike(text.replace("\u0130", "i").lower())


def with_alike(low: str) -> str:
    """A text in small letters with one letter for those that patterns take for one another."""
    for letter, same in SAME.items():  # to translate all letters takes three times as long
        low = low.replace(letter, same)
    return low


def _words_of(source: str) -> frozenset[str]:
    """The same of a pattern without alternatives outside of its groups: of all that must stand
    there the words that say most."""
    best = frozenset[str]()
    run = ""
    place = 0
    while place < len(source):
        plain = plain_signs(source, place)
        if plain:
            run += folded_line(plain)
            place += len(plain)
            continue
        part = source[place : behind(source, place)]
        place += len(part)
        if part.startswith(ALONE):
            continue
        end = behind_number(source, place)
        optional = source.startswith(OPTIONAL, place)
        sign = _sign(part)
        if sign and not optional:
            run += sign
        if not sign or end > place:  # what follows need not come right behind
            best = _better(best, _sure(run))
            run = ""
        group = next((head for head in GROUPS if part.startswith(head)), None)
        if group is not None and not optional:
            best = _better(best, words_of_pattern(part[len(group) : -1]))
        place = end
    return _better(best, _sure(run))


def _sign(part: str) -> str:
    """The folded character that a part stands for; empty where it may be several."""
    if part.startswith("\\"):
        part = part[1:]
        return "" if part.isalnum() else part
    return "" if len(part) > 1 or part == "." else folded_line(part)


def _sure(run: str) -> frozenset[str]:
    return frozenset({run}) if _weight(run) >= LEAST_WEIGHT else frozenset()


def _weight(run: str) -> int:
    return len(run) + 2 * len(_RARE.findall(run)) + len(_DENSE.findall(run))


def _better(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """Of two sets of words of which each must have one in a line the one that more lines lack."""
    if not (one and other):
        return one or other
    return max(one, other, key=lambda words: (min(map(_weight, words)), -len(words)))
