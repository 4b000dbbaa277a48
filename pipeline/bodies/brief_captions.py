"""Brief lines right below pictures: captions in one text, the text's own lines in another.

Where nothing but the place tells a line, what the rest of the text is written in does: a text of
brief open lines has some of them below its pictures, and one of paragraphs has none but captions.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import zip_longest

from pipeline.bodies.spans import SENTENCE_END, is_good
from pipeline.page.pieces import Piece
from pipeline.patterns.late_patterns import late_pattern
from pipeline.records import BlockKind

MAX_BRIEF_CHARS = 60
MAX_BRIEF_UNSPACED_CHARS = 20
"""The same where words are not set apart: Chinese and Japanese."""
_UNSPACED = late_pattern("[\u3040-\u30ff\u3400-\u9fff]")
MANY_BRIEF = 4
"""Open lines that stand below no picture, from which on a text is written in such."""
LEAST_CAPTIONS = 2
LEAST_PROSE = 3
"""Brief sentences below pictures each, and the paragraphs beside them: then they are captions."""
LEAST_HEADED = 2
"""Headings each of which heads such a sentence and no more, from which on none is a caption."""
_STOPS = ".。"
_PARTING = frozenset(",،，、;؛；:：!！?؟？\"“”‘'「」『』(（\n")
"""Signs that a caption of a few words has no use for, but somebody's words or two clauses."""


def is_brief(text: str) -> bool:
    """Whether a line has the length of a caption that is no sentence."""
    most = MAX_BRIEF_UNSPACED_CHARS if _UNSPACED.match(text) is not None else MAX_BRIEF_CHARS
    return len(text) <= most


def plain_lines(pieces: Sequence[Piece]) -> list[Piece]:
    """The paragraphs among a body's lines of which neither a link nor letters tell what they are:
    those that are asked below."""
    return [piece for piece in pieces if _is_plain(piece)]


def is_of_brief_lines(plain: Sequence[Piece], is_below: Callable[[Piece], bool]) -> bool:
    """Whether a text is written in brief open lines, most of which stand below no picture."""
    brief = [p for p in plain if is_brief(p.text) and p.text[-1] not in SENTENCE_END]
    if len(brief) < MANY_BRIEF:
        return False
    below = sum(map(is_below, brief))
    return len(brief) - below >= max(MANY_BRIEF, below)


def brief_sentences_below(
    pieces: Sequence[Piece], plain: Sequence[Piece], is_below: Callable[[Piece], bool]
) -> list[Piece]:
    """Sentences of a few words right below a picture each, «The school.», in a text that has none
    elsewhere: its other paragraphs are longer. Where they are all that headings head, they are
    the entries of a list."""
    brief = [piece for piece in plain if _is_brief_sentence(piece)]
    others = sum(is_good(piece) for piece in plain if not _is_brief_sentence(piece))
    if len(brief) < LEAST_CAPTIONS or others < LEAST_PROSE or not all(map(is_below, brief)):
        return []
    return [] if sum(map(is_below, _headed_alone(pieces))) >= LEAST_HEADED else brief


def _headed_alone(pieces: Sequence[Piece]) -> list[Piece]:
    """The paragraphs each of which is all the prose between two headings, right below the first of
    them."""
    found: list[Piece] = []
    ours = [piece for piece in pieces if piece.region is None]
    for above, piece, below in zip_longest(ours, ours[1:], ours[2:]):
        if piece is None or above.kind is not BlockKind.HEADING:
            continue
        if below is None or below.kind is BlockKind.HEADING or below.link_share > MOST_LINKED:
            found.append(piece)
    return found


MOST_LINKED = 0.5
"""The share of a link in what no text goes on with: «Buy it here»."""


def _is_plain(piece: Piece) -> bool:
    ours = piece.region is None and piece.kind is BlockKind.PARAGRAPH
    return ours and piece.element.tag == "p" and not piece.bold and not piece.linked


def _is_brief_sentence(piece: Piece) -> bool:
    text = piece.text
    if text[-1] not in _STOPS or not is_brief(text):
        return False
    return _PARTING.isdisjoint(text) and not any(stop in text[:-1] for stop in _STOPS)
