"""A story told in pictures: sentences below each of them, and hardly any text besides.

Captions are no text of an article. Where several pictures have sentences of their own, more than
all other prose beside them, they are what the article tells: a gallery of the year's devices, each
with what it can do.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import chain, islice

from lxml.etree import XPath
from lxml.html import HtmlElement

from pipeline.bodies.picture_credits import ends_credited
from pipeline.bodies.spans import prose_chars
from pipeline.page.pieces import Piece, Reading
from pipeline.punctuation import FULL_STOPS, QUESTION_MARKS
from pipeline.records import BlockKind
from pipeline.writing import is_as_long

LEAST_PICTURES = 4
"""Pictures with sentences: fewer illustrate a text."""
LEAST_CHARS, LEAST_SIGNS = 40, 16
"""Of a sentence below a picture, in scripts that part words and in those that do not."""
_ENDS = (*FULL_STOPS, *QUESTION_MARKS)


def free_picture_story(reading: Reading) -> list[Piece]:
    """Take the captions that tell an article out of their region, and say which they are: none as a
    rule."""
    captions = [piece for piece in reading.pieces if piece.region == "caption"]
    if len(captions) < LEAST_PICTURES:
        return []
    told = picture_story(captions, reading)
    for piece in told:
        piece.region = None
    return told


def picture_story(captions: list[Piece], reading: Reading) -> list[Piece]:
    """Those of some lines below a picture each that are set alike and tell more than what stands
    beside them; none as a rule."""
    alike: defaultdict[object, list[Piece]] = defaultdict(list)
    for piece in captions:
        if _tells(piece):
            alike[_form_of(piece)].append(piece)
    told = max(alike.values(), key=len, default=[])
    if len({_figure_of(piece) for piece in told}) < LEAST_PICTURES:
        return []
    much = sum(len(piece.text) for piece in told) > prose_chars(_beside(told, reading))
    return told if much else []


def _beside(told: list[Piece], reading: Reading) -> list[Piece]:
    """The sentences beside some captions in the smallest element that holds these and others."""
    first, last = told[0].element, set(told[-1].element.iterancestors())
    places = {id(piece) for piece in told}
    ended = [p for p in reading.pieces if p.text.endswith(_ENDS) and id(p) not in places]
    beside: list[Piece] = []
    for around in first.iterancestors():
        if around in last and around.tag != "figure":
            beside = [p for p in ended if around in p.element.iterancestors()]
            if prose_chars(beside):
                break
    return beside


def keep_picture_story(told: list[Piece]) -> None:
    """The same again, where their form was taken for a caption's since."""
    for piece in told:
        if piece.region == "caption":
            piece.region = None


def _tells(piece: Piece) -> bool:
    """Whether a caption is a sentence, in a figure that leads to no other article."""
    text = piece.text
    if piece.kind is BlockKind.HEADING or piece.linked or not text.endswith(_ENDS):
        return False
    if not is_as_long(text, LEAST_CHARS, LEAST_SIGNS) or ends_credited(text.rstrip(". ")):
        return False
    figure = _figure_of(piece)
    if figure is None:
        return False
    return not any("".join(link.itertext()).strip() for link in figure.iter("a"))


def _form_of(piece: Piece) -> object:
    """How a picture with a sentence is set: the one above the text otherwise than the others."""
    figure = _figure_of(piece)
    around = figure.getparent() if figure is not None else None
    boxes = (piece.element, figure, around)
    return tuple((box.tag, box.get("class")) for box in boxes if box is not None)


def _figure_of(piece: Piece) -> HtmlElement | None:
    """The figure of a caption, or the smallest box around it that shows a picture."""
    around = chain((piece.element,), islice(piece.element.iterancestors(), MAX_BOXES))
    return next((e for e in around if e.tag == "figure" or SHOWS(e)), None)


MAX_BOXES = 3
SHOWS = XPath("boolean(.//img | .//picture)")
