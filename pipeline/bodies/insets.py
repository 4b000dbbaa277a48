"""Short lines that a page sets into boxes of their own between the paragraphs of a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from lxml.html import HtmlElement

from pipeline.bodies.spans import is_good
from pipeline.page.elements import BOX_TAGS, form_of, is_only_child, text_of_element
from pipeline.page.pieces import Piece
from pipeline.punctuation import QUESTION_MARKS
from pipeline.records import BlockKind

MAX_CHARS = 120


def is_inset(piece: Piece) -> bool:
    """Whether a short line that is not bold stands alone in a box between paragraphs that stand in
    none, or in boxes called otherwise. What heads the text below it is a paragraph or a heading as
    those beside it are."""
    if piece.kind is not BlockKind.PARAGRAPH or piece.bold or len(piece.text) > MAX_CHARS:
        return False
    box = own_box(piece.element)
    if box.tag not in BOX_TAGS:
        return False
    beside = [each for each in (box.getprevious(), box.getnext()) if each is not None]
    tags = {each.tag for each in beside}
    if tags == {box.tag}:
        names = {each.get("class") for each in beside}
        return len(beside) > 1 and len(names) == 1 and names.isdisjoint({None, box.get("class")})
    return "p" in tags and box.tag not in tags


MAX_ROW_PIECES = 3
"""A heading, a line and a button."""


def is_row_of_its_own(box: Sequence[Piece], pieces: Sequence[Piece]) -> bool:
    """Whether brief lines between prose are a row of a page builder, which sets a text in rows too:
    a heading unlike the text's own, and at the end a link that is called a button."""
    head, last = box[0], box[-1]
    if not 1 < len(box) <= MAX_ROW_PIECES or head.kind is not BlockKind.HEADING:
        return False
    if last.link is None or last.link_share < 1 or not is_button(last.link):
        return False
    start = next(i for i, piece in enumerate(pieces) if piece is head)
    before, after = pieces[:start], pieces[start + len(box) :]
    if not (any(map(is_good, before)) and any(map(is_good, after))):
        return False
    form = form_of(head.element)
    return all(form_of(p.element) != form for p in (*before, *after))


def own_box(element: HtmlElement) -> HtmlElement:
    """The outermost element that holds nothing but one."""
    above = element.getparent()
    while above is not None and is_only_child(element) and not (above.text or "").strip():
        element, above = above, above.getparent()
    return element


def unfolds(piece: Piece) -> bool:
    """Whether a line whose link leads nowhere begins a box and shows the rest of it: a question
    with its answer, «<div><a href="#">Is it free?</a></div><div>Yes, until May.</div>»."""
    link = piece.link
    if link is None or not (link.get("href") or "#").startswith(("#", "javascript:")):
        return False
    line = own_box(piece.element)
    answer = line.getnext()
    if answer is None or line.getprevious() is not None or answer.tag not in _ANSWERS:
        return False
    if piece.text[-1] not in QUESTION_MARKS:
        around = (link, *islice(link.iterancestors(), 2))
        if not any(_CONTROLS & {*element.keys()} for element in around):
            return False
    text = text_of_element(answer)
    linked = sum(len(text_of_element(a)) for a in answer.iter("a"))
    return len(text) >= LEAST_ANSWER and linked * 2 < len(text)


_ANSWERS = frozenset({"div", "section", "p", "dd"})
_CONTROLS = frozenset({"aria-expanded", "aria-controls", "data-toggle", "data-bs-toggle"})
"""What a link has, or its box, that shows and hides a part of the page."""
LEAST_ANSWER = 20


_BUTTON = re.compile(r"(?:^|[\s_-])(?:btn\d?|button|cta)(?:$|[\s_-])", re.IGNORECASE)


def is_button(link: HtmlElement) -> bool:
    """Whether a link is called a button."""
    return link.get("role") == "button" or _BUTTON.search(link.get("class") or "") is not None


def are_of_others(box: HtmlElement, pieces: list[Piece]) -> bool:
    """Whether all buttons of a box stand in parts of it that have their regions: below a text of
    one sentence readers are asked to share it."""
    told = [p for p in pieces if p.region is not None]
    if not told:
        return False
    parts = {part for p in told if (part := _part_of(box, p.element)) is not None}
    parts -= {_part_of(box, p.element) for p in pieces if p.region is None}
    controls = (e for e in box.iter("button", "input", "form", "audio"))
    return all(_part_of(box, control) in parts for control in controls)


def _part_of(box: HtmlElement, element: HtmlElement) -> HtmlElement | None:
    """The child of a box that an element is, or stands in."""
    while (parent := element.getparent()) is not None:
        if parent is box:
            return element
        element = parent
    return None
