"""Boxes amid a text from a label to a link of a few words that tell nothing that it does: a
house's, in whatever words."""

from __future__ import annotations

from collections import defaultdict

from lxml.etree import XPath
from lxml.html import HtmlElement

from pipeline.bodies.insets import own_box
from pipeline.bodies.spans import SENTENCE_END, Span, is_good, prose_chars
from pipeline.lines.known_lines import is_known_line
from pipeline.lines.units import is_told_apart
from pipeline.page.elements import Form, form_of
from pipeline.page.pieces import Piece, Reading, give_region
from pipeline.page.region_names import is_part_name, names_of
from pipeline.records import BlockKind
from pipeline.text import spoken_words

MAX_LINES, MAX_CHARS, MAX_SHARE = 7, 500, 0.3
"""Lines of such a box, their letters, and the share of a text that it is at most."""
MAX_HEAD_CHARS = 60
LEAST_BESIDE, LEAST_PROSE = 3, 500
"""Paragraphs of the text in the element that holds the box, and letters of the whole."""
MAX_ALIKE = 2
"""Boxes of one form; more are what an article is made of."""

_BOXES = frozenset({"div", "section", "details"})
_SAID = XPath("boolean(.//blockquote | .//pre | .//table | .//figure | .//h2)")


def mark_strange_boxes(reading: Reading, chosen: Span) -> None:
    """Give the lines of such boxes in the chosen span their region."""
    ours = reading.pieces[chosen.start : chosen.end]
    whole = sum([len(piece.text) for piece in ours])
    found: dict[Form, list[tuple[int, int]]] = defaultdict(list)
    beside: dict[HtmlElement, int] | None = None
    for element, start, end, region in reading.spans:
        if region is not None or element.tag not in _BOXES or not 2 <= end - start <= MAX_LINES:
            continue
        box = reading.pieces[start:end]
        if start <= chosen.start or end > chosen.end or not _is_headed(element, box):
            continue
        if sum([len(p.text) for p in box]) > min(MAX_CHARS, MAX_SHARE * whole):
            continue
        if beside is None:
            beside = _paragraphs_of(ours)
        parent = own_box(element).getparent()
        if parent is None or beside.get(parent, 0) < LEAST_BESIDE or _SAID(element):
            continue
        found[form_of(element)].append((start, end))
    for places in found.values():
        if len(places) <= MAX_ALIKE:
            for start, end in places:
                box = reading.pieces[start:end]
                rest = [p for p in ours if p.region is None and p not in box]
                if prose_chars(rest) < LEAST_PROSE:
                    continue
                if _is_note(box) or is_told_apart([p.block for p in box], [p.block for p in rest]):
                    give_region(box, "newsletter")


def _is_headed(element: HtmlElement, box: list[Piece]) -> bool:
    """Whether a box begins with a label, none of it has gone or is a quotation, and it ends with a
    link of a few words, or a reader must unfold it."""
    head, last = box[0], box[-1]
    if len(head.text) > MAX_HEAD_CHARS or head.text[-1] in SENTENCE_END:
        return False
    if any(p.region is not None or p.kind is BlockKind.QUOTE for p in box):
        return False
    if element.tag == "details":
        return not is_part_name(names_of(element))
    return last.link_share > LINKED and spoken_words(last.text) <= MAX_CALL_WORDS


LINKED, MAX_CALL_WORDS = 0.9, 5


def _is_note(box: list[Piece]) -> bool:
    """Whether what a reader must unfold has a label that is known: «Editors' notes»."""
    folded = any(e.tag == "details" for e in (box[0].element, *box[0].element.iterancestors()))
    return folded and is_known_line(box[0].text)


def _paragraphs_of(pieces: list[Piece]) -> dict[HtmlElement, int]:
    """How many paragraphs of prose each element has of its own, in boxes of one each perhaps."""
    found: dict[HtmlElement, int] = defaultdict(int)
    for piece in pieces:
        if is_good(piece) and piece.kind is BlockKind.PARAGRAPH:
            parent = own_box(piece.element).getparent()
            if parent is not None:
                found[parent] += 1
    return found
