"""Lines of facts above a text of which each stands in an element of its own, the day among them:
«<time>3.5.2026</time> by Jane Doe <span>(5 comments)</span> <span>takes 3 min.</span>», in whatever
words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from pipeline.page.elements import text_of_element, tidy
from pipeline.page.pieces import Extracted
from pipeline.records import Block, BlockKind
from pipeline.text import spoken_words

MAX_PLACE = 3
"""Lines of a text among whose first such a one stands."""
LEAST_PARTS, MAX_PARTS, MAX_WORDS, MAX_CHARS = 3, 10, 8, 60
"""Facts of one line, and words and letters of each."""
MAX_DAY_CHARS = 40
_DAY = re.compile(
    r"\d{1,2}\D{1,20}(?:(?:19|20)\d\d|1[34]\d\d|[٠-٩۰-۹]{4})(?!\d)|(?<!\d)20\d\d\D{1,3}\d{1,2}"
)
"""A day of a month and its year."""


def parted_facts(kept: Sequence[Block], extracted: Sequence[Extracted]) -> frozenset[Block]:
    """Such lines among the first of what was kept of a text, of which another line remains."""
    first = frozenset(kept[:MAX_PLACE])
    found = frozenset(
        line.block
        for line in extracted
        if line.block in first
        and line.element is not None
        and line.block.kind is BlockKind.PARAGRAPH
        and are_parted_facts(line.element)
    )
    return found if len(found) < len(kept) else frozenset()


def are_parted_facts(line: HtmlElement) -> bool:
    """Whether a line's elements, and no more than one text beside them, are facts, one of them a
    day."""
    if not LEAST_PARTS - 1 <= len(line) <= MAX_PARTS:
        return False
    if sum(map(bool, map(tidy, _beside(line)))) > 1:
        return False  # words of a sentence, of which some are bold
    parts = [*_parts(line)]
    brief = all(len(part) <= MAX_CHARS and spoken_words(part) <= MAX_WORDS for part in parts)
    counts = sum(any(map(str.isdigit, part)) for part in parts)
    several = counts > 1 or _are_apart_by_sign(line)
    return len(parts) >= LEAST_PARTS and several and brief and any(map(_is_day, line))


def _are_apart_by_sign(line: HtmlElement) -> bool:
    """Whether all that a line says stands in its elements, and one of them is a sign alone, as
    nobody writes within a sentence: «<span>Jane Doe</span> <span>•</span> <span>3 May 2026</span>».
    """
    if any(map(tidy, _beside(line))):
        return False
    texts = [text for text in map(text_of_element, line) if text]
    return any(not any(map(str.isalnum, text)) for text in texts)


def _beside(line: HtmlElement) -> Iterator[str]:
    """What a line says right in it, beside its elements."""
    yield line.text or ""
    for part in line:
        yield part.tail or ""


def _parts(line: HtmlElement) -> Iterator[str]:
    """The texts of a line's elements, and those beside them."""
    yield from filter(None, map(tidy, _beside(line)))
    yield from filter(None, map(text_of_element, line))


def _is_day(part: HtmlElement) -> bool:
    """Whether all that an element says is a day with its year, its hour perhaps."""
    text = text_of_element(part)
    return len(text) <= MAX_DAY_CHARS and text[:1] != "(" and _DAY.search(text) is not None
