"""Entries of an article that is a list, each with a heading that leads to what it tells of."""

from __future__ import annotations

from urllib.parse import urljoin

from pipeline.bodies.spans import is_good
from pipeline.page.pieces import Piece
from pipeline.records import BlockKind
from pipeline.urls import site_of

LEAST_ENTRIES = 3


def are_entries(cards: list[list[Piece]], url: str) -> bool:
    """Whether cards in a row are what an article lists: the heading of each leads to a site of its
    own, and prose stands below it. What others pay for leads elsewhere too, and says no more.
    `url` is the page's own."""
    if len(cards) < LEAST_ENTRIES:
        return False
    sites = {site_of(urljoin(url, _heading_of(card))) for card in cards}
    return (
        len(sites) == len(cards)
        and site_of(url) not in sites
        and all(any(map(is_good, card)) for card in cards)
    )


def _heading_of(card: list[Piece]) -> str:
    """Where the linked heading of a card leads."""
    links = (p.link for p in card if p.kind is BlockKind.HEADING and p.link is not None)
    link = next(links, None)
    return "" if link is None else link.get("href") or ""
