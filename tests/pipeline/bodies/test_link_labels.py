"""Labels before links to other articles, told by the link at their line's end."""

from __future__ import annotations

from lxml.html import fragment_fromstring

from pipeline.bodies.link_labels import mark_labelled_links
from pipeline.page.pieces import Piece
from pipeline.records import BlockKind


def _region(text: str, linked: int) -> str | None:
    element = fragment_fromstring("<p>Read: <a href='/tech/storm'>link</a></p>")
    piece = Piece(BlockKind.PARAGRAPH, text, None, element, linked, None, link=element[0])
    mark_labelled_links([piece], "https://news.example/tech/harbour")
    return piece.region


def test_a_headline_behind_a_label_leads_elsewhere() -> None:
    headline = "A storm closes the harbour"
    assert _region(f"You may like: {headline}", len(headline)) == "links"
    assert _region(f"The council said that {headline}", len(headline)) is None


def test_a_link_without_words_is_no_headline() -> None:
    assert _region("You may like:", 0) is None
    assert _region("You may like:  ", 1) is None
