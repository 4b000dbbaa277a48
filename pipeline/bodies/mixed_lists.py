"""Lists amid a text of which some items are links: all of them are the text's."""

from __future__ import annotations

from collections import defaultdict

from lxml.html import HtmlElement

from pipeline.bodies.spans import is_good
from pipeline.page.pieces import Piece
from pipeline.records import BlockKind

LEAST_PLAIN = 2
"""Items that are no links, at least one of them without any: a list of articles has none."""


def give_mixed_lists_back(pieces: list[Piece]) -> None:
    """The items that are links in a list between paragraphs, before the last of those that are
    none, where these are at least half: «What did it cost?», «<a>Where will I put it</a>?». Items
    of several lines are cards; below the others a link leads on, «Order now»."""
    good = [i for i, p in enumerate(pieces) if p.region is None and is_good(p)]
    if not good:
        return
    lists: defaultdict[HtmlElement, list[Piece]] = defaultdict(list)
    for piece in pieces[good[0] : good[-1] + 1]:
        if piece.kind is BlockKind.LIST_ITEM and piece.region in (None, "links"):
            around = next(piece.element.iterancestors("ul", "ol"), None)
            if around is not None:
                lists[around].append(piece)
    for around, items in lists.items():
        while items and items[-1].region == "links":
            items.pop()
        linked = [piece for piece in items if piece.region == "links"]
        plain = [piece for piece in items if piece.region is None]
        if not linked or len(plain) < max(LEAST_PLAIN, len(linked)):
            continue
        if all(piece.linked for piece in plain) or not _is_one_line_each(around, items):
            continue
        for piece in linked:
            piece.region = None


def _is_one_line_each(around: HtmlElement, items: list[Piece]) -> bool:
    """Whether each line of a list is an item of it, without boxes within."""
    own = [piece.element for piece in items]
    return all(e.tag == "li" and e.getparent() is around for e in own) and len(set(own)) == len(own)
