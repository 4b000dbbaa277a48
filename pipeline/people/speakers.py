"""Who speaks in a talk that was written down: the same line stands above each thing they say."""

from __future__ import annotations

from collections import Counter

from pipeline.page.elements import text_of_element
from pipeline.page.html import Document

MAX_CHARS = 80
"""Letters of the line that tells who speaks: «Jane Doe -- Chief Executive Officer»."""
MOST_WITHIN = 4
"""Elements right within such a line."""
LEAST_TURNS = 2


def without_speakers(doc: Document, names: tuple[str, ...]) -> tuple[str, ...]:
    """The names without those with which lines of one box begin that say the same: a byline stands
    once in its box."""
    return tuple(name for name in names if not _speaks(doc, name))


def _speaks(doc: Document, name: str) -> bool:
    lines = Counter(
        (element.getparent(), said)
        for tag in ("p", "div", "li", "h3", "h4")
        for element in doc.all_of(tag)
        if len(element) <= MOST_WITHIN
        and len(said := text_of_element(element)) <= MAX_CHARS
        and said.startswith(name)
    )
    return max(lines.values(), default=0) >= LEAST_TURNS
