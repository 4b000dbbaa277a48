"""Lists at the end of a text: what speaks for a thing and what against it, its measures; questions
and their answers."""

from __future__ import annotations

from collections import Counter
from itertools import islice, takewhile

from lxml.html import HtmlElement

from pipeline.lines.known_lines import named_by_heading
from pipeline.lines.verdicts import heads_both, heads_points, names_verdict
from pipeline.page.elements import form_of
from pipeline.page.pieces import Piece
from pipeline.punctuation import QUESTION_MARKS, SENTENCE_ENDS
from pipeline.records import BlockKind


def headed_lists(ours: list[Piece], end: int) -> set[int]:
    """Lists without a link below headings that are made as two of those above `end` are, and
    announce nothing. A template makes its own in another way, or links what they head."""
    made = Counter(_made(p) for p in ours[:end] if p.kind is BlockKind.HEADING)
    found = _weighed(ours, end)
    head: int | None = None
    for number in range(end, len(ours)):
        piece = ours[number]
        if piece.kind is BlockKind.HEADING:
            own = made[_made(piece)] >= LEAST_HEADS and named_by_heading(piece.text) is None
            head = number if own and not piece.linked else None
        elif head is not None and piece.kind in _LISTED and not piece.linked:
            found |= {head, number}
        else:
            head = None
    return found


def _weighed(ours: list[Piece], end: int) -> set[int]:
    """Two headings of one form in one box and the points below each, without a link, whatever the
    headings of the text are like: «For it», «Against it» in a verdict's box."""
    parts: list[list[int]] = []
    for number in range(end, len(ours)):
        piece = ours[number]
        if piece.kind is BlockKind.HEADING:
            parts.append([number])
        elif parts and piece.kind is BlockKind.LIST_ITEM:
            parts[-1].append(number)
        else:
            parts.append([])
    own = [part for part in parts if len(part) > LEAST_POINTS and _holds_points(ours, part)]
    made = Counter((ours[part[0]].element.getparent(), _made(ours[part[0]])) for part in own)
    return {
        number
        for part in own
        if made[ours[part[0]].element.getparent(), _made(ours[part[0]])] == LEAST_HEADS
        for number in part
    }


def judged_points(ours: list[Piece]) -> set[int]:
    """What speaks for a thing and what against it, below headings that say so, «Pros», «Cons», be
    it a point each, or below one of both; and the sentences in the box that holds both, or between
    a heading of a verdict and them."""
    found: set[int] = set()
    heads: list[int] = []
    for number, piece in enumerate(ours[:-1]):
        if piece.kind not in _HEADS or piece.linked:
            continue
        both = heads_both(piece.text)
        if not both and not heads_points(piece.text):
            continue
        below = islice(ours, number + 1, None)
        points = sum(1 for _ in takewhile(_is_point, below))
        if points > both:
            found.update(range(number, number + 1 + points))
            heads += [number] * (1 + both)
    if len(heads) < LEAST_HEADS:
        return set()
    first, second = (ours[number].element for number in heads[:LEAST_HEADS])
    around = _box_of_both(first, second) if first is not second else None
    if around is not None:
        said = [
            number
            for number, piece in enumerate(ours)
            if _answers(piece) and around in piece.element.iterancestors()
        ]
        found.update(said)
        found |= {n - 1 for n in said if n and _heads_verdict(ours[n - 1], around)}
    return found | _verdict_above(ours, heads[0])


def _verdict_above(ours: list[Piece], points: int) -> set[int]:
    """The sentences right above the points of a review, and the heading that calls them what its
    house thinks."""
    said = points
    while said and points - said < MAX_SAID and _answers(ours[said - 1]):
        said -= 1
    head = ours[said - 1] if 0 < said < points else None
    if head is None or head.kind not in _HEADS or head.linked or not names_verdict(head.text):
        return set()
    return set(range(said - 1, points))


MAX_SAID = 3
"""Sentences of a verdict above its points."""


def _heads_verdict(piece: Piece, around: HtmlElement) -> bool:
    """Whether a piece is a heading in the box of a verdict: «Conclusion»."""
    return piece.kind is BlockKind.HEADING and around in piece.element.iterancestors()


def _is_point(piece: Piece) -> bool:
    listed = piece.kind is BlockKind.LIST_ITEM or (
        piece.kind is BlockKind.PARAGRAPH and piece.text[:2] in _SIGNED
    )
    return listed and not piece.linked


_SIGNED = frozenset({"+ ", "- ", "– ", "− ", "✓ ", "✔ ", "✗ ", "✘ ", "👍 ", "👎 "})
"""How a point begins that is a line of its own: «+ bright», «– dear»."""


MAX_BOXES = 4
"""Elements between a head of points and the box of a verdict."""


def _box_of_both(head: HtmlElement, other: HtmlElement) -> HtmlElement | None:
    """The box that holds two heads of points, none that is the text's."""
    boxes = set(islice(other.iterancestors(), MAX_BOXES))
    box = next((box for box in islice(head.iterancestors(), MAX_BOXES) if box in boxes), None)
    return None if box is None or box.tag in _OF_TEXT else box


_OF_TEXT = frozenset({"article", "main", "body"})
_HEADS = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH})


LEAST_POINTS = 2
"""Points of a verdict below each of its heads, at least."""


def _holds_points(ours: list[Piece], part: list[int]) -> bool:
    head = ours[part[0]]
    named = head.kind is not BlockKind.HEADING or named_by_heading(head.text) is not None
    return not named and not any(ours[number].linked for number in part)


def answered(ours: list[Piece], end: int) -> set[int]:
    """Questions in headings from `end` on, each with sentences below it, and what heads them: two
    are what a text answers last, and one may be a house's."""
    asked = [
        number
        for number in range(end, len(ours) - 1)
        if (ours[number].kind is BlockKind.HEADING or ours[number].element.tag == "summary")
        and ours[number].text[-1] in QUESTION_MARKS
        and _answers(ours[number + 1])
    ]
    if len(asked) < LEAST_HEADS:
        return set()
    found = {number for question in asked for number in (question, question + 1)}
    above = asked[0] - 1
    return found | ({above} if above >= end and ours[above].kind is BlockKind.HEADING else set())


def _answers(piece: Piece) -> bool:
    """Whether a piece is a sentence without a link."""
    ends = piece.kind is BlockKind.PARAGRAPH and piece.text[-1] in SENTENCE_ENDS
    return ends and not piece.linked


LEAST_HEADS = 2
_LISTED = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE_ROW})


def _made(heading: Piece) -> tuple[str, str | None, str | None]:
    """How a heading is made: its level, its name and its box's."""
    element = heading.element
    around = element.getparent()
    return *form_of(element), None if around is None else around.get("class")
