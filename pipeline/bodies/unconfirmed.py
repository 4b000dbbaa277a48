"""Short lines and ends of a body that a second reader, trafilatura, does not confirm."""

from __future__ import annotations

import re
from collections import Counter

from lxml.html import HtmlElement

from pipeline.bodies.second_reader import read_again
from pipeline.bodies.spans import SENTENCE_END, is_row_of_facts
from pipeline.fingerprints import skeleton
from pipeline.page.pieces import Piece
from pipeline.page.region_names import is_standfirst_name, is_subheading_name, names_of
from pipeline.patterns.late_patterns import late_pattern
from pipeline.people.given_names import persons_in
from pipeline.records import BlockKind

TRUST_SHARE = 0.8
"""From this share of agreement on, the second reader's silence about a short line counts."""

TRUST_END_SHARE = 0.6
"""The same for what follows the last line that both readers have."""

SHORT_CHARS = 60
SURE_END_CHARS = 160
MAX_END_SHARE = 0.25
"""An end that only one reader has, and that is longer than this, is left in."""


def mark_unconfirmed(
    pieces: list[Piece], container: HtmlElement, regions: list[HtmlElement]
) -> None:
    """Short lines, and an end, that trafilatura does not have where it has the rest.

    On 306 pages: of 63 short paragraphs that it left out, 53 were no text of the article; of longer
    ones and of first ones most were.
    """
    _mark_boxed([p for p in pieces if p.region is None])
    ours = [p for p in pieces if p.region is None]
    if not _is_in_doubt(ours, container):
        return
    whole = sum(len(p.text) for p in ours)
    marked = [p.element for p in pieces if p.region is not None and p.element is not container]
    theirs = read_again(container, [*regions, *marked])
    if not theirs:
        return
    confirmed = [skeleton(p.text)[:SHORT_CHARS] in theirs for p in ours]
    agreed = sum(len(p.text) for p, sure in zip(ours, confirmed, strict=True) if sure)
    if agreed < whole * TRUST_END_SHARE:
        return
    alike = _prose_forms(ours)
    end = len(ours) - confirmed[::-1].index(True)
    if sum(len(p.text) for p in ours[end:]) < whole * MAX_END_SHARE:
        _mark_end(ours, end, alike | _prose_places(ours[:end]))
    if agreed < whole * TRUST_SHARE:
        return
    for number, (piece, sure) in enumerate(zip(ours, confirmed, strict=True)):
        doubted = number > 0 and not sure and _is_short(piece) and _form(piece) not in alike
        if doubted and not _is_text(ours, number):
            piece.region = "unconfirmed"


def _mark_end(ours: list[Piece], end: int, known: set[_Form | None]) -> None:
    """What follows the last line that both readers have, but quotes, sentences where the prose
    stands (`known`) with the headings above them, and a signature."""
    boxes = {piece.element.getparent() for piece in ours[:end]}
    follows = False
    for number in range(len(ours) - 1, end - 1, -1):
        piece = ours[number]
        told = piece.kind in (BlockKind.QUOTE, BlockKind.CODE) or _is_listed(piece, boxes)
        if piece.kind is BlockKind.HEADING:
            told = follows and piece.element.getparent() in boxes
        told = told or _closes(ours, number)
        follows = told or _is_of_prose(piece, known) or _signs(piece, ours)
        if not follows:
            piece.region = "unconfirmed"


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


PROSE_CHARS = 250
PROSE_SHARE = 0.7
"""From so much text in paragraphs on, and so large a share of it, an article is written in them.
The first is what trafilatura takes for enough."""


def _mark_boxed(ours: list[Piece]) -> None:
    """Short lines that stand in a box of no paragraph, where the article is written in paragraphs:
    labels, credits, advertisements. Above the text a sentence may be its standfirst: of four others
    on 306 pages none is text. trafilatura reads no such box then, and need not be asked."""
    prose = sum(len(p.text) for p in ours if p.element.tag == "p")
    if prose < max(PROSE_CHARS, PROSE_SHARE * sum(len(p.text) for p in ours)):
        return
    for number, piece in enumerate(ours):
        if piece.element.tag != "div":
            continue
        is_line = is_row_of_facts(piece) or (
            _is_short(piece) and (number > 0 or piece.text[-1] not in SENTENCE_END)
        )
        opens = is_standfirst_name(names_of(piece.element)) and (
            number == 0 or piece.text[-1] in SENTENCE_END
        )
        if is_line and not opens and not _is_text(ours, number):
            piece.region = "unconfirmed"


def _heads(ours: list[Piece], number: int) -> bool:
    """Whether a line is called a heading amid a text, and stands between two of its paragraphs."""
    piece, around = ours[number], ours[max(0, number - 1) : number + 2]
    if len(around) < 3 or piece.linked or not is_subheading_name(names_of(piece.element)):
        return False
    box = piece.element.getparent()
    return all(p.element.getparent() is box for p in (around[0], around[2]) if p.element.tag == "p")


def _is_text(ours: list[Piece], number: int) -> bool:
    """Whether where a short line stands, or what it is called, tells that it is of the text."""
    if _signs(ours[number], ours) or _is_pasted(ours, number) or _is_said(ours, number):
        return True
    return _closes(ours, number) or _heads(ours, number)


_QUOTE = re.compile(r"(?:^|[\s_-])(?:block-?)?(?:quote|quotation|zitat|citation|cita)(?:$|[\s_-])")

_WHO_SAYS = re.compile(r"attribution|author|source|name|by|credit|foot|cite")


def _is_said(ours: list[Piece], number: int) -> bool:
    """Whether a line is called a quotation, stands amid the prose, and in no other line of it: what
    is said there once more is drawn out of it."""
    piece = ours[number]
    if not 0 < number < len(ours) - 1 or not _is_called_quote(piece.element):
        return False
    said = skeleton(piece.text)
    return not any(said in skeleton(p.text) for p in ours if p is not piece)


QUOTE_BOXES = 3
"""Boxes around a line, and nothing but it, of which one may be called a quotation."""


def _is_called_quote(element: HtmlElement) -> bool:
    """Whether a line's element, or a box that holds nothing else, is called a quotation: content
    systems put fields into paragraphs of a type."""
    box: HtmlElement | None = element
    for _ in range(QUOTE_BOXES):
        if box is None:
            break
        called = names_of(box).lower()
        if _WHO_SAYS.search(called):
            return False
        if _QUOTE.search(called):
            return True
        around = box.getparent()
        alone = around is not None and len(around) == 1 and not (around.text or "").strip()
        box = around if alone else None
    return False


SENTENCE_CHARS = 16
"""A line that ends as a sentence does, and is no longer, is a town or a label: «Chemnitz.»."""


def _is_pasted(ours: list[Piece], number: int) -> bool:
    """Whether a line is a sentence without a link in a nameless box right between two paragraphs
    of the prose, or others such, as editors' tools write what is pasted from elsewhere."""
    if number == 0 or not _is_boxed_sentence(ours[number]):
        return False
    box = ours[number].element.getparent()
    sides = (reversed(ours[:number]), iter(ours[number + 1 :]))
    around = [next((p for p in side if not _is_boxed_sentence(p)), None) for side in sides]
    return all(p and p.element.tag == "p" and p.element.getparent() is box for p in around)


def _closes(ours: list[Piece], number: int) -> bool:
    """Whether a piece is such a sentence right below the prose, with none of it behind: the last
    one of a text, of which editors' tools write a box too."""
    piece = ours[number]
    above = ours[number - 1]
    if number == 0 or not _is_boxed_sentence(piece):
        return False
    brief = _width(piece.text) < CLOSING_CHARS and len(piece.text.split()) < CLOSING_WORDS
    if brief and not _UNSPACED.search(piece.text):
        return False
    box = piece.element.getparent()
    if above.element.tag != "p" or above.element.getparent() is not box:
        return False
    behind = (p for p in ours[number + 1 :] if p.element.tag == "p")
    return above.text[-1] in SENTENCE_END and not any(p.text[-1] in SENTENCE_END for p in behind)


CLOSING_CHARS, CLOSING_WORDS = 24, 3
"""Of the last sentence of a text, one of both."""


def _is_boxed_sentence(piece: Piece) -> bool:
    """Whether a line is a sentence without a link in a box without a name."""
    element = piece.element
    if element.tag != "div" or element.attrib or piece.linked:
        return False
    ended = piece.text[-1] in SENTENCE_END and not piece.text[0].isdigit()
    return ended and _width(piece.text) > SENTENCE_CHARS


def _signs(piece: Piece, ours: list[Piece]) -> bool:
    """Whether a line is the last one and persons' names: who wrote the text."""
    alone = piece is ours[-1] and piece.element.find(".//a") is None
    return alone and bool(persons_in(_AGENCY_BEHIND.sub("", piece.text)))


_AGENCY_BEHIND = re.compile(r"\s*(?:[/|]|\s[-–—])\s*[^\W\d_.]{2,8}$|\s*\([^()]{2,25}\)$")
"""An agency with which a person signs: «Jane Doe / dpa»."""


def _is_short(piece: Piece) -> bool:
    """Whether a line is a short paragraph, and none that announces what follows it."""
    plain = piece.kind is BlockKind.PARAGRAPH and not piece.text.endswith(":")
    return plain and len(piece.text) < SHORT_CHARS


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
    if not sure and (_is_short(end) or not _is_plain(end, container)):
        return True
    return any(
        _is_short(piece) and not _is_beside_prose(piece, alike) and not _is_plain(piece, container)
        for piece in ours[1:]
    )


MAX_LINKED_BESIDE = 0.5


def _is_beside_prose(piece: Piece, alike: set[_Form | None]) -> bool:
    """Whether a line stands where the long paragraphs do, and no more than half of it is a link."""
    return _form(piece) in alike or (
        _place(piece) in alike and piece.link_share < MAX_LINKED_BESIDE
    )


_UNSPACED = late_pattern("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def _width(text: str) -> int:
    """The length of a text, an ideograph or a syllable for two letters."""
    return len(text) * 2 if _UNSPACED.search(text[:20]) else len(text)


def _is_of_prose(piece: Piece, alike: set[_Form | None]) -> bool:
    """Whether a line is a long sentence in the form of the article's other paragraphs, or one and
    what follows it without its full stop."""
    width = _width(piece.text)
    whole = width >= ALIKE_CHARS and piece.text[-1] in SENTENCE_END
    whole = whole or (width >= SHORT_CHARS and _SENTENCE_WITHIN.search(piece.text) is not None)
    return whole and piece.link_share < MAX_LINKED and _place(piece) in alike


_SENTENCE_WITHIN = re.compile(r"[^\W\d_]{3}[.…۔।] [^\W\d_]\S* \S+ \S")


_Form = tuple[str, str | None, str, str | None, str | None]


def _prose_forms(ours: list[Piece]) -> set[_Form | None]:
    """The forms in which the article's long paragraphs are written."""
    prose = Counter(_form(p) for p in ours if _width(p.text) >= ALIKE_CHARS)
    return {form for form, number in prose.items() if form and number >= ENOUGH_ALIKE}


def _prose_places(confirmed: list[Piece]) -> set[_Form | None]:
    """Where the long paragraphs stand that both readers have, boxes without a name too."""
    prose = Counter(_place(p) for p in confirmed if _width(p.text) >= ALIKE_CHARS)
    return {place for place, number in prose.items() if place and number >= ENOUGH_ALIKE}


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
    if element.tag not in ("p", "div"):
        return None
    parent = element.getparent()
    where = (parent.tag, parent.get("class")) if parent is not None else ("", None)
    return *where, element.tag, element.get("class"), element.get("style")


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
