"""Boxes that sum an article up under a heading that says so: «Key points», «In brief».

What such a box is called tells most of them (`pipeline.page.regions`); these are the ones that only
its words tell, or that they hold points alone and stand above all prose. The article says all of it
again.
"""

from __future__ import annotations

from itertools import islice, takewhile

from lxml.html import HtmlElement

from pipeline.bodies.spans import Span, is_good, prose_chars
from pipeline.lines.known_lines import (
    heads_machine_summary,
    heads_summary,
    notes_machine_sum,
    tells_of_sum,
)
from pipeline.lines.verdicts import heads_points
from pipeline.page.elements import form_of
from pipeline.page.pieces import Piece, Reading, give_region
from pipeline.patterns.late_patterns import late_pattern
from pipeline.punctuation import SENTENCE_ENDS
from pipeline.records import BlockKind

MAX_LABEL_CHARS = 60
REACH = 25
"""How many pieces before the body such a box may stand."""

CLIMB = 3
"""How many elements above its heading such a box may begin."""

LEAST_POINTS = 2
MAX_PIECES = 12
MAX_SHARE = 0.35
"""Points of a list, lines of a box, and how much of a body's prose a box may hold."""

_BOXES = ("div", "section", "aside")
MAX_LINES, MAX_BRIEF_SHARE = 4, 0.5
"""Lines of a box without a list, and how much of a body's prose it may hold: a flash's is brief."""
MAX_BEFORE, PIECES_BEFORE = 0.15, 3
"""How much of a body's prose, or how many lines of it, may stand before such a box: a standfirst
and what is shown."""


def mark_summaries(reading: Reading, chosen: Span) -> None:
    """Give the lines of such boxes before the chosen span, or in its first half, their region;
    those of a machine wherever they stand in it."""
    pieces = reading.pieces[max(0, chosen.start - REACH) : chosen.end]
    give_region(_points_above(reading, chosen), "aside")
    _mark_noted(reading, pieces)
    labels = [
        i
        for i, p in enumerate(pieces)
        if len(p.text) <= MAX_LABEL_CHARS
        and p.region is None
        and (heads_summary(p.text) or heads_machine_summary(p.text))
    ]
    if not labels:
        return
    prose = prose_chars(pieces)
    for i in labels:
        before = prose_chars(pieces[:i])
        if heads_machine_summary(pieces[i].text):
            give_region(_box_below(pieces[i], reading, prose), "aside")
        elif before * 2 <= prose and pieces[i].kind is not BlockKind.LIST_ITEM:
            opens = before <= prose * MAX_BEFORE or sum(map(is_good, pieces[:i])) <= PIECES_BEFORE
            lines = _box_of(pieces[i], reading, prose) or _opening_list(pieces, i, before)
            give_region(lines or (_brief_box(pieces[i], reading, prose) if opens else ()), "aside")


def _mark_noted(reading: Reading, pieces: list[Piece]) -> None:
    """The points beside a line which says that a machine summed the article up in them, or the
    paragraph above it: what heads them may be a button's."""
    for piece in pieces:
        if piece.kind is not BlockKind.LIST_ITEM and notes_machine_sum(piece.text):
            prose = prose_chars(pieces)
            lines = _box_of(piece, reading, prose) or _box_above(piece, reading, prose)
            give_region(lines, "aside")


TOP_PIECES = 6
"""Pieces of the chosen span among which a box of points above the text begins."""
MAX_ABOVE = 2
"""Lines of such a box beside its points: what heads it, and who or what made it."""
MAX_POINT_CHARS = 160


def _points_above(reading: Reading, chosen: Span) -> list[Piece]:
    """The lines of a box above all prose, whose text stands in another one, that holds a few points
    in open lines under a few words of whatever kind: «For those in a hurry». Rows of facts, «Price:
    49 dollars», are the article's own."""
    above = reading.pieces[chosen.start : chosen.start + TOP_PIECES]
    ours = [piece for piece in above if piece.region is None]
    first = next((p for p in ours if p.kind is BlockKind.LIST_ITEM), None)
    before = ours[: ours.index(first)] if first is not None else []
    # One sentence may be a standfirst; two are a text of brief paragraphs.
    if first is None or any(map(_is_prose, before)) or sum(map(_is_sentence, before)) > 1:
        return []
    around = [*islice(first.element.iterancestors(*_BOXES, "blockquote"), CLIMB)]
    for element, start, end, region in reading.spans:
        if region is not None or element not in around or end - start > MAX_PIECES:
            continue
        if not (chosen.start <= start and end < chosen.end):
            continue
        box = [p for p in reading.pieces[start:end] if p.region is None]
        points = [p for p in box if p.kind is BlockKind.LIST_ITEM]
        if _is_of_product(box):
            return []
        rest = [p for p in box if p.kind is not BlockKind.LIST_ITEM]
        if _is_one_of_sections(element, rest) or (rest and all(map(_is_sentence, rest))):
            return []
        if len(points) >= LEAST_POINTS and 0 < len(rest) <= MAX_ABOVE:
            return box if _are_points(points) and not any(map(_is_prose, rest)) else []
    return []


_OF_TERMS = frozenset({"dt", "dd"})


def _is_of_product(box: list[Piece]) -> bool:
    """Whether a box holds a product's facts, or heads of points for and against it, which a review
    says once."""
    return any(p.element.tag in _OF_TERMS or heads_points(p.text) for p in box)


def _is_one_of_sections(box: HtmlElement, lines: list[Piece]) -> bool:
    """Whether a box with a heading stands before another one of its form with such a heading: both
    are parts of a text that is set so."""
    beside = box.getnext()
    heads = {p.element.tag for p in lines if p.kind is BlockKind.HEADING}
    if not heads or beside is None or form_of(beside) != form_of(box):
        return False
    return next(beside.iter(*heads), None) is not None


def _are_points(points: list[Piece]) -> bool:
    """Whether items are no links, no rows of facts and none too long for a point."""
    brief = all(len(p.text) <= MAX_POINT_CHARS and not p.linked for p in points)
    facts = sum(bool(_FACT.match(p.text)) for p in points)
    return brief and facts * 2 < len(points)


_FACT = late_pattern(r"[^.!?؟:：]{2,40}[:：]\s?\S|\W*\d")


def _is_prose(piece: Piece) -> bool:
    """Whether a piece is a sentence of some length."""
    return len(piece.text) > 2 * MAX_LABEL_CHARS and piece.kind is not BlockKind.HEADING


def _is_sentence(piece: Piece) -> bool:
    """Whether a piece is a whole sentence, longer than what heads points: a text may begin so."""
    if piece.kind is not BlockKind.PARAGRAPH or len(piece.text) <= MAX_LABEL_CHARS:
        return False
    return piece.text[-1] in SENTENCE_ENDS and not heads_machine_summary(piece.text)


def _opening_list(pieces: list[Piece], label: int, before: int) -> list[Piece]:
    """A heading above all prose with the points of the list right below it, which no box holds."""
    if before or pieces[label].kind is not BlockKind.HEADING:
        return []
    points = list(
        takewhile(lambda p: p.kind is BlockKind.LIST_ITEM and p.region is None, pieces[label + 1 :])
    )
    return [pieces[label], *points] if LEAST_POINTS <= len(points) <= MAX_PIECES else []


def _box_of(label: Piece, reading: Reading, prose: int) -> list[Piece]:
    """The lines of the smallest box around a label that holds a list and no other text."""
    around = [label.element, *islice(label.element.iterancestors(), CLIMB)]
    for element, start, end, region in reading.spans:
        if region is not None or element not in around or end - start > MAX_PIECES:
            continue
        box = reading.pieces[start:end]
        points = [p for p in box if p.kind is BlockKind.LIST_ITEM]
        if _is_of_product(box):
            return []
        rest = [
            p for p in box if p.kind is not BlockKind.LIST_ITEM and is_good(p) and p is not label
        ]
        size = sum(len(p.text) for p in points)
        brief = len(rest) < 2 and all(
            len(p.text) <= 2 * MAX_LABEL_CHARS or tells_of_sum(p.text) for p in rest
        )
        if len(points) >= LEAST_POINTS and brief and size < prose * MAX_SHARE:
            return box
    return []


def _box_above(note: Piece, reading: Reading, prose: int) -> list[Piece]:
    """The lines of the smallest box that a brief one begins and a note ends, with a paragraph or
    two between."""
    around = _boxes_around(note)
    for element, start, end, region in reading.spans:
        box = reading.pieces[start:end]
        if region is not None or element not in around or not 2 < len(box) <= MAX_LINES:
            continue
        whole = box[-1] is note and len(box[0].text) <= MAX_LABEL_CHARS
        if whole and prose_chars(box) < prose * MAX_SHARE:
            return box
    return []


def _boxes_around(label: Piece) -> list[HtmlElement]:
    """The boxes around a label, with that in which it stands beside the lines below it."""
    around = list(islice(label.element.iterancestors(*_BOXES), CLIMB))
    return [*around, label.element] if label.element.tag in _BOXES else around


def _box_below(label: Piece, reading: Reading, prose: int) -> list[Piece]:
    """The lines of the smallest box that a label begins, whatever they are."""
    around = _boxes_around(label)
    for element, start, end, _ in reading.spans:
        box = reading.pieces[start:end]
        whole = 2 <= len(box) <= MAX_PIECES and box[0] is label and element in around
        if whole and prose_chars(box) < prose * MAX_SHARE:
            return box
    return []


def _brief_box(label: Piece, reading: Reading, prose: int) -> list[Piece]:
    """The lines of the smallest box that a label begins and a paragraph or two end."""
    around = _boxes_around(label)
    for element, start, end, region in reading.spans:
        box = reading.pieces[start:end]
        if region is not None or element not in around or not 2 <= len(box) <= MAX_LINES:
            continue
        share = prose_chars(box) < prose * MAX_BRIEF_SHARE
        brief = box[0] is label and is_good(box[-1]) and share
        if brief and all(piece.region is None for piece in box):
            return box
    return []
