"""Boxes amid a body that are no text of it, told by their form: invitations with a button, pictures
with a line below.

What a box is called tells most of them (`pipeline.page.regions`); these are the ones that no name
tells.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import islice

from lxml.etree import XPath
from lxml.html import HtmlElement

from pipeline.bodies.asking_boxes import (
    CONTROL,
    LEAST_BESIDE,
    MAX_BUTTON_WORDS,
    MOST_SIGN_UP_SHARE,
    around_address_fields,
    asks_readers,
    button_of,
    is_of_inner,
    leads_to_offer,
)
from pipeline.bodies.below_pictures import PICTURE
from pipeline.bodies.captions import (
    MAX_CAPTION_CHARS,
    MAX_CAPTION_LINES,
    is_picture_box,
    mark_captions,
)
from pipeline.bodies.headed_insets import headed_insets, is_unfolded
from pipeline.bodies.insets import are_of_others, is_row_of_its_own, own_box
from pipeline.bodies.picture_frames import captions_among, is_frame
from pipeline.bodies.polls import MOST_POLL_PIECES, has_choices, is_poll, polls_without_box
from pipeline.bodies.slides import is_gallery, titles_of_slides
from pipeline.bodies.spans import SENTENCE_END, Span, is_good
from pipeline.bodies.strange_components import strange_components
from pipeline.bodies.widgets import is_for_sale, widget_region
from pipeline.lines.known_lines import heads_facts
from pipeline.page.block_forms import is_of_button
from pipeline.page.elements import LOWER_HEADINGS, letters, text_of_element
from pipeline.page.pieces import Piece, Reading, give_region
from pipeline.punctuation import QUESTION_MARK, QUESTION_MARKS
from pipeline.records import BlockKind
from pipeline.text import spoken_words

MAX_PIECES = 4
MAX_CHARS = 200
"""Lines of a box and their letters: an invitation is brief."""

_TEXT = XPath("boolean(.//pre | .//table | .//time | .//figure | .//blockquote | .//img)")
_ADDRESS_FIELD = XPath(
    "boolean(.//input[@type='email' or @type='text' or @type='tel' or not(@type)])"
)
"""Where a reader types an address, or a word: a brief box with one asks for it, wherever it stands.
"""
_FRAMES = frozenset({"figure", "table", "dl"})
"""What holds a picture and a line below it; a table where no other element was at hand."""
_BOXES = frozenset({"div", "section"})
_PICTURED = _BOXES | {"center"}
_OFFERING = _BOXES | {"figure"}


def mark_boxes(reading: Reading, chosen: Span, url: str) -> None:
    """Give the lines of such boxes in the chosen span their regions; `url` is the page's own."""
    invitations: dict[tuple[str, ...], list[list[Piece]]] = defaultdict(list)  # by form and button
    whole = sum(len(piece.text) for piece in reading.pieces[chosen.start : chosen.end])
    shown: list[Piece] = []
    said: list[Piece] = []  # sentences beside a picture each
    slides = titles_of_slides(reading.pieces[chosen.start : chosen.end])
    asking = around_address_fields(chosen.element)
    for element, start, end, region in reading.spans:
        if region is not None or start < chosen.start or end > chosen.end or start == end:
            continue
        pieces = reading.pieces[start:end]
        if region := widget_region(element, pieces, whole):
            give_region(pieces, region)
        elif slides and element.tag in _BOXES and is_gallery(pieces, slides, whole):
            give_region(pieces, "embed")
        elif element.tag in _BOXES and _tells_of_author(pieces):
            give_region(pieces, "author-box")
        elif (element.tag in _BOXES and asks_readers(element, asking, pieces, whole)) or (
            element.tag in _OFFERING and leads_to_offer(pieces, whole, url)
        ):
            give_region(pieces, "newsletter")
        elif element.tag in _BOXES and _holds_facts(element, pieces, whole):
            give_region(pieces, "aside")
        elif element.tag in _BOXES and (is_poll(pieces) or _has_choices(element, pieces)):
            give_region(pieces, "form")
        elif element.tag in _BOXES and _is_embed(element, pieces, whole):
            give_region(pieces, "embed")
        elif element.tag in _FRAMES:
            if len(pieces) == 1 and len(pieces[0].text) <= MAX_CAPTION_CHARS and PICTURE(element):
                give_region(pieces, "caption")
        elif element.tag in _PICTURED and len(pieces) == 1 and is_picture_box(element, pieces[0]):
            (said if pieces[0].text[-1] in SENTENCE_END else shown).append(pieces[0])
        elif element.tag in _BOXES and len(pieces) <= MAX_PIECES and _invites(element, pieces):
            if _ADDRESS_FIELD(element):
                give_region(pieces, "newsletter")
                continue
            parent = own_box(element).getparent()
            beside = [p for p in reading.pieces[chosen.start : chosen.end] if is_good(p)]
            amid = sum(own_box(p.element).getparent() is parent for p in beside) >= LEAST_BESIDE
            if amid or is_row_of_its_own(pieces, reading.pieces[chosen.start : chosen.end]):
                invitations[_form_of(element)].append(pieces)
    whole_text = reading.pieces[chosen.start : chosen.end]
    give_region([*shown, *captions_among(said, whole_text, reading)], "caption")
    for inside in (*headed_insets(reading, chosen), *strange_components(reading, chosen)):
        give_region(inside, "aside")
    mark_captions(reading.pieces[chosen.start : chosen.end])
    give_region([*polls_without_box(reading.pieces[chosen.start : chosen.end])], "form")
    # What stands there several times in one form, with one button, is an entry of the article.
    single = [found[0] for found in invitations.values() if len(found) == 1]
    size = sum(len(piece.text) for pieces in single for piece in pieces)
    if len(single) == 1 or size <= MOST_SIGN_UP_SHARE * whole:
        for pieces in single:
            give_region(pieces, "newsletter")


def mark_figures(reading: Reading, chosen: Span) -> None:
    """Give the brief lines of figures with a picture, in the chosen span or before it, their
    region, whatever elements hold them. Where the chosen span has no other text it is a flash."""
    whole = sum(len(piece.text) for piece in reading.pieces[chosen.start : chosen.end])
    for element, start, end, region in reading.spans:
        if region is not None or end > chosen.end or not 0 < end - start <= MAX_CAPTION_LINES:
            continue
        pieces = reading.pieces[start:end]
        if element.tag != "figure":
            size = sum(len(piece.text) for piece in pieces)
            if (start < chosen.start or whole - size >= LEAST_TOLD) and is_frame(element, pieces):
                give_region(pieces, "caption")
            continue
        brief = sum(len(piece.text) for piece in pieces) <= MAX_CAPTION_CHARS
        if brief and PICTURE(element):
            give_region(pieces, "caption")


LEAST_TOLD = 80
"""Letters of a text beside what stands below its picture: as many as a line of prose has."""

_AUTHOR_LABELS = frozenset(
    {"author", "theauthor", "autor", "autorin", "derautor", "dieautorin", "auteur", "lauteur",
     "lauteure", "autore", "lautore", "elautor", "laautora", "auteure", "deauteur", "الكاتب"}
)  # fmt: skip
MAX_AUTHOR_LABEL_CHARS, MAX_AUTHOR_NAME_WORDS, MOST_AUTHOR_PIECES = 14, 6, 4
"""Letters of such a label, words of the name below it, lines of the box."""


def _tells_of_author(pieces: list[Piece]) -> bool:
    """Whether a box begins with the label of an author and nothing else, and names one below."""
    if not 2 <= len(pieces) <= MOST_AUTHOR_PIECES:
        return False
    label, name = pieces[0].text, pieces[1].text
    if len(label) > MAX_AUTHOR_LABEL_CHARS or letters(label) not in _AUTHOR_LABELS:
        return False
    return spoken_words(name) <= MAX_AUTHOR_NAME_WORDS and name[-1] not in SENTENCE_END


def _holds_facts(box: HtmlElement, pieces: list[Piece], whole: int) -> bool:
    """Whether a box holds facts beside the text, as its heading says."""
    headed = pieces[0].kind is BlockKind.HEADING or pieces[0].bold
    headed = headed or all(piece.kind is BlockKind.LIST_ITEM for piece in pieces[1:])
    if len(pieces) < 2 or not headed or not heads_facts(pieces[0].text):
        return False
    if is_of_inner(box, pieces[:1], pieces):
        return False
    return sum(len(piece.text) for piece in pieces) <= MOST_SIGN_UP_SHARE * whole


_FRAMED = XPath(
    "boolean(.//iframe | .//video | .//object | .//embed)"
    " or (boolean(.//audio) and boolean(.//img))"
)


def _is_embed(box: HtmlElement, pieces: list[Piece], whole: int) -> bool:
    """Whether a box holds what comes from elsewhere in a frame, and besides a title and a line on
    whose it is: a chart, a map, a film. A heading alone may be the text's own."""
    if len(pieces) > MAX_PIECES or any(p.kind is BlockKind.LIST_ITEM for p in pieces):
        return False
    if all(piece.kind is BlockKind.HEADING for piece in pieces):
        return False
    size = sum(len(piece.text) for piece in pieces)
    return size <= min(MAX_EMBED_CHARS, MOST_SIGN_UP_SHARE * whole) and bool(_FRAMED(box))


MAX_EMBED_CHARS = 240


def _has_choices(box: HtmlElement, pieces: list[Piece]) -> bool:
    """Whether a box asks a question below which a reader marks one of several answers."""
    if len(pieces) > MOST_POLL_PIECES or sum(len(p.text) for p in pieces) > MAX_POLL_CHARS:
        return False
    asking = [piece for piece in pieces if piece.text.endswith(tuple(QUESTION_MARKS))]
    return bool(asking and has_choices(box)) and not is_of_inner(box, asking, pieces)


MAX_POLL_CHARS = 500


def _invites(box: HtmlElement, pieces: list[Piece]) -> bool:
    """Whether a brief box has a button, or a heading or one open line, and a link that is made like
    a button. One with the headline is the head of the page."""
    if sum(len(piece.text) for piece in pieces) > MAX_CHARS:
        return False
    if _TEXT(box) and not is_for_sale(box, pieces):
        return False
    if any(piece.kind in _NOT_INVITING or piece.level == 1 for piece in pieces):
        return False
    if pieces[0].element.tag == "button":  # a question, which unfolds its answer
        return False
    said = pieces[0].text
    whole = len(said) > MAX_OPEN_CHARS or said[-1] in SENTENCE_END
    if len(pieces) == 1 and whole and is_good(pieces[0]) and not _ADDRESS_FIELD(box):
        return False  # a sentence with a button in it
    if is_unfolded(box) and not _ADDRESS_FIELD(box):
        return False
    if CONTROL(box):
        if _leads_to_minutes(box):
            return False
        return not (_unfolds_parts(box, pieces) or (whole and are_of_others(box, pieces)))
    if not 0 < len(button_of(box)) <= MAX_BUTTON_WORDS:
        return False
    heads = (box, *box[:1])  # a heading and a line may share a box above the button
    if any(child.tag in LOWER_HEADINGS for part in heads for child in part):
        return True
    if len(pieces) > 1 and pieces[0].bold and len(pieces[0].text) <= MAX_HEAD_CHARS:
        return True
    line = box[0]
    open_line = line.tag in ("p", "span", "div") and (
        pieces[0].text[-1] not in SENTENCE_END or QUESTION_MARK.search(pieces[0].text) is not None
    )
    return len(box) == LINE_AND_BUTTON and len(pieces) > 1 and open_line and not pieces[0].linked


def _leads_to_minutes(box: HtmlElement) -> bool:
    """Whether the buttons of a box are minutes of what is transcribed beside them: «01:12»."""
    said = [text_of_element(button) for button in box.iter("button")]
    return bool(said) and all(map(_MINUTE.fullmatch, said)) and not _ADDRESS_FIELD(box)


_MINUTE = re.compile(r"[\[(]?(?:\d{1,2}:)?\d{1,2}:\d{2}[\])]?")


def _unfolds_parts(box: HtmlElement, pieces: list[Piece]) -> bool:
    """Whether a box is several buttons with sentences right below each, or one in a heading:
    questions whose answers a reader unfolds."""
    if any(b.getparent().tag in LOWER_HEADINGS for b in box.iter("button")):
        return not _ADDRESS_FIELD(box)
    told = sum(is_good(piece) and piece.text[-1] in SENTENCE_END for piece in pieces)
    heads = (b.getparent() if is_of_button(b.getparent()) else b for b in box.iter("button"))
    below = (head.getnext() for head in heads)
    parts = sum(each is not None and each.tag in ("div", "p") for each in below)
    return told > 1 and parts >= told and not _ADDRESS_FIELD(box)


MAX_OPEN_CHARS = 90
"""Letters of an open line beside a button: «Reading is easier in the app»."""
_NOT_INVITING = frozenset({BlockKind.LIST_ITEM, BlockKind.CODE})
LINE_AND_BUTTON = 2
MAX_HEAD_CHARS = 60
"""Letters of a bold line that heads a box as a heading would."""
LEAST_SAID_CHARS = 3
"""Letters of a word that tells one button from another: «Je soutiens», «Je participe»."""


def _form_of(box: HtmlElement) -> tuple[str, ...]:
    """The tags of a box's parts, and the first word of its button that tells it from another's."""
    words = (_FIGURE.sub("0", word) for word in button_of(box))
    told = (word for word in words if len(word) >= LEAST_SAID_CHARS or not word.isascii())
    return (*(str(child.tag) for child in box), *islice(told, 1))


_FIGURE = re.compile(r"\d[\d.,]*")
"""A price in a button, «$229 at a shop», tells no box from another."""
