"""Notes that a text sets in boxes amid it, «Tip», «Good to know», with what they say below."""

from __future__ import annotations

from itertools import islice

from lxml.html import HtmlElement

from pipeline.bodies.spans import is_sentence
from pipeline.lines.verdicts import heads_note
from pipeline.page.pieces import Piece

MAX_BOXES = 2
"""Boxes between a label and the one that holds what it heads too."""


def is_noted(ours: list[Piece], number: int) -> bool:
    """Whether a line is the label of a note, or a sentence below one in a box of theirs, and other
    lines of the text stand above them and below."""
    if not 0 < number < len(ours) - 1:
        return False
    if heads_note(ours[number].text):
        return _heads(ours[number], ours[number + 1])
    return (
        number > 1 and heads_note(ours[number - 1].text) and _heads(*ours[number - 1 : number + 1])
    )


def _heads(label: Piece, told: Piece) -> bool:
    """Whether a label and a sentence without a link stand in one box."""
    if not is_sentence(told):
        return False
    boxes: set[HtmlElement] = {*islice(label.element.iterancestors(), MAX_BOXES), label.element}
    return any(box in boxes for box in (told.element, *islice(told.element.iterancestors(), 1)))
