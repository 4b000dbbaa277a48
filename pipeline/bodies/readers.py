"""Rows of what readers wrote below a text, where nothing calls them comments.

Each row is an element of one form and holds a line with a day or an hour, and the reader's words.
A live report has such rows too: readers' have a button in each, stand before a field to write in,
or below a line that speaks of readers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from lxml.etree import XPath
from lxml.html import HtmlElement

from pipeline.bodies.reader_rows import ROW_DEPTH, footed, is_in, row_of, runs_of, whole
from pipeline.bodies.reader_stamps import MOMENT, ends, is_below_name, is_moment, is_stamped, timed
from pipeline.bodies.spans import is_good
from pipeline.fingerprints import numberless
from pipeline.lines.known_lines import named_by_heading
from pipeline.page.elements import form_of
from pipeline.page.pieces import Piece, give_region
from pipeline.patterns.late_patterns import late_pattern

LEAST_ROWS = 2
MAX_BUTTON_CHARS = 30
MAX_HEAD_CHARS = 60
_READERS = late_pattern(
    r"reader|your\s(?:views?|opinions?|comments?)|discussion|opinions?\b|القراء|الزوار|آراء|آراؤ|رأيكم|النقاش|"
    r"ردود|leser|meinung|diskussion|lecteurs?|vos\s|lectores?|opiniones|lettori|leitores|opiniões|"
    r"okur|görüş|خوانندگان|نظر|قارئین|читател|мнени|читач|pembaca|lezers|czytelni|opinie|読者|读者|"
    r"網友|网友|독자",
    re.IGNORECASE,
)
"""What speaks of readers, or of what they think, in a heading."""
_FIELD_BEHIND = XPath("boolean(following::textarea)")
_BUTTON = XPath("boolean(.//button)")


def speaks_of_readers(heading: str) -> bool:
    """Whether a heading speaks of readers and what they think."""
    return len(heading) <= MAX_HEAD_CHARS and _READERS.search(heading) is not None


def mark_readers(pieces: Sequence[Piece]) -> None:
    """Give the rows of readers below a text their region, with the line above them."""
    begun = 0
    first = len(pieces)
    for i, piece in enumerate(pieces):
        begun += len(piece.text) if is_good(piece) else 0
        if begun > LEAST_PROSE_CHARS:
            first = i + 1
            break
    stamped = [
        i
        for i in range(first, len(pieces))
        if is_stamped(pieces[i]) or (i > first and is_below_name(pieces[i], pieces[i - 1]))
    ]
    articles = (row for piece in pieces[first:] if (row := footed(piece)) is not None)
    for run in runs_of([*articles]):
        if len(run) >= LEAST_ROWS:
            _mark_run(pieces, first, run)
    if len(stamped) < LEAST_ROWS:
        return
    rows = [whole(row) for i in stamped if (row := row_of(pieces, i)) is not None]
    for run in runs_of(rows):
        if len(run) >= LEAST_ROWS:
            _mark_run(pieces, first, run)


LEAST_PROSE_CHARS = 300
"""Prose of an article above what readers wrote."""


def _mark_run(pieces: Sequence[Piece], first: int, rows: list[HtmlElement]) -> None:
    held = [[i for i in range(first, len(pieces)) if is_in(pieces[i], row)] for row in rows]
    spoken = any(is_good(pieces[i]) for row in held for i in row)
    if not all(held) or not (spoken or all(len(row) > NAME_AND_MOMENT for row in held)):
        return
    if _are_amid_text(pieces, rows, held):
        return
    start, end = held[0][0], held[-1][-1]
    if _is_timed_alone(pieces[start]) and _size(pieces[start : end + 1]) > _size(pieces[:start]):
        return  # entries of several days
    head = pieces[start - 1]
    above = start - 1 >= first and len(head.text) <= MAX_HEAD_CHARS and not ends(head)
    told = above and (speaks_of_readers(head.text) or named_by_heading(head.text) == "comments")
    pressed = _size(pieces[start : end + 1]) < _size(pieces[:start]) and all(map(_BUTTON, rows))
    if told or pressed or _have_buttons(pieces, held) or _FIELD_BEHIND(rows[-1]):
        give_region(pieces[start - above : end + 1], "comments")


def _are_amid_text(
    pieces: Sequence[Piece], rows: Sequence[HtmlElement], held: Sequence[Sequence[int]]
) -> bool:
    """Whether the text's paragraphs stand behind rows, or between them others of another form, or
    more of the same: a text shows posts, with who wrote them and when, and quotes."""
    if any(row.tag == "blockquote" for row in rows):
        return True
    start, end = held[0][0], held[-1][-1]
    text = {piece.element.getparent() for piece in pieces[:start] if is_good(piece)}
    behind = (p for p in pieces[end + 1 :] if p.region is None and is_good(p))
    if any(piece.element.getparent() in text for piece in behind):
        return True
    known = {i for row in held for i in row}
    parents = {row.getparent() for row in rows}
    alike = set()
    for i in range(start, end):
        if i in known or pieces[i].region is not None or not is_good(pieces[i]):
            continue
        element = pieces[i].element
        around = (element, *islice(element.iterancestors(), ROW_DEPTH))
        row = next((e for e in around if e.getparent() in parents), None)
        if row is None or form_of(row) != form_of(rows[0]):
            return True
        alike.add(row)
    return len(alike) > len(rows)


def _is_timed_alone(piece: Piece) -> bool:
    """Whether only an element for times tells that a line has a moment."""
    return MOMENT.search(piece.text) is None and timed(piece) is not None


def _size(pieces: Sequence[Piece]) -> int:
    return sum(len(piece.text) for piece in pieces)


NAME_AND_MOMENT = 2
"""Pieces of a row in which nothing is said; a word of thanks is shorter than a paragraph."""


def _have_buttons(pieces: Sequence[Piece], held: list[list[int]]) -> bool:
    """Whether each row has the same short line: what can be done with it."""
    counted = Counter(label for row in held for label in set(_labels(pieces, row)))
    return any(times == len(held) for times in counted.values())


def _labels(pieces: Sequence[Piece], row: list[int]) -> Iterator[str]:
    for i in row[1:]:
        text = pieces[i].text
        if len(text) > MAX_BUTTON_CHARS or ends(pieces[i]) or is_moment(text):
            continue
        if not is_stamped(pieces[i]):
            yield numberless(text)
