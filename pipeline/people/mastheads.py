"""What stands near a headline and only looks like who wrote: who heads the house, and a template's
words."""

from __future__ import annotations

from lxml.html import HtmlElement

from pipeline.lines.mastheads import is_chief
from pipeline.lines.site_vocabulary import vocabulary_of
from pipeline.lines.site_word_kinds import ASKS
from pipeline.page.elements import text_of_element
from pipeline.people.given_names import begins_with_given_name

BOXES = 3
"""An element and boxes around it, of which the label may stand before one."""


def is_below_chief(element: HtmlElement) -> bool:
    """Whether right before an element, or a box of it alone, stands only the title of who heads a
    house, whom it names: «Editor in chief»."""
    box: HtmlElement | None = element
    for _ in range(BOXES):
        if box is None:
            return False
        label = box.getprevious()
        while label is not None and label.tag == "br":
            label = label.getprevious()
        if label is not None:
            return is_chief(text_of_element(label))
        box = box.getparent()
    return False


def speaks_for_site(name: str, language: str | None) -> bool:
    """Whether what may be a name is words of which sites' templates are made, and begins with no
    common given name: «No image», «You are here»."""
    if begins_with_given_name(name):
        return False
    spoken = ("en",) if name.isascii() else ()
    return any(_is_of_site(name, each) for each in ((language or "")[:2], *spoken))


def _is_of_site(name: str, language: str) -> bool:
    known = vocabulary_of(language)
    told = known.read(name) if known else None
    if told is None or told.strange:
        return False
    return not told.names or bool(told.kinds & ASKS)
