"""Lines that stand on a page more than once: pull quotes, copies, a template's labels."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import groupby, islice, pairwise

from lxml.html import HtmlElement

from pipeline.bodies.spans import SENTENCE_END, is_good
from pipeline.fingerprints import skeleton
from pipeline.lines.excerpts import BROKEN
from pipeline.page.pieces import Piece
from pipeline.page.region_names import names_of
from pipeline.patterns.late_patterns import late_pattern
from pipeline.punctuation import COLONS, QUESTION_MARKS
from pipeline.records import BlockKind
from pipeline.writing import is_as_long

LONG_CHARS, LONG_SIGNS = 41, 20
"""Of a line that stands twice by no chance; signs of scripts without blanks."""
_ASKS = tuple(QUESTION_MARKS)
PUT_TIMES = 4
"""A question that stands so often is put to each of many."""
MAX_LABEL_CHARS = 30
LEAST_LABELS = 3
"""How often a template's label stands between paragraphs, at least …"""
LEAST_BETWEEN = 2
"""… and how many pieces lie between two of them: who speaks in turn is named before each."""


def mark_repeats(pieces: list[Piece]) -> None:
    """A long line that the article already had: a pull quote, a copy for print. A question that it
    has again and again is put to each of many."""
    long = [
        (skeleton(p.text), p)
        for p in pieces
        if p.region is None and is_as_long(p.text, LONG_CHARS, LONG_SIGNS)
    ]
    times = Counter(bare for bare, piece in long if piece.text.endswith(_ASKS))
    # Where one question is put to each of many, another that stands twice is put to two of them.
    least_put = 2 if max(times.values(), default=0) >= PUT_TIMES else PUT_TIMES
    seen: dict[str, Piece] = {}
    heads: dict[str, list[Piece]] = {}
    for bare, piece in long:
        again = bare in seen and times[bare] < least_put
        if again and not (
            _is_item_beside_others(piece, pieces)
            or _is_row_of_other(piece, long)
            or _is_fact_of_entry(piece, pieces, heads)
        ):
            drawn = seen[bare] if piece.kind is BlockKind.PARAGRAPH else piece
            (drawn if drawn.kind is BlockKind.QUOTE else piece).region = "repeated"
        seen[bare] = piece


def mark_house_again(pieces: list[Piece]) -> None:
    """Several lines in a row that stand in a house's box too, and the label above them: its offer
    is on the page twice, once for those to whom no box is shown. A text that is in both is more."""
    told = {skeleton(p.text) for p in pieces if p.region in _OF_HOUSE}
    if len(told) < LEAST_AGAIN:
        return
    again: list[Piece] = []
    for is_told, places in groupby(
        range(len(pieces)),
        lambda i: pieces[i].region is None and skeleton(pieces[i].text) in told,
    ):
        row = list(places)
        if is_told and len(row) >= LEAST_AGAIN:
            labelled = row[0] and _is_label(pieces[row[0] - 1])
            again += pieces[row[0] - bool(labelled) : row[-1] + 1]
    whole = sum(len(piece.text) for piece in pieces if piece.region is None)
    if sum(len(piece.text) for piece in again) <= MOST_AGAIN * whole:
        for piece in again:
            piece.region = "repeated"


def _is_label(piece: Piece) -> bool:
    return piece.region is None and not piece.linked and len(piece.text) <= MAX_LABEL_CHARS


_OF_HOUSE = frozenset({"aside", "newsletter", "advertisement", "related"})
LEAST_AGAIN = 3


def mark_captions_again(pieces: list[Piece]) -> None:
    """A paragraph right below a caption that says the same, or all of it but for whose the picture
    is, apart from the text's paragraphs: a page that shows its pictures one after the other has
    their captions twice. Where they are most of a text it has no other."""
    again = [
        below
        for caption, below in pairwise(pieces)
        if caption.region == "caption"
        and is_good(below)
        and below.kind is BlockKind.PARAGRAPH
        and skeleton(caption.text).startswith(skeleton(below.text))
    ]
    if not again:
        return
    twice = {id(piece) for piece in again}
    others = [piece for piece in pieces if is_good(piece) and id(piece) not in twice]
    boxes = {piece.element.getparent() for piece in others}
    if sum(len(p.text) for p in again) <= MOST_AGAIN * sum(len(p.text) for p in others):
        for piece in again:
            if piece.element.getparent() not in boxes:
                piece.region = "caption"


MOST_AGAIN = 0.3


def mark_drawn_quotes(pieces: list[Piece]) -> None:
    """A quotation of a few words, or of more with whose they are below it, that a paragraph says as
    well: it is drawn from there. Other long ones are documents that the text takes up again, or
    what the line above them announces."""
    if not any(p.region is None and p.kind is BlockKind.QUOTE for p in pieces):
        return
    told = [skeleton(p.text) for p in pieces if p.region is None and p.kind is BlockKind.PARAGRAPH]
    for i, quote in enumerate(pieces):
        if quote.region is not None or quote.kind is not BlockKind.QUOTE:
            continue
        said = skeleton(quote.text)
        drawn = len(quote.text) <= MAX_DRAWN_CHARS or _is_of_named(pieces, i)
        drawn = drawn and len(said) >= LEAST_DRAWN_CHARS
        if drawn and any(said in text and len(said) < len(text) for text in told):
            quote.region = "repeated"


def _is_of_named(pieces: list[Piece], i: int) -> bool:
    """Whether a quotation that no line announces is one line above whose words it is."""
    above, below = pieces[i - 1 : i], pieces[i + 1 : i + 2]
    if not any(p.region is None and is_good(p) for p in pieces[:i]):
        return False  # what a text begins with, and takes up
    announced = any(p.text[-1] in COLONS or _is_beside(p, pieces[i]) for p in above)
    return not announced and any(_says_whose(pieces[i], p) for p in below)


LEAST_DRAWN_CHARS, MAX_DRAWN_CHARS = 15, 60


def mark_who_said_again(pieces: list[Piece]) -> None:
    """Whose words a quotation are that the text has as well: they stand below it in its box."""
    for piece, below in pairwise(pieces):
        if piece.region == "repeated" and _says_whose(piece, below):
            below.region = "repeated"


def _says_whose(quote: Piece, below: Piece) -> bool:
    """Whether a line within the box of a quotation is whose words it is."""
    if below.region is not None or not _is_beside(quote, below):
        return False
    return len(below.text) <= MAX_SAID_BY_CHARS and below.text[-1] not in SENTENCE_END


def _is_beside(quote: Piece, other: Piece) -> bool:
    """Whether two lines are of one quotation."""
    return quote.kind is other.kind is BlockKind.QUOTE and _box_of(quote) is _box_of(other)


MAX_SAID_BY_CHARS = 80


def _box_of(quote: Piece) -> HtmlElement:
    """The outermost element of a quotation."""
    boxes = [quote.element, *islice(quote.element.iterancestors(), NEAR_BOXES)]
    return next((box for box in reversed(boxes) if box.tag == "blockquote"), quote.element)


def _is_item_beside_others(piece: Piece, pieces: list[Piece]) -> bool:
    """Whether a line is an item of a list that is no copy of one beside it: others of its items
    stand only there, as a plan has the same breakfast on two days."""
    if piece.kind is not BlockKind.LIST_ITEM:
        return False
    around = piece.element.getparent()
    items = [p for p in pieces if p.kind is BlockKind.LIST_ITEM]
    own = [p.text for p in items if p.element.getparent() is around]
    beside = {
        p.text
        for p in items
        if (box := p.element.getparent()) is not around
        and box is not None
        and around is not None
        and box.getparent() is around.getparent()
    }
    return own.count(piece.text) == 1 and piece.text in beside and not beside.issuperset(own)


def _is_row_of_other(piece: Piece, long: list[tuple[str, Piece]]) -> bool:
    """Whether a line is a row of a table that is no copy of another: a row stands only there."""
    table = next(piece.element.iterancestors("table"), None)
    if piece.kind is not BlockKind.TABLE_ROW or table is None:
        return False
    times = Counter(bare for bare, _ in long)
    rows = (bare for bare, row in long if table in row.element.iterancestors("table"))
    return any(times[bare] == 1 for bare in rows)


def _is_fact_of_entry(piece: Piece, pieces: list[Piece], heads: dict[str, list[Piece]]) -> bool:
    """Whether a line tells facts behind labels right below a heading, and did so below another:
    two entries of a text may have them in common, «Severity: high». `heads` keeps what stands above
    each line from one question to the next."""
    if not all(map(_LABELLED.match, piece.text.split("\n"))):
        return False
    if not heads:
        for above, below in pairwise(pieces):
            heads.setdefault(below.text, []).append(above)
    own = heads.get(piece.text, [])
    different = len({above.text for above in own}) == len(own) > 1
    return different and all(above.kind is BlockKind.HEADING for above in own)


_LABELLED = re.compile(r"[^.!?؟:：]{2,30}[:：]\s?\S")


_DRAWN = late_pattern(r"(?:^|[\s_-])pull[_-]?quote(?![a-z])")
RUN_WORDS = 3
NEAR_BOXES = 3
DRAWN_SHARE = 0.3
"""From this share of its runs of words on, a quotation is drawn from what the text says; editors
shorten it."""


def give_quotes_back(pieces: list[Piece]) -> None:
    """Quotations between paragraphs that their system calls drawn from the text, of which it says
    little: some editors set so what somebody says there alone."""
    for i, piece in enumerate(pieces[1:-1], 1):
        if piece.region != "aside" or not _may_be_quote(piece):
            continue
        others = [p.text for at, p in enumerate(pieces) if at != i and p.region is None]
        said = _runs(piece.text)
        if said and len(said & _runs("\n".join(others))) < len(said) * DRAWN_SHARE:
            piece.region = None


def _may_be_quote(piece: Piece) -> bool:
    """Whether a quotation, or a sentence in a box of its own, is called drawn from the text."""
    if piece.kind is BlockKind.QUOTE:
        return any(_DRAWN.search(names_of(e).lower()) for e in _around(piece))
    box = piece.element.getparent()
    if (
        piece.element.tag != "p"
        or box is None
        or len(box) > 1
        or piece.text[-1] not in SENTENCE_END
    ):
        return False
    return _DRAWN.search(names_of(box).lower()) is not None


def _around(piece: Piece) -> Iterator[HtmlElement]:
    yield piece.element
    yield from islice(piece.element.iterancestors(), NEAR_BOXES)


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return {tuple(words[i : i + RUN_WORDS]) for i in range(len(words) - RUN_WORDS + 1)}


_WORD = re.compile(r"\w+")


def mark_doubled(pieces: list[Piece]) -> None:
    """A line that is no sentence and stands again right below itself: the caption of a picture, a
    template's label, that a page has for wide screens and for small ones, or a film's title."""
    ours = [piece for piece in pieces if piece.region is None]
    for piece, below in pairwise(ours):
        if piece.text != below.text or not _may_be_doubled(piece) or not _may_be_doubled(below):
            continue
        piece.region = below.region = "repeated"
    for piece in ours:  # between breaks
        half, _, again = piece.text.partition("\n")
        if half == again and _may_be_doubled(piece):
            piece.region = "repeated"


def mark_cut_beginning(pieces: list[Piece]) -> None:
    """The first paragraph where it breaks off with three dots and the next one says the same and
    goes on: themes show the beginning of each text, cut by a machine, above it."""
    prose = [piece for piece in pieces if piece.region is None and piece.kind in _DOUBLED]
    for first, below in pairwise(prose[: CUT_WITHIN + 1]):
        if not first.text.endswith(BROKEN) or first.kind is not BlockKind.PARAGRAPH:
            continue
        cut, whole = skeleton(first.text), skeleton(below.text)
        long = is_as_long(first.text, LONG_CHARS, LONG_SIGNS)
        if long and whole.startswith(cut) and cut != whole:
            first.region = "repeated"


CUT_WITHIN = 2
"""Paragraphs and headings at the beginning of the body among which such a one stands."""


def _may_be_doubled(piece: Piece) -> bool:
    plain = piece.kind in _DOUBLED and piece.region in (None, "repeated")
    brief = MIN_DOUBLED_CHARS <= len(piece.text) <= MAX_DOUBLED_CHARS
    return plain and brief and piece.text[-1] not in SENTENCE_END


_DOUBLED = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})
MIN_DOUBLED_CHARS, MAX_DOUBLED_CHARS = 8, 160
"""Of a line that is said twice: shorter ones may be called out, longer ones are a paragraph of
which the full stop is forgotten."""


def mark_labels_amid(pieces: list[Piece]) -> None:
    """A short line, no sentence, that stands again and again between paragraphs: the label of what
    a template puts there, «Article content». Where two do, they name those who speak in turn; one
    that is set like a head («Pros») is one."""
    ours = [piece for piece in pieces if piece.region is None]
    places: dict[str, list[int]] = defaultdict(list)
    for i, piece in enumerate(ours):
        brief = len(piece.text) <= MAX_LABEL_CHARS and piece.kind is BlockKind.PARAGRAPH
        if brief and not piece.bold and piece.text[-1] not in SENTENCE_END:
            places[piece.text].append(i)
    again = [found for found in places.values() if len(found) >= LEAST_LABELS]
    if len(again) != 1:
        return
    (found,) = again
    if any(later - earlier <= LEAST_BETWEEN for earlier, later in pairwise(found)):
        return
    amid = sum(all(map(is_good, ours[max(0, i - 1) : i + 2 : 2])) for i in found)
    if amid >= LEAST_LABELS:
        for i in found:
            ours[i].region = "repeated"
