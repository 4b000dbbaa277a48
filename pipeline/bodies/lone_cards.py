"""A card alone amid a text: the linked headline of another article and what it tells."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from pipeline.bodies.spans import is_sentence
from pipeline.page.pieces import Piece
from pipeline.records import BlockKind
from pipeline.text import is_long_as_headline
from pipeline.urls import site_of

_BOXES = frozenset({"div", "aside", "article"})
MOST_TOLD, MOST_CHARS = 2, 250
"""Lines below the headline, and their letters."""


def is_lone_card(element: HtmlElement, card: list[Piece], url: str) -> bool:
    """Whether an element is such a card: its heading stands in a link to another page of the same
    site, and below it stands a sentence or two without a link. A link within a heading may be that
    of a section to what it tells of."""
    head, *told = card
    if element.tag not in _BOXES or not 0 < len(told) <= MOST_TOLD:
        return False
    if head.kind is not BlockKind.HEADING or not _leads_on(head, url):
        return False
    if not is_long_as_headline(head.text):  # it names a thing of which a section of the text tells
        return False
    if sum(len(piece.text) for piece in told) > MOST_CHARS or not is_sentence(told[0]):
        return False
    return all(p.kind is BlockKind.PARAGRAPH and not p.linked and p.region is None for p in told)


def _leads_on(head: Piece, url: str) -> bool:
    """Whether a heading stands in a link to another page of the site."""
    around = next(head.element.iterancestors("a"), None)
    href = around.get("href") if around is not None else None
    if not href or href.startswith("#"):
        return False
    led = urljoin(url, href)
    path = urlsplit(led).path.rstrip("/")
    return site_of(led) == site_of(url) and path not in ("", urlsplit(url).path.rstrip("/"))
