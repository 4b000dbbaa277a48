"""The texts that stand right in the elements of a page: they are read from its tree once."""

from __future__ import annotations

from lxml.html import HtmlElement

from pipeline.page.html import Document, once_a_page

_PROGRAMS = frozenset({"script", "style"})


@once_a_page
def own_texts(doc: Document) -> tuple[tuple[str, HtmlElement], ...]:
    """Each text of the body with the element right around it; no blank one, and none of a program.

    In the order of the elements: what follows an element comes right behind what it begins with.
    """
    body = next(iter(doc.all_of("body")), None)
    if body is None:
        return ()
    found: list[tuple[str, HtmlElement]] = []
    for element in doc.elements[doc.elements.index(body) :]:
        if element.tag not in _PROGRAMS:
            text = element.text
            if text and not text.isspace():
                found.append((text, element))
        tail = element.tail
        if tail and not tail.isspace() and element is not body:
            found.append((tail, element.getparent()))
    return tuple(found)


def summed_up(doc: Document, own: dict[HtmlElement, int]) -> dict[HtmlElement, int]:
    """What each element holds, from what stands right in some of them: from the last element to the
    first each is looked at once and added to its parent, however deep it lies."""
    held = own.copy()
    for element in reversed(doc.elements):
        size = held.get(element)
        parent = element.getparent() if size else None
        if size and parent is not None:
            held[parent] = held.get(parent, 0) + size
    return held
