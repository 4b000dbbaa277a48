"""Boxes that begin with a heading like «Related articles» are what it says."""

from __future__ import annotations

from collections import Counter
from itertools import islice

from lxml.etree import XPath
from lxml.html import HtmlElement

from pipeline.bodies.appended import Spans
from pipeline.bodies.columns import is_beside
from pipeline.bodies.comment_sections import are_by_readers
from pipeline.bodies.lives_below import end_of_life
from pipeline.bodies.spans import SENTENCE_END, is_good
from pipeline.lines.known_lines import named_by_heading
from pipeline.page.core import Core
from pipeline.page.elements import BOX_TAGS
from pipeline.page.pieces import Piece, give_region
from pipeline.records import BlockKind

CLIMB = 5
"""How many elements above its heading a card may begin."""


def above_heading(heading: HtmlElement) -> list[HtmlElement]:
    """The elements around a heading in which it may be a card's, the heading itself not."""
    found: list[HtmlElement] = []
    for element in heading.iterancestors():
        if element.tag in ("body", "main") or len(found) == CLIMB:
            break
        if element.tag not in ("a", "header", "hgroup"):
            found.append(element)
    return found


def _around(piece: Piece) -> list[HtmlElement]:
    """The elements that a piece may head: its own too, where it is the first words of a box."""
    above = above_heading(piece.element)
    return [piece.element, *above] if piece.element.tag in BOX_TAGS else above


MAX_PLAIN_LABEL = 20


def _heads_readers(pieces: list[Piece], spans: Spans, at: int) -> bool:
    """Whether a line in plain letters begins a box in which nothing follows but what readers wrote,
    each line with another name: «Comments», «Jane: …»."""
    box = pieces[at].element.getparent()
    start, end = spans.get(box, (None, None)) if box is not None else (None, None)
    return start == at and are_by_readers(pieces[at + 1 : end])


def mark_headed(pieces: list[Piece], spans: Spans, core: Core) -> None:
    """An element that begins with a heading like «Related articles» is what it says."""
    for i, piece in enumerate(pieces):
        if piece.region is not None or len(piece.text) > 60:
            continue
        headed = piece.kind is BlockKind.HEADING or piece.bold
        counts = not piece.linked and any(map(str.isdigit, piece.text))
        if not headed and not counts and (piece.linked or len(piece.text) > MAX_PLAIN_LABEL):
            continue
        region = named_by_heading(piece.text)
        if region is None or not (headed or region == "comments"):
            continue
        if not (headed or counts) and not _heads_readers(pieces, spans, i):
            continue
        inner: HtmlElement | None = None
        marked = 0
        for element in _around(piece):
            span = spans.get(element)
            if span is None:
                continue
            if span[0] != i or element in core.sure or _is_row_of_columns(element):
                break
            behind = LEAST_BEHIND + (region == "author-box")  # a life is told in two
            rest = pieces[spans[inner][1] : span[1]] if inner is not None else []
            goes_on = _goes_on(element, rest, behind)
            if marked and region == "related":
                goes_on = goes_on or _is_text_behind(pieces[marked : span[1]])
            if goes_on and (region != "comments" or _is_further_part(element)):
                break
            if element in core.heavy and not _may_be_heavy(element, region, pieces[:i]):
                break
            if next(element.iter("main"), None) is not None:  # a column beside the article
                break
            give_region(pieces[span[0] : span[1]], region)
            marked = span[1]
            if _is_whole(element, pieces[span[0] : span[1]], region):
                inner = element
        if region == "author-box" and not marked:
            give_region(pieces[i : end_of_life(pieces, spans, i)], region)


_CONTROL = XPath("boolean(.//button | .//input | .//form)")
LEAST_BEHIND = LEAST_LINKS = 2
MANY_BEHIND, MOST_LINKED = 4, 0.3
LONG_BEHIND = 200
"""Letters of a paragraph that is no card's: one of them is enough."""


def _is_whole(box: HtmlElement, pieces: list[Piece], region: str) -> bool:
    """Whether a box has all that its heading names: a form with its button or a link for one, a
    life, or several links."""
    if region == "newsletter":
        return bool(_CONTROL(box)) or (len(pieces) > 1 and pieces[-1].link_share > MOSTLY_LINKED)
    if region == "author-box":
        return len(pieces) > 1
    linked = sum(piece.link_share > MOSTLY_LINKED for piece in pieces)
    return region == "comments" or (region == "related" and linked >= LEAST_LINKS)


MAX_BEFORE = 10
"""Elements above a part of a text among which another one is."""


def _is_further_part(element: HtmlElement) -> bool:
    """Whether an element stands below one that is called as it is and has paragraphs too."""
    return bool(element.get("class")) and any(
        is_beside(before, element) and before.find("p") is not None
        for before in islice(element.itersiblings(element.tag, preceding=True), MAX_BEFORE)
    )


MOSTLY_LINKED = 0.6


def _goes_on(column: HtmlElement, behind: list[Piece], least: int) -> bool:
    """Whether behind a box that a heading names, with more in it than that, its column goes on with
    paragraphs of its own: the text's."""
    told = [p for p in behind if p.element.tag == "p" and p.element.getparent() is column]
    said = [p for p in told if is_good(p) and not p.linked and p.text[-1] in SENTENCE_END]
    return len(said) >= least or any(len(p.text) >= LONG_BEHIND for p in said)


def _is_text_behind(behind: list[Piece]) -> bool:
    """Whether behind a box that a heading names several paragraphs stand side by side in another,
    and little of any is a link."""
    said = [p for p in behind if p.element.tag == "p" and is_good(p) and p.link_share < MOST_LINKED]
    beside = Counter(p.element.getparent() for p in said if p.text[-1] in SENTENCE_END)
    return max(beside.values(), default=0) >= MANY_BEHIND


def _is_row_of_columns(element: HtmlElement) -> bool:
    """Whether an element is a table's row with cells beside each other: where one of them begins
    with a heading, the row is the page's layout, and the other cells are columns of their own."""
    return element.tag == "tr" and sum(cell.tag in ("td", "th") for cell in element) > 1


def _may_be_heavy(element: HtmlElement, region: str, before: list[Piece]) -> bool:
    """Whether what holds most of a page's text may be no text of its article: records, or comments
    below a flash."""
    if region == "related":
        return _holds_records(element)
    return region == "comments" and any(map(is_good, before))


def _holds_records(element: HtmlElement) -> bool:
    """Whether what follows an element's heading is nothing but like records, each with a link."""
    records = list(element)[1:]
    forms = {(str(record.tag), record.get("class") or "") for record in records}
    return (
        len(records) > 1
        and len(forms) == 1
        and all(r.find(".//a[@href]") is not None for r in records)
    )
