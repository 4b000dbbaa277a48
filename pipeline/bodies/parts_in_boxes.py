"""Parts of a text in boxes of one form side by side: the steps of a guide, the years of a history,
the entries of a list, the rows of a table that is drawn in boxes.

Systems set each of them as a component, short as it is, and no paragraph is like it. Several beside
each other where the prose stands are the text's own: a house sets one box, or links what it lists.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from lxml.etree import XPath
from lxml.html import HtmlElement

from pipeline.bodies.below_pictures import PICTURE
from pipeline.bodies.insets import is_button, own_box
from pipeline.bodies.spans import SENTENCE_END, is_good
from pipeline.lines.known_lines import is_known_line
from pipeline.lines.units import is_told_apart
from pipeline.page.elements import Form, form_of, text_of_element
from pipeline.page.pieces import Piece
from pipeline.page.region_names import is_part_name, names_of
from pipeline.records import BlockKind

LEAST_PARTS, LEAST_SECTIONS = 3, 2
"""Boxes of one form beside each other, at least, and sections with headings."""
TOLD_SHARE = 0.6
"""The share of them that have a sentence."""
MAX_LINES = 8
"""Lines of such a box; more are a text of its own."""
MAX_BOXES = 4
"""Elements between a line and the box of its part."""
LEAST_SENTENCE = 20
"""Letters of a sentence that tells something; an ideograph counts for two."""
MAX_CELL_CHARS = 60
MAX_BETWEEN = 3
"""Elements between the boxes and what the prose stands in."""

_PARTS = frozenset({"div", "section", "li", "article"})
_CALLED = _PARTS | {"aside", "p", "ol", "ul", "span", "table", "blockquote"}
_TO_PRESS = XPath("boolean(.//input[not(@type='checkbox')] | .//form | .//iframe)")


class Parts(NamedTuple):
    """The pieces of a text that stand in such boxes, by their identity."""

    rows: frozenset[int] = frozenset()
    """Those in boxes side by side."""
    lines: frozenset[int] = frozenset()
    """These, and those in a box that is called a part of a text."""


def parts_in_boxes(ours: Sequence[Piece]) -> Parts:
    """The lines of a text in such boxes."""
    column = _column_of(ours)
    if column is None:
        return Parts()
    boxed = [number for number, piece in enumerate(ours) if _is_boxed(piece, column)]
    called = _called_parts(ours, boxed, column) if boxed else set()
    rows = _rows(ours, boxed, column) if len(boxed) >= LEAST_PARTS else set()
    of_rows = frozenset(id(ours[number]) for number in rows)
    return Parts(of_rows, of_rows.union(id(ours[number]) for number in called))


def _called_parts(ours: Sequence[Piece], boxed: Sequence[int], column: HtmlElement) -> set[int]:
    """The lines in boxes that are called a part of a text, a remark or a step, with nothing to
    press. Below the text they tell of what it does."""
    parts: defaultdict[HtmlElement, set[int]] = defaultdict(set)
    for number in boxed:
        called = [
            box for box, _ in _boxes_of(ours[number].element, column, _CALLED) if _is_called(box)
        ]
        box = next((box for box in reversed(called) if not _is_pressed(box)), None)
        if box is not None and any(map(str.isalpha, ours[number].text)):  # no mark of a review
            parts[box].add(number)
    found: set[int] = set()
    for box, places in parts.items():
        lines = [[ours[number] for number in places]]
        if len(places) > MAX_LINES or _are_house(lines):
            continue
        sure = _NOTES.search(names_of(box)) is not None or _is_amid(ours, places, column)
        if sure or not _is_told_apart(ours, places):
            found |= places
    return found


def _is_called(box: HtmlElement) -> bool:
    return box.get("role") == "note" or is_part_name(names_of(box))


_NOTES = re.compile(
    r"(?:^|\s)(?:(?:foot|end)-?notes?|admonition|markdown-alert|starlight-aside)(?:[\s_-]|$)",
    re.IGNORECASE,
)
"""What nobody calls a part of a page but who writes its text."""


def _rows(ours: Sequence[Piece], boxed: Sequence[int], column: HtmlElement) -> set[int]:
    """The lines of boxes of one form side by side."""
    rows: defaultdict[tuple[HtmlElement, _Form], dict[HtmlElement, list[int]]] = defaultdict(dict)
    for number in boxed:
        for box, around in _boxes_of(ours[number].element, column):
            rows[around, _form_of(box)].setdefault(box, []).append(number)
    found: set[int] = set()
    for (around, _), parts in rows.items():
        if len(parts) < LEAST_SECTIONS or not _is_near(around, column):
            continue
        lines = [[ours[number] for number in part] for part in parts.values()]
        if len(parts) < LEAST_PARTS and not _are_sections(list(parts), lines):
            continue
        if _are_told(list(parts), lines) or _are_cells(list(parts), lines):
            places = {number for part in parts.values() for number in part}
            if _is_amid(ours, places, column) or _is_of_text(ours, places):
                found |= places
    return found


def _are_sections(boxes: Sequence[HtmlElement], parts: Sequence[Sequence[Piece]]) -> bool:
    """Whether boxes are sections by their element, with a heading and a sentence each."""
    headed = all(box.tag == "section" for box in boxes) and all(
        part[0].kind is BlockKind.HEADING and part[0].text[-1] not in SENTENCE_END for part in parts
    )
    return headed and all(any(map(is_good, part)) for part in parts)


def _is_amid(ours: Sequence[Piece], places: set[int], column: HtmlElement) -> bool:
    """Whether prose goes on below some lines."""
    below = islice(ours, max(places) + 1, None)
    return any(is_good(piece) and column in piece.element.iterancestors() for piece in below)


def _is_of_text(ours: Sequence[Piece], places: set[int]) -> bool:
    """Whether what a text ends with is a good part of it, or tells of what it does: a house says
    little below a text, and of other things."""
    size = sum(len(ours[number].text) for number in places)
    if size >= LEAST_SHARE * (sum(len(piece.text) for piece in ours) - size):
        return True
    return not _is_told_apart(ours, places)


def _is_told_apart(ours: Sequence[Piece], places: set[int]) -> bool:
    own = [piece.block for number, piece in enumerate(ours) if number in places]
    rest = [piece.block for number, piece in enumerate(ours) if number not in places]
    return is_told_apart(own, rest)


LEAST_SHARE = 0.2
"""What the parts with which a text ends hold beside the rest of it."""


_Form = tuple[Form, tuple[Form, ...]]


def _column_of(ours: Sequence[Piece]) -> HtmlElement | None:
    """The element in which most of the prose stands, box by box."""
    held: Counter[HtmlElement] = Counter()
    for piece in ours:
        box = own_box(piece.element).getparent() if is_good(piece) else None
        if box is not None:
            held[box] += len(piece.text)
    return max(held, key=held.__getitem__, default=None)


def _is_boxed(piece: Piece, column: HtmlElement) -> bool:
    return piece.element.getparent() is not column or bool(piece.element.get("class"))


def _boxes_of(
    element: HtmlElement, column: HtmlElement, tags: frozenset[str] = _PARTS
) -> Iterator[tuple[HtmlElement, HtmlElement]]:
    """The named boxes that a line is, or stands in, below the column's, each with what it stands
    in."""
    for box in (element, *islice(element.iterancestors(), MAX_BOXES)):
        around = box.getparent()
        if box is column or around is None:
            return
        if box.tag in tags and (box.get("class") or box.get("role") == "note" or len(box) > 1):
            yield box, around


def _form_of(box: HtmlElement) -> _Form:
    """How a box is made: of one without a name, what it is made of."""
    return form_of(box), () if box.get("class") else tuple(map(form_of, box))


def _is_near(around: HtmlElement, column: HtmlElement) -> bool:
    """Whether boxes stand where the prose does, or in a box of it."""
    return around is column or column in islice(around.iterancestors(), MAX_BETWEEN)


def _are_told(boxes: Sequence[HtmlElement], parts: Sequence[Sequence[Piece]]) -> bool:
    """Whether most of some boxes tell something in a sentence each, and none can be pressed. A
    brief answer may stand in one of them: «No.»"""
    told = sum(any(map(_tells, part)) for part in parts)
    if told < max(LEAST_SECTIONS, TOLD_SHARE * len(parts)):
        return False
    if any(len(part) > MAX_LINES or any(p.linked for p in part) for part in parts):
        return False
    if all(len(part) == 1 and PICTURE(box) for box, part in zip(boxes, parts, strict=True)):
        return False  # pictures with a caption each
    return not _are_house(parts) and not any(map(_is_pressed, boxes))


def _tells(piece: Piece) -> bool:
    text = piece.text
    long = len(text) >= LEAST_SENTENCE or (len(text) * 2 >= LEAST_SENTENCE and text[0] > "\u3000")
    return long and text[-1] in SENTENCE_END and not piece.linked


def _are_cells(boxes: Sequence[HtmlElement], parts: Sequence[Sequence[Piece]]) -> bool:
    """Whether boxes are the rows of a table: as many brief lines in each, none of which is a
    link, and no row begins as another does."""
    counts = {_cells_in(part) for part in parts}
    if len(counts) > 1 or not 1 < max(counts) <= MAX_LINES:
        return False
    brief = all(len(p.text) <= MAX_CELL_CHARS and not p.linked for part in parts for p in part)
    several = len({part[0].text for part in parts}) == len(parts)
    return brief and several and not _are_house(parts) and not any(map(_is_pressed, boxes))


def _cells_in(part: Sequence[Piece]) -> int:
    """How many cells a row has: its lines, or the elements of the only one."""
    if len(part) > 1:
        return len(part)
    line = part[0].element
    alike = len({form_of(cell) for cell in line}) == 1 and not (line.text or "").strip()
    return len(line) if alike and all(cell.tag in _CELLS for cell in line) else 1


_CELLS = frozenset({"span", "b", "strong"})


def _is_pressed(box: HtmlElement) -> bool:
    """Whether a box has something to press, or a link that is not the name of another site, from
    which an entry of a review of the press has its news."""
    said = (text_of_element(button) for button in box.iter("button"))
    if _TO_PRESS(box) or any(any(map(str.isalpha, text)) for text in said):  # but «01:12»
        return True
    return not all(map(_names_source, box.iter("a")))


def _names_source(link: HtmlElement) -> bool:
    href = link.get("href")
    if href is None or href.startswith("#"):
        return True
    text = text_of_element(link)
    named = href.startswith("http") and not len(link) and len(text.split()) <= MAX_SOURCE_WORDS
    return named and not is_button(link) and not is_known_line(text)


MAX_SOURCE_WORDS = 3


def _are_house(parts: Sequence[Sequence[Piece]]) -> bool:
    """Whether a line of some, but for rows of a table, is known to be a site's."""
    lines = (piece for part in parts for piece in part if piece.kind is not BlockKind.TABLE_ROW)
    return any(is_known_line(piece.text) for piece in lines)
