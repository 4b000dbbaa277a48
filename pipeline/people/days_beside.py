"""The day in an element of its own behind the names of a byline: it ends them."""

from __future__ import annotations

import re
from itertools import islice

from lxml.html import HtmlElement

from pipeline.days.relative import is_all_relative
from pipeline.days.words import begins_with_day_label
from pipeline.page.elements import text_of_element

MAX_PARTS = 40
"""Elements of a byline that are looked at."""
MAX_DAY_CHARS = 60
_YEAR = re.compile(r"(?<!\d)(?:1[34]|20)\d\d(?!\d)")
_TAGS = frozenset({"span", "div", "p", "time", "small", "li", "em", "i", "b"})


def with_bar_before_day(element: HtmlElement, text: str) -> str:
    """The text of a byline with a bar before each day that an element of its own tells by a word or
    by a label, «Jane Doe | Yesterday»: without the box's style nothing parts it from the name."""
    for part in islice(element.iter(), 1, MAX_PARTS):
        if part.tag not in _TAGS or len(part):
            continue
        said = text_of_element(part)
        if not 0 < len(said) <= MAX_DAY_CHARS or text.startswith(said):
            continue
        dated = any(map(str.isdigit, said))
        labelled = dated and begins_with_day_label(said)
        if dated and f":{said}" in text and _YEAR.search(said):
            # «<b>By Jane Doe:</b><span>Monday, 3 May 2026</span>»: the colon makes no label of Doe.
            text = text.replace(f":{said}", f" | {said}", 1)
        elif labelled or is_all_relative(said):
            text = text.replace(f" {said}", f" | {said} |", 1).removesuffix(" |")
    return text
