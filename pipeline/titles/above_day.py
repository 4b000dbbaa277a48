"""The headline of a page whose tab says no more than its site and section: the line right above
the one that begins with the label of the day, «发布时间：2026-11-20»."""

from __future__ import annotations

import re

from pipeline.page.elements import letters, text_of_element, tidy
from pipeline.page.html import Document
from pipeline.page.texts import own_texts
from pipeline.page.within import in_other_region
from pipeline.patterns.late_patterns import late_pattern
from pipeline.patterns.rule_files import read_rules
from pipeline.patterns.word_patterns import any_word
from pipeline.punctuation import FULL_STOPS

MAX_DAY_CHARS, MIN_LETTERS, MAX_CHARS = 60, 8, 120
"""Letters of the text with the day, and of the line above it."""
MAX_BOXES = 3
"""Boxes of a line of facts that begin with the day."""
_DAY = late_pattern(
    rf"(?:{any_word(read_rules('dates.toml')['published'])})\s*[:：]?\s*(?:19|20)\d\d\D",
    re.IGNORECASE,
)
_LINES = frozenset({"h5", "h6", "div", "p", "span", "b", "strong", "font", "center", "td", "dt"})


def line_above_day(doc: Document) -> str | None:
    """That line, where one text of the page begins so; None where none does, as in a list."""
    days = [
        element
        for text, element in own_texts(doc)
        if len(text) <= MAX_DAY_CHARS and _DAY.match(tidy(text))
    ]
    if len(days) != 1:
        return None
    line = days[0]
    for _ in range(MAX_BOXES):
        if line.getprevious() is not None or line.getparent() is None:
            break
        line = line.getparent()
    above = line.getprevious()
    if above is None or above.tag not in _LINES or above.find(".//a") is not None:
        return None
    if in_other_region(above):
        return None
    text = text_of_element(above)
    fits = len(text) <= MAX_CHARS and len(letters(text)) >= MIN_LETTERS
    return text if fits and text[-1] not in FULL_STOPS else None
