"""Boxes above and below a text's paragraphs, outside of the element that holds them or within it:
what tells nothing that these do, or stands below and holds no long sentence, is a template's, in
whatever words. Those amid a text are told by `strange_boxes`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import islice

from lxml.html import HtmlElement

from pipeline.bodies.amid_parts import amid_parts
from pipeline.bodies.boxed_lines import signs
from pipeline.bodies.columns import SET_APART, are_parts_alike, is_beside, unwrapped
from pipeline.bodies.headed_lists import answered, headed_lists, judged_points
from pipeline.bodies.insets import own_box
from pipeline.bodies.spans import SENTENCE_END, is_good, is_sentence
from pipeline.fingerprints import skeleton
from pipeline.lines.above_text import FACT, LEAST_FACTS
from pipeline.lines.units import is_told_apart
from pipeline.page.elements import BOX_TAGS, LOWER_HEADINGS, form_of, undecorated
from pipeline.page.pieces import Piece, give_region
from pipeline.page.region_names import is_standfirst_name, names_of
from pipeline.records import BlockKind

COLUMN_SHARE = 0.6
"""The share of a text's prose that stands right in one element, at least."""
LONG_CHARS = 80
"""A sentence of so many letters is prose wherever it stands, and with it what its box holds."""


def mark_beside_column(
    pieces: list[Piece],
    described: frozenset[str] = frozenset(),
    parts: frozenset[int] = frozenset(),
) -> None:
    """Give such boxes the region of what no second reader confirms. Of a text that stands in no one
    element nothing is told. What the page is `described` by, in skeletons, stays above it, and so
    do pieces that are `parts` of the text, by their identity."""
    ours = [piece for piece in pieces if piece.region is None]
    held: dict[HtmlElement, list[int]] = defaultdict(list)
    for number, piece in enumerate(ours):
        box = _box(piece) if _is_prose(piece) else None
        if box is not None:
            held[box].append(number)
    sizes = {
        box: sum(len(ours[n].text) for n in own)
        for box, own in held.items()
        if not _is_head([ours[n] for n in own])  # the text of a flash may be shorter
    }
    column = max(sizes, key=sizes.__getitem__, default=None)
    whole = sum(len(ours[n].text) for own in held.values() for n in own)
    if column is None or sizes[column] < COLUMN_SHARE * whole:
        return
    judged = judged_points(ours) | {n for n, piece in enumerate(ours) if id(piece) in parts}
    judged |= amid_parts(ours, column, held[column][-1])
    spared = {id(ours[number]) for number in judged}
    _mark_foreign(ours, column, held[column], spared)
    above = range(held[column][0])
    standfirst = {id(ours[n]) for n in above if skeleton(ours[n].text) in described}
    _mark_above(ours, column, held[column], spared | standfirst)
    told = {box for box, own in held.items() if any(_is_long(ours[n]) for n in own)} | {column}
    told |= {ours[n].element for n in held[column] if ours[n].element.tag in BOX_TAGS}
    around_told = _around(told)
    around_column = set(column.iterancestors())
    last = held[column][-1]
    listed = headed_lists(ours, last + 1) | answered(ours, last + 1) | judged
    for number, piece in enumerate(ours[last + 1 :], last + 1):
        box = _box(piece) if number not in listed else None
        if box is None or not _is_apart(box, column, told, around_told):
            continue
        if piece.kind in SET_APART and column in piece.element.iterancestors():
            continue
        if _is_of_verdict(ours, number):
            continue
        if is_of_component(piece, column) or heads_component(ours, number, column):
            continue
        ended = piece.element.tag == "p" and piece.text[-1] in SENTENCE_END
        if not (ended and box in around_column) and not signs(piece, ours):
            piece.region = "unconfirmed"


def is_of_component(piece: Piece, column: HtmlElement | None) -> bool:
    """Whether a line is a sentence, a point, a row or code in a box of its own that is called as a
    text's is, and so are those around it: systems set every part of a text as a component, the
    last one too."""
    around = next(piece.element.iterancestors("table", "blockquote", "ul", "ol"), piece.element)
    box, column = unwrapped(around.getparent()), unwrapped(column)
    if box is None or column is None or box is column or not column.get("class"):
        return False
    told = is_sentence(piece) or (piece.kind in _OF_COMPONENTS and not piece.linked)
    told = told or _links_a_word(piece)
    return told and are_parts_alike(box, column)


def heads_component(ours: Sequence[Piece], number: int, column: HtmlElement | None) -> bool:
    """Whether a line is a heading without a link in such a box, right above a line of one."""
    head = ours[number]
    if head.kind is not BlockKind.HEADING or head.linked or number + 1 == len(ours):
        return False
    box, column = unwrapped(head.element.getparent()), unwrapped(column)
    if box is None or column is None or not is_of_component(ours[number + 1], column):
        return False
    return box is _box(ours[number + 1]) or are_parts_alike(box, column)


def _are_of_components(inside: Sequence[Piece], column: HtmlElement) -> bool:
    """Whether the lines of a box are all such, with their headings, the last of which may head the
    component below."""
    *above, last = inside
    told = above if above and _heads_next(last, above[-1], column) else inside
    return all(
        is_of_component(piece, column) or heads_component(told, number, column)
        for number, piece in enumerate(told)
    )


def _heads_next(head: Piece, above: Piece, column: HtmlElement) -> bool:
    """Whether a heading without a link stands right below a line of a component, in its box."""
    is_heading = head.kind is BlockKind.HEADING and not head.linked
    beside = head.element.getparent() is above.element.getparent()
    return is_heading and beside and is_of_component(above, column)


def _links_a_word(piece: Piece) -> bool:
    """Whether a piece is a longer sentence of which a word or two lead elsewhere."""
    told = piece.kind is BlockKind.PARAGRAPH and piece.text[-1] in SENTENCE_END
    return told and len(piece.text) >= LINKING_CHARS and piece.link_share < MAX_LINKED


LINKING_CHARS, MAX_LINKED = 60, 0.25


def _is_of_verdict(ours: Sequence[Piece], number: int) -> bool:
    """Whether a line is a sentence, a point or what heads a sentence in a box that is called a
    verdict, as plugins for reviews print below a text."""
    piece = ours[number]
    if piece.linked:
        return False
    told = piece.kind is BlockKind.LIST_ITEM or is_sentence(piece)
    if piece.kind is BlockKind.HEADING:
        told = number + 1 < len(ours) and is_sentence(ours[number + 1])
    around = islice(piece.element.iterancestors(), MAX_VERDICT_BOXES)
    return told and any(_VERDICT.search(names_of(box)) for box in around)


_VERDICT = re.compile(
    r"(?:^|[\s_-])(?:verdict|wertung|fazit|bottom-?line|final-?thoughts?"
    r"|review[_-](?:box|summary|short-summary|wrap-up|verdict|conclusion))(?:$|[\s_-])",
    re.IGNORECASE,
)
MAX_VERDICT_BOXES = 4


def _mark_foreign(
    ours: Sequence[Piece], column: HtmlElement, own: Sequence[int], spared: Collection[int]
) -> None:
    """Mark the boxes below a column's text and outside of it that tell nothing that it does, but
    for pieces that are `spared`."""
    around_column = set(column.iterancestors())
    boxes = _boxes_of(ours[own[-1] + 1 :], around_column, [ours[number] for number in own])
    texts = [ours[number].block for number in own]
    form = _form(ours[own[-1]])
    most = MOST_SHARE * sum(len(block.text) for block in texts)
    for box, inside in boxes.items():
        size = sum(len(piece.text) for piece in inside)
        if is_beside(box, column) or _is_second_part(inside, form):
            continue
        if _are_of_components(inside, column):
            continue
        if size <= most and is_told_apart([piece.block for piece in inside], texts):
            give_region((piece for piece in inside if id(piece) not in spared), "unconfirmed")


def _mark_above(
    ours: Sequence[Piece], column: HtmlElement, own: Sequence[int], spared: Collection[int]
) -> None:
    """Mark the boxes of several lines above a column's text that tell nothing that it does. A box
    of one line may be its standfirst, and so may a first sentence that is called so."""
    texts, form = [ours[number].block for number in own], _form(ours[own[0]])
    around = {column, *column.iterancestors()}
    boxes = _boxes_of(ours[: own[0]], around, [ours[number] for number in own])
    for box, inside in boxes.items():
        if _is_section_beside(box, column):
            continue
        facts = sum(FACT in piece.text for piece in inside)
        if len(inside) < LEAST_LINES or facts >= LEAST_FACTS:
            continue
        if any(map(_is_headline_or_post, inside)) or _is_second_part(inside, form):
            continue
        if _are_of_components(inside, column):
            continue
        if is_told_apart([piece.block for piece in inside], texts):
            left = inside[1:] if inside[0] is ours[0] and _is_standfirst(ours[0]) else inside
            give_region((piece for piece in left if id(piece) not in spared), "unconfirmed")


def _is_section_beside(box: HtmlElement, column: HtmlElement) -> bool:
    """Whether a box above a column is the section before it: both begin with a heading of one
    level, as programs nest the parts of a text that somebody wrote in one file."""
    if not (is_beside(box, column) and len(box) and len(column)):
        return False
    headed = box[0].tag == column[0].tag and box[0].tag in LOWER_HEADINGS
    return headed and not (box.text or "").strip() and not (column.text or "").strip()


def _is_head(inside: Sequence[Piece]) -> bool:
    """Whether lines are a standfirst, and no sentence but it."""
    ended = [piece for piece in inside if piece.text[-1] in SENTENCE_END]
    return bool(ended) and all(map(_is_standfirst, ended))


def _is_standfirst(piece: Piece) -> bool:
    """Whether a line is a sentence without a link that is called a standfirst."""
    ended = piece.text[-1] in SENTENCE_END and not piece.linked
    return ended and is_standfirst_name(names_of(piece.element))


def _boxes_of(
    pieces: Iterable[Piece], around: Collection[HtmlElement], text: Iterable[Piece]
) -> dict[HtmlElement, list[Piece]]:
    """The lines of each box that stands right in one of some elements. The box in which lines of
    the `text` stand between breaks is none of these."""
    typed = {piece.element for piece in text}
    boxes: dict[HtmlElement, list[Piece]] = defaultdict(list)
    for piece in pieces:
        box = _outermost(piece, around)
        if box is not None and box.tag in BOX_TAGS and box not in typed:
            boxes[box].append(piece)
    return boxes


LEAST_LINES = 2


def _is_headline_or_post(piece: Piece) -> bool:
    """Whether a line heads the page, with its standfirst below it, or is what somebody posted."""
    return piece.level == 1 or _POSTED.search(piece.text) is not None


_POSTED = re.compile(r"\(@\w+\)")
"""Who wrote a post, by the account."""


def _is_second_part(inside: Sequence[Piece], form: _Form) -> bool:
    """Whether lines are all sentences without a link, a long one among them, in paragraphs like a
    text's own: the rest of it below a bar or an advertisement, or its beginning, of other things.
    Houses head what they say of themselves, or link to it."""
    own = (_form(p) == form and p.text[-1] in SENTENCE_END and not p.linked for p in inside)
    return all(own) and any(map(_is_long, inside))


_Form = tuple[str, str | None, str | None]


def _form(piece: Piece) -> _Form:
    return *undecorated(form_of(piece.element)), piece.element.get("style")


def _outermost(piece: Piece, around: Collection[HtmlElement]) -> HtmlElement | None:
    """The outermost element that a line stands in and a column does not."""
    for element in (piece.element, *piece.element.iterancestors()):
        if element.getparent() in around:
            return element
    return None


MOST_SHARE = 0.8
"""The share of a text's letters that such a box has, at most."""


_OF_COMPONENTS = SET_APART | {BlockKind.LIST_ITEM}


def _around(boxes: Iterable[HtmlElement]) -> set[HtmlElement]:
    """The elements that boxes stand in."""
    found: set[HtmlElement] = set()
    for box in boxes:
        for around in box.iterancestors():
            if around in found:
                break
            found.add(around)
    return found


def _is_apart(
    box: HtmlElement,
    column: HtmlElement,
    told: Collection[HtmlElement],
    around_told: Collection[HtmlElement],
) -> bool:
    """Whether a box stands in none that holds a long sentence or is made like the column, or in a
    box of the column that holds none."""
    for around in (box, *box.iterancestors()):
        if around in told or is_beside(around, column):
            return False
        if around.getparent() is column:
            named = bool(around.attrib) or len(around) < LEAST_LISTED
            return named and around.tag in BOX_TAGS and around not in around_told
    return True


LEAST_LISTED = 3
"""Lines of a box without a name that is a list, as what is pasted into an editor has it."""


def _box(piece: Piece) -> HtmlElement | None:
    """The element around a line and what holds it alone; around the list of one."""
    box = own_box(piece.element).getparent()
    if piece.kind is BlockKind.LIST_ITEM and box is not None and box.tag in ("ul", "ol"):
        return box.getparent()
    return box


def _is_prose(piece: Piece) -> bool:
    return is_good(piece) and (piece.text[-1] in SENTENCE_END or len(piece.text) >= LONG_CHARS)


def _is_long(piece: Piece) -> bool:
    return len(piece.text) >= LONG_CHARS and piece.text[-1] in SENTENCE_END
