"""Text behind its own element: a tag that is closed once too often ends the body before its end."""

from __future__ import annotations

from collections import Counter
from itertools import islice

from lxml.html import HtmlElement

from pipeline.bodies.spans import SENTENCE_END, Span, is_of_site
from pipeline.page.elements import Form, form_of
from pipeline.page.pieces import Piece, Reading
from pipeline.records import BlockKind

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


def with_spilled(chosen: Span, spans: list[Span]) -> Span:
    """The chosen element together with the boxes right behind it that have the class of those in
    which its own paragraphs are, and what stands between these."""
    inside = Counter(form_of(child) for child in chosen.element if child.get("class"))
    form, count = inside.most_common(1)[0] if inside else (None, 0)
    if form is None or count < LEAST_BOXES or form == form_of(chosen.element):
        return chosen
    last = _last_behind(chosen.element, form)
    around = last.getparent() if last is not None else None
    if last is None or around is None:
        return chosen
    own = {child for child in chosen.element if form_of(child) == form}
    spilled = next((s for s in spans if s.element is last and s.start >= chosen.end), None)
    if spilled is None or sum(s.element in own and s.good > 0 for s in spans) < LEAST_BOXES:
        return chosen
    good = sum(s.good for s in spans if s.element.getparent() is around and s.start >= chosen.end)
    return Span(around, chosen.start, spilled.end, chosen.good + good)


def with_last_lines(chosen: Span, spans: list[Span], reading: Reading) -> Span:
    """The chosen element together with what goes on right below it, but for what is in a region: a
    box called as it is, or a paragraph that its own box was closed before. Of a few words both
    weigh nothing where the body is looked for."""
    at = {span.element: span for span in spans}
    end, own = chosen.end, None
    for element in islice(chosen.element.itersiblings(), MAX_BELOW):
        span = at.get(element)
        if span is None:
            continue
        told = reading.pieces[end : span.end]
        if own is None:
            own = _paragraph_form(chosen, reading)
        if not _is_part(element, chosen.element, own) or not all(map(_is_own, told)):
            break
        end = span.end
    around = chosen.element.getparent()
    if end == chosen.end or around is None:
        return chosen
    return Span(around, chosen.start, end, chosen.good)


MAX_BELOW = 12
"""Elements below a body that are looked at."""


def _is_part(element: HtmlElement, body: HtmlElement, own: Form) -> bool:
    named = bool(element.get("class")) and element.tag == body.tag
    if named and element.get("class") == body.get("class"):
        return True
    text = (element.text_content() or "").rstrip()
    return element.tag == "p" and form_of(element) == own and text[-1:] in SENTENCE_END


def _paragraph_form(chosen: Span, reading: Reading) -> Form:
    """The form of a body's last paragraph."""
    pieces = reversed(reading.pieces[chosen.start : chosen.end])
    last = next((p.element for p in pieces if p.region is None and p.element.tag == "p"), None)
    return ("", None) if last is None else form_of(last)


def _is_own(piece: Piece) -> bool:
    """Whether a line is in a region that is gone anyhow, or leads nowhere and is none of the
    site's."""
    return piece.region is not None or not (
        piece.linked or piece.kind is BlockKind.HEADING or is_of_site(piece.text)
    )


def _last_behind(body: HtmlElement, form: Form) -> HtmlElement | None:
    """The last of the boxes of a form that follow the body, or what is closed with it."""
    for closed in (body, *islice(body.iterancestors("div", "section", "article"), LEVELS - 1)):
        last = None
        for element in islice(closed.itersiblings(), MAX_SPILLED):
            if form_of(element) == form:
                last = element
            elif element.tag not in _BETWEEN:
                break
        if last is not None:
            return last
    return None
