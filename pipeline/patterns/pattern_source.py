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

_JOINT = re.compile(r"(\[[^\]]*\])|\u200c\??|(?<=[\u0620-\u06d5]) \?(?=[\u0620-\u06d5])")


def with_any_joint(source: str) -> str:
    """A pattern in which a zero-width non-joiner, as the parts of Persian words are set apart with,
    may be a blank or nothing, as others write them: «می‌شود», «می شود», «میشود»."""
    if "\u200c" not in source and " ?" not in source:
        return source
    return _JOINT.sub(lambda joint: joint[1] or "[ \u200c]?", source)


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


_STRUCTURE = re.compile(r"\\.|\[\^?\]?(?:[^\]\\]|\\.)*\]|[()|]", re.DOTALL)
"""What opens, parts or closes groups, and what may hold such a sign that stands for itself."""


def plain_signs(source: str, place: int) -> str:
    """The signs in a row that stand for themselves, each once: but for the last where it is said
    how often that may stand."""
    found = _PLAIN.match(source, place)
    end = found.end() if found else place
    return source[place : max(place, end - source.startswith(_HOW_OFTEN, end))]


_PLAIN = re.compile(r"[^\\\[().|?*+{^$]*")
_HOW_OFTEN = ("?", "*", "+", "{")


def alternatives(source: str) -> list[str]:
    """The alternatives of a group, split outside of groups within it."""
    if "|" not in source:
        return [source]
    parts, start, depth = [], 0, 0
    for found in _STRUCTURE.finditer(source):
        sign = found[0]
        depth += _DEEPER.get(sign, 0)
        if sign == "|" and not depth:
            parts.append(source[start : found.start()])
            start = found.end()
    return [*parts, source[start:]]


def behind(source: str, place: int) -> int:
    """The place behind a sign, an escaped one, a class or a group."""
    first = source[place]
    if first == "\\":
        return place + 1 + _ESCAPES.get(source[place + 1 : place + 2], 1)
    if first not in "[(":
        return place + 1
    depth = 0
    for found in _STRUCTURE.finditer(source, place):
        depth += _DEEPER.get(found[0], 0)
        if not depth:
            return found.end()
    return len(source)


_DEEPER = {"(": 1, ")": -1}
