"""Pictures in boxes that no name tells, with what they show and who took them.

`<figure>` and the classes of captions tell most of them (`pipeline.page.regions`). Where a program
makes the classes, what is left is the form: a picture first, then a line or two, one of which says
whose it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from pipeline.bodies.below_pictures import NO_PARTS, PICTURE
from pipeline.bodies.captions import MAX_CAPTION_CHARS, MAX_CAPTION_LINES, MAX_CREDITED_CHARS
from pipeline.bodies.picture_credits import ends_credited
from pipeline.bodies.picture_stories import picture_story
from pipeline.bodies.spans import prose_chars
from pipeline.lines.credits import is_sign_off
from pipeline.page.elements import form_of
from pipeline.page.pieces import Piece, Reading
from pipeline.page.region_names import is_body_name, names_of
from pipeline.people.byline_words import SILENT
from pipeline.people.credit_lines import is_picture_credit, lends_last
from pipeline.punctuation import SENTENCE_ENDS
from pipeline.records import BlockKind
from pipeline.text import spoken_words

_LINES = frozenset({"p", "li", "a", "td", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6"})
"""Elements that hold lines, and no picture with lines below it."""
_UNTOLD = NO_PARTS | {"hr"}
_WORDLESS = frozenset({"script", "style", "noscript", "button", "svg", "template", "source"})
"""Elements whose words are none of a picture's: «Enlarge»."""


def is_frame(box: HtmlElement, pieces: Sequence[Piece]) -> bool:
    """Whether a box holds a picture, below it the few `pieces` that are all of its words, and one
    of these says who took it; none that is called an article's body, of which a flash is signed."""
    if not 0 < len(pieces) <= MAX_CAPTION_LINES:
        return False
    inner = _without_wrappers(box)
    if inner.tag in _LINES and not _is_lone_item(inner, pieces):
        return False
    if not (_shows_picture_first(inner) or _is_box_below_picture(box, pieces)):
        return False
    if not all(_may_be_caption(p) or _is_headed_caption(p, pieces[-1]) for p in pieces):
        return False
    said = pieces[-1].text
    credited = len(pieces) > 1 and (_is_credit(said) or _LASTS.fullmatch(said) is not None)
    credited = credited or _ends_with_own_credit(pieces[-1])
    most = MAX_CREDITED_CHARS if credited else MAX_CAPTION_CHARS
    if sum(len(piece.text) for piece in pieces) > most:
        return False
    is_credited = credited or any(_says_who_took_it(piece.text) for piece in pieces)
    return is_credited and not is_body_name(names_of(box))


def _is_box_below_picture(box: HtmlElement, pieces: Sequence[Piece]) -> bool:
    """Whether a box of two lines or three stands right below one that holds a picture and no
    words."""
    above = box.getprevious() if len(pieces) > 1 and box.tag == "div" else None
    if above is None or above.tag != "div":
        return False
    return bool(PICTURE(above)) and not _has_words(above)


def _without_wrappers(box: HtmlElement) -> HtmlElement:
    """The first element in a box, or the box, that is not all in one other element."""
    while len(box) == 1 and not (box.text or "").strip() and not (box[0].tail or "").strip():
        box = box[0]
    return box


def _is_lone_item(item: HtmlElement, pieces: Sequence[Piece]) -> bool:
    """Whether an element is the only item of a list, and its lines stand in elements of their own:
    a show of one picture."""
    around = item.getparent()
    alone = item.tag == "li" and around is not None and len(around) == 1
    return alone and all(piece.element is not item for piece in pieces)


def _may_be_caption(piece: Piece) -> bool:
    if piece.text.count("。") >= DENSE_SENTENCES:
        return False
    plain = piece.kind is BlockKind.PARAGRAPH or (
        piece.kind is BlockKind.LIST_ITEM and piece.element.tag != "li"
    )
    return plain and piece.link_share <= MOST_LINKED


def _is_headed_caption(piece: Piece, last: Piece) -> bool:
    """Whether a heading is a sentence without a link, above a line that says behind a label who
    took a picture: some systems set captions so."""
    sentence = piece.kind is BlockKind.HEADING and piece.text[-1] in SENTENCE_ENDS
    if not sentence or piece.linked or spoken_words(piece.text) < LEAST_SAID:
        return False
    return piece is not last and SILENT.match(last.text) is not None


LEAST_SAID = 6
"""Words of a heading that is a caption: a section's is shorter."""
DENSE_SENTENCES = 3
"""Sentences of Chinese or Japanese that are a text, though they are as short as a caption."""


MOST_LINKED = 0.5
"""The share of a caption that stands in links at most: the photographer's page may."""


def _says_who_took_it(text: str) -> bool:
    label = SILENT.match(text.lstrip("([（"))
    return label is not None or is_sign_off(text) or is_picture_credit(text) or ends_credited(text)


def _ends_with_own_credit(piece: Piece) -> bool:
    """Whether a line ends with who took the picture, in an element of its own: «The racks.
    <span>Holt/Northern Pictures</span>»."""
    bracketed = _LAST_BRACKETS.search(piece.text) if piece.text[-1] in ")）" else None
    if bracketed is not None and "/" in bracketed[1] and _is_credit(bracketed[1]):
        return not is_sign_off(bracketed[1])
    last = piece.element
    credit = piece.text
    while len(credit) == len(piece.text):
        told = [part for part in last if part.tag not in _UNTOLD]
        if not told or any((part.tail or "").strip() for part in last[last.index(told[-1]) :]):
            return False
        last = told[-1]
        credit = _words_in(last)
    if last.tag not in _INLINE or not credit or not piece.text.endswith(credit):
        return False
    if _is_credit(credit) or _LASTS.fullmatch(credit):
        return True
    return len(credit) <= MAX_CREDIT_CHARS and _says_who_took_it(credit)


def _words_in(element: HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


_LASTS = re.compile(
    r"(?:[^|:]{4,40}\|\s*)?\d{1,3}:[0-5]\d\s?(?:min|мин|хв|dk|мін)\b\.?", re.IGNORECASE
)
"""How long a film lasts, behind its day perhaps: «21.04.2026 | 3:18 min»."""
_LAST_BRACKETS = re.compile(r"[(（]([^()（）]{2,80})[)）]$")
_INLINE = frozenset({"span", "small", "i", "em", "cite", "font"})
MAX_CREDIT_CHARS = 80
_CREDITING = re.compile(r"[©|/]|^[([（【]|^[^\W\d]{3,12}\s?[:：=]\s?[^\W\d]")
"""Signs with which houses tell beside a picture whose it is: «Jane Doe/Agency», «Image: …»."""


def _is_credit(text: str) -> bool:
    """Whether the last of several lines below a picture says who took it: it is brief, no sentence,
    and no day."""
    if not 0 < len(text) <= MAX_CREDIT_CHARS or text[-1] in SENTENCE_ENDS:
        return False
    if "©" in text or _LICENCE.match(text):
        return True
    signed = _CREDITING.search(text) is not None or lends_last(text)
    return signed and not any(map(str.isdigit, text))


_LICENCE = re.compile(
    r"CC[ -](?:BY|0)\b|Creative Commons\b|public domain\b|domaine public\b|gemeinfrei\b"
    r"|dominio (?:público|pubblico)\b|domínio público\b|ملكية عامة"
    r"|copyright\b|all rights reserved\b|tous droits réservés\b|alle rechte vorbehalten\b"
    r"|todos los derechos reservados\b"
    r"|tutti i diritti riservati\b|todos os direitos reservados\b|جميع الحقوق محفوظة",
    re.IGNORECASE,
)
"""By what right a picture is shown: «CC BY-SA 4.0»."""


def _shows_picture_first(box: HtmlElement) -> bool:
    """Whether the first thing to see in a box is a picture without words."""
    if (box.text or "").strip():
        return False
    for part in box:
        if part.tag in NO_PARTS:
            continue
        if (part.tail or "").strip():
            return False
        if _has_words(part):
            return len(part) > 0 and bool(PICTURE(part)) and _is_only_credited(part)
        if part.tag in ("img", "picture") or PICTURE(part):
            return True
    return False


def _is_only_credited(pictured: HtmlElement) -> bool:
    """Whether what holds a picture has no words but, behind it, who took it: «Jane Doe / AFP»."""
    pictured = _without_wrappers(pictured)
    if not len(pictured) or pictured[-1].tag not in _INLINE:
        return False
    if (pictured.text or "").strip() or any((part.tail or "").strip() for part in pictured):
        return False
    credit = _words_in(pictured[-1])
    if not 0 < len(credit) <= MAX_CREDIT_CHARS or any(map(_has_words, pictured[:-1])):
        return False
    return _says_who_took_it(credit)


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


def captions_among(said: list[Piece], pieces: Sequence[Piece], reading: Reading) -> list[Piece]:
    """Sentences that stand below a picture each, where they are captions: where several are most of
    what a page tells, or many alike more than stands beside them, it tells its text so. Longer ones
    in boxes of their form are told with them."""
    if not said:
        return []
    places = set(map(_place_of, said)) - {None}
    longer = [p for p in pieces if len(p.text) > MAX_CAPTION_CHARS and _place_of(p) in places]
    told = sum(len(piece.text) for piece in (*said, *longer))
    if len(said) > 1 and 2 * told > prose_chars(pieces):
        return [piece for piece in said if ends_credited(piece.text.rstrip(". "))]
    story = {id(piece) for piece in picture_story(said, reading)}
    return [piece for piece in said if id(piece) not in story]


def _place_of(piece: Piece) -> tuple[object, ...] | None:
    """The form of a line and of the box that it shares with a picture, and what holds that box."""
    box = piece.element.getparent()
    if box is None or not PICTURE(box):
        return None
    return box.getparent(), form_of(box), form_of(piece.element)
