"""A text whose parts are each an element of one kind: an article, or what is called like something
else, as some systems do with every element of a page's content."""

from __future__ import annotations

import re

from lxml import etree
from lxml.etree import XPath
from lxml.html import HtmlElement

from pipeline.bodies.columns import is_beside, joined
from pipeline.bodies.insets import own_box
from pipeline.bodies.spans import (
    LITTLE_LINKED,
    MEAGRE_CHARS,
    Span,
    is_good,
    is_of_site,
    is_whole_sentence,
)
from pipeline.lines.known_lines import named_by_heading
from pipeline.page.core import MAIN_SHARE, Core
from pipeline.page.elements import form_of, text_of_element
from pipeline.page.pieces import Piece, Reading
from pipeline.punctuation import QUESTION_MARKS
from pipeline.records import BlockKind

TIMES = 2
"""How many times the prose of the first part the further ones hold: a flash is longer than what a
page says behind it."""


def with_further_parts(first: Span, spans: list[Span], reading: Reading) -> Span:
    """An article element together with those in boxes like its own right behind it, which have
    paragraphs and neither headline nor link of their own. Where they hold less than it does, they
    are sentences only: comments have the names of who wrote them."""
    box = _box_of(first, spans)
    parts = [box]
    for element in box.element.itersiblings(etree.Element):
        span = next((s for s in spans if s.element is element), None)
        if span is None and len(text_of_element(element)) <= MAX_BETWEEN_CHARS:
            continue  # an anchor, a place for an advertisement
        if span is None or form_of(element) != form_of(box.element):
            if span is not None and _is_of_site(reading.pieces[span.start : span.end]):
                continue
            break
        is_article = element.tag == "article" or element.find(".//article") is not None
        if not is_article or not _goes_on(reading.pieces[parts[-1].end : span.end]):
            break
        parts.append(span)
    if len(parts) == 1:
        return first
    much = sum(s.good for s in parts[1:]) >= TIMES * max(first.good, 1)
    if not (much and first.good < MEAGRE_CHARS):
        further = [piece for s in parts[1:] for piece in reading.pieces[s.start : s.end]]
        if not all(piece.region == "caption" or is_whole_sentence(piece) for piece in further):
            return first
    return joined(parts) or first


MAX_BETWEEN_CHARS = 40
"""Letters of what stands between two parts and is no text."""


def _is_of_site(pieces: list[Piece]) -> bool:
    return all(piece.region or is_of_site(piece.text) for piece in pieces)


def _box_of(article: Span, spans: list[Span]) -> Span:
    """The outermost element around an article that holds no other piece."""
    same = [s for s in spans if (s.start, s.end) == (article.start, article.end)]
    around = set(article.element.iterancestors("div", "section"))
    return next((s for s in reversed(same) if s.element in around), article)


def with_boxes_alike(chosen: Span, spans: list[Span], reading: Reading) -> Span:
    """A text together with the boxes below it that are made as its last one is, each with
    sentences, points or rows and no link: a system may set every part of a text as a component,
    «div.text > div.cmp-text», with pictures, headings and pointers in others between them."""
    pieces = reading.pieces
    last = pieces[chosen.end - 1].element if chosen.size else None
    alike = _boxes_like(chosen.element)
    alike = alike or (_boxes_like(last.getparent()) if last is not None else [])
    if not alike:
        return chosen
    at = {span.element: span for span in spans}
    end = at_end = chosen.end
    good = chosen.good
    box, *alike = alike
    made_alike = set(alike)
    for below in box.itersiblings(etree.Element):
        span = at.get(below)
        if span is not None and span.start >= at_end:
            own = [piece for piece in pieces[at_end : span.end] if piece.region is None]
            at_end = span.end
            if below in made_alike:
                if not all(_is_plain(piece) or _heads(piece) for piece in own):
                    break
                if own and _is_plain(own[-1]):
                    end, good = span.end, good + span.good
            elif any(p.linked or p.kind is BlockKind.PARAGRAPH for p in own):
                break
        if below is alike[-1]:
            break
    around = box.getparent()
    return chosen if around is None or end == chosen.end else Span(around, chosen.start, end, good)


def with_parts_above(chosen: Span, spans: list[Span], reading: Reading) -> Span:
    """A text together with the box above it that is called a text's as its own is and holds less,
    nothing but sentences: an inset parts the two, «div.body», «div.related», «div.body»."""
    box = own_box(chosen.element)
    called = box.get("class")
    if not called or not _OF_TEXT.search(called):
        return chosen
    above = [e for e in box.itersiblings(box.tag, preceding=True) if e.get("class") == called]
    span = next((s for s in spans if s.element is above[0]), None) if len(above) == 1 else None
    if span is None or span.end > chosen.start or span.good >= chosen.good:
        return chosen
    own = [piece for piece in reading.pieces[span.start : span.end] if piece.region is None]
    told = (piece.linked <= LITTLE_LINKED * len(piece.text) for piece in own)
    if not own or not all(map(is_whole_sentence, own)) or not all(told):
        return chosen
    around = box.getparent()
    if around is None:
        return chosen
    for piece in reading.pieces[span.end : chosen.start]:
        piece.region = piece.region or "aside"
    return Span(around, span.start, chosen.end, span.good + chosen.good)


def with_first_part(chosen: Span, spans: list[Span], reading: Reading, headline: int) -> Span:
    """A part of a text that begins with its own heading, together with all between the headline and
    it in the smallest box around both, where that begins right below the headline, ends with the
    part and holds sentences there: «h2, div > (div > p, div > (h3, p))»."""
    first = reading.pieces[chosen.start] if chosen.size else None
    if first is None or not 0 <= headline < chosen.start - 1 or not _heads(first):
        return chosen
    ends = (s for s in spans if s.end == chosen.end and s.start < chosen.start)
    around = min(ends, key=lambda span: span.size, default=None)
    if around is None or around.start != headline + 1:
        return chosen
    above = reading.pieces[around.start : chosen.start]
    plain = all(p.region is None and (_is_plain(p) or _heads(p)) for p in above)
    return around if plain and is_whole_sentence(above[0]) and is_good(above[0]) else chosen


_OF_TEXT = re.compile(r"(?:article|story|post|entry)[_-]?(?:body|text|content)", re.IGNORECASE)


def _boxes_like(element: HtmlElement | None) -> list[HtmlElement]:
    """The box of its own around an element, and those below it that are made alike; none where
    there is none such."""
    if element is None or not element.get("class"):
        return []
    box = own_box(element)
    if box is element or not box.get("class"):
        return []
    alike = [other for other in box.itersiblings(box.tag) if _is_made_as(other, box, element)]
    return [box, *alike] if alike else []


def _is_plain(piece: Piece) -> bool:
    asked = piece.text[-1] in QUESTION_MARKS and piece.region is None  # brief, in an interview
    return (is_whole_sentence(piece) or asked or piece.kind in _SET) and not piece.linked


_SET = frozenset({BlockKind.TABLE_ROW, BlockKind.CODE, BlockKind.QUOTE, BlockKind.LIST_ITEM})
"""What ends as no sentence does."""


def _heads(piece: Piece) -> bool:
    """Whether a line is a heading that announces nothing."""
    heading = piece.kind is BlockKind.HEADING and not piece.linked
    return heading and named_by_heading(piece.text) is None


def _is_made_as(below: HtmlElement, box: HtmlElement, element: HtmlElement) -> bool:
    """Whether a box beside another is called as that and holds one element called as its own."""
    if not is_beside(below, box):
        return False
    inner = below
    while len(inner) == 1 and form_of(inner) != form_of(element):
        inner = inner[0]
    return form_of(inner) == form_of(element)


_PARTS = frozenset({"advertisement", "aside", "share", "teaser", "meta", "embed"})
"""Regions whose name may tell what a part of a text has in it too: «section--ads»."""


def parts_of_text(reading: Reading, core: Core) -> frozenset[HtmlElement]:
    """The elements side by side, called alike and like a region, that hold most of a page's long
    texts together; none where there are no such."""
    groups: dict[object, list[HtmlElement]] = {}
    for element, _, _, region in reading.spans:
        called = (element.get("class") or "").split()
        if region in _PARTS and called and core.weights.get(element):
            groups.setdefault((element.getparent(), element.tag, called[0]), []).append(element)
    most = max(groups.values(), key=lambda parts: _weight(parts, core), default=[])
    is_text = len(most) > 1 and _weight(most, core) > core.total * MAIN_SHARE
    return frozenset(most) if is_text else frozenset()


_NAMED_OTHERWISE = frozenset({
    "advertisement", "aside", "share", "teaser", "meta", "header", "print", "caption", "related",
    "comments",
})  # fmt: skip
_LEADS_ON = XPath(
    "boolean(.//form | .//textarea | .//button | .//time | .//img | .//h2//a | .//h3//a | .//h4//a"
    " | .//a[.//p or .//h2 or .//h3 or .//h4])"
)
"""What stands among other articles, pictures or readers' comments, and in no opinion, «kommentar»,
nor in what a ticker reports."""
LEAST_BESIDE = 200
"""Long texts of a part beside a headline that are an article."""


def part_below_headline(reading: Reading, core: Core, told: int = 0) -> frozenset[HtmlElement]:
    """The elements with most of what the smallest box around a headline and long texts holds of
    these, where they are called like a caption, a banner or a box: on a page that has no other
    prose, whose teasers are longer than a flash, that is its text. Beside some that is `told`, as a
    standfirst, it is only what is called an invitation and has nothing of one."""
    boxes = [e for e in core.sure if core.weights.get(e, 0) >= max(LEAST_BESIDE, TIMES * told)]
    box = min(boxes, key=lambda e: core.weights[e], default=None)
    if box is None or box.tag in ("body", "html"):
        return frozenset()
    least = core.weights[box] * MAIN_SHARE
    return frozenset(
        element
        for element, _, _, region in reading.spans
        if core.weights.get(element, 0) > least
        and box in element.iterancestors()
        and (
            (region == "newsletter" and _TELLS(element))
            or (region in _NAMED_OTHERWISE and not told and not _LEADS_ON(element))
        )
    )


_TELLS = XPath(
    "count(.//p) > 2 and not(.//form | .//input | .//button | .//h2//a | .//h3//a | .//h4//a"
    " | .//a[.//p or .//h2 or .//h3 or .//h4])"
)
"""What has paragraphs, pictures perhaps, and nothing to fill in or to press: some systems call each
column of a page an invitation."""


def _weight(parts: list[HtmlElement], core: Core) -> int:
    return sum(core.weights.get(part, 0) for part in parts)


def _goes_on(pieces: list[Piece]) -> bool:
    """Whether pieces are paragraphs without links and headings; pictures may stand there."""
    own = [piece for piece in pieces if piece.region != "caption"]
    plain = all(
        piece.region is None and not piece.linked and piece.kind is not BlockKind.HEADING
        for piece in own
    )
    return plain and any(map(is_good, own))
