"""The elements of a page as spans of its pieces, with the prose in each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from lxml.html import HtmlElement

from pipeline.lines.known_lines import asks_reader, is_known_line
from pipeline.page.elements import form_of
from pipeline.page.pieces import Piece, Reading
from pipeline.patterns.late_patterns import late_pattern
from pipeline.punctuation import COLONS, FULL_STOPS, SENTENCE_ENDS
from pipeline.records import BlockKind
from pipeline.text import DATA_CHARS, is_data

MIN_GOOD_CHARS = 25
"""A shorter line is no evidence of where prose is."""


LEAST_SHARE = 0.35
"""An element with a smaller share of the prose around it is not taken for the body by its name."""

MEAGRE_CHARS = 700
"""Prose of a page in which a headline without a text is taken for all of the article; with more
beside it, its element is taken for one that was closed too early."""


@dataclass(frozen=True, slots=True)
class Span:
    """The pieces [start, end) of one element. Of a text that is `led` the standfirst is the only
    prose: nothing is told of the lines below it by what they are beside."""

    element: HtmlElement
    start: int
    end: int
    good: int
    led: bool = False

    @property
    def size(self) -> int:
        return self.end - self.start


LITTLE_LINKED = 0.3
"""The share of a sentence that is a link, at most, where it leads nowhere itself."""


def ends_signed(text: str) -> bool:
    """Whether a text ends as a sentence and, in brackets, with who wrote it: «… (jd)»."""
    return text[-1] in ")]" and _SIGNED_END.search(text) is not None


_SIGNED_END = re.compile(rf"[{FULL_STOPS}!?؟]['\"”»]?\s?[(\[][^()\[\]]{{1,30}}[)\]]$")


def is_good(piece: Piece) -> bool:
    """Whether a piece is prose: no region, no heading, not mostly links, no data."""
    return (
        piece.region is None
        and piece.kind is not BlockKind.HEADING
        and (len(piece.text) >= MIN_GOOD_CHARS or _is_dense(piece.text))
        and piece.linked < 0.6 * len(piece.text)
        and not (len(piece.text) >= DATA_CHARS and is_data(piece.text))
    )


def is_whole_sentence(piece: Piece) -> bool:
    """Whether a piece is prose that ends as a sentence."""
    return is_good(piece) and piece.text[-1] in SENTENCE_END


def prose_chars(pieces: Iterable[Piece]) -> int:
    """The letters of those pieces that are prose."""
    return sum([len(piece.text) for piece in pieces if is_good(piece)])


_DENSE = late_pattern("[\u3040-\u30ff\u3400-\u9fff]|[\uac00-\ud7a3]{2}")


def _is_dense(text: str) -> bool:
    """Whether a short text is a sentence where signs are syllables or words: half of them say as
    much."""
    return (
        len(text) * 2 >= MIN_GOOD_CHARS
        and text[-1] in "。！？」”."
        and _DENSE.match(text) is not None
    )


def measure(reading: Reading) -> list[Span]:
    """The spans that hold pieces and are in no region, with the length of prose in each."""
    sums = [0, *accumulate([len(p.text) if is_good(p) else 0 for p in reading.pieces])]
    return [
        Span(element, start, end, sums[end] - sums[start])
        for element, start, end, region in reading.spans
        if region is None and end > start
    ]


def covers(outer: Span, inner: Span) -> bool:
    """Whether one span holds the other."""
    return outer.start <= inner.start and inner.end <= outer.end


def descend(spans: list[Span], anchor: Span, share: float) -> Span:
    """The smallest element in `anchor` that still holds that share of its prose."""
    best = anchor
    for span in spans:
        if (
            span.start >= anchor.start
            and span.end <= anchor.end
            and span.good >= anchor.good * share
            and span.size < best.size
            and span.element.tag not in _PARTS_OF_TEXT
        ):
            best = span
    return best


DENSE_SHARE = 0.6
"""The share of the prose around it that an element holds at least, however dense."""
SHORT_WEIGHT = 30
"""What a line that is no prose weighs against an element, in letters of prose."""


def densest(spans: list[Span], reading: Reading, anchor: Span) -> Span:
    """The element in `anchor` in which most prose stands for the least of other lines: its letters
    of prose less what each other line weighs. Of a page without names it tells the text from the
    menus around it, and from a few sentences that stand among those."""
    others = [0, *accumulate([p.region is None and not is_good(p) for p in reading.pieces])]

    def worth(span: Span) -> int:
        return span.good - SHORT_WEIGHT * (others[span.end] - others[span.start])

    least = anchor.good * DENSE_SHARE
    held = (s for s in spans if covers(anchor, s) and s.good > least)
    return max((s for s in held if s.element.tag not in _PARTS_OF_TEXT), key=worth, default=anchor)


def descend_to_sentences(
    spans: list[Span], scope: Span, reading: Reading, *, named: bool = False
) -> Span:
    """The smallest element with all sentences of a scope: beside so few, the labels, dates and
    counts around them weigh too much to tell where the text is. Of one that is `named` a body no
    sentence is left out."""
    found = [
        i
        for i in range(scope.start, scope.end)
        if is_good(reading.pieces[i])
        and reading.pieces[i].text[-1] in SENTENCE_END
        and not is_of_site(reading.pieces[i].text)
    ]
    if all(asks_reader(reading.pieces[i].text) for i in found):
        found = []
    if found and (last := _next_sentence(reading.pieces, found[-1], scope.end)) is not None:
        found.append(last)
    holding = [
        s
        for s in spans
        if found
        and s.start <= found[0]
        and s.end > found[-1]
        and covers(scope, s)
        and s.element.tag not in _PARTS_OF_TEXT
    ]
    best = min(holding, key=lambda s: s.size, default=scope)
    if best.size < scope.size:
        return best if best.good >= _prose(scope, reading) * LEAST_SHARE else scope
    if named:
        return scope
    # A sentence of the site's own stands elsewhere in the scope.
    texts = {i: reading.pieces[i].text for i in found}
    sizes = {i: len(text) for i, text in texts.items() if not asks_reader(text)}
    whole = sum(sizes.values())
    boxes = [
        s
        for s in spans
        if covers(scope, s)
        and s.element.tag not in _PARAGRAPHS | _PARTS_OF_TEXT
        and not (
            s.size == 1 and _is_one_of_like(s.element, {reading.pieces[i].element for i in found})
        )
        and sum(size for i, size in sizes.items() if s.start <= i < s.end) > whole * BOX_SHARE
    ]
    return min(boxes, key=lambda s: s.size, default=scope)


def _next_sentence(pieces: list[Piece], last: int, end: int) -> int | None:
    """The place of a short sentence in a paragraph like another's and beside it, below it but for
    what is of the site between the two: an advertisement, a link. None where there is none."""
    above = pieces[last].element
    if above.tag != "p":
        return None
    below = range(last + 1, end)
    at = next((i for i in below if not (pieces[i].region or pieces[i].link_share > 0.5)), None)
    if at is None:
        return None
    piece = pieces[at]
    is_like = (
        piece.kind is BlockKind.PARAGRAPH
        and form_of(piece.element) == ("p", above.get("class"))
        and above.getparent() is piece.element.getparent()
        and (piece.text[-1] in SENTENCE_END - {":"} or ends_signed(piece.text))
        and piece.link_share < LITTLE_LINKED
        and not is_of_site(piece.text)
    )
    return at if is_like else None


LABEL_CHARS = 60
"""A line that is no sentence and has fewer letters is as often a label or a line of facts."""


def _prose(scope: Span, reading: Reading) -> int:
    """The letters of a scope's sentences and of its other long lines, those of the site aside."""
    pieces = reading.pieces[scope.start : scope.end]
    return sum(
        len(p.text)
        for p in pieces
        if is_good(p)
        and (len(p.text) >= LABEL_CHARS or p.text[-1] in SENTENCE_END)
        and not is_of_site(p.text)
    )


def is_of_site(text: str) -> bool:
    """Whether a sentence is the site's own by its words: a label of some theme, or who has the
    rights in all that the site prints."""
    return is_known_line(text) or text.startswith(("©", "Copyright", "COPYRIGHT"))


def _is_one_of_like(line: HtmlElement, sentences: set[HtmlElement]) -> bool:
    """Whether an element is one of several paragraphs: its neighbour of the same form is another
    sentence."""
    return any(
        other is not None and other in sentences and form_of(other) == form_of(line)
        for other in (line.getprevious(), line.getnext())
    )


_PARTS_OF_TEXT = frozenset({"ul", "ol", "dl", "blockquote", "pre"})
"""Elements that are never a text by themselves, however much of it they hold."""

_PARAGRAPHS = frozenset({"p", "li", "td", "h2", "h3", "h4"})
BOX_SHARE = 0.6
"""What an element must hold of a flash's sentences where only all of the scope holds each."""


SENTENCE_END = frozenset(SENTENCE_ENDS + COLONS + '"”»')
"""How a line of prose ends."""


MAX_FACTS_CHARS = 250
LEAST_FACTS = 3
_DAY = re.compile(r"(?<!\d)\d{1,2}[./-]\d{1,2}[./-](?:20)?\d\d(?!\d)|(?:19|20)\d\d|[٠-٩۰-۹]{4}")


def is_row_of_facts(piece: Piece) -> bool:
    """Whether a box is a day and more facts, each in an element of its own and no text beside."""
    parts = piece.element
    if len(parts) < LEAST_FACTS or len(piece.text) > MAX_FACTS_CHARS:
        return False
    if (parts.text or "").strip() or any(len((p.tail or "").strip()) > 1 for p in parts):
        return False
    return holds_day(piece.text)


def holds_day(text: str) -> bool:
    """Whether a text holds a day in figures, or a year."""
    return _DAY.search(text) is not None


def is_sentence(piece: Piece) -> bool:
    """Whether a piece is a paragraph that ends as prose does and has no link."""
    told = piece.kind is BlockKind.PARAGRAPH and piece.text[-1] in SENTENCE_END
    return told and not piece.linked
