"""The element of a page on which nothing is named whose own paragraphs hold the most prose."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from lxml.html import HtmlElement

from pipeline.bodies.column_heads import with_heads
from pipeline.bodies.insets import own_box
from pipeline.bodies.spans import SENTENCE_END, Span, is_good, is_sentence
from pipeline.page.pieces import Piece, Reading
from pipeline.records import BlockKind

_Boxed = tuple[Piece, HtmlElement]

NEAR = 20
"""How many pieces may stand between a headline and its article."""


def find_column(spans: list[Span], reading: Reading, headline: int) -> Span | None:
    """The element whose own paragraphs hold by far the most prose after the headline, on a page
    where nothing is named; None where two come near each other."""
    if headline < 0:
        return None
    prose: dict[HtmlElement, int] = {}
    typed: dict[HtmlElement, int] = {}
    for piece in _once(reading.pieces[headline + 1 :]):
        parent = unwrapped(piece.element.getparent()) if piece.element.tag == "p" else None
        if parent is not None:
            prose[parent] = prose.get(parent, 0) + len(piece.text)
        elif piece.element.tag in _LINED and (box := piece.element.getparent()) is not None:
            typed[box] = typed.get(box, 0) + len(piece.text)
    if not prose:
        return None
    best = max(prose, key=lambda element: prose[element])
    parts = {element for element in prose if are_parts(element, best)}
    own = sum(prose[element] for element in parts)
    others = max((prose[element] for element in prose if element not in parts), default=0)
    if own < COLUMN_CHARS or others * COLUMN_TIMES > own:
        return None
    called = {child.get("class") for child in best if child.tag == "p"}
    below = list(_boxed(reading.pieces[headline + 1 :]))
    boxes = _boxes_of_sentences(below, called)
    parts |= {element for element in boxes if are_parts(element, best)}
    _add_next_boxes(parts, below)
    found = [s for s in spans if s.element in parts]
    most = max(typed, key=lambda element: typed[element], default=None)
    if most is not None and typed[most] > own:
        above = next((s for s in spans if s.element is most), None)
        near = above is not None and above.start <= headline + NEAR
        if above is not None and found and above.start < found[0].start:
            return above if near and above.end <= found[0].start else None
        if near and typed[most] > own * COLUMN_TIMES:
            return None
    column = found[0] if len(found) == 1 else _with_last(joined(found), found, spans, reading)
    if column is None or not headline < column.start <= headline + NEAR:
        return None
    return column if len(found) == 1 else with_heads(column, reading, headline)


def _once(pieces: Iterable[Piece]) -> Collection[Piece]:
    """The pieces that are prose, each text once: a template asks for consent in place of each
    video."""
    found: dict[str, Piece] = {}
    for piece in filter(is_good, pieces):
        found.setdefault(piece.text, piece)
    return found.values()


def find_column_of_boxes(spans: list[Span], reading: Reading, headline: int) -> Span | None:
    """The same where paragraphs are boxes, or each stands in boxes of its own."""
    if headline < 0:
        return None
    below = [p for p in _once(reading.pieces[headline + 1 :]) if p.element.tag in _BOXED]
    held: dict[HtmlElement, list[Piece]] = {}
    lines = Counter(piece.element for piece in below)
    for piece in below:
        typed = lines[piece.element] > 1  # between breaks
        box = (piece.element if typed else own_box(piece.element)).getparent()
        if box is not None:
            held.setdefault(box, []).append(piece)
    sizes = {box: sum(len(p.text) for p in told) for box, told in held.items()}
    best = max(sizes, key=lambda box: sizes[box], default=None)
    if best is None or len(held[best]) < LEAST_BOXES:
        return None
    others = (
        size * (COLUMN_TIMES if len(held[box]) > 1 else 1)  # one alone is no column
        for box, size in sizes.items()
        if box is not best
    )
    if sizes[best] < COLUMN_CHARS or max(others, default=0) > sizes[best]:
        return None
    around = own_box(best).getparent()
    told = held.get(around, []) if around is not None else []
    if sum(p.text[-1] in SENTENCE_END for p in told) >= LEAST_AROUND:
        best = around  # a list of boxes amid the text
    if best is None or best.tag in ("body", "html"):
        return None
    parts = {box for box, told in held.items() if _is_next_part(box, told, best)}
    alone = next((s for s in spans if s.element is best), None)
    column = _with_blocks_between(alone, [s for s in spans if s.element in parts], reading)
    return column if column and headline < column.start <= headline + NEAR else None


def _is_next_part(box: HtmlElement, told: list[Piece], best: HtmlElement) -> bool:
    """Whether a nameless box beside the column holds several paragraphs of prose without a link:
    what an editor of blocks sets above or below code, a table or a picture."""
    if box.attrib or best.attrib or not is_beside(box, best):
        return False
    return len(told) >= LEAST_IN_PART and not any(piece.linked for piece in told)


LEAST_IN_PART = 2


def _with_blocks_between(column: Span | None, parts: list[Span], reading: Reading) -> Span | None:
    """A column with the parts above and below it that nothing but code, rows or quotes parts."""
    if column is None:
        return None
    for part in [p for p in parts if p.start >= column.end]:
        if not _are_blocks(reading.pieces[column.end : part.start]):
            break
        column = joined([column, part]) or column
    for part in [p for p in reversed(parts) if p.end <= column.start]:
        if not _are_blocks(reading.pieces[part.end : column.start]):
            break
        column = joined([part, column]) or column
    return column


def _are_blocks(between: list[Piece]) -> bool:
    return bool(between) and all(p.kind in SET_APART and not p.linked for p in between)


SET_APART = frozenset({BlockKind.TABLE_ROW, BlockKind.QUOTE, BlockKind.CODE})
"""What an editor sets apart within a text, and no template prints into one: a table below it, in a
box that scrolls, is the text's."""
_BOXED = frozenset({"p", "div"})
LEAST_BOXES, LEAST_AROUND = 3, 2


def _with_last(
    column: Span | None, parts: list[Span], spans: list[Span], reading: Reading
) -> Span | None:
    """A column of parts with the sentences, lists and quotations right below its last one, which
    stand in no box of their own."""
    if column is None:
        return None
    end, last = column.end, max(parts, key=lambda s: s.end).element
    while (last := last.getnext()) is not None and last.tag in _BARE:
        below = next((s for s in spans if s.element is last), None)
        told = reading.pieces[end : below.end] if below and below.start == end else []
        if not told or any(piece.region or piece.linked for piece in told):
            break
        if last.tag == "p" and told[-1].text[-1] not in SENTENCE_END:
            break
        end += len(told)
    return replace(column, end=end)


_BARE = frozenset({"p", "blockquote", "ul", "ol"})
_LINED = frozenset({"div", "td", "section", "article"})
"""What may hold a text whose paragraphs are lines between breaks."""


def _boxed(pieces: Iterable[Piece]) -> Iterator[_Boxed]:
    """The paragraphs without a link and what holds each."""
    for piece in pieces:
        told = piece.element.tag == "p" and piece.region is None and not piece.linked
        if told and (box := unwrapped(piece.element.getparent())) is not None:
            yield piece, box


def _boxes_of_sentences(
    below: Iterable[_Boxed], called: Collection[str | None]
) -> Iterator[HtmlElement]:
    """What holds paragraphs below the headline that end as sentences, however short, or are called
    as those of the prose are: a page builder puts each into a box of its own, «That is all.» too.
    """
    for piece, box in below:
        name = piece.element.get("class")
        if box.get("class") and (piece.text[-1] in SENTENCE_END or (name and name in called)):
            yield box


def _add_next_boxes(parts: set[HtmlElement], below: Iterable[_Boxed]) -> None:
    """Adds what goes on right below prose that stands in nameless boxes of a paragraph each: boxes
    of one more, without a link."""
    for _, box in below:
        if box.attrib or len(box) > 1 or box in parts:
            continue
        above = box.getprevious()
        if above is not None and above in parts and not above.attrib and len(above) == 1:
            parts.add(box)


def unwrapped(box: HtmlElement | None) -> HtmlElement | None:
    """A box, or the one around it where it is a nameless one of a single element: editors write
    paragraphs so."""
    while box is not None and not box.attrib and len(box) == 1:
        box = box.getparent()
    return box


def is_beside(element: HtmlElement, other: HtmlElement) -> bool:
    """Whether two elements are one, or parts that something else was put between."""
    return element is other or (
        element.getparent() is other.getparent()
        and element.tag == other.tag
        and (element.get("class") or "") == (other.get("class") or "")
    )


def are_parts(element: HtmlElement, other: HtmlElement) -> bool:
    """Whether two elements are parts of a text, or are called alike and so are the boxes around
    them, in which a page builder sets each part."""
    if is_beside(element, other):
        return True
    return bool(other.get("class")) and are_parts_alike(element, other)


def joined(parts: list[Span]) -> Span | None:
    """From the first of several parts to the last, in the innermost element that holds them; None
    where there is none."""
    if not parts:
        return None
    first, last = min(parts, key=lambda s: s.start), max(parts, key=lambda s: s.end)
    above = set(last.element.iterancestors())
    around = next((e for e in first.element.iterancestors() if e in above), None)
    if around is None:
        return None
    return Span(around, first.start, last.end, sum(s.good for s in parts))


COLUMN_CHARS = 400
COLUMN_TIMES = 2
"""How many times the prose of the next element its own must be."""


def with_parts_alike(first: Span, named: list[Span], reading: Reading) -> Span:
    """A named part of a text together with those above and below it that are called alike, each in
    boxes like its own: a page may set its text in parts, with an advertisement between two of them.
    What lies between them is no prose and no headline."""
    alike = [s for s in named if s is first or are_parts_alike(s.element, first.element)]
    alike.sort(key=lambda s: s.start)
    at = alike.index(first)
    parts = [first]
    for span in alike[at + 1 :]:
        if not _goes_on(reading, parts[-1], span):
            break
        parts.append(span)
    for span in reversed(alike[:at]):
        if not _goes_on(reading, span, parts[0]):
            break
        parts.insert(0, span)
    return (joined(parts) or first) if len(parts) > 1 else first


def _goes_on(reading: Reading, above: Span, below: Span) -> bool:
    """Whether nothing between two parts of a text, nor the first line of the further one, belongs
    to another article."""
    if above.end > below.start:
        return False
    between = reading.pieces[above.end : below.start]
    begins = reading.pieces[below.start : below.start + 1]
    if not is_slight(between) or any(map(_heads_anew, (*between[-1:], *begins))):
        return False
    return not any(
        _heads_anew(head) and (head.level == 1 or not is_sentence(told))
        for head, told in pairwise(between)
    )


def is_slight(between: Iterable[Piece]) -> bool:
    """Whether lines between two parts of a text are no prose, or as little as a card or a letter's
    invitation has: what others posted is none of the page's own."""
    prose = (p for p in between if is_good(p) and p.kind is not BlockKind.QUOTE)
    return sum(len(piece.text) for piece in prose) <= MOST_BETWEEN


MOST_BETWEEN = 250


def _heads_anew(piece: Piece) -> bool:
    """Whether a line may be the headline of another article, where it is no card's: that has what
    it tells below it, or is known by its box."""
    if piece.kind is not BlockKind.HEADING:
        return False
    return piece.level == 1 or (piece.region is None and piece.link_share > MOST_LINKED)


def _are_called_alike(one: HtmlElement, other: HtmlElement) -> bool:
    """Whether two elements have the same classes, or one of them some more; page builders number
    them."""
    a, b = (set((each.get("class") or "").split()) for each in (one, other))
    if a != b:
        a, b = ({*map(_without_number, names)} for names in (a, b))
    return a == b or bool(a and b and (a <= b or b <= a))


def _without_number(name: str) -> str:
    return name if _WIDTH.search(name) else _NUMBER.sub("", name)


_NUMBER = re.compile(r"[_-](?:\d+|(?=[a-z]*\d)[\da-z]{6,})$")
"""What tells a part from others of its kind: «et_pb_text_4», «elementor-element-7726e4a2»."""
_WIDTH = re.compile(r"(?:^|[_-])(?:cols?|columns?|span|grid|w|size)(?:$|[_-])")
"""Numbers of such names are no part's own: of two columns the narrower stands beside the text."""


MOST_LINKED = 0.5
PART_BOXES = 6
"""Boxes of one form around each part, at most."""


def are_parts_alike(one: HtmlElement, other: HtmlElement) -> bool:
    """Whether two elements are called alike, and so are the boxes around them up to the one that
    holds both."""
    a: HtmlElement | None = one
    b: HtmlElement | None = other
    for _ in range(PART_BOXES):
        if a is None or b is None or a.tag != b.tag or not _are_called_alike(a, b):
            return False
        a, b = a.getparent(), b.getparent()
        if a is b:
            return True
    return False
