"""A column of parts with a heading each, with the head of its first part, and its last part."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from pipeline.bodies.spans import SENTENCE_END, Span
from pipeline.lines.known_lines import named_by_heading
from pipeline.page.elements import form_of
from pipeline.page.pieces import Piece, Reading
from pipeline.records import BlockKind


def with_heads(column: Span, reading: Reading, headline: int) -> Span:
    """A column in which several headings of one form head a part each, with one of that form right
    above it, and with the parts of that form behind it, in the same element: a page that sets each
    paragraph in a box of its own sets a heading in one too."""
    pieces = reading.pieces
    heads = [p for p in pieces[column.start : column.end] if _is_head(p, column)]
    if len(heads) < LEAST_HEADS or len({form_of(p.element) for p in heads}) > 1:
        return column
    form = form_of(heads[0].element)

    def heads_part(piece: Piece) -> bool:
        return _is_head(piece, column) and form_of(piece.element) == form

    start, end = column.start, column.end
    if start - 1 > headline and heads_part(pieces[start - 1]):
        start -= 1
    while True:
        facts = [*takewhile(_is_fact, pieces[end : end + MOST_FACTS])]
        at = end + len(facts)
        if at >= len(pieces) or not heads_part(pieces[at]):
            break
        told = [*takewhile(_is_told, pieces[at + 1 :])]
        if not told:
            break
        end = at + 1 + len(told)
    return replace(column, start=start, end=end)


LEAST_HEADS, MOST_FACTS = 2, 3
"""Headings within a column, and lines of facts between two of its parts: the hour, who wrote it."""


def _is_head(piece: Piece, column: Span) -> bool:
    if piece.kind is not BlockKind.HEADING or piece.region is not None or piece.linked:
        return False
    known = named_by_heading(piece.text) is not None
    return not known and any(box is column.element for box in piece.element.iterancestors())


def _is_fact(piece: Piece) -> bool:
    return piece.region in ("meta", "share")


def _is_told(piece: Piece) -> bool:
    plain = piece.kind is BlockKind.PARAGRAPH and piece.region is None and not piece.linked
    return plain and piece.text[-1] in SENTENCE_END
