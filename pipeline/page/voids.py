"""Elements that are empty in HTML, and that libxml2 does not know as such: all that follows them
would be theirs, and a player amid a text would take the rest of it along."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml.html import HtmlElement

VOIDS = ("embed", "source", "track", "wbr")


def empty(elements: Iterable[HtmlElement]) -> None:
    """Put behind each element what was read into it, in place. The order of the page stays."""
    for element in elements:
        if element.getparent() is None or not (len(element) or element.text):
            continue
        inner = list(element)
        if inner and element.tail:
            inner[-1].tail = joined(inner[-1].tail, element.tail)
            element.tail = None
        element.tail = joined(element.text, element.tail)
        element.text = None
        last = element
        for child in inner:
            last.addnext(child)  # its tail goes with it
            last = child


def joined(before: str | None, after: str | None) -> str:
    """Two texts of a tree as one that may be put into it: lxml reads signs in a page that it takes
    from nobody, the form feed among them."""
    return _NO_SIGNS.sub("", (before or "") + (after or ""))


_NO_SIGNS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Signs that no text of XML may hold (Extensible Markup Language 1.0, production 2)."""
