"""What stands around the heading in the line that unfolds a box: «Profile», «Show»."""

from __future__ import annotations

from itertools import islice

from lxml.html import HtmlElement

from pipeline.bodies.spans import SENTENCE_END
from pipeline.page.pieces import Piece, give_region
from pipeline.records import BlockKind
from pipeline.text import spoken_words

REACH = 2
"""Lines above and below a heading that may stand with it in one `<summary>`."""
DEPTH = 3
MAX_CHARS = 30


def mark_around_folded_heads(pieces: list[Piece]) -> None:
    """Brief open lines above and below a heading in one `<summary>`: its label, and what is
    pressed. One alone may be what the heading is of: «Day 2», «Lisbon to Porto»."""
    for i, head in enumerate(pieces):
        if head.kind is not BlockKind.HEADING or (box := _summary_of(head.element)) is None:
            continue
        above, below = (
            [p for p in beside if _is_brief(p) and _summary_of(p.element) is box]
            for beside in (pieces[max(0, i - REACH) : i], pieces[i + 1 : i + REACH + 1])
        )
        if above and below and all(spoken_words(p.text) == 1 for p in below):
            give_region([*above, *below], "meta")


def _is_brief(piece: Piece) -> bool:
    open_line = len(piece.text) <= MAX_CHARS and piece.text[-1] not in SENTENCE_END
    open_line = open_line and not any(map(str.isdigit, piece.text))  # «1931–1945», «220 km»
    return open_line and piece.kind is not BlockKind.HEADING


def _summary_of(element: HtmlElement) -> HtmlElement | None:
    around = (element, *islice(element.iterancestors(), DEPTH))
    return next((box for box in around if box.tag == "summary"), None)
