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
    """The items that are links in a list between paragraphs of which at least half are none:
    «What did it cost?», «<a>Where will I put it</a>?»."""
    good = [i for i, p in enumerate(pieces) if p.region is None and is_good(p)]
    if not good:
        return
    lists: defaultdict[HtmlElement, list[Piece]] = defaultdict(list)
    for piece in pieces[good[0] : good[-1] + 1]:
        if piece.kind is BlockKind.LIST_ITEM and piece.region in (None, "links"):
            around = next(piece.element.iterancestors("ul", "ol"), None)
            if around is not None:
                lists[around].append(piece)
    for items in lists.values():
        plain = [piece for piece in items if piece.region is None]
        linked = [piece for piece in items if piece.region == "links"]
        if len(plain) < max(LEAST_PLAIN, len(linked)) or all(piece.linked for piece in plain):
            continue
        for piece in linked:
            piece.region = None
