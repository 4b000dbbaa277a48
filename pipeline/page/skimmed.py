"""Menus, told by their links, and what is read of regions that are passed over."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from pipeline.page.core import Core
from pipeline.page.pieces import Piece
from pipeline.records import BlockKind
from pipeline.text import normalise

MENU_LINKS = 8
"""So many links without a heading are a menu, whatever it is called."""
MAX_CHARS = 60
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def is_menu(element: HtmlElement, core: Core | None) -> bool:
    """Whether a part beside the article holds many links, no long text and no heading."""
    if core is None or core.weights.get(element):
        return False
    links = sum(1 for _ in islice(element.iter("a"), MENU_LINKS))
    return links == MENU_LINKS and next(element.iter(*_HEADINGS), None) is None


def skimmed(element: HtmlElement, region: str | None) -> Iterator[Piece]:
    """What of a region may be accounted for: its links to places on the page."""
    for anchor in element.iter("a"):
        if (anchor.get("href") or "").startswith("#"):
            text = normalise(anchor.text_content().replace("\n", " "))
            if 0 < len(text) <= MAX_CHARS:
                yield Piece(BlockKind.PARAGRAPH, text, None, anchor, len(text), region)
