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
        if head.region != "links" or told.region is not None or not _are_of_one_page(head, told):
            continue
        if not other_page(head.link.get("href") if head.link is not None else None, url):
            continue  # of another house: a round-up
        told.region = "links"
        for signed in pieces[i + 2 : i + 3]:
            if signed.region is None and _signs(signed, told.element.getparent()):
                signed.region = "links"


def _are_of_one_page(head: Piece, told: Piece) -> bool:
    if head.link is None or told.link is None or head.link is told.link:
        return False
    if min(head.link_share, told.link_share) < WHOLE or not is_long_as_headline(head.text):
        return False
    href = head.link.get("href") or ""
    return bool(href) and not href.startswith("#") and href == told.link.get("href")


def _signs(piece: Piece, box: HtmlElement | None) -> bool:
    """Whether an open line is the last of a card's box."""
    brief = len(piece.text) <= MAX_SIGNED_CHARS and piece.text[-1] not in SENTENCE_END
    return brief and piece.element.getparent() is box and piece.element.getnext() is None
