"""The text below a standfirst that is the only prose of its page: short answers, a flash of a few
words, results. Of so few letters none tells where the text is; the standfirst above it does."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from lxml.html import HtmlElement

from pipeline.bodies.body_names import mark_of
from pipeline.bodies.boxed_lines import PROSE_CHARS
from pipeline.bodies.brief_texts import WHOLE, is_line, opens
from pipeline.bodies.spans import SENTENCE_END, Span, covers, is_good, is_of_site, is_whole_sentence
from pipeline.lines.known_lines import asks_reader
from pipeline.page.elements import form_of
from pipeline.page.pieces import Piece, Reading
from pipeline.page.region_names import is_standfirst_name, names_of
from pipeline.records import BlockKind


def find_body_below(scope: Span, spans: list[Span], reading: Reading, headline: int) -> Span | None:
    """The lines of the only element below the headline that is called a body, however few, where
    no more than a standfirst stands above it, and what prose stands below it is set apart."""
    pieces = reading.pieces
    bodies = [
        s for s in spans if covers(scope, s) and s.start > headline >= 0 and mark_of(s.element) > 1
    ]
    if not bodies:
        return None
    body = min(bodies, key=lambda s: (s.start, -s.size))
    if any(other.start >= body.end for other in bodies):
        return None
    told = [i for i in range(body.start, body.end) if _is_of_body(pieces[i])]
    if not told or sum(map(is_whole_sentence, pieces[headline + 1 : body.start])) > 1:
        return None
    below = next((i for i in range(body.end, scope.end) if is_good(pieces[i])), None)
    if below is not None and not _are_headed(pieces[body.end : below], body.element):
        return None
    return replace(body, start=told[0], end=told[-1] + 1, led=body.good < PROSE_CHARS)


def _is_of_body(piece: Piece) -> bool:
    """Whether a line in what is called a body is of it: as written in a text, or a sentence."""
    if is_line(piece):
        return True
    return piece.region is None and not piece.linked and piece.text[-1] in SENTENCE_END


def _are_headed(pieces: list[Piece], body: HtmlElement) -> bool:
    """Whether what follows lines below a body stands under a heading in a box without it."""
    around = set(body.iterancestors())
    return any(p.kind is BlockKind.HEADING and p.element.getparent() not in around for p in pieces)


REACH = 25
"""How many pieces below a standfirst its text begins at most: byline, day, shares, a picture."""


def with_text_below(
    chosen: Span, scope: Span, spans: list[Span], reading: Reading, headline: int
) -> Span:
    """A standfirst together with the text that it stands above: the lines of the body below it, and
    those that follow each other and lead nowhere."""
    pieces = reading.pieces
    only = _only_line(chosen, pieces, headline)
    if only is None:
        return chosen
    last = min(scope.end, chosen.end + REACH)
    at = next((i for i in range(chosen.end, last) if opens(pieces[i])), None)
    if at is None:
        return chosen
    holding = (s for s in spans if headline < s.start <= at < s.end <= scope.end)
    body_end = max((s.end for s in holding if mark_of(s.element) > 1), default=at)
    told = [i for i in range(at, body_end) if is_line(pieces[i])]
    forms: set[tuple[str, str | None]] | None = None  # of the lines above the site's own
    for i in range(max(body_end, at), scope.end):
        piece = pieces[i]
        if piece.region is not None:
            continue
        if piece.link_share > WHOLE or is_of_site(piece.text) or asks_reader(piece.text):
            forms = forms or {form_of(pieces[n].element) for n in told}
        elif not is_line(piece) or (forms is not None and form_of(piece.element) not in forms):
            break
        else:
            told.append(i)
    if len(told) < LEAST_LINES and body_end == at and not _is_called_standfirst(only):
        return chosen
    while told and pieces[told[-1]].kind is BlockKind.HEADING:
        told.pop()
    return _around(chosen, told[-1] + 1, spans) if told else chosen


LEAST_LINES = 2
"""Lines below a sentence that only its place tells to be a standfirst: one may be of its author."""


def _around(chosen: Span, end: int, spans: list[Span]) -> Span:
    """A span that goes on to an end, as part of the smallest element that holds it all."""
    holding = (s for s in spans if s.start <= chosen.start and s.end >= end)
    around = min(holding, key=lambda s: s.size, default=chosen)
    return replace(chosen, element=around.element, end=end, led=True)


def _only_line(chosen: Span, pieces: list[Piece], headline: int) -> Piece | None:
    """The one line of prose that a text holds, where it stands right below the headline or is
    called a standfirst."""
    start = max(chosen.start, headline + 1)
    told = [p for p in pieces[start : chosen.end] if is_good(p) or _is_deck(p)]
    if len(told) != 1 or told[0].kind not in _KINDS:
        return None
    if _is_called_standfirst(told[0]):
        return told[0]
    first = 0 <= headline < chosen.end and not any(map(is_good, pieces[headline + 1 : start]))
    return told[0] if first else None


_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})
"""What a standfirst is: no point of a list, no quotation, as posts of a discussion are."""


def _is_deck(piece: Piece) -> bool:
    """Whether a heading is called a standfirst."""
    return piece.kind is BlockKind.HEADING and _is_called_standfirst(piece)


def _is_called_standfirst(piece: Piece) -> bool:
    boxes = (piece.element, *islice(piece.element.iterancestors(), 2))
    return any(is_standfirst_name(names_of(box)) for box in boxes)
