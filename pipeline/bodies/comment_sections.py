"""Parts of a text that are called as readers' comments are: a section, a button, an invitation."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import islice
from statistics import median

from lxml.html import HtmlElement

from pipeline.bodies.columns import is_beside
from pipeline.bodies.readers import LEAST_ROWS
from pipeline.bodies.spans import MIN_GOOD_CHARS, SENTENCE_END, is_good
from pipeline.fingerprints import numberless
from pipeline.lines.known_lines import named_by_heading
from pipeline.page.pieces import Piece
from pipeline.patterns.late_patterns import late_pattern
from pipeline.records import BlockKind
from pipeline.text import spoken_words


def has_comments(pieces: Sequence[Piece]) -> bool:
    """Whether some pieces of a page are its place for comments, or head it."""
    return any(
        p.region == "comments"
        or (len(p.text) < MAX_HEAD_CHARS and named_by_heading(p.text) == "comments")
        for p in pieces
    )


def is_amid_text(pieces: list[Piece], i: int) -> bool:
    """Whether a line is a paragraph amid others of one box, more of them behind it than before: a
    button, with which a text begins; or a heading that counts nothing and is a section's: behind
    it the box holds paragraphs of an article's length alone."""
    label = pieces[i].element
    box = label.getparent()
    heads = pieces[i].kind is BlockKind.HEADING
    if not (heads or label.tag == "p") or box is None:
        return False
    beside = _paragraphs_in(box, pieces)
    before = bisect_left(beside, i)
    behind = beside[before:]
    if not heads:
        if AMID_TEXT <= before <= len(behind):
            return True
        return 0 < before < len(behind) >= LEAST_BELOW and _sentences_below(pieces, i) > 0
    if before < AMID_TEXT or len(behind) < LEAST_SECTION or _DIGIT.search(pieces[i].text):
        return False
    told = [p for p in pieces[i + 1 : behind[-1] + 1] if p.kind is not BlockKind.HEADING]
    if are_by_readers(told):
        return False
    lengths = [len(p.text) for p in told if p.region is None]
    return min(lengths, default=0) >= MIN_GOOD_CHARS and median(lengths) >= PARAGRAPH_CHARS


def box_amid_text(pieces: list[Piece], i: int) -> list[Piece]:
    """The pieces of the box that a line heads, where paragraphs of a report stand before and behind
    it, all in one element: an invitation to comment, or the latest comments whole; empty where what
    readers wrote follows."""
    for box in islice(pieces[i].element.iterancestors(*_BOXES), CLIMB):
        beside = _paragraphs_in(box.getparent(), pieces)
        before = bisect_left(beside, i)
        if before < LEAST_ABOVE:
            continue
        behind = [pieces[place] for place in beside[before:]]
        lengths = [len(p.text) for p in behind]
        if max(lengths, default=0) < PARAGRAPH_CHARS:
            return []
        whole = i + 1 < beside[before] and box in pieces[i + 1].element.iterancestors()
        if not whole and (len(behind) < LEAST_BELOW or median(lengths) < PARAGRAPH_CHARS):
            return []
        if are_by_readers(behind) or any(_is_by_reader(p.text) for p in behind[:2]):
            return []
        return [p for p in pieces[i : beside[before]] if box in p.element.iterancestors()]
    return []


CLIMB, LEAST_ABOVE = 3, 2
_BOXES = ("div", "section", "aside", "form")


def _paragraphs_in(box: HtmlElement | None, pieces: list[Piece]) -> list[int]:
    """The places of the paragraphs that are an element's own, or of one beside it that is called as
    it is: a part of the same text."""
    return [
        place
        for place, p in enumerate(pieces)
        if is_good(p)
        and p.element.tag == "p"
        and (around := p.element.getparent()) is not None
        and (around is box or (box is not None and box.get("class") and is_beside(around, box)))
    ]


def is_section(pieces: list[Piece], i: int, others: Callable[[], bool]) -> bool:
    """Whether a line is the heading of a section, or the bold line that editors set for one, called
    as readers' comments are: it counts nothing, and the text goes on below it. Headings of its
    level stand beside it, or the page has its comments elsewhere, or it is one word with more than
    a line or two below, or a paragraph of a report stands there."""
    piece = pieces[i]
    if _DIGIT.search(piece.text):
        return False
    again = _headed_again(pieces, i)
    told = pieces[:again]
    if _goes_on_at_length(told, i):
        return True
    written = _sentences_below(told, i)
    if not written:
        return False
    brief = spoken_words(piece.text) == 1 and written >= LEAST_BELOW
    below = [p for p in pieces[i + 1 :] if not is_in(p, piece.element.getparent())]
    return brief or _has_peers(pieces, i) or has_comments(below) or others()


def _headed_again(pieces: list[Piece], i: int) -> int:
    """Where below a line, outside its box, the page calls its readers' comments by the same words;
    the number of all pieces where it does not. What a section is called stands there no second
    time."""
    said = numberless(pieces[i].text)
    box = pieces[i].element.getparent()
    for at in range(i + 2, len(pieces)):
        text = pieces[at].text
        if len(text) < MAX_HEAD_CHARS and numberless(text) == said and not is_in(pieces[at], box):
            return at
    return len(pieces)


def _goes_on_at_length(pieces: list[Piece], i: int) -> bool:
    """Whether right below a line stands a paragraph of a report's length, as more of them do before
    it in the same box, and no place of comments."""
    below = pieces[i + 1] if i + 1 < len(pieces) else None
    if below is None or not is_good(below) or below.kind is not BlockKind.PARAGRAPH:
        return False
    if len(below.text) < PARAGRAPH_CHARS or not _is_sentence(below) or _is_by_reader(below.text):
        return False
    box = below.element.getparent()
    alike = sum(
        is_good(p) and p.element.tag == below.element.tag and p.element.getparent() is box
        for p in pieces[:i]
    )
    return alike >= AMID_TEXT and not any(p.region == "comments" for p in pieces[i + 1 :])


def _has_peers(pieces: list[Piece], i: int) -> bool:
    """Whether a box has another heading of the same level, that calls no readers, and above both
    some of the text."""
    label, box = pieces[i], pieces[i].element.getparent()
    first = next((n for n, p in enumerate(pieces) if is_good(p) and is_in(p, box)), len(pieces))
    return first < i and any(
        p.kind is label.kind
        and p.bold == label.bold
        and p.level == label.level
        and p.element.getparent() is box
        and named_by_heading(p.text) is None
        for p in pieces[first:]
    )


def is_in(piece: Piece, box: HtmlElement | None) -> bool:
    """Whether a piece stands in a box, alone in one of its own perhaps."""
    around = piece.element.getparent()
    return around is box or (
        around is not None and around.getparent() is box and around.tag == "div"
    )


def _sentences_below(pieces: list[Piece], i: int) -> int:
    """With how many sentences the box of a line goes on below it, 0 where with other lines too:
    between those of readers stand their names and days, and what a site says there is known."""
    box = pieces[i].element.getparent()
    told = [
        p
        for p in pieces[i + 1 :]
        if p.region is None and p.kind is not BlockKind.HEADING and is_in(p, box)
    ]
    while told and not _is_sentence(told[-1]):
        told.pop()  # what stands below the text
    written = [
        p for p in told if p.kind is BlockKind.PARAGRAPH and not p.bold and p.link_share <= LINKED
    ]
    if are_under_names(told):
        return 0
    strange = sum(not _is_sentence(p) or _is_by_reader(p.text) for p in written)
    if strange > len(written) * MAX_STRANGE or any(p.region == "comments" for p in pieces[i + 1 :]):
        return 0
    return 0 if any(named_by_heading(p.text) == "comments" for p in written) else len(written)


def are_by_readers(told: Sequence[Piece]) -> bool:
    """Whether most lines begin as what readers wrote does, each with another name: «1- Jane: …»."""
    names = {_COLON.split(_ITEM.sub("", p.text), maxsplit=1)[0] for p in told}
    written = sum(_is_by_reader(p.text) for p in told)
    return len(told) >= LEAST_ROWS and 3 * written >= 2 * len(told) and len(names) == len(told)


_COLON = re.compile("[:：]")


def are_under_names(told: Sequence[Piece]) -> bool:
    """Whether what stands below a line is nothing but a bold name, and a paragraph, by turns."""
    pairs = list(zip(told[::2], told[1::2], strict=False))
    return len(pairs) >= LEAST_ROWS and all(
        name.bold and len(name.text) <= MAX_NAME_CHARS and spoken_words(name.text) <= MAX_NAME_WORDS
        and (name.text[-1] not in SENTENCE_END or _INITIAL.search(name.text)) and not text.bold
        for name, text in pairs
    )  # fmt: skip


MAX_NAME_CHARS, MAX_NAME_WORDS = 30, 3
_INITIAL = re.compile(r"\s[^\W\d_]\.$")


def _is_by_reader(text: str) -> bool:
    """Whether a line begins as what a reader wrote does: with a name or a day. «One thing is clear:
    …» has words in small letters."""
    begins = _BY_READER.match(_ITEM.sub("", text))
    return begins is not None and not (begins[1] and _SMALL.search(begins[1]))


_ITEM = re.compile(r"^\d{1,3}\s?[-–.)]\s*")
_BY_READER = late_pattern(
    r"((?:[^.!?:：]|(?<=\b[^\W\d_])\.){2,40})[:：]|[^.!?]{0,40}\d{1,2}[./:]\d{2}(?!\d(?!\d))"
)
"""A name before a colon, a day or an hour; «19.000» is neither."""
_SMALL = re.compile(
    r"\s(?!d[aeiou]s?\s|v[ao]n\s|l[ae]\s|de[lr]\s|bin\s)[a-zß-ÿ\u0101-\u017fά-ώа-яёіїєґ]"
)
MAX_HEAD_CHARS = 120
LINKED = 0.9


def _is_sentence(piece: Piece) -> bool:
    return piece.text[-1] in SENTENCE_END and piece.link_share < MAX_SENTENCE_LINKED


MAX_SENTENCE_LINKED = 0.6
MAX_STRANGE = 0.25
"""The share of lines that are no sentences, which a template may print amid a text. Of what readers
write their names are half."""
LEAST_BELOW = 3
"""Paragraphs below a button with which a text goes on."""
AMID_TEXT = 3
"""Paragraphs before a line in the box of those behind it, from which on it stands in the text."""
LEAST_SECTION = 2
PARAGRAPH_CHARS = 100
"""Letters of a paragraph of a report; half of what readers write has fewer."""
_DIGIT = re.compile(r"\d")
