"""The rows of tables: data as one line each, layouts as what their cells hold."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from lxml.etree import XPath
from lxml.html import HtmlElement

from pipeline.page.regions import SILENT
from pipeline.page.runs import mend_escaped
from pipeline.text import normalise

MAX_CELL_CHARS = 400
"""A table cell with more text than this is part of a layout, not of a table of data."""

MAX_BREAKS = 4
"""A cell with so many breaks or paragraphs holds a text, however short."""


def line_of_row(cells: Sequence[HtmlElement]) -> str | None:
    """The cells of a row in one line, set apart by bars; None where the table is a layout."""
    if len(cells) < 2:
        return None
    texts = []
    for cell in cells:
        if cell.find(".//table") is not None or cell.find(".//h2") is not None:
            return None
        if sum(1 for _ in islice(cell.iter("br", "p"), MAX_BREAKS)) == MAX_BREAKS:
            return None
        text = normalise(" ".join(_visible(cell)))
        if len(text) > MAX_CELL_CHARS:
            return None
        if "&" in text:
            text = mend_escaped(text)
        texts.append(text.replace("\n", " "))
    return " | ".join(texts).strip(" |")


_FIELD = XPath("boolean(.//textarea | .//input[@type='text' or @type='email' or @type='password'])")


def asks_for_words(cells: Sequence[HtmlElement]) -> bool:
    """Whether a row is one of a form: a label, and a field for what a reader writes."""
    return any(not cell.text_content().strip() and _FIELD(cell) for cell in cells)


def is_numbered_code(cells: Sequence[HtmlElement]) -> bool:
    """Whether a row is a program with the numbers of its lines beside it, as highlighters set
    it."""
    if len(cells) != 2 or cells[1].find(".//pre") is None:
        return False
    return not cells[0].text_content().strip(" \n\t0123456789")


def _visible(element: HtmlElement) -> list[str]:
    found = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in SILENT:
            found.extend(_visible(child))
        found.append(child.tail or "")
    return found
