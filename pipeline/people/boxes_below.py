"""Boxes below a text that are headed by one of its authors and tell who that is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml.html import HtmlElement

from pipeline.lines.quoted import MARKS
from pipeline.page.elements import letters
from pipeline.page.pieces import Extracted
from pipeline.people.name_shapes import words_of_name
from pipeline.records import LINE_KINDS, Block, BlockKind

MIN_NAME_WORDS = 2
MAX_HEAD_CHARS = 60
"""Letters of a heading with the name: «About the author: Jane Doe»."""
MOST_TOLD, MAX_TOLD_CHARS = 3, 400
"""Lines that tell of an author below their name, and the letters of all of them."""


def told_in_box(
    extracted: Sequence[Extracted], kept: Sequence[Block], authors: Sequence[str]
) -> frozenset[Block]:
    """The last of the lines `kept` of a text, where they stand in a box that one of its `authors`
    heads, in which no line before them stands; and that heading, if it stays."""
    known = {letters(name) for name in authors if words_of_name(name) >= MIN_NAME_WORDS}
    left, told = frozenset(kept), list[Extracted]()
    for i, line in zip(range(len(extracted) - 1, 0, -1), reversed(extracted), strict=False):
        stays = line.rule is None and line.block in left
        if _heads(line, known):
            box = line.element.getparent() if line.element is not None else None
            above = [other for other in extracted[:i] if other.block in left and not other.rule]
            apart = box is not None and not any(_is_in(other, box) for other in above)
            if not apart or not all(_is_in(other, box) for other in told):
                return frozenset()
            found = [line, *told] if stays else told
            return frozenset(e.block for e in found if _size(above) >= _size(told))
        if stays:
            told.append(line)
            if len(told) > MOST_TOLD or _size(told) > MAX_TOLD_CHARS:
                break
            if line.block.kind not in LINE_KINDS or not MARKS.isdisjoint(line.block.text):
                break
    return frozenset()


def _heads(line: Extracted, known: frozenset[str] | set[str]) -> bool:
    """Whether a line is a heading, or bold, that is an author's name, behind a label perhaps."""
    text = line.block.text
    if not (line.bold or line.block.kind is BlockKind.HEADING) or len(text) > MAX_HEAD_CHARS:
        return False
    said = letters(text)
    name = next((name for name in known if said.endswith(name)), None)
    if name is None or said == name:
        return name is not None
    label, colon, _ = text.partition(":")
    return bool(colon) and letters(label) == said.removesuffix(name)


def _is_in(line: Extracted, box: HtmlElement | None) -> bool:
    return line.element is not None and box in line.element.iterancestors()


def _size(lines: Iterable[Extracted]) -> int:
    return sum(len(line.block.text) for line in lines)
