"""Where a day stands: beside the headline, in another article's card, in a quotation."""

from __future__ import annotations

import re
from itertools import islice

from lxml.html import HtmlElement

from pipeline.days.words import plain, speaks_of_modification, speaks_of_publication
from pipeline.page.elements import text_of_element

CARD_LETTERS = 60
"""Letters that a card has beside its link: a day, a section, a number of comments."""

CARD_ELEMENTS = 100
"""Elements of a card at most; a larger box is not looked through again for each day in it."""


def is_below_a_link(element: HtmlElement, top: frozenset[HtmlElement]) -> bool:
    """Whether a day stands in a box with little more than one link as long as a headline: it is
    the day of what the link leads to."""
    for box in islice(element.iterancestors(), 2):
        if box in top:
            return False
        inside = list(islice(box.iter(), CARD_ELEMENTS + 1))
        if len(inside) > CARD_ELEMENTS:
            return False
        links = [part for part in inside if part.tag == "a"]
        if len(links) == 1:
            text = text_of_element(links[0])
            beside = len(text_of_element(box)) - len(text)
            return len(text.split()) >= LINK_WORDS and beside < CARD_LETTERS
    return False


LINK_WORDS = 4


SENTENCE_WORDS = 8


def tells_of_day(element: HtmlElement) -> bool:
    """Whether an element is a sentence about a day, and not about the day of its publication."""
    text = text_of_element(element)
    if len(text.split()) < SENTENCE_WORDS or text.rstrip("\"'”»)")[-1:] not in ".!?؟۔।。":
        return False
    low = plain(text)
    return not (speaks_of_publication(low) or speaks_of_modification(low))


def is_quoted(element: HtmlElement, top: frozenset[HtmlElement]) -> bool:
    """Whether an element stands in what the article quotes: a post with the day it was written."""
    return any(e not in top for e in islice(element.iterancestors("blockquote"), 3))


def is_beside(element: HtmlElement, top: frozenset[HtmlElement]) -> bool:
    """Whether a line stands in the headline's own box: there it is the article's."""
    parent = element.getparent()
    if parent is not None and parent in top and parent.tag not in ("body", "main"):
        return True
    return is_in_own_article(element, top)


def is_in_own_article(element: HtmlElement, top: frozenset[HtmlElement]) -> bool:
    """Whether the article element that holds the headline holds a line too: what stands there
    above the headline is of this article, were its bar called a navigation."""
    return any(ancestor in top for ancestor in element.iterancestors("article"))


def is_line_of_section(element: HtmlElement, top: frozenset[HtmlElement]) -> bool:
    """Whether a line in the headline's own box links nothing longer than a section's name."""
    parent = element.getparent()
    if parent is None or parent not in top or parent.tag in ("body", "main"):
        return False
    return all(len(text_of_element(a).split()) < LINK_WORDS for a in element.iter("a"))


_FOR_EARS = re.compile(r"screen-?reader|visually-?hidden|sr-?only|a11y|assistive", re.IGNORECASE)


def is_for_readers(element: HtmlElement) -> bool:
    """Whether what hides a day hides it from ears or from eyes alone: it is said for each."""
    return any(
        part.get("aria-hidden") == "true" or _FOR_EARS.search(part.get("class") or "")
        for part in (element, *islice(element.iterancestors(), 2))
    )
