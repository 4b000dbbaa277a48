"""Captions of pictures that stand in no element that says so."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from lxml.html import HtmlElement

from pipeline.bodies.below_pictures import (
    ABOVE_CAPTIONS,
    DRAWN_LATE,
    NO_PARTS,
    PICTURE,
    PICTURES,
    SHOWN,
    begins_with_picture,
    is_alone,
    is_between_paragraphs,
    is_pictured,
    is_right_below,
)
from pipeline.bodies.brief_captions import (
    brief_sentences_below,
    is_brief,
    is_of_brief_lines,
    plain_lines,
)
from pipeline.bodies.picture_credits import ends_credited, ends_with_photographer
from pipeline.bodies.spans import SENTENCE_END
from pipeline.lines.credits import is_sign_off
from pipeline.page.elements import wrapping
from pipeline.page.pieces import Piece
from pipeline.page.region_names import is_body_name, is_standfirst_name, names_of
from pipeline.patterns.late_patterns import late_pattern
from pipeline.people.byline_words import SILENT
from pipeline.punctuation import QUESTION_MARKS
from pipeline.records import BlockKind
from pipeline.writing import is_as_long

MAX_CAPTION_CHARS = 250
MAX_CREDITED_CHARS = 600
MAX_CAPTION_LINES = 3
"""Letters and lines of a caption: what the picture shows, who took it, its number. One that ends
with who took it may be longer."""


def mark_captions(pieces: Sequence[Piece]) -> None:
    """Give captions among the lines of a body their region."""
    lists: dict[HtmlElement, bool] = {}
    below_prose = False
    plain = plain_lines(pieces)
    in_brief_lines = is_of_brief_lines(plain, _is_below_any)
    own_styles = {
        style
        for piece in pieces
        if _is_prose(piece) and (style := _style_of(piece)) and not _is_below_any(piece)
    }
    for piece in brief_sentences_below(pieces, plain, _is_below_any):
        piece.region = "caption"
    for piece in pieces:
        if piece.region is not None:
            continue
        if piece.element.tag == "li":
            around = piece.element.getparent()
            if around is not None and around not in lists:
                lists[around] = _is_gallery(around)
            is_own = around is not None and lists[around]
        else:
            is_own = is_caption(piece) and not (in_brief_lines and _is_told_by_place(piece))
            is_own = is_own or (below_prose and _is_slanted_below(piece, own_styles))
        if is_own:
            piece.region = "caption"
        below_prose = below_prose or _is_prose(piece)


PROSE_CHARS, PROSE_SIGNS = 80, 40
"""A longer line is prose: above all of it a slanted line may be the article's standfirst. Signs of
scripts without blanks."""


def _is_prose(piece: Piece) -> bool:
    """Whether a line may be prose by its length."""
    return piece.region is None and is_as_long(piece.text, PROSE_CHARS, PROSE_SIGNS)


def _is_below_any(piece: Piece) -> bool:
    return is_right_below(piece.element, PICTURES)


def _is_told_by_place(piece: Piece) -> bool:
    """Whether nothing but the picture above a line says that it is a caption."""
    if piece.element.tag != "p" or piece.text[0] in "(（[【" or not _is_below_picture(piece):
        return False
    own = begins_with_picture(piece.element) or is_picture_box(piece.element, piece)
    return not own and not _is_credited_below(piece)


def _style_of(piece: Piece) -> str:
    """The style of the only element in a paragraph, which holds all its words."""
    element = piece.element
    if element.tag != "p" or len(element) != 1 or (element.text or "").strip():
        return ""
    return "" if (element[0].tail or "").strip() else element[0].get("style") or ""


_SMALLER = re.compile(
    r"font-size\s*:\s*(?:(?:[6-9]|10)(?:\.\d+)?\s*pt|(?:[6-9]|1[0-3])(?:\.\d+)?\s*px"
    r"|0?\.\d+\s*r?em|(?:x-|xx-)?small|[5-8]\d%)",
    re.IGNORECASE,
)


def _is_slanted_below(piece: Piece, own_styles: Set[str]) -> bool:
    """Whether a brief paragraph, all of it slanted or in letters smaller than the text's, or a
    heading that is a slanted sentence stands right below a picture: who has no field for a caption
    writes it so."""
    element = piece.element
    headed = element.tag in _HEADS and piece.text[-1] in _STOPS
    if not (headed or element.tag in ("p", "div")) or piece.text[-1] in QUESTION_MARKS:
        return False  # an interviewer asks
    if len(piece.text) > (MAX_CAPTION_CHARS if headed else MAX_SLANTED_CHARS):
        return False
    style = _style_of(piece)
    small = _SMALLER.search(style) is not None and style not in own_styles
    if not (small or any(each.tag in _SLANTED for each in wrapping(element, _DRESSES))):
        return False
    ended = piece.text[-1] in SENTENCE_END and not ends_credited(piece.text.rstrip(". "))
    shown = PICTURES if ended else SHOWN
    return (headed or not piece.linked) and is_right_below(element, shown)


MAX_SLANTED_CHARS = 160
_HEADS, _STOPS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"}), frozenset(".!。")
_SLANTED = frozenset({"em", "i", "small"})
_DRESSES = _SLANTED | {"span", "font"}


def is_picture_box(box: HtmlElement, piece: Piece) -> bool:
    """Whether a box that is not called an article's body holds a picture, one short line below it,
    and no more."""
    if len(box) < 2 or (box.text or "").strip() or not _is_brief(piece.text):
        return False
    parts = [child for child in box if child.tag not in NO_PARTS]
    if not 2 <= len(parts) <= 3:
        return False
    if is_standfirst_name(names_of(piece.element)) and piece.text[-1] in SENTENCE_END:
        return False  # the article's own, whose picture stands above it
    first, line = parts[0], parts[-1]
    if _holds_text(line, piece) or is_body_name(names_of(box)):
        return False
    picture = first.tag in ("img", "picture") or is_pictured(first)
    below = line.tag in ("div", "span", "p", "small", "i", "em", "font")
    return picture and below and not any((child.tail or "").strip() for child in box)


def _is_brief(caption: str) -> bool:
    """Whether a line is as short as captions are, or ends with who took its picture."""
    if len(caption) <= MAX_CAPTION_CHARS:
        return True
    credit = _LAST_BRACKETS.search(caption) if len(caption) <= MAX_CREDITED_CHARS else None
    return credit is not None and SILENT.match(credit[1]) is not None


_LAST_BRACKETS = re.compile(r"[(（\[]([^()（）\[\]]{4,80})[)）\]]$")


_OF_TEXT = re.compile(r"(?:^|[\s_-])(?:content|body)(?:$|\s)")


def _holds_text(line: HtmlElement, piece: Piece) -> bool:
    """Whether what stands beside a picture is called the content of their box and holds a paragraph
    of whole sentences: text of the article that its editor set beside a picture."""
    called = line.tag == "div" and _OF_TEXT.search(line.get("class") or "") is not None
    return called and piece.element.tag == "p" and piece.text[-1] in SENTENCE_END


MAX_BELOW_CHARS = 60


def _is_below_picture(piece: Piece) -> bool:
    """Whether a paragraph is one short line that is no sentence, behind a picture in it, or right
    below what holds a picture or a film and no more: a caption, as editors without a field for it
    write it."""
    if piece.bold or piece.linked or piece.text[-1] in SENTENCE_END:
        return False
    if not is_brief(piece.text):
        centred = len(piece.text) <= MAX_CAPTION_CHARS and _CENTRED.search(_dress_of(piece.element))
        return bool(centred) and begins_with_picture(piece.element)
    if begins_with_picture(piece.element):
        return True
    return is_right_below(piece.element, DRAWN_LATE)


_CENTRED = re.compile(
    r"text-align\s*:\s*center|(?:^|\s)(?:center|(?:has-)?text-(?:align-)?center)\s"
)


def _dress_of(element: HtmlElement) -> str:
    """How an element is set: its style, its alignment and its classes."""
    return " ".join(element.get(key) or "" for key in ("style", "align", "class")) + " "


def is_caption(piece: Piece) -> bool:
    """Whether a line is the caption of a picture that stands beside it, by its form."""
    tag = piece.element.tag
    if tag == "p":
        found = is_picture_box(piece.element, piece) or _is_below_picture(piece)
        return found or _is_credited_below(piece)
    if tag in _HOLDERS and (_is_loose(piece) or _is_box_with_picture(piece)):
        return True
    return tag in _BELOW and (_is_credited_below(piece) or _is_of_two_lines(piece))


def _is_box_with_picture(piece: Piece) -> bool:
    """Whether a box between paragraphs holds a picture, one short line behind it that is no
    sentence, and no more: «<div><img><br>The harbour at dawn</div>»."""
    if piece.element.tag != "div" or piece.linked or piece.bold:
        return False
    if len(piece.text) > MAX_CAPTION_CHARS or piece.text[-1] in SENTENCE_END:
        return False
    return begins_with_picture(piece.element) and is_between_paragraphs(piece.element)


_BELOW = frozenset({"div", "h4", "h5", "h6"})
"""What else than paragraphs editors write captions in."""


def _is_credited_below(piece: Piece) -> bool:
    """Whether a line right below a picture, or that begins with a sign that points up at one, bold
    or a heading perhaps, says who took it, or which of several it is: a head does neither."""
    text = piece.text
    if piece.linked or len(text) > MAX_CAPTION_CHARS:
        return False
    boxed = is_alone(piece.element) and ends_with_photographer(text)
    if not (boxed or _counts(text) or ends_credited(text)):
        return False
    return text[0] in _POINTS_UP or is_right_below(piece.element, PICTURES)


_POINTS_UP = frozenset("▲△↑⬆")


def _is_of_two_lines(piece: Piece) -> bool:
    """Whether a box right below a picture holds two short lines, none of which ends as a sentence:
    what it shows, and who took or lends it, «Reuters via The Quay»."""
    first, parts, second = piece.text.partition("\n")
    if not parts or "\n" in second or piece.linked or piece.kind is not BlockKind.PARAGRAPH:
        return False
    ended = first[-1] in SENTENCE_END or second[-1] in SENTENCE_END
    short = max(len(first), len(second)) <= MAX_BELOW_CHARS
    lent = is_sign_off(second.partition(" via ")[0]) or SILENT.match(second) is not None
    return short and lent and not ended and is_right_below(piece.element, PICTURES)


_COUNT = re.compile(r"(\d{1,3})\s?(?:/|of|من|von|de|sur|di|из)\s?(\d{1,3})(?:\s?[).:|–-]\s?|\s)\D")
_NUMBERED = late_pattern(
    r"(?:photo|figure|fig\.?|image|picture|foto|bild|abbildung|abb\.|imagen|figura|immagine|imagem|"
    r"afbeelding|fotoğraf|şekil|görsel|gambar|фото|рис\.|рисунок|صورة|الصورة|شكل|الشكل|تصویر|عکس|شکل)"
    r"\s?\d{1,2}\s?[:.–-]\s?\D|[图圖図]\s?\d{1,2}",
    re.IGNORECASE,
)


_NO_PLACES = frozenset({(9, 11), (7, 7), (20, 20), (50, 50)})
"""Days and shares that are written alike."""


def _counts(text: str) -> bool:
    """Whether a line that is no sentence says first which of several pictures stands above it."""
    if text[-1] in SENTENCE_END:
        return False
    counted = _COUNT.match(text) if text[0].isdigit() else None
    if counted is not None:
        place = int(counted[1]), int(counted[2])
        return 0 < place[0] <= place[1] and place not in _NO_PLACES
    return _NUMBERED.match(text) is not None


LEAST_PICTURES = 2


def _is_gallery(items: HtmlElement) -> bool:
    """Whether a list has an item for each picture right above it, and none of them is a
    sentence."""
    lines = ["".join(item.itertext()).strip() for item in items if item.tag == "li"]
    if len(lines) < LEAST_PICTURES or any(
        not line or len(line) > MAX_CAPTION_CHARS or line[-1] in SENTENCE_END for line in lines
    ):
        return False
    pictures = 0
    above = items.getprevious()
    while above is not None and pictures <= len(lines):
        if above.tag == "img":
            pictures += 1
        elif above.tag in ABOVE_CAPTIONS and is_pictured(above):
            pictures += len(above.findall(".//img"))
        elif above.tag not in NO_PARTS:
            break
        above = above.getprevious()
    return pictures == len(lines)


_HOLDERS = frozenset({"div", "article", "section", "main", "td"})
_SMALL = frozenset({"small", "i", "em", "font", "span", "cite"})


def _is_loose(piece: Piece) -> bool:
    """Whether a short line, no sentence, is all of a piece of small letters right behind a picture,
    both of them loose between paragraphs; or one that says first whose a picture in the same piece
    is."""
    text = piece.text
    short = len(text) <= MAX_BELOW_CHARS and text[-1] not in SENTENCE_END
    owned = text[0] == "©" and len(text) <= MAX_CAPTION_CHARS
    if piece.linked or not (short or owned):
        return False
    words = text.split()
    for small in piece.element:
        if small.tag in _SMALL and "".join(small.itertext()).split() == words:
            if owned and PICTURE(small):
                return True
            above = small.getprevious()
            return above is not None and (
                above.tag == "img" or (above.tag in _ABOVE_LOOSE and is_pictured(above))
            )
    return False


_ABOVE_LOOSE = ABOVE_CAPTIONS | {"span"}
