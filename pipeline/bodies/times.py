"""The lines of a page that tell the day of its article, and what a template lists beside it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from pipeline.bodies.spans import SENTENCE_END
from pipeline.page.pieces import Piece, give_region
from pipeline.records import BlockKind

OPENING = 6
"""Lines of a text among which its day may stand."""

MAX_CHARS = 120
LEAST_TIMED = 0.3
"""The share of such a line that stands in elements for times."""


def mark_times(pieces: list[Piece]) -> None:
    """Give a brief line at the beginning that is no sentence and holds an element for a time its
    region: the day, with the place, the zone or how long the text takes beside it."""
    for piece in islice((p for p in pieces if p.region is None), OPENING):
        brief = len(piece.text) <= MAX_CHARS and piece.text[-1] not in SENTENCE_END
        if brief and piece.kind is BlockKind.PARAGRAPH and _tells_time(piece):
            piece.region = "meta"


MAX_FACT_CHARS, MAX_FACTS = 30, 4
"""Of other facts in the list of such a day or author: an hour, a count, «No comments»."""


def mark_facts_listed(pieces: Sequence[Piece]) -> None:
    """Give the brief items of a list in which others say who wrote the article, or when, their
    region too."""
    items = [piece for piece in pieces if piece.kind is BlockKind.LIST_ITEM]
    lists = {piece.element.getparent() for piece in items if piece.region == "meta"}
    for facts in lists:
        beside = [p for p in items if p.region is None and p.element.getparent() is facts]
        if len(beside) <= MAX_FACTS and all(map(_is_fact, beside)):
            give_region(beside, "meta")


def _is_fact(piece: Piece) -> bool:
    return len(piece.text) <= MAX_FACT_CHARS and piece.text[-1] not in SENTENCE_END


def _tells_time(piece: Piece) -> bool:
    """Whether a good part of a line stands in elements for times."""
    timed = sum(
        len(text.strip()) for time in piece.element.iter("time") for text in time.itertext()
    )
    return timed >= LEAST_TIMED * len(piece.text)
