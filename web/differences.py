"""What changed from one revision to another: by block, and inside of a block by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any

_WORDS = re.compile(r"\s+|[^\s]+")
_LONGEST = 3_000
"""Words of two blocks that are compared word by word: it takes the square of them."""
_ALIKE = 0.4
"""Two blocks that share less of their words are not one that was changed, but two."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a line; `kind` is `same`, `added` or `removed`."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One block of a comparison. `kind` is `same`, `added`, `removed`, `changed`, or `gap`: blocks
    that are the same in both and not shown, `skipped` of them."""

    kind: str
    parts: tuple[Part, ...] = ()
    skipped: int = 0


def compare(earlier: Mapping[str, Any], later: Mapping[str, Any]) -> list[Line]:
    """From one revision's record to another's, with one unchanged block around what changed."""
    before, after = _blocks(earlier), _blocks(later)
    lines: list[Line] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            lines += [_whole("same", text) for text in before[a:b]]
        else:
            lines += _changed(before[a:b], after[c:d])
    return list(_without_long_gaps(lines))


def _blocks(record: Mapping[str, Any]) -> list[str]:
    return [str(record["title"]), *(str(block["text"]) for block in record["blocks"])]


def _changed(before: Sequence[str], after: Sequence[str]) -> Iterator[Line]:
    for old, new in zip_longest(before, after):
        if old is not None and new is not None:
            yield from _by_word(old, new)
        elif old is not None:
            yield _whole("removed", old)
        else:
            yield _whole("added", new)


def _by_word(old: str, new: str) -> Iterator[Line]:
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    if len(before) + len(after) > _LONGEST:
        yield _whole("removed", old)
        yield _whole("added", new)
        return
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if _likeness(matcher, before, after) < _ALIKE:
        yield _whole("removed", old)
        yield _whole("added", new)
        return
    parts: list[Part] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            parts.append(Part("same", "".join(before[a:b])))
            continue
        if a < b:
            parts.append(Part("removed", "".join(before[a:b])))
        if c < d:
            parts.append(Part("added", "".join(after[c:d])))
    yield Line("changed", tuple(parts))


def _likeness(matcher: SequenceMatcher[str], before: list[str], after: list[str]) -> float:
    """The share of words, white space aside, that are in both, 0 to 1."""
    shared = sum(
        not word.isspace()
        for block in matcher.get_matching_blocks()
        for word in before[block.a : block.a + block.size]
    )
    words = sum(not word.isspace() for word in before + after)
    return 2 * shared / words if words else 1.0


def _whole(kind: str, text: str) -> Line:
    return Line(kind, (Part(kind, text),))


def _without_long_gaps(lines: Sequence[Line]) -> Iterator[Line]:
    """Leaves out unchanged blocks that touch no change, and says how many."""
    skipped = 0
    for index, line in enumerate(lines):
        near = lines[max(0, index - 1) : index + 2]
        if line.kind == "same" and all(other.kind == "same" for other in near):
            skipped += 1
            continue
        if skipped:
            yield Line("gap", skipped=skipped)
            skipped = 0
        yield line
    if skipped:
        yield Line("gap", skipped=skipped)
