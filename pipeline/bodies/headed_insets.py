"""Boxes with a heading and sentences of their own amid a text whose paragraphs stand in none.

Facts, persons, films and other news are set so between two paragraphs. Where most of a text stands
right in one element, what stands in a box of it is told by that alone: its own sections begin with
a heading that stands beside its paragraphs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise

from lxml.etree import XPath
from lxml.html import HtmlElement

from pipeline.bodies.spans import Span, is_good, is_sentence
from pipeline.lines.verdicts import concludes, heads_note
from pipeline.page.elements import BOX_TAGS, LOWER_HEADINGS, form_of, text_of_element
from pipeline.page.pieces import Piece, Reading
from pipeline.records import BlockKind
from pipeline.text import spoken_words

_GROUPS = "wp-block-"
"""How the class of a box begins in which an editor set a part of the text itself."""
_UNFOLDED = re.compile(r"toggle|accordion|collapsible|(?<![a-z])faq(?![a-z])", re.IGNORECASE)
"""What systems call a part of the text that a reader unfolds: a question and its answer."""
COLUMN_SHARE = 0.6
"""The share of a text's prose that stands right in one element, at least."""
LEAST_BESIDE = 2
"""Paragraphs of that element above a box, and below it."""
MOST_SHARE = 0.3
"""The largest share of the prose that such boxes are together."""


def headed_insets(reading: Reading, chosen: Span) -> list[list[Piece]]:
    """The lines of each such box in the chosen span."""
    pieces = reading.pieces[chosen.start : chosen.end]
    held: Counter[HtmlElement | None] = Counter()
    for piece in pieces:
        if is_good(piece):
            held[piece.element.getparent()] += len(piece.text)
    whole = held.total()
    column, own = held.most_common(1)[0] if held else (None, 0)
    if column is None or own < COLUMN_SHARE * whole:
        return []
    beside = [0, *accumulate([is_good(p) and p.element.getparent() is column for p in pieces])]
    found = []
    for box, start, end, region in reading.spans:
        if region is not None or start < chosen.start or end > chosen.end:
            continue
        if box.getparent() is not column or not _is_headed(box, reading.pieces[start:end]):
            continue
        above, below = beside[start - chosen.start], beside[-1] - beside[end - chosen.start]
        if above >= LEAST_BESIDE and below >= LEAST_BESIDE:
            found.append(reading.pieces[start:end])
    size = sum(len(piece.text) for inside in found for piece in inside)
    return found if size <= MOST_SHARE * whole else []


def is_unfolded(box: HtmlElement) -> bool:
    """Whether a box is a part that a reader unfolds: one called so whose buttons say nothing, or
    of no name, a heading with nothing beside it but such an arrow, and below them what it shows."""
    if any(text_of_element(button) for button in box.iter("button")):
        return False
    if named := box.get("class"):
        return _UNFOLDED.search(named) is not None
    head = next((e for e in box.iter() if e.tag in LOWER_HEADINGS), None)
    line = None if head is None else head.getparent()
    if line is None or line is box or line.getnext() is None or len(line) != HEAD_AND_ARROW:
        return False
    arrow = next(e for e in line if e is not head)
    return arrow.tag == "button" and bool(_ONE_CONTROL(box))


_HEADING = XPath("boolean(.//h2 | .//h3 | .//h4 | .//h5 | .//h6)")
HEAD_AND_ARROW = 2
_ONE_CONTROL = XPath("count(.//button | .//input | .//form | .//audio | .//a[@href]) = 1")


def _is_headed(box: HtmlElement, pieces: Sequence[Piece]) -> bool:
    """Whether a box begins with a heading, holds a sentence, no list and no table, and no other of
    its form stands right beside it: several are the entries that an article is made of. So are
    several parts within it, and what a text says last has a box too."""
    if box.tag not in BOX_TAGS or not pieces or pieces[0].kind is not BlockKind.HEADING:
        return False
    named = box.get("class") or ""
    if pieces[0].region is not None or named.startswith(_GROUPS) or _UNFOLDED.search(named):
        return False
    if is_unfolded(box):
        return False
    told = [piece for piece in pieces if piece.region is None]
    if any(piece.kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW) for piece in told):
        return False
    if not any(is_good(piece) for piece in told) or _has_parts(told):
        return False
    if concludes(told[0].text) or heads_note(told[0].text):
        return False
    beside = (box.getprevious(), box.getnext())
    alike = [o for o in beside if o is not None and form_of(o) == form_of(box)]
    return not alike or (not named and _is_card(box, told) and not any(map(_HEADING, alike)))


def _is_card(box: HtmlElement, told: Sequence[Piece]) -> bool:
    """Whether a box is a picture, a heading and a line or two, and ends with a link of a few words:
    what is sold, on a page each paragraph of which stands in a box of no name."""
    last = told[-1]
    brief = len(told) <= MOST_CARD_LINES and spoken_words(last.text) <= MAX_CALL_WORDS
    return brief and last.link_share > LINKED and box.find(".//img") is not None


MOST_CARD_LINES, MAX_CALL_WORDS, LINKED = 4, 5, 0.9


def _has_parts(told: Sequence[Piece]) -> bool:
    """Whether sentences stand right below each of two headings: questions, steps, sections; or
    brief ones below each of three."""
    headed = [
        below
        for head, below in pairwise(told)
        if head.kind is BlockKind.HEADING and not head.linked and is_sentence(below)
    ]
    return len(headed) >= LEAST_BRIEF or sum(map(_is_prose, headed)) >= LEAST_PARTS


LEAST_PARTS, LEAST_BRIEF = 2, 3


def _is_prose(piece: Piece) -> bool:
    return is_sentence(piece) and spoken_words(piece.text) >= MIN_PART_WORDS


MIN_PART_WORDS = 5
