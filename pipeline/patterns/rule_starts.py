"""How a line may begin that a rule's pattern matches, told from the pattern's source.

Most patterns begin with a word. A line that begins otherwise need not be held against them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.patterns.pattern_source import (
    ALONE,
    GROUPS,
    OPTIONAL,
    REPEATED,
    SAME,
    alternatives,
    behind,
    behind_number,
    plain_signs,
)

LENGTH = 3
"""Characters of a beginning."""
DIGIT = "0"
"""Stands for all digits."""
MANY = 600
"""More beginnings of one pattern are cut by a character."""

_DIGITS = re.compile(r"0-9|\u0660-\u0669|\u06f0-\u06f9")


def beginnings(source: str, length: int = LENGTH) -> frozenset[str] | None:
    """The folded beginnings of all lines that a pattern may match: of `length` characters, or of
    fewer where anything may follow. None where a line may begin with anything."""
    for size in range(length, 0, -1):
        reader = _Reader(size)
        found = reader.read(source, {""}) | reader.open
        if "" in found:
            return None
        if len(found) <= MANY or size == 1:
            return frozenset(found)
    return None


def cut(begin: str) -> tuple[str, ...]:
    """A folded beginning, and the shorter ones of it: one of them is among those of a pattern that
    may match."""
    return tuple(begin[:size] for size in range(1, len(begin) + 1))


def folded(text: str, length: int = 1) -> str:
    """The first characters of a text as patterns compare them, whatever their case; all digits
    alike."""
    return "".join(map(_folded, text[:length]))


def _folded(character: str) -> str:
    low = character.lower()[:1]
    return DIGIT if low.isdigit() else SAME.get(low, low)


class _Reader:
    """Reads what patterns ask for, up to a number of characters."""

    def __init__(self, length: int) -> None:
        self._length = length
        self.open: set[str] = set()
        """Beginnings that are whole, or behind which anything may follow."""

    def read(self, source: str, begun: set[str]) -> set[str]:
        """What a pattern has read that begins behind one of some beginnings, where it goes on."""
        after: set[str] = set()
        for each in alternatives(source):
            after |= self._read_one(each, begun)
        return after

    def _read_one(self, source: str, begun: set[str]) -> set[str]:
        """The same of a pattern without alternatives outside of its groups."""
        place = 0
        while place < len(source) and begun:
            plain = plain_signs(source, place)
            if plain:
                begun = self._longer(begun, [folded(plain, self._length)])
                place += len(plain)
                continue
            part = source[place : behind(source, place)]
            place += len(part)
            if part.startswith(ALONE):
                continue
            after = self._read_part(part, begun)
            if source.startswith(REPEATED, place):
                self.open |= after
                after = set()
            if source.startswith(OPTIONAL, place):
                after |= begun
            place = behind_number(source, place)
            begun = after
        return begun

    def _read_part(self, part: str, begun: set[str]) -> set[str]:
        """The same of one group, class or sign."""
        group = next((head for head in GROUPS if part.startswith(head)), None)
        if group is not None:
            return self.read(part[len(group) : -1], begun)
        if part == r"\s":
            self.open |= begun - {""}
            return set()  # no line begins with a space
        signs = _signs_of(part)
        if signs is None:
            self.open |= begun
            return set()
        return self._longer(begun, signs)

    def _longer(self, begun: set[str], more: Iterable[str]) -> set[str]:
        """The beginnings with one of several things behind them; those that are whole are kept."""
        longer = {(begin + each)[: self._length] for begin in begun for each in more}
        whole = {begin for begin in longer if len(begin) == self._length}
        self.open |= whole
        return longer - whole


def _signs_of(part: str) -> frozenset[str] | None:
    """The folded characters that a class, an escaped sign or a sign stands for; None where it may
    be any, or where the part is none of these."""
    if part.startswith("["):
        return _of_class(part[1:-1])
    if part.startswith("\\"):
        return _of_escape(part[1:])
    return None if part[0] in ".|()" else frozenset({folded(part)})


def _of_escape(sign: str) -> frozenset[str] | None:
    """Of what stands behind a backslash."""
    if sign == "d":
        return frozenset({DIGIT})
    return None if sign.isalnum() or not sign else frozenset({sign})


def _of_class(source: str) -> frozenset[str] | None:
    """Of a class of characters that are all written out, but for digits."""
    source = _DIGITS.sub(r"\\d", source)
    if source.startswith("^") or "-" in source[1:-1]:
        return None
    found: set[str] = set()
    place = 0
    while place < len(source):
        if source[place] == "\\":
            place += 1
            escaped = _of_escape(source[place])
            if escaped is None:
                return None
            found |= escaped
        else:
            found.add(folded(source[place]))
        place += 1
    return frozenset(found)
