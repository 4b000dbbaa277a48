"""Pictures in boxes that no name tells, with what they show and who took them.

`<figure>` and the classes of captions tell most of them (`pipeline.page.regions`). Where a program
makes the classes, what is left is the form: a picture first, then a line or two, one of which says
whose it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from pipeline.bodies.captions import (
    MAX_CAPTION_CHARS,
    MAX_CAPTION_LINES,
    MAX_CREDITED_CHARS,
    NO_PARTS,
    PICTURE,
    ends_credited,
)
from pipeline.bodies.spans import prose_chars
from pipeline.lines.credits import is_sign_off
from pipeline.page.pieces import Piece
from pipeline.page.region_names import is_body_name, names_of
from pipeline.people.byline_words import SILENT
from pipeline.people.credit_lines import is_picture_credit
from pipeline.punctuation import SENTENCE_ENDS
from pipeline.records import BlockKind

_LINES = frozenset({"p", "li", "a", "span", "td", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6"})
"""Elements that hold lines, and no picture with lines below it."""
_WORDLESS = frozenset({"script", "style", "noscript", "button", "svg", "template", "source"})
"""Elements whose words are none of a picture's: «Enlarge»."""


def is_frame(box: HtmlElement, pieces: Sequence[Piece]) -> bool:
    """Whether a box holds a picture, below it the few `pieces` that are all of its words, and one
    of these says who took it; none that is called an article's body, of which a flash is signed."""
    if not 0 < len(pieces) <= MAX_CAPTION_LINES or box.tag in _LINES:
        return False
    if not _shows_picture_first(box) or not all(map(_may_be_caption, pieces)):
        return False
    credited = len(pieces) > 1 and _is_credit(pieces[-1].text)
    most = MAX_CREDITED_CHARS if credited else MAX_CAPTION_CHARS
    if sum(len(piece.text) for piece in pieces) > most:
        return False
    is_credited = credited or any(map(_says_who_took_it, pieces))
    return is_credited and not is_body_name(names_of(box))


def _may_be_caption(piece: Piece) -> bool:
    if piece.text.count("。") >= DENSE_SENTENCES:
        return False
    return piece.kind is BlockKind.PARAGRAPH and piece.link_share <= MOST_LINKED


DENSE_SENTENCES = 3
"""Sentences of Chinese or Japanese that are a text, though they are as short as a caption."""


MOST_LINKED = 0.5
"""The share of a caption that stands in links at most: the photographer's page may."""


def _says_who_took_it(piece: Piece) -> bool:
    text = piece.text
    label = SILENT.match(text.lstrip("([（"))
    return label is not None or is_sign_off(text) or is_picture_credit(text) or ends_credited(text)


MAX_CREDIT_CHARS = 80
_CREDITING = re.compile(r"[©|/]|^[([（【]|^[^\W\d]{3,12}\s?[:：=]\s?[^\W\d]")
"""Signs with which houses tell beside a picture whose it is: «Jane Doe/Agency», «Image: …»."""


def _is_credit(text: str) -> bool:
    """Whether the last of several lines below a picture says who took it: it is brief, no sentence,
    and no day."""
    if len(text) > MAX_CREDIT_CHARS or text[-1] in SENTENCE_ENDS:
        return False
    return _CREDITING.search(text) is not None and ("©" in text or not any(map(str.isdigit, text)))


def _shows_picture_first(box: HtmlElement) -> bool:
    """Whether the first thing to see in a box is a picture without words."""
    if (box.text or "").strip():
        return False
    for part in box:
        if part.tag in NO_PARTS:
            continue
        if _has_words(part):
            return False
        if part.tag in ("img", "picture") or PICTURE(part):
            return not (part.tail or "").strip()
        if (part.tail or "").strip():
            return False
    return False


def _has_words(element: HtmlElement) -> bool:
    """Whether an element holds words that are of no button, however deep."""
    waiting = [element]
    while waiting:
        part = waiting.pop()
        if part.tag in _WORDLESS:
            continue
        if (part.text or "").strip() or any((child.tail or "").strip() for child in part):
            return True
        waiting.extend(part)
    return False


def captions_among(said: list[Piece], pieces: Sequence[Piece]) -> list[Piece]:
    """Sentences that stand below a picture each, where they are captions: where several are most of
    what a page tells, it tells its text so."""
    told = sum(len(piece.text) for piece in said)
    is_text = len(said) > 1 and 2 * told > prose_chars(pieces)
    return [] if is_text else said
