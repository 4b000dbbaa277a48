"""A gallery of pictures amid a text, told by the title that each of its slides has again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.fingerprints import skeleton
from pipeline.page.pieces import Piece
from pipeline.records import BlockKind

LEAST_SLIDES = 4
"""Times that a heading stands in a text, from which on it may be a gallery's title."""
MIN_TITLE_CHARS = 20
"""A shorter one may be a label of the text's own parts: «Pros», «What to order»."""
MOST_SHARE = 0.6
"""The share of a text that a gallery within it is at most."""


def titles_of_slides(pieces: Sequence[Piece]) -> frozenset[str]:
    """The folded headings that a text has so often."""
    headings = Counter(
        skeleton(piece.text)
        for piece in pieces
        if piece.kind is BlockKind.HEADING
        and piece.region is None
        and len(piece.text) >= MIN_TITLE_CHARS
    )
    return frozenset(title for title, times in headings.items() if times >= LEAST_SLIDES)


def is_gallery(pieces: Sequence[Piece], titles: frozenset[str], whole: int) -> bool:
    """Whether the lines of a box are slides: it begins with such a title, and has it with each, and
    most of a text of `whole` letters stands around it."""
    shown = [piece for piece in pieces if piece.region is None]
    if not shown or shown[0].kind is not BlockKind.HEADING:
        return False
    title = skeleton(shown[0].text)
    if title not in titles or sum(len(piece.text) for piece in shown) > MOST_SHARE * whole:
        return False
    return sum(skeleton(piece.text) == title for piece in shown) >= LEAST_SLIDES
