"""A paragraph that ends a text in a box of its own, which a second reader does not have."""

from __future__ import annotations

from pipeline.bodies.unconfirmed import tells_on
from pipeline.page.html import parse_text
from pipeline.page.pieces import Piece
from pipeline.records import BlockKind
from tests.pipeline.bodies.nameless_page import TEXT


def _piece(text: str, linked: int = 0) -> Piece:
    element = parse_text(f"<p>{text}</p>", "https://news.example/1").all_of("p")[0]
    return Piece(BlockKind.PARAGRAPH, text, None, element, linked, None)


VERDICT = (
    "So the second plant rises where residents of the northern quarter wanted a garden, officials "
    "have a road to widen and a bridge to keep open, analysts have a size to be surprised at, and "
    "the company has said nothing of those who cannot come to the hearing. The council may well "
    "write more letters before the works begin than it has written since the harbour was dug."
)
LIFE = (
    "Ada Quill was born on an island and lives with two cats above a bakery. She won prizes for "
    "essays about lamps, kites and the weather, teaches children to swim, and plays the cello "
    "every evening. Her first novel, about a beekeeper who forgets the names of flowers, appeared "
    "when she was nineteen and was translated into eleven languages, none of which she speaks."
)


def test_a_long_paragraph_that_tells_what_the_text_tells_is_of_it() -> None:
    text = [_piece(line) for line in TEXT]
    assert tells_on(_piece(VERDICT), text)
    assert not tells_on(_piece(VERDICT, linked=20), text)
    assert not tells_on(_piece(VERDICT[:200] + "."), text)
    assert not tells_on(_piece(LIFE), text)
