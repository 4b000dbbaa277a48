"""Lines that their links tell, whatever their words and classes are.

What readers wrote has its own address on the page, «#comment-12», or one to answer it. A line with
the text's own permanent address, or with its address and its tags, tells where it is filed. Numbers
from 1 on, all but one of them links, are the pages of a text. WordPress, SPIP, Drupal and Movable
Type write these in all languages.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urljoin

from lxml.html import HtmlElement

from pipeline.bodies.spans import SENTENCE_END, is_good
from pipeline.page.pieces import Piece, give_region
from pipeline.page.reader_addresses import is_reader_s
from pipeline.records import BlockKind

MOST_ABOVE = 3
"""Lines above the first reader's address that are a heading, a name and what stands beside it."""
MAX_STAMP_CHARS = 120
MAX_FILED_CHARS = 300
_PAGES = re.compile(r"\W{0,3}(?:[^\W\d_]+\s?){1,2}\W{0,3}((?:\s*\d{1,2}){2,})")
"""«Pages: 1 2 3», in whatever language."""
MAX_PAGES_CHARS = 60
_FILED = frozenset({"tag", "category"})


def mark_by_links(pieces: Sequence[Piece], url: str) -> None:
    """Give lines their regions by where their links lead; `url` is the page's own address."""
    for i, piece in enumerate(pieces):
        if _is_of_reader(piece, url) and not _goes_on(pieces, i):
            give_region(pieces[_first_above(pieces, i) :], "comments")
            return
        if piece.region is None and piece.linked and (_is_filed(piece, url) or _are_pages(piece)):
            piece.region = "meta"


def _is_of_reader(piece: Piece, url: str) -> bool:
    """Whether a line is a link to what a reader wrote on the page, or to answer it."""
    if piece.link is None or piece.link_share <= HALF or len(piece.text) > MAX_STAMP_CHARS:
        return False
    return is_reader_s(piece.link) and _is_own(piece.link, url)


HALF = 0.5


def _is_own(link: HtmlElement, url: str) -> bool:
    """Whether a link leads to the page itself, or to another page of its text or comments."""
    href = link.get("href") or ""
    there, here = (_WITHOUT.split(urljoin(url, to), maxsplit=1)[0] for to in (href, url))
    shorter, longer = sorted((there.rstrip("/"), here.rstrip("/")), key=len)
    further = longer.removeprefix(shorter)
    return bool(href) and longer.startswith(shorter) and _PART.fullmatch(further) is not None


_WITHOUT = re.compile("[?#]")
_PART = re.compile(r"(?:/(?:page/|comment-page-)?\d{1,3})?")
"""What the address of another page of a text, or of its comments, has behind the text's own."""


def _goes_on(pieces: Sequence[Piece], i: int) -> bool:
    """Whether the text goes on behind a line: in a box in which prose stands before it."""
    boxes = {p.element.getparent() for p in pieces[:i] if is_good(p)}
    return any(is_good(p) and p.element.getparent() in boxes for p in pieces[i + 1 :])


def _first_above(pieces: Sequence[Piece], i: int) -> int:
    """Where the heading stands above the first reader's line, and the reader's name."""
    boxes = {p.element.getparent() for p in pieces[:i] if is_good(p)}
    first = i
    for at in range(i - 1, max(-1, i - 1 - MOST_ABOVE), -1):
        piece = pieces[at]
        if piece.element.getparent() in boxes or piece.text[-1] in SENTENCE_END:
            break
        heads = piece.kind is BlockKind.HEADING or piece.bold
        first = at if heads or len(piece.text) <= MAX_STAMP_CHARS else first
        if piece.kind is BlockKind.HEADING:
            break
    return first


def _is_filed(piece: Piece, url: str) -> bool:
    """Whether a line holds the page's own permanent address: with the day of the text, or with
    where it is filed."""
    if piece.kind is BlockKind.HEADING or len(piece.text) > MAX_FILED_CHARS:
        return False
    rels = [(set(a.get("rel", "").split()), a) for a in piece.element.iter("a")]
    own = [a for rel, a in rels if "bookmark" in rel and _is_own(a, url)]
    filed = any(rel & _FILED for rel, _ in rels)
    return bool(own) and (filed or len(piece.text) <= MAX_STAMP_CHARS)


def _are_pages(piece: Piece) -> bool:
    """Whether a line is a word and the numbers of a text's pages, all but one of them links."""
    match = _PAGES.fullmatch(piece.text) if len(piece.text) <= MAX_PAGES_CHARS else None
    if match is None:
        return False
    numbers = [int(number) for number in match[1].split()]
    linked = sum((a.text_content() or "").strip().isdigit() for a in piece.element.iter("a"))
    return numbers == list(range(1, len(numbers) + 1)) and linked == len(numbers) - 1
