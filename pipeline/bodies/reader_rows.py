"""The elements of one form, a row for each reader, in which what readers wrote stands."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from lxml.html import HtmlElement

from pipeline.bodies.reader_stamps import (
    INITIAL,
    MAX_MOMENT_CHARS,
    MAX_STAMP_CHARS,
    ends,
    is_lone_moment,
    is_stamped,
    parting,
)
from pipeline.page.elements import form_of, text_of_element
from pipeline.page.pieces import Piece

ROW_DEPTH = 4
"""Elements above a line among which its row is."""


def runs_of(rows: Sequence[HtmlElement]) -> list[list[HtmlElement]]:
    """Rows of one form in a row, in one element or in others within it: those of answers. Rows
    within the one before are left out."""
    runs: list[list[HtmlElement]] = []
    for row in rows:
        run = runs[-1] if runs else None
        if run is None:
            runs.append([row])
        elif row is not run[-1] and run[-1] not in row.iterancestors():
            beside = form_of(row) == form_of(run[-1]) and _are_beside(row, run[0])
            run.append(row) if beside else runs.append([row])
    return runs


def _are_beside(row: HtmlElement, other: HtmlElement) -> bool:
    """Whether two rows stand in the same element, or one beside the element of the other's."""
    own, others = row.getparent(), other.getparent()
    return own in (others, *islice(other.iterancestors(), 1, ANSWER_DEPTH)) or others in islice(
        row.iterancestors(), 1, ANSWER_DEPTH
    )


ANSWER_DEPTH = 3
"""Elements above an answer's row among which that is of what it answers."""


def footed(piece: Piece) -> HtmlElement | None:
    """The item or the article of its own in which a piece stands and that begins with its foot: so
    HTML writes a comment, «<article><footer>Jane Doe</footer><p>Well said!</p></article>»."""
    around = islice(piece.element.iterancestors(), ROW_DEPTH)
    article = next((e for e in around if e.tag == "article"), None)
    if article is None or len(article) < 2 or article[0].tag != "footer":
        return None
    named = 0 < len(text_of_element(article[0])) <= MAX_STAMP_CHARS
    item = article.getparent() if named else None
    return item if item is not None and item.tag == "li" else article if named else None


def row_of(pieces: Sequence[Piece], i: int) -> HtmlElement | None:
    """The smallest element that holds a line and the words right behind it; or before it, where
    those are nearer and no name, and the line names nobody."""
    if parting(pieces[i]) in pieces[i].text:
        return pieces[i].element
    around = [pieces[i].element, *islice(pieces[i].element.iterancestors(), ROW_DEPTH)]
    behind, before = (_shared(around, pieces, beside) for beside in (i + 1, i - 1))
    if before is not None and is_lone_moment(pieces[i]):
        nearer = behind is None or (behind > before and not _may_name(pieces[i - 1]))
        behind = before if nearer else behind
    return around[behind] if behind is not None else None


def _shared(around: list[HtmlElement], pieces: Sequence[Piece], at: int) -> int | None:
    """The place of the first of some elements that holds the words of a piece too."""
    if not 0 < at < len(pieces) or is_stamped(pieces[at]):
        return None
    element = pieces[at].element
    own = (element, *islice(element.iterancestors(), ROW_DEPTH))
    return next((around.index(e) for e in own if e in around), None)


def _may_name(piece: Piece) -> bool:
    """Whether a line may be a reader's name: a few letters, and no sentence."""
    text = piece.text
    if ends(piece) and not text.endswith("...") and not INITIAL.search(text):
        return False
    return len(text) <= MAX_MOMENT_CHARS and any(map(str.isalpha, text))


def whole(row: HtmlElement) -> HtmlElement:
    """The outermost element that holds nothing but a row: an item of a list around it."""
    around = row.getparent()
    while around is not None and len(around) == 1 and around.tag in _SHELLS:
        row, around = around, around.getparent()
    return row


_SHELLS = frozenset({"li", "div", "article", "section"})


def is_in(piece: Piece, row: HtmlElement) -> bool:
    """Whether a piece is a row, or stands in it."""
    element = piece.element
    return element is row or row in islice(element.iterancestors(), ROW_DEPTH)
