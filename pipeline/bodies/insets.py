"""Short lines that a page sets into boxes of their own between the paragraphs of a text."""

from __future__ import annotations

from lxml.html import HtmlElement

from pipeline.page.pieces import Piece
from pipeline.records import BlockKind

MAX_CHARS = 120
_BOXES = frozenset({"div", "section", "aside"})


def is_inset(piece: Piece) -> bool:
    """Whether a short line that is not bold stands alone in a box between paragraphs that stand in
    none, or in boxes called otherwise. What heads the text below it is a paragraph or a heading as
    those beside it are."""
    if piece.kind is not BlockKind.PARAGRAPH or piece.bold or len(piece.text) > MAX_CHARS:
        return False
    box = own_box(piece.element)
    if box.tag not in _BOXES:
        return False
    beside = [each for each in (box.getprevious(), box.getnext()) if each is not None]
    tags = {each.tag for each in beside}
    if tags == {box.tag}:
        names = {each.get("class") for each in beside}
        return len(beside) > 1 and len(names) == 1 and names.isdisjoint({None, box.get("class")})
    return "p" in tags and box.tag not in tags


def own_box(element: HtmlElement) -> HtmlElement:
    """The outermost element that holds nothing but one."""
    above = element.getparent()
    while above is not None and len(above) == 1 and not (above.text or "").strip():
        element, above = above, above.getparent()
    return element
