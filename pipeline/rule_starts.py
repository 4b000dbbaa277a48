"""With which characters a line may begin that a rule's pattern matches, told from its source.

Most patterns begin with a word. A line that begins otherwise need not be held against them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_OPTIONAL = ("?", "*", "{0", "{,")
_ALONE = ("(?!", "(?=", "(?<!", "(?<=")
"""How a group begins that takes no characters."""
_GROUPS = ("(?:", "(?-i:")
_DIGITS = re.compile(r"0-9|\u0660-\u0669|\u06f0-\u06f9")
DIGIT = "0"
"""Stands for all digits."""


def first_characters(source: str) -> frozenset[str] | None:
    """The folded first characters of all lines that a pattern may match; None where any may, or
    where the pattern begins with more than letters, signs, digits and groups of them."""
    return _of_all(_alternatives(source))


def _of_one(source: str) -> frozenset[str] | None:
    """Of a pattern without alternatives outside of its groups."""
    if source.startswith(_ALONE):
        return _of_one(source[_end_of_group(source) :])
    head = next((group for group in _GROUPS if source.startswith(group)), None)
    first: frozenset[str] | None
    if head is not None:
        end = _end_of_group(source)
        first, rest = first_characters(source[len(head) : end - 1]), source[end:]
    elif source.startswith("["):
        end = _end_of_class(source, 0)
        first, rest = _of_class(source[1 : end - 1]), source[end:]
    elif source.startswith("\\"):
        first, rest = _of_escape(source[1:2]), source[2:]
    elif source and source[0] not in ".^$|()":
        first, rest = frozenset({folded(source)}), source[1:]
    else:
        return None
    if first is None or not rest.startswith(_OPTIONAL):
        return first
    rest = rest[1:] if rest[0] != "{" else rest[rest.index("}") + 1 :]
    after = _of_one(rest.lstrip("?+"))
    return None if after is None else first | after


def folded(text: str) -> str:
    """The first character of a text as patterns compare it, whatever its case; all digits alike."""
    first = text[:1].lower()[:1]
    if first.isdigit():
        return DIGIT
    return "i" if first == "ı" else first


def _of_all(sources: Iterable[str]) -> frozenset[str] | None:
    found: set[str] = set()
    for source in sources:
        first = _of_one(source)
        if first is None:
            return None
        found |= first
    return frozenset(found)


def _of_escape(sign: str) -> frozenset[str] | None:
    """Of what stands behind a backslash; no line begins with a space."""
    if sign == "d":
        return frozenset({DIGIT})
    if sign == "s":
        return frozenset()
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


def _alternatives(source: str) -> list[str]:
    """The alternatives of a group, split outside of groups within it."""
    parts, start, place = [], 0, 0
    while place < len(source):
        if source[place] == "|":
            parts.append(source[start:place])
            start = place + 1
        place = _behind(source, place)
    return [*parts, source[start:]]


def _behind(source: str, place: int) -> int:
    """The place behind a sign, an escaped one, a class or a group."""
    if source[place] == "\\":
        return place + 2
    if source[place] == "[":
        return _end_of_class(source, place)
    return _end_of_group(source, place) if source[place] == "(" else place + 1


def _end_of_group(source: str, place: int = 0) -> int:
    """The place behind a group."""
    place += 1
    while place < len(source) and source[place] != ")":
        place = _behind(source, place)
    return place + 1


def _end_of_class(source: str, place: int) -> int:
    """The place behind a class of characters."""
    place += 1 + source.startswith("^", place + 1)
    place += source.startswith("]", place)
    while place < len(source) and source[place] != "]":
        place += 1 + (source[place] == "\\")
    return place + 1
