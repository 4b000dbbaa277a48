"""What tells of an author below a heading that says so, in the same element as the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile

from lxml.html import HtmlElement

from pipeline.bodies.spans import is_good, prose_chars
from pipeline.page.pieces import Piece
from pipeline.records import BlockKind
from pipeline.text import spoken_words

MOST_LINES, MOST_CHARS = 4, 900
"""Lines of a life, and the length of each."""
BARE = 2
"""Words of a heading that may be a section's."""


def end_of_life(
    pieces: Sequence[Piece], spans: Mapping[HtmlElement, tuple[int, int]], at: int
) -> int:
    """Where the lines end that a heading like «About the author» stands above, in the element in
    which more of a text stands before it; `at`, its own place, where the text goes on
    below them, or where there are more than a life has."""
    head = pieces[at]
    box = head.element.getparent()
    if box is None or box not in spans:
        return at
    start, end = spans[box]
    if spoken_words(head.text) <= BARE and any(
        (p.kind, p.bold, p.element.tag) == (head.kind, head.bold, head.element.tag)
        and not is_good(p)
        for p in pieces[start:at]
    ):
        return at  # «The book», and below it «The author»
    told = [
        *takewhile(
            lambda piece: (
                piece.region is None
                and piece.kind is BlockKind.PARAGRAPH
                and piece.element.getparent() is box
                and len(piece.text) <= MOST_CHARS
            ),
            pieces[at + 1 : end],
        )
    ]
    behind = pieces[at + 1 + len(told) : end]
    if not 0 < len(told) <= MOST_LINES or any(p.region is None and is_good(p) for p in behind):
        return at
    if prose_chars(told) > prose_chars(pieces[start:at]):
        return at
    return at + 1 + len(told)
