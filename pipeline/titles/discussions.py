"""Whether an element stands among what readers wrote below an article."""

from __future__ import annotations

import re
from itertools import islice

from lxml.html import HtmlElement

from pipeline.lines.known_lines import named_by_heading
from pipeline.page.elements import LOWER_HEADINGS, text_of_element
from pipeline.page.html import Document, once_a_page
from pipeline.titles.surroundings import Surroundings


@once_a_page
def _discussions(doc: Document) -> tuple[HtmlElement, ...]:
    """The headings above what readers wrote."""
    headings = doc.any_of("h2", "h3", "h4", "h5", "h6")
    return tuple(h for h in headings if named_by_heading(text_of_element(h)) == "comments")


def in_discussion(doc: Document, element: HtmlElement, around: Surroundings) -> bool:
    """Whether an element stands below the article's text and a heading «Comments», in the box that
    the heading stands in, or is that box: each reader signs there."""
    distance, begins = around.distance(element), min(around.text_begins, TOP)
    if distance < begins or not (headings := _discussions(doc)):
        return False
    above = {*element.iterancestors()}
    return any(
        (begins < around.distance(heading) < distance and _box_of(heading) in above)
        or (around.distance(heading) > distance and _box_of(heading) is element)
        for heading in headings
    )


def _box_of(heading: HtmlElement) -> HtmlElement | None:
    """The box that a heading stands in, beyond a head of its own: `<header><h2>Comments</h2>`."""
    box = heading.getparent()
    for _ in range(HEAD_DEPTH):
        if box is None or box.tag not in _HEADS or len(box) > 1:
            break
        if text_of_element(box) != text_of_element(heading):
            break
        box = box.getparent()
    return box


_HEADS = ("header", "div")
HEAD_DEPTH = 2
"""Elements around a heading that may hold it alone."""


def signs_words(element: HtmlElement, text: str, around: Surroundings) -> bool:
    """Whether a line with a moment stands below the article's text in an item of a list that says
    more, and below a heading: «<li><p>Well said!</p><p>28 May 15:20, by Jane Doe</p></li>»."""
    if around.distance(element) < min(around.text_begins, TOP) or not _MOMENT.search(text):
        return False
    item = next((e for e in islice(element.iterancestors(), REACH) if e.tag == "li"), None)
    if item is None or item in around.top:
        return False
    listed = next(item.iterancestors("ul", "ol"), None)
    headed = listed is not None and any(
        e.tag in LOWER_HEADINGS for e in listed.itersiblings(preceding=True)
    )
    return headed and len(text_of_element(item)) >= len(text) + LEAST_SAID


_MOMENT = re.compile(r"\d{1,2}[:.]\d{2}(?!\d)|\d{4}")
REACH, LEAST_SAID = 3, 6
"""Elements above such a line among which its item is, and letters of what it signs."""
TOP = 5
"""Elements below a headline among which a count of comments may be a heading, in a short text."""
