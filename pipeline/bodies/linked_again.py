"""What a card tells in a link of its own, below the headline that leads to the same page."""

from __future__ import annotations

from itertools import pairwise

from lxml.html import HtmlElement

from pipeline.bodies.spans import SENTENCE_END
from pipeline.page.pieces import Piece
from pipeline.text import is_long_as_headline
from pipeline.urls import other_page

WHOLE = 0.9
"""The least share of a line in links of one that is a link."""
MAX_SIGNED_CHARS = 90
"""Of the line below that says whose the other article is, and of what day."""


def mark_linked_again(pieces: list[Piece], url: str) -> None:
    """A line that is a link right below a headline that is one to the same page; and the open line
    below it in their box, which says who wrote there."""
    for i, (head, told) in enumerate(pairwise(pieces)):
        if (
            head.region != "links"
            or told.region is not None
            or not _are_of_one_page(head, told, url)
        ):
            continue
        told.region = "links"
        for signed in pieces[i + 2 : i + 3]:
            if signed.region is None and _signs(signed, told.element.getparent()):
                signed.region = "links"


def _are_of_one_page(head: Piece, told: Piece, url: str) -> bool:
    """Whether a headline and the line below it are links of their own to one other page of the
    site: those to other houses' are a round-up's."""
    if head.link is None or told.link is None or head.link is told.link:
        return False
    if min(head.link_share, told.link_share) < WHOLE or not is_long_as_headline(head.text):
        return False
    href = head.link.get("href")
    return href == told.link.get("href") and other_page(href, url) is not None


def _signs(piece: Piece, box: HtmlElement | None) -> bool:
    """Whether an open line is the last of a card's box."""
    brief = len(piece.text) <= MAX_SIGNED_CHARS and piece.text[-1] not in SENTENCE_END
    return brief and piece.element.getparent() is box and piece.element.getnext() is None
