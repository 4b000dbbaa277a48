"""Short lines and ends of a body that a second reader, trafilatura, does not confirm."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

from lxml.html import HtmlElement

from pipeline.bodies.beside_column import heads_component, is_of_component
from pipeline.bodies.boxed_lines import (
    SHORT_CHARS,
    closes,
    is_short,
    is_text,
    mark_boxed,
    signs,
    width_of,
)
from pipeline.bodies.headed_lists import answered, headed_lists, judged_points
from pipeline.bodies.notes import is_noted
from pipeline.bodies.second_reader import read_again
from pipeline.bodies.spans import SENTENCE_END
from pipeline.fingerprints import skeleton
from pipeline.lines.stems import stems_of, telling_stems
from pipeline.lines.verdicts import concludes
from pipeline.page.elements import form_of
from pipeline.page.pieces import Piece
from pipeline.records import BlockKind

TRUST_SHARE = 0.8
"""From this share of agreement on, the second reader's silence about a short line counts."""

TRUST_END_SHARE = 0.6
"""The same for what follows the last line that both readers have."""

SURE_END_CHARS = 160
MAX_END_SHARE = 0.25
"""An end that only one reader has, and that is longer than this, is left in."""


def mark_unconfirmed(
    pieces: list[Piece],
    container: HtmlElement,
    regions: list[HtmlElement],
    described: frozenset[str] = frozenset(),
    parts: frozenset[int] = frozenset(),
) -> None:
    """Short lines, and an end, that trafilatura does not have where it has the rest. What the page
    is `described` by, in skeletons, is its standfirst and stays, as pieces that are `parts` of the
    text do, by their identity.

    On 306 pages: of 63 short paragraphs that it left out, 53 were no text of the article; of longer
    ones and of first ones most were.
    """
    ours = [p for p in pieces if p.region is None]
    first = frozenset(id(p) for p in ours[:STANDFIRSTS] if skeleton(p.text) in described)
    mark_boxed(ours, parts | first)
    ours = [p for p in ours if p.region is None]
    if not _is_in_doubt(ours, container):
        return
    whole = sum(len(p.text) for p in ours)
    marked = [p.element for p in pieces if p.region is not None and p.element is not container]
    theirs = read_again(container, [*regions, *marked])
    if not theirs:
        return
    confirmed = [skeleton(p.text)[:SHORT_CHARS] in theirs for p in ours]
    agreed = sum(len(p.text) for p, sure in zip(ours, confirmed, strict=True) if sure)
    if agreed < whole * TRUST_END_SHARE or _is_only_described(ours, confirmed, described):
        return
    alike = _prose_forms(ours)
    end = len(ours) - confirmed[::-1].index(True)
    own = {number for number, piece in enumerate(ours) if id(piece) in parts}
    judged = judged_points(ours) | answered(ours, 0) | own
    end = max(end, max(own, default=0) + 1)
    column = ours[end - 1].element.getparent()
    if sum(len(p.text) for p in ours[end:]) < whole * MAX_END_SHARE:
        _mark_end(ours, end, alike | _prose_places(ours[:end]), judged)
    if agreed < whole * TRUST_SHARE:
        return
    for number, (piece, sure) in enumerate(zip(ours, confirmed, strict=True)):
        doubted = number > 0 and not sure and is_short(piece) and _form(piece) not in alike
        doubted = doubted and number not in judged and not is_text(ours, number)
        doubted = doubted and skeleton(piece.text) not in described
        doubted = doubted and not (_is_numbered(piece) or _heads_note(piece))
        if doubted and not is_of_component(piece, column):
            piece.region = "unconfirmed"


STANDFIRSTS = 2
"""Lines above a text that may be what its page is described by."""


def _is_only_described(ours: list[Piece], confirmed: list[bool], described: frozenset[str]) -> bool:
    """Whether all that the second reader has is what the page is described by: it took the
    standfirst for the text of a flash."""
    if not described:
        return False
    return all(
        skeleton(piece.text) in described
        for piece, sure in zip(ours, confirmed, strict=True)
        if sure and piece.kind is not BlockKind.HEADING
    )


def _is_numbered(piece: Piece) -> bool:
    """Whether a line is a sentence beside its number, as the steps of advice are set."""
    if piece.text[-1] not in SENTENCE_END or piece.linked:
        return False
    for box in (piece.element, *islice(piece.element.iterancestors(), MAX_STEP_BOXES)):
        beside = box.getprevious()
        if beside is not None:
            return not len(beside) and _STEP.fullmatch((beside.text or "").strip()) is not None
    return False


MAX_STEP_BOXES = 2
_STEP = re.compile(r"[\d٠-٩۰-۹]{1,2}[.):]?")


def _heads_note(piece: Piece) -> bool:
    """Whether a line is the title of a note within the text, as makers of pages call such a box."""
    called = piece.element.get("class")
    return bool(called) and _NOTE_TITLE.search(called) is not None


_NOTE_TITLE = re.compile(r"(?:callout|admonition|markdown-alert)[_-]{0,2}(?:title|head)", re.I)


def _mark_end(ours: list[Piece], end: int, known: set[_Form | None], judged: set[int]) -> None:
    """What follows the last line that both readers have, but quotes, sentences where the prose
    stands (`known`) with the headings above them or in a component like the text's own, lists below
    headings like those of the text, what is `judged`, and a signature."""
    boxes = {piece.element.getparent() for piece in ours[:end]}
    elements = {piece.element for piece in ours[:end]}  # of lines between breaks
    columns = {piece.element.getparent() for piece in ours[max(0, end - NEAR_END) : end]}
    headed = headed_lists(ours, end) | answered(ours, end) | judged
    follows = False
    for number in range(len(ours) - 1, end - 1, -1):
        piece = ours[number]
        told = piece.kind in (BlockKind.QUOTE, BlockKind.CODE) or _is_listed(piece, boxes)
        if piece.kind is BlockKind.HEADING:
            told = piece.element.getparent() in boxes or concludes(piece.text)
            told = told and follows
            told = told or any(heads_component(ours, number, column) for column in columns)
        told = told or closes(ours, number) or number in headed
        told = told or (piece.element in elements and _is_plain_sentence(piece))
        told = told or any(is_of_component(piece, column) for column in columns)
        told = told or tells_on(piece, ours[:end])
        told = told or (follows and is_noted(ours, number))
        follows = told or _is_of_prose(piece, known) or signs(piece, ours)
        if not follows:
            piece.region = "unconfirmed"


NEAR_END = 4
"""Lines above an end in whose form it may be set: a note, a list or code may stand between."""


def tells_on(piece: Piece, before: list[Piece]) -> bool:
    """Whether a paragraph as long as a text's tells of what those `before` it tell: a verdict in a
    box of its own. Who wrote a text, and what a house says of itself, have other words."""
    if piece.kind is not BlockKind.PARAGRAPH or piece.linked or piece.text[-1] not in SENTENCE_END:
        return False
    if width_of(piece.text) < SURE_TOLD_CHARS:
        return False
    telling = telling_stems(stems_of(piece.text))
    known = {stem for other in before for stem in stems_of(other.text)}
    return len(telling & known) >= max(MIN_TOLD, len(telling) * TOLD_SHARE)


SURE_TOLD_CHARS = 300
MIN_TOLD, TOLD_SHARE = 8, 1 / 3
"""Telling words of a paragraph that stand in the text above it too."""


def _is_plain_sentence(piece: Piece) -> bool:
    return piece.text[-1] in SENTENCE_END and not piece.linked


MAX_LISTED_LINKED = 0.5
"""The same of a sentence in a list: «Phone Two costs less.» names what it tells of by a link."""


def _is_listed(piece: Piece, boxes: set[HtmlElement | None]) -> bool:
    """Whether a line is a sentence in a list that stands where the prose does."""
    around = piece.element.getparent()
    return (
        piece.kind is BlockKind.LIST_ITEM
        and piece.text[-1] in SENTENCE_END
        and piece.link_share < MAX_LISTED_LINKED
        and around is not None
        and around.getparent() in boxes
    )


ENOUGH_ALIKE = 3
"""So many long paragraphs of one form are the article's prose."""

ALIKE_CHARS = 80
"""A paragraph of so many characters is a long one."""


def _is_in_doubt(ours: list[Piece], container: HtmlElement) -> bool:
    """Whether a second reading can change anything: not where the text ends with a long sentence
    and has no short paragraph, those aside that only their words tell from the prose. On the 166
    such pages of 306 it changed one line."""
    if not ours:
        return False
    alike = _prose_forms(ours)
    end = ours[-1]
    ends = end.kind is BlockKind.PARAGRAPH and end.text[-1] in SENTENCE_END
    sure = (ends and len(end.text) >= SURE_END_CHARS) or _is_beside_prose(end, alike)
    if not sure and (is_short(end) or not _is_plain(end, container)):
        return True
    return any(
        is_short(piece) and not _is_beside_prose(piece, alike) and not _is_plain(piece, container)
        for piece in ours[1:]
    )


MAX_LINKED_BESIDE = 0.5


def _is_beside_prose(piece: Piece, alike: set[_Form | None]) -> bool:
    """Whether a line stands where the long paragraphs do, and no more than half of it is a link."""
    return _form(piece) in alike or (
        _place(piece) in alike and piece.link_share < MAX_LINKED_BESIDE
    )


def _is_of_prose(piece: Piece, alike: set[_Form | None]) -> bool:
    """Whether a line is a long sentence in the form of the article's other paragraphs, or one and
    what follows it without its full stop."""
    width = width_of(piece.text)
    whole = width >= ALIKE_CHARS and piece.text[-1] in SENTENCE_END
    whole = whole or (width >= SHORT_CHARS and _SENTENCE_WITHIN.search(piece.text) is not None)
    # What links a word or two is left out by trafilatura for that alone.
    linked = piece.linked > 0 and width >= SHORT_CHARS and piece.text[-1] in SENTENCE_END
    whole = whole or linked
    return whole and piece.link_share < MAX_LINKED and _place(piece) in alike


_SENTENCE_WITHIN = re.compile(r"[^\W\d_]{3}[.…۔।] [^\W\d_]\S* \S+ \S")


_Form = tuple[str, str | None, str, str | None, str | None]


def _prose_forms(ours: list[Piece]) -> set[_Form | None]:
    """The forms in which the article's long paragraphs are written."""
    prose = Counter(_form(p) for p in ours if width_of(p.text) >= ALIKE_CHARS)
    return {form for form, number in prose.items() if form and number >= ENOUGH_ALIKE}


def _prose_places(confirmed: list[Piece]) -> set[_Form | None]:
    """Where the long paragraphs stand that both readers have, boxes without a name too; or all of
    the few that a flash has."""
    prose = Counter(_place(p) for p in confirmed if width_of(p.text) >= ALIKE_CHARS)
    least = min(ENOUGH_ALIKE, prose.total())
    return {place for place, number in prose.items() if place and number >= least}


def _form(piece: Piece) -> _Form | None:
    """Where a paragraph stands and what it is called; None for none, or one that ends linked."""
    if piece.link is not None or (piece.element.tag == "p" and piece.linked):
        return None
    if piece.element.tag == "div" and not (
        piece.element.get("class") or piece.element.get("style")
    ):
        return None  # anything may stand in such a box
    return _place(piece)


MAX_LINKED = 0.3
"""A sentence with a larger share of links leads elsewhere."""


def _place(piece: Piece) -> _Form | None:
    """The same of any paragraph, linked or not."""
    element = piece.element
    if piece.kind is not BlockKind.PARAGRAPH:
        return None
    if element.tag not in _SET_AS_TEXT:
        return None
    parent = element.getparent()
    where = form_of(parent) if parent is not None else ("", None)
    return *where, *form_of(element), element.get("style")


_SET_AS_TEXT = frozenset({"p", "div", "h2", "h3", "h4", "h5", "h6"})
"""Elements of paragraphs, headings too where a text is set in them."""


def _is_plain(piece: Piece, container: HtmlElement) -> bool:
    """Whether a line is a paragraph without a name or a link, in nothing but nameless elements:
    all that could tell it from the text around it is its words."""
    if piece.element.tag != "p" or piece.element.attrib or piece.linked:
        return False
    for element in piece.element.iterancestors():
        if element is container:
            return True
        if element.attrib:
            return False
    return False
