"""Rows of other articles right below a text, without a label: a day and a headline that is a link,
or such a link and how that article begins, broken off."""

from __future__ import annotations

import re

from pipeline.bodies.widgets import BROKEN_OFF
from pipeline.page.pieces import Piece, give_region
from pipeline.records import BlockKind
from pipeline.text import spoken_words
from pipeline.urls import canonical_url, path_segments, same_site

LEAST_ROWS = 2
LEAST_TITLE_WORDS = 3
MAX_DAY_CHARS = 40
_DAY = re.compile(
    r"\W*(?:[^\W\d]{2,12},? )?(?:\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?|\d{4}[./-]\d{1,2}[./-]\d{1,2}"
    r"|\d{1,2}\.? [^\W\d]{3,12}[.,،]? \d{4}|[^\W\d]{3,12}\.? \d{1,2}, \d{4}"
    r"|\d{4}年\d{1,2}月\d{1,2}日)(?:\W+\d{1,2}:\d{2})?\W*"
)


def mark_rows_below(pieces: list[Piece], url: str) -> None:
    """Give such rows at a text's end, of which there are several, their regions. Amid a text days
    with links may be its chronicle."""
    dated: list[Piece] = []
    begun: list[Piece] = []
    for at in range(len(pieces) - 1, 0, -1):
        piece = pieces[at]
        if piece.region is not None:
            continue
        above = pieces[at - 1]
        if _is_dated_link(piece, url):
            dated.append(piece)
        elif piece.text.endswith(BROKEN_OFF) and not piece.linked and _is_head(above, piece):
            begun.append(piece)
        else:
            break
    for rows, region in ((dated, "links"), (begun, "teaser")):
        if len(rows) >= LEAST_ROWS:
            give_region(rows, region)


def _is_head(above: Piece, piece: Piece) -> bool:
    """Whether a linked headline stands above a line, in its own element."""
    return above.region == "links" and above.element is piece.element


def _is_dated_link(piece: Piece, url: str) -> bool:
    """Whether a line is a day and, behind it, a link to another page of the site."""
    link, text = piece.link, piece.text
    cut = len(text) - piece.linked
    if link is None or not 0 < cut <= MAX_DAY_CHARS or piece.kind is BlockKind.HEADING:
        return False
    if _DAY.fullmatch(text[:cut]) is None or spoken_words(text[cut:]) < LEAST_TITLE_WORDS:
        return False
    target = canonical_url(link.get("href") or "", url or None)
    return bool(target and same_site(target, url) and path_segments(target))
