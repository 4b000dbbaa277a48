"""Elements that are empty in HTML, and that libxml2 does not know as such: all that follows them
would be theirs, and a player amid a text would take the rest of it along."""

from __future__ import annotations

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
            inner[-1].tail = (inner[-1].tail or "") + element.tail
            element.tail = None
        element.tail = (element.text or "") + (element.tail or "")
        element.text = None
        last = element
        for child in inner:
            last.addnext(child)  # its tail goes with it
            last = child
