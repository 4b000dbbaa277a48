"""Pictures and what stands right below them, or behind them in the same paragraph."""

from __future__ import annotations

from itertools import islice

from lxml.etree import XPath
from lxml.html import HtmlElement

PICTURE = XPath("boolean(.//img | .//picture | .//video | .//iframe)")
NO_PARTS = frozenset({"br", "noscript", "script", "style", "meta", "source", "link"})
"""What may stand in a box without being one of its parts."""
DRAWN_LATE = frozenset({"amp-img"})
PICTURES = DRAWN_LATE | {"img", "picture"}
SHOWN = PICTURES | {"iframe", "video"}
ABOVE_CAPTIONS = frozenset({"p", "div", "center", "a", "figure"})


def is_right_below(element: HtmlElement, pictures: frozenset[str]) -> bool:
    """Whether an element stands right below one of some `pictures`, or a box that holds one and no
    more."""
    above = element.getprevious()
    if above is None and is_alone(element):
        above = element.getparent().getprevious()
    while above is not None and above.tag == "p" and not len(above) and not _words_of(above):
        above = above.getprevious()  # what editors leave where they take a line out
    if above is None:
        return False
    return above.tag in pictures or (above.tag in ABOVE_CAPTIONS and is_pictured(above))


def begins_with_picture(element: HtmlElement) -> bool:
    """Whether all words of an element follow its only child, a picture, and breaks perhaps; others
    may end it."""
    if not len(element) or (element.text or "").strip():
        return False
    parts = list(element)
    while len(parts) > 1 and parts[-1].tag == "br" and not (parts[-1].tail or "").strip():
        parts.pop()
    before = parts[:-1]
    breaks = all(part.tag == "br" for part in element[1:])
    if not breaks or any((part.tail or "").strip() for part in before):
        return False
    return element[0].tag == "img" or is_pictured(element[0])


def is_between_paragraphs(box: HtmlElement) -> bool:
    """Whether a box stands beside a paragraph in an element that holds several: what the text
    itself is written in stands in none."""
    around = box.getparent()
    if around is None or not any(_is_paragraph(e) for e in (box.getprevious(), box.getnext())):
        return False
    return len(list(islice(around.iterchildren("p"), LEAST_PARAGRAPHS))) == LEAST_PARAGRAPHS


LEAST_PARAGRAPHS = 2


def _is_paragraph(element: HtmlElement | None) -> bool:
    return element is not None and element.tag == "p"


def is_alone(element: HtmlElement) -> bool:
    """Whether an element is all that its box holds."""
    box = element.getparent()
    if box is None or box.tag != "div" or len(box) != 1:
        return False
    return not (box.text or "").strip() and not (element.tail or "").strip()


def is_pictured(element: HtmlElement) -> bool:
    """Whether an element holds a picture and no words: a link, a frame for what is loaded late, and
    the question whether it may be."""
    return bool(PICTURE(element)) and not (_words_of(element) and _says_more(element))


def _says_more(element: HtmlElement) -> bool:
    """Whether an element has words but those that ask for consent to load what it shows."""
    if not isinstance(element.tag, str) or element.tag == "button":
        return False
    if "consent" in (element.get("class") or ""):
        return False
    said = bool((element.text or "").strip())
    return said or any(_says_more(each) or (each.tail or "").strip() for each in element)


def _words_of(element: HtmlElement) -> str:
    return next((text for text in element.itertext() if text.strip()), "")
