"""Whether a line beside the headline is a picture's caption, or stands in a player's box."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from pipeline.page.elements import is_small, text_of_element
from pipeline.people.date_tails import tells_day, without_date
from pipeline.people.fact_persons import MAX_LINE_CHARS
from pipeline.people.facts_line import OF_PICTURE, OVER_HEADLINE


def is_pictured(element: HtmlElement, top: frozenset[HtmlElement]) -> bool:
    """Whether a picture stands in an element or beside it in a small box, or is what the box says
    it tells of, or it is called what stands over a headline: its line is a caption. In the
    headline's own box a caption follows its picture."""
    around = element.getparent()
    if OVER_HEADLINE.search(element.get("class") or "") or _is_played(element, around):
        return True
    boxes = [element]
    while around is not None and len(around) <= FIGURE and len(boxes) < DEEP:
        boxes.append(around)
        around = around.getparent() if len(around) == 1 else None
    if element.tag in _HEADINGS:
        return False
    before = element.getprevious()
    follows = before is not None and next(before.iter("img"), None) is not None
    follows = follows and next(before.iter("figcaption"), None) is None
    shown = any((follows or box not in top) and _holds_picture(box) for box in boxes)
    if not shown and not any(OF_PICTURE.search(box.get("class") or "") for box in boxes):
        return False
    boxes += () if around is None else (around,)
    # a portrait, the name and the day
    return not any(_holds_day(text_of_element(box)) for box in boxes if is_small(box))


_PLAYED = re.compile(
    r"(?:^|[\s_-])(?:podcast|player|audio|guests?|hosts?)(?:$|[\s_-])", re.IGNORECASE
)


def _is_played(*boxes: HtmlElement | None) -> bool:
    """Whether an element or its box is called what is to be heard, or who is there."""
    return any(box is not None and _PLAYED.search(box.get("class") or "") for box in boxes)


def _holds_picture(box: HtmlElement) -> bool:
    return box.find("img") is not None or box.find("picture") is not None


def _holds_day(text: str) -> bool:
    brief = len(text) <= MAX_LINE_CHARS
    return brief and (tells_day(text) or without_date(f" {text}").strip() != text)


_HEADINGS = frozenset({"h3", "h4", "h5"})
DEEP = 3
"""Boxes around a line that are looked at: its own emphasis, its paragraph, the picture's box."""
FIGURE = 4
"""Elements of a box that holds a picture and its caption, at most; an article's holds more."""
