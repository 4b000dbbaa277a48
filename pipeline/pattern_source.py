"""The parts of a pattern's source: what is said of it without compiling it is read from these."""

from __future__ import annotations

import re

OPTIONAL = ("?", "*", "{0", "{,")
"""How it is said that a part need not stand there."""
REPEATED = ("*", "+", "{")
ALONE = ("(?!", "(?=", "(?<!", "(?<=", "\\b", "^", "$")
"""How a part begins that takes no characters."""
GROUPS = ("(?:", "(?-i:")
SAME = {"\u0131": "i", "\u03c2": "\u03c3", "\u017f": "s", "\u00b5": "\u03bc"}
"""Small letters that patterns take for one another."""

_ESCAPES = {"x": 3, "u": 5}
"""Characters of an escape that tells a sign by its number."""


def behind_number(source: str, place: int) -> int:
    """The place behind how often a part may stand, where that is said there."""
    if source.startswith(("?", "*", "+"), place):
        place += 1
    elif source.startswith("{", place):
        place = source.index("}", place) + 1
    else:
        return place
    return place + source.startswith(("?", "+"), place)


def alternatives(source: str) -> list[str]:
    """The alternatives of a group, split outside of groups within it."""
    parts, start, place = [], 0, _behind_signs(source, 0)
    while place < len(source):
        if source[place] == "|":
            parts.append(source[start:place])
            start = place + 1
        place = _behind_signs(source, behind(source, place))
    return [*parts, source[start:]]


def behind(source: str, place: int) -> int:
    """The place behind a sign, an escaped one, a class or a group."""
    if source[place] == "\\":
        return place + 1 + _ESCAPES.get(source[place + 1 : place + 2], 1)
    if source[place] == "[":
        return _end_of_class(source, place)
    return _end_of_group(source, place) if source[place] == "(" else place + 1


def _end_of_group(source: str, place: int) -> int:
    """The place behind a group."""
    place = _behind_signs(source, place + 1)
    while place < len(source) and source[place] != ")":
        place = _behind_signs(source, behind(source, place))
    return place + 1


_SIGNS = re.compile(r"[^\\\[()|]*")


def _behind_signs(source: str, place: int) -> int:
    """The place behind all signs in a row that stand for themselves, or for how often one does."""
    found = _SIGNS.match(source, place)
    return found.end() if found else place


def _end_of_class(source: str, place: int) -> int:
    """The place behind a class of characters."""
    place += 1 + source.startswith("^", place + 1)
    place += source.startswith("]", place)
    while place < len(source) and source[place] != "]":
        place += 1 + (source[place] == "\\")
    return place + 1
