"""A brief text with what goes on right below it: of so few sentences none tells by itself that the
lines of a poem, a list of prices or a table under the only one belong to it; their form does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml.html import HtmlElement

from pipeline.bodies.columns import is_beside
from pipeline.bodies.insets import own_box
from pipeline.bodies.spans import (
    LITTLE_LINKED,
    SENTENCE_END,
    Span,
    ends_signed,
    holds_day,
    is_of_site,
)
from pipeline.lines.known_lines import asks_reader, is_known_line, named_by_heading
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
    """Whether a line leads nowhere, but for some words of a sentence, and is none of the site's."""
    if piece.region or _leads_away(piece) or is_of_site(piece.text) or is_known_line(piece.text):
        return False
    return piece.kind is not BlockKind.HEADING or named_by_heading(piece.text) is None


def _leads_away(piece: Piece) -> bool:
    return piece.linked > 0 and not (piece.link_share < LITTLE_LINKED and _is_ended(piece.text))


def _is_ended(text: str) -> bool:
    return text[-1] in SENTENCE_END or ends_signed(text)


_TAGS = frozenset({"p", "li", "h2", "h3", "h4", "td", "tr", "blockquote"})


def is_line(piece: Piece) -> bool:
    """Whether a line is written as those of a text are, leads nowhere and is none of the site's."""
    return piece.element.tag in _TAGS and _is_own(piece) and not asks_reader(piece.text)


def opens(piece: Piece) -> bool:
    """Whether such a line may be the first of a text: a sentence, a point, a heading, or the first
    of several that are made alike; a quotation or a day is none."""
    if not is_line(piece) or piece.kind is BlockKind.QUOTE or holds_day(piece.text):
        return False
    if piece.kind is not BlockKind.PARAGRAPH or piece.text[-1] in SENTENCE_END or piece.bold:
        return True
    below = piece.element.getnext()
    return below is not None and is_beside(below, piece.element)


def with_lines_of_body(chosen: Span, body: Span, reading: Reading) -> Span:
    """A brief text in an element that is called its body, from the first sentence, point or row
    there to the last."""
    pieces = reading.pieces
    start = next((i for i in range(body.start, chosen.start) if _is_told(pieces[i])), chosen.start)
    while start > body.start and _heads(pieces[start - 1]):
        start -= 1
    below = range(body.end - 1, chosen.end - 1, -1)
    end = next((i + 1 for i in below if _is_told(pieces[i])), chosen.end)
    if (start, end) == (chosen.start, chosen.end):
        return chosen
    return replace(chosen, element=body.element, start=start, end=end)


def _heads(piece: Piece) -> bool:
    """Whether a line is set as what heads a part of a text."""
    return (piece.bold or piece.kind is BlockKind.HEADING) and is_line(piece)


def _is_told(piece: Piece) -> bool:
    """Whether a line is a sentence, a point or a row of a text."""
    ended = piece.kind is not BlockKind.PARAGRAPH or _is_ended(piece.text)
    return ended and piece.kind is not BlockKind.HEADING and is_line(piece)


def _is_label(piece: Piece) -> bool:
    """Whether a line may be a label of what stands below it."""
    short = piece.kind is BlockKind.HEADING or len(piece.text) < MAX_LABEL_CHARS
    return short and piece.text[-1] not in SENTENCE_END - {":"}


def _with_boxes(chosen: Span, at: dict[HtmlElement, Span], reading: Reading) -> Span:
    """The same with boxes that are called as its last one is: a list of places, say, whose lines
    end as no sentence does."""
    box, end, good = own_box(chosen.element), chosen.end, chosen.good
    if not box.get("class"):
        return chosen
    at_end, pieces = end, reading.pieces
    for below in box.itersiblings():
        span = at.get(below)
        if span is None or span.start != at_end:
            continue  # without a line, or a part of the page that is no text
        told = pieces[at_end : span.end]
        at_end = span.end
        if is_beside(below, box) and not any(p.region or p.link_share > WHOLE for p in told):
            end, good = span.end, good + span.good
        elif not all(p.region or p.link_share > WHOLE for p in told):
            break
    return replace(chosen, end=end, good=good)


WHOLE = 0.9
"""The share of a line that is a link from which on it is nothing else."""
