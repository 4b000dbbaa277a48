"""Rows of other articles right below a text, without a label: a day and a headline that is a link,
or such a link and how that article begins, broken off; and the text's own day, set behind it."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.bodies.widgets import BROKEN_OFF
from pipeline.page.pieces import Piece, give_region
from pipeline.punctuation import FULL_STOPS
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
    left = [piece for piece in pieces[-MAX_FACTS:] if piece.region is None]
    ends = len(left) > 1 and left[-1].kind is BlockKind.LIST_ITEM and _is_day(left[-1].text)
    if ends and not _is_day(left[-2].text):
        left[-1].region = "meta"
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


def part_day(last: Piece) -> tuple[Piece, ...]:
    """A text's last piece as two, where a day stands behind its last sentence, and nothing behind
    that; else as it is."""
    found = _BEHIND_SENTENCE.search(last.text) if last.text[-1] in _ENDS_DAY else None
    if found is None or last.kind is not BlockKind.PARAGRAPH or not _is_day(found[1]):
        return (last,)
    before = last.text[: found.start(1)].rstrip()
    if len(before) < LEAST_BEFORE or last.text.count(found[1]) > 1:
        return (last,)
    return (replace(last, text=before), replace(last, text=found[1], linked=0))


_BEHIND_SENTENCE = re.compile(rf"[{FULL_STOPS}!?؟]\s?([^\s.!?؟。۔][^.!?؟。۔]{{5,39}})$")
LEAST_BEFORE = 20
_ENDS_DAY = frozenset("0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹日")
MAX_FACTS = 8
"""Lines at a page's end among which such a day stands."""


def _is_day(text: str) -> bool:
    return len(text) <= MAX_DAY_CHARS and _DAY.fullmatch(text) is not None


def _is_head(above: Piece, piece: Piece) -> bool:
    """Whether a linked headline stands above a line, in its own element."""
    return above.region == "links" and above.element is piece.element


def _is_dated_link(piece: Piece, url: str) -> bool:
    """Whether a line is a day and, behind it, a link to another page of the site."""
    link, text = piece.link, piece.text
    cut = len(text) - piece.linked
    if link is None or not 0 < cut <= MAX_DAY_CHARS or piece.kind is BlockKind.HEADING:
        return False
    if not _is_day(text[:cut]) or spoken_words(text[cut:]) < LEAST_TITLE_WORDS:
        return False
    target = canonical_url(link.get("href") or "", url or None)
    return bool(target and same_site(target, url) and path_segments(target))
