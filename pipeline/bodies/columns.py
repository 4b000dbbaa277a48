"""The element of a page on which nothing is named whose own paragraphs hold the most prose."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from lxml.html import HtmlElement

from pipeline.bodies.spans import SENTENCE_END, Span, is_good
from pipeline.page.pieces import Piece, Reading

_Boxed = tuple[Piece, HtmlElement]

NEAR = 20
"""How many pieces may stand between a headline and its article."""


def find_column(spans: list[Span], reading: Reading, headline: int) -> Span | None:
    """The element whose own paragraphs hold by far the most prose after the headline, on a page
    where nothing is named; None where two come near each other."""
    if headline < 0:
        return None
    prose: dict[HtmlElement, int] = {}
    for piece in reading.pieces[headline + 1 :]:
        parent = piece.element.getparent() if piece.element.tag == "p" else None
        if parent is not None and is_good(piece):
            prose[parent] = prose.get(parent, 0) + len(piece.text)
    if not prose:
        return None
    best = max(prose, key=lambda element: prose[element])
    parts = {element for element in prose if is_beside(element, best)}
    own = sum(prose[element] for element in parts)
    others = max((prose[element] for element in prose if element not in parts), default=0)
    if own < COLUMN_CHARS or others * COLUMN_TIMES > own:
        return None
    called = {child.get("class") for child in best if child.tag == "p"}
    below = list(_boxed(reading.pieces[headline + 1 :]))
    boxes = _boxes_of_sentences(below, called)
    parts |= {element for element in boxes if is_beside(element, best)}
    _add_next_boxes(parts, below)
    found = [s for s in spans if s.element in parts]
    column = found[0] if len(found) == 1 else _with_last(joined(found, best), found, spans, reading)
    return column if column and headline < column.start <= headline + NEAR else None


def _with_last(
    column: Span | None, parts: list[Span], spans: list[Span], reading: Reading
) -> Span | None:
    """A column of parts with the lists and quotations right below its last one, which a page
    builder puts into no box of their own."""
    if column is None:
        return None
    end, last = column.end, max(parts, key=lambda s: s.end).element
    while (last := last.getnext()) is not None and last.tag in _BARE:
        below = next((s for s in spans if s.element is last), None)
        told = reading.pieces[end : below.end] if below and below.start == end else []
        if not told or any(piece.region or piece.linked for piece in told):
            break
        end += len(told)
    return replace(column, end=end)


_BARE = frozenset({"blockquote", "ul", "ol"})


def _boxed(pieces: Iterable[Piece]) -> Iterator[_Boxed]:
    """The paragraphs without a link and what holds each."""
    for piece in pieces:
        told = piece.element.tag == "p" and piece.region is None and not piece.linked
        if told and (box := piece.element.getparent()) is not None:
            yield piece, box


def _boxes_of_sentences(
    below: Iterable[_Boxed], called: Collection[str | None]
) -> Iterator[HtmlElement]:
    """What holds paragraphs below the headline that end as sentences, however short, or are called
    as those of the prose are: a page builder puts each into a box of its own, «That is all.» too.
    """
    for piece, box in below:
        name = piece.element.get("class")
        if box.get("class") and (piece.text[-1] in SENTENCE_END or (name and name in called)):
            yield box


def _add_next_boxes(parts: set[HtmlElement], below: Iterable[_Boxed]) -> None:
    """Adds what goes on right below prose that stands in nameless boxes of a paragraph each: boxes
    of one more, without a link."""
    for _, box in below:
        if box.attrib or len(box) > 1 or box in parts:
            continue
        above = box.getprevious()
        if above is not None and above in parts and not above.attrib and len(above) == 1:
            parts.add(box)


def is_beside(element: HtmlElement, other: HtmlElement) -> bool:
    """Whether two elements are one, or parts that something else was put between."""
    return element is other or (
        element.getparent() is other.getparent()
        and element.tag == other.tag
        and (element.get("class") or "") == (other.get("class") or "")
    )


def joined(parts: list[Span], one: HtmlElement) -> Span | None:
    """From the first of several parts to the last."""
    around = one.getparent()
    if not parts or around is None:
        return None
    start, end = min(s.start for s in parts), max(s.end for s in parts)
    return Span(around, start, end, sum(s.good for s in parts))


COLUMN_CHARS = 400
COLUMN_TIMES = 2
"""How many times the prose of the next element its own must be."""
