"""Rows of labels, buttons and facts that stand each in an element of its own with nothing between
them: «ShareFacebookCopy link», «24 May 2026, 10:021,204 viewsReading time: 2 min».

A template sets its parts apart by style; whoever writes leaves a blank between two words.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from pipeline.page.elements import text_of_element
from pipeline.page.pieces import Piece
from pipeline.punctuation import SENTENCE_ENDS
from pipeline.records import BlockKind

MAX_CHARS = 120
MIN_PART_CHARS = 2
"""Letters of a part: a first letter that is set larger has an element of its own as well."""
LEAST_PARTS = 3
"""Parts of which none but the joints tells; of two the case must change where they meet."""
_PARTS = frozenset({"span", "a", "label", "time", "b", "strong", "i", "em", "small"})


def mark_glued_parts(pieces: Iterable[Piece]) -> None:
    """Give such rows among open lines their region."""
    for piece in pieces:
        if piece.region is None and _may_be(piece) and _is_glued(piece):
            piece.region = "meta"


def _may_be(piece: Piece) -> bool:
    text = piece.text
    brief = len(text) <= MAX_CHARS and piece.kind is BlockKind.PARAGRAPH and not piece.bold
    return brief and len(piece.element) > 1 and text[-1] not in SENTENCE_ENDS


def _is_glued(piece: Piece) -> bool:
    """Whether a line is made of elements alone, each right behind the last letter of another."""
    element = piece.element
    if (element.text or "").strip():
        return False
    parts: list[str] = []
    for child in element:
        if (child.tail or "").strip():
            return False
        silent = not isinstance(child.tag, str) or child.tag == "button"
        part = "" if silent else text_of_element(child)
        if part and child.tag not in _PARTS:
            return False
        parts += [part] if part else []
    if len(parts) < 2 or min(map(len, parts)) < MIN_PART_CHARS or "".join(parts) != piece.text:
        return False
    joints = [(before[-1], behind[0]) for before, behind in pairwise(parts)]
    if not all(map(_meet, joints)):
        return False
    return len(parts) >= LEAST_PARTS or all(map(_changes, joints))


def _meet(joint: tuple[str, str]) -> bool:
    """Whether a blank is left out between two letters, or figures."""
    before, behind = joint
    together = _is_unspaced(before) and _is_unspaced(behind)
    return before.isalnum() and behind.isalnum() and not together


def _changes(joint: tuple[str, str]) -> bool:
    """Whether two letters meet within no word: a small and a capital one, a digit and a letter."""
    before, behind = joint
    return (before.islower() and behind.isupper()) or before.isdigit() is not behind.isdigit()


def _is_unspaced(letter: str) -> bool:
    """Whether a letter is of a script that leaves no blanks between its words."""
    return "\u0e00" <= letter <= "\u0e7f" or "\u2e80" <= letter <= "\u9fff"
