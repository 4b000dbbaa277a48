"""A component of another name, with a heading and a sentence or two, amid the components of which
a system makes a text: what tells nothing that the text tells is a house's, in whatever words, and
so is what a heading calls a newsletter: a text may tell of others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import islice

from lxml.html import HtmlElement

from pipeline.bodies.spans import Span, is_good, prose_chars
from pipeline.lines.offer_words import holds, words_of
from pipeline.lines.units import is_told_apart
from pipeline.lines.verdicts import concludes, heads_note
from pipeline.page.elements import BOX_TAGS, Form, form_of
from pipeline.page.pieces import Piece, Reading
from pipeline.page.region_names import is_part_name, names_of
from pipeline.records import BlockKind

MAX_DEPTH = 3
"""Boxes around a paragraph of which one is its component."""
LEAST_SHARE, LEAST_PARTS, LEAST_PROSE = 0.6, 3, 500
"""Of a text's prose what stands in components of one name, how many these are at least, and letters
of all of it."""
MAX_LINES, MAX_CHARS = 3, 240
LEAST_ABOVE = 2
"""Such components with prose above the strange one; below it there is one."""


def strange_components(reading: Reading, chosen: Span) -> list[list[Piece]]:
    """The lines of each such component in the chosen span."""
    headed = [
        (box, lines)
        for box, start, end, region in reading.spans
        if region is None and chosen.start <= start and end <= chosen.end
        if 2 <= end - start <= MAX_LINES and _is_headed(box, lines := reading.pieces[start:end])
    ]
    if not headed:
        return []
    ours = [p for p in reading.pieces[chosen.start : chosen.end] if p.region is None]
    around = _holder_of_parts(ours) if prose_chars(ours) >= LEAST_PROSE else None
    if around is None:
        return []
    holder, form = around
    boxes = Counter(form_of(box) for box in holder)
    parts = [*holder]
    found = []
    for box, lines in headed:
        if box.getparent() is not holder or form_of(box) == form or boxes[form_of(box)] > 1:
            continue
        at = parts.index(box)
        beside = [[form_of(e) for e in parts[:at]], [form_of(e) for e in parts[at:]]]
        if beside[0].count(form) < LEAST_ABOVE or not beside[1].count(form):
            continue
        rest = [p.block for p in ours if not any(p is line for line in lines)]
        names_letter = holds("letters", words_of(lines[0].text))
        if names_letter or is_told_apart([p.block for p in lines], rest):
            found.append(lines)
    return found


def _holder_of_parts(ours: Sequence[Piece]) -> tuple[HtmlElement, Form] | None:
    """The element that holds the components in which a text stands, and how these are made."""
    prose = [piece for piece in ours if is_good(piece)]
    whole = sum(len(piece.text) for piece in prose)
    for depth in range(MAX_DEPTH):
        held: Counter[tuple[HtmlElement, Form]] = Counter()
        parts: defaultdict[tuple[HtmlElement, Form], set[HtmlElement]] = defaultdict(set)
        for piece in prose:
            box = next(islice(piece.element.iterancestors(), depth, None), None)
            holder = None if box is None else box.getparent()
            if box is None or holder is None or not box.get("class"):
                continue
            held[holder, form_of(box)] += len(piece.text)
            parts[holder, form_of(box)].add(box)
        for key, size in held.most_common(1):
            if size >= LEAST_SHARE * whole and len(parts[key]) >= LEAST_PARTS:
                return key
    return None


def _is_headed(box: HtmlElement, lines: Sequence[Piece]) -> bool:
    """Whether a component begins with a heading and holds brief sentences below it alone."""
    if box.tag not in BOX_TAGS:
        return False
    head, *below = lines
    if head.kind is not BlockKind.HEADING or is_part_name(names_of(box)):
        return False
    if any(p.region is not None or p.kind is not BlockKind.PARAGRAPH for p in below):
        return False
    if sum(len(piece.text) for piece in lines) > MAX_CHARS:
        return False
    return not (concludes(head.text) or heads_note(head.text))
