"""Text behind its own element: a tag that is closed once too often ends the body before its end."""

from __future__ import annotations

from collections import Counter
from itertools import islice

from lxml.html import HtmlElement

from pipeline.bodies.spans import Span

LEAST_BOXES = 3
"""Boxes of one class in the body that show in which its paragraphs are set."""
MAX_SPILLED = 200
"""Elements behind the body that are looked at."""
LEVELS = 3
"""Elements that one tag too many may have closed."""
_BETWEEN = frozenset({
    "h2", "h3", "h4", "h5", "ul", "ol", "blockquote", "figure", "script", "style", "ins", "hr", "a",
})  # fmt: skip
"""What may stand between two such boxes."""

_Form = tuple[str, str | None]


def with_spilled(chosen: Span, spans: list[Span]) -> Span:
    """The chosen element together with the boxes right behind it that have the class of those in
    which its own paragraphs are, and what stands between these."""
    inside = Counter(_form(child) for child in chosen.element if child.get("class"))
    form, count = inside.most_common(1)[0] if inside else (None, 0)
    if form is None or count < LEAST_BOXES or form == _form(chosen.element):
        return chosen
    last = _last_behind(chosen.element, form)
    around = last.getparent() if last is not None else None
    if last is None or around is None:
        return chosen
    own = {child for child in chosen.element if _form(child) == form}
    spilled = next((s for s in spans if s.element is last and s.start >= chosen.end), None)
    if spilled is None or sum(s.element in own and s.good > 0 for s in spans) < LEAST_BOXES:
        return chosen
    good = sum(s.good for s in spans if s.element.getparent() is around and s.start >= chosen.end)
    return Span(around, chosen.start, spilled.end, chosen.good + good)


def _last_behind(body: HtmlElement, form: _Form) -> HtmlElement | None:
    """The last of the boxes of a form that follow the body, or what is closed with it."""
    for closed in (body, *islice(body.iterancestors("div", "section", "article"), LEVELS - 1)):
        last = None
        for element in islice(closed.itersiblings(), MAX_SPILLED):
            if _form(element) == form:
                last = element
            elif element.tag not in _BETWEEN:
                break
        if last is not None:
            return last
    return None


def _form(element: HtmlElement) -> _Form:
    return element.tag, element.get("class")
