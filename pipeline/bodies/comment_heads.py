"""Headings of readers' comments, told from sections of a text that are called like them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pipeline.bodies.comment_sections import (
    MAX_HEAD_CHARS,
    MAX_NAME_CHARS,
    MAX_NAME_WORDS,
    are_under_names,
    box_amid_text,
    is_amid_text,
    is_in,
    is_section,
)
from pipeline.bodies.readers import speaks_of_readers
from pipeline.bodies.spans import SENTENCE_END, is_good, prose_chars
from pipeline.lines.known_lines import named_by_heading
from pipeline.page.pieces import Piece, give_region
from pipeline.patterns.late_patterns import late_pattern
from pipeline.people.given_names import begins_with_given_name
from pipeline.punctuation import QUOTATION_MARKS, SINGLE_QUOTES
from pipeline.records import BlockKind
from pipeline.text import spoken_words


def mark_comments(
    pieces: list[Piece], title: str | None, others: Callable[[], bool] = bool
) -> None:
    """What follows a heading like «3 comments» after the prose has begun is the readers'. `title`
    is the page's; `others` tells whether it has a place for comments behind these pieces."""
    begun = picked = 0
    whole = prose_chars(pieces)
    for i, piece in enumerate(pieces):
        if i < picked:
            continue
        # A heading that has a cell of its own took only that with it.
        told = piece.region == "comments" and begun * 2 > whole
        if piece.region is not None and not told:
            continue
        headed = piece.kind is BlockKind.HEADING or piece.bold
        headed = headed or (i > 0 and pieces[i - 1].region == "comments")
        headed = begun > 0 and headed and len(piece.text) < MAX_HEAD_CHARS
        if headed and _PICKED.match(piece.text) and (end := _end_of_picked(pieces, i)):
            give_region(pieces[i:end], "comments")
            picked = end
            continue
        if headed and speaks_of_readers(piece.text) and _are_under_persons(pieces[i + 1 :]):
            give_region(pieces[i:], "comments")
            return
        if headed and named_by_heading(piece.text) == "comments":
            if piece.region is None and is_section(pieces, i, others):
                continue
            if is_amid_text(pieces, i):
                give_region([piece], "comments")
                continue
            if box := box_amid_text(pieces, i):
                give_region(box, "comments")
                continue
            give_region(pieces[i:], "comments")
            return
        if begun * 2 > whole and (
            (headed and _counts_on(pieces, i, title))
            or _is_numbered(pieces, i)
            or _counts_readers(pieces, i)
            or _heads_rows(pieces, i)
        ):
            give_region(pieces[i:], "comments")
            return
        begun += len(piece.text) if is_good(piece) else 0


def _counts_on(pieces: list[Piece], i: int, title: str | None) -> bool:
    """Whether a heading quotes the page's title and counts what was said of it, in whatever words,
    «3 thoughts on “The ferry runs again”», and no paragraph stands right below it."""
    if not title or any(map(is_good, pieces[i + 1 : i + 2])):
        return False
    before, _, behind = pieces[i].text.partition(title)
    if not (before[-1:] in _QUOTES and behind[:1] in _QUOTES and before + behind):
        return False
    around = f"{before[:-1]} {behind[1:]}"
    counted = any(map(str.isdigit, around)) and any(map(str.isalpha, around))
    return counted and spoken_words(around) <= MAX_AROUND


_QUOTES = frozenset(QUOTATION_MARKS + SINGLE_QUOTES + "《》〈〉")
MAX_AROUND = 4
"""Words of such a heading beside the title."""


_PICKED = late_pattern(
    r"(?:(?:top|best|featured|highlighted|most liked) comments?|top-?kommentare?|"
    r"meilleurs? commentaires?|(?:mejor|principal) comentario|melhor comentário|"
    r"miglior commento|beste reactie|лучший комментарий|en iyi yorum)\b",
    re.IGNORECASE,
)
"""A heading above what one reader wrote, that a house shows in its text or below it."""
MOST_PICKED = 6
"""Lines of such a box: its heading, who liked it, what it says, a link to all comments."""


def _end_of_picked(pieces: Sequence[Piece], i: int) -> int:
    """Where a box with a reader's comment ends: behind the link to all of them, a line of few
    words near its heading; 0 where there is none."""
    for at in range(i + 2, min(i + MOST_PICKED, len(pieces))):
        piece = pieces[at]
        if piece.kind is BlockKind.HEADING:
            break
        if piece.link_share > ALL_LINKED and len(piece.text) < MAX_HEAD_CHARS:
            return at + 1
    return 0


ALL_LINKED = 0.9


_NUMBERED = late_pattern(r"(?:[^\W\d_]{2,12}\s)?[#№]\s?\d{1,4}\b[^:：]{2,80}[:：]\s?\S")
"""«Reply #2 by Ann on 3 May 2026: …»"""


def _is_numbered(pieces: list[Piece], i: int) -> bool:
    """Whether a line begins with a reader's number and name, outside the boxes of the text."""
    if not _NUMBERED.match(pieces[i].text):
        return False
    prose = {p.element for p in pieces[:i] if is_good(p)}
    boxes = {element.getparent() for element in prose}
    element = pieces[i].element
    return element not in prose and element.getparent() not in boxes


def _heads_rows(pieces: list[Piece], i: int) -> bool:
    """Whether a block between breaks begins with a heading of comments, outside the elements of the
    text: «Replies», and below it names and what they wrote."""
    rows = pieces[i].text.split("\n")
    if len(rows) < LEAST_OF_READERS or len(rows[0]) > MAX_HEAD_CHARS:
        return False
    if named_by_heading(rows[0]) != "comments":
        return False
    return all(p.element is not pieces[i].element for p in pieces[:i] if is_good(p))


_COUNTED = late_pattern(r"\d{1,4}\s[^\W\d_]{3,}|[^\W\d_]{3,}\s?[(（]\d{1,4}[)）]")
"""«18 replies», in whatever words, and «Replies (18)»."""
MAX_BUTTON_WORDS = 2


def _counts_readers(pieces: list[Piece], i: int) -> bool:
    """Whether a heading of one word counts what stands below it in a box of its own, that begins
    with a name and ends with a button: «18 Zurufe», «Jane Doe», «Well said!», «Answer»."""
    head = pieces[i]
    if head.kind is not BlockKind.HEADING or not _COUNTED.fullmatch(head.text):
        return False
    box = head.element.getparent()
    if box is None or any(is_in(p, box) for p in pieces[:i]):
        return False
    said = [p for p in pieces[i + 1 :] if is_in(p, box)]
    if len(said) < LEAST_OF_READERS or any(p.kind is BlockKind.HEADING for p in said):
        return False
    first, last = said[0].text, said[-1].text
    named = len(first) <= MAX_NAME_CHARS and spoken_words(first) <= MAX_NAME_WORDS
    asked = spoken_words(last) <= MAX_BUTTON_WORDS
    return named and asked and not {first[-1], last[-1]} & set(SENTENCE_END)


LEAST_OF_READERS = 3


def _are_under_persons(told: Sequence[Piece]) -> bool:
    """The same with names that persons are called by, most of them."""
    names = [name.text for name in told[::2]]
    return are_under_names(told) and 2 * sum(map(begins_with_given_name, names)) >= len(names)
