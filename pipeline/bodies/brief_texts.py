"""A brief text with what goes on right below it: of so few sentences none tells by itself that the
lines of a poem, a list of prices or a table under the only one belong to it; their form does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml.html import HtmlElement

from pipeline.bodies.columns import is_beside
from pipeline.bodies.insets import own_box
from pipeline.bodies.spans import SENTENCE_END, Span, is_of_site
from pipeline.lines.known_lines import is_known_line, named_by_heading
from pipeline.page.pieces import Piece, Reading
from pipeline.records import BlockKind


def with_lines_below(chosen: Span, scope: Span, spans: list[Span], reading: Reading) -> Span:
    """A brief text together with what goes on right below it: where it is one paragraph, the like
    of it, and what stands among those; else boxes that are called as its last one is."""
    at = {span.element: span for span in spans}
    paragraph = _paragraph(chosen, reading)
    if paragraph is not None:
        below = (at.get(element) for element in paragraph.itersiblings())
        goes_on = _goes_on(chosen, paragraph, scope, below, reading)
        if goes_on.end > chosen.end:
            return goes_on
    return _with_boxes(chosen, at, reading)


def _paragraph(chosen: Span, reading: Reading) -> HtmlElement | None:
    """The element of a text's only paragraph, where it stands among others."""
    piece = reading.pieces[chosen.start]
    element = piece.element
    single = chosen.size == 1 and element.tag in ("p", "div") and piece.kind is BlockKind.PARAGRAPH
    return element if single and len(element.getparent()) > 1 else None


def _goes_on(
    chosen: Span,
    paragraph: HtmlElement,
    scope: Span,
    below: Iterator[Span | None],
    reading: Reading,
) -> Span:
    """A paragraph and the lines below it up to the first that leads elsewhere, or is the site's."""
    pieces = reading.pieces
    end = at = chosen.end
    for span in below:
        if span is None:
            continue
        told = pieces[at : span.end]
        alike = span.element.tag in _AMONG or _is_alike(span, paragraph)
        if span.start != at or span.end > scope.end or not alike or not all(map(_is_own, told)):
            break
        end = at = span.end
    else:
        return replace(chosen, end=end)
    labelled = end > chosen.end and _is_label(pieces[end - 1])
    return replace(chosen, end=end - labelled)


def _is_alike(span: Span, paragraph: HtmlElement) -> bool:
    """Whether an element is made like a paragraph, or one line in a box of no name."""
    element = span.element
    bare = span.size == 1 and element.tag == paragraph.tag and not element.attrib
    return bare or is_beside(element, paragraph)


_AMONG = frozenset({"h2", "h3", "h4", "h5", "ul", "ol", "table", "blockquote"})
MAX_LABEL_CHARS = 25


def _is_own(piece: Piece) -> bool:
    """Whether a line leads nowhere and is none of the site's."""
    if piece.region or piece.linked or is_of_site(piece.text) or is_known_line(piece.text):
        return False
    return piece.kind is not BlockKind.HEADING or named_by_heading(piece.text) is None


def _is_label(piece: Piece) -> bool:
    """Whether a line may be a label of what stands below it."""
    short = piece.kind is BlockKind.HEADING or len(piece.text) < MAX_LABEL_CHARS
    return short and piece.text[-1] not in SENTENCE_END - {":"}


def _with_boxes(chosen: Span, at: dict[HtmlElement, Span], reading: Reading) -> Span:
    """The same with boxes that are called as its last one is: a list of places, say, whose lines
    end as no sentence does."""
    box, end, good = own_box(chosen.element), chosen.end, chosen.good
    while (below := box.getnext()) is not None and box.get("class") and is_beside(below, box):
        span = at.get(below)
        if span is None and not below.text_content().strip():
            box = below
            continue
        told = reading.pieces[end : span.end] if span and span.start == end else []
        if span is None or not told or any(p.region or p.link_share > WHOLE for p in told):
            break
        box, end, good = below, span.end, good + span.good
    return replace(chosen, end=end, good=good)


WHOLE = 0.9
"""The share of a line that is a link from which on it is nothing else."""
