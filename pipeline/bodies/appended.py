"""Further articles that an endless page appends below its own."""

from __future__ import annotations

from itertools import islice

from lxml.html import HtmlElement

from pipeline.bodies.spans import Span, is_good, prose_chars
from pipeline.fingerprints import skeleton
from pipeline.page.elements import form_of
from pipeline.page.pieces import Piece, Reading, give_region
from pipeline.page.region_names import is_body_name, names_of
from pipeline.patterns.late_patterns import late_pattern
from pipeline.records import BlockKind
from pipeline.text import spoken_words
from pipeline.urls import absolute, same_site, split_url

Spans = dict[HtmlElement, tuple[int, int]]
"""Where the pieces of each element that is no region begin and end."""

OWN_CHARS = 200
"""Letters of an article's prose after which another may begin, or what leads to others."""


def first_of_several(spans: list[Span], reading: Reading, headline: int) -> Span | None:
    """The box of the page's own article where the next one follows in a box of the same name,
    under a headline that is made like the first; None on any other page."""
    if headline < 0 or reading.pieces[headline].kind is not BlockKind.HEADING:
        return None
    first = reading.pieces[headline]
    for at in range(headline + 1, len(reading.pieces)):
        piece = reading.pieces[at]
        if piece.kind is not BlockKind.HEADING or not _is_headline_like(piece, first):
            continue
        around = [s for s in spans if s.start <= headline < s.end <= at and s.good >= OWN_CHARS]
        own = max(around, key=lambda s: s.size, default=None)
        if own is None:
            return None
        if _are_in_one_article(own.element, piece.element):
            continue  # a section of the article, whose headline is made like its sections'
        after = (s for s in spans if own.end <= s.start <= at < s.end)
        return own if any(_are_alike(own.element, s.element) for s in after) else None
    return None


def _are_in_one_article(one: HtmlElement, other: HtmlElement) -> bool:
    """Whether the next article element around one holds the other too, and no page of articles."""
    around = next(one.iterancestors("article"), None)
    if around is None or around.find(".//article") is not None:
        return False
    return any(box is around for box in other.iterancestors("article"))


def _is_headline_like(piece: Piece, first: Piece) -> bool:
    if piece.level != first.level or piece.region:
        return False
    alike = form_of(piece.element) == form_of(first.element)
    return alike and skeleton(piece.text) != skeleton(first.text)


def _are_alike(one: HtmlElement, other: HtmlElement) -> bool:
    names = set((one.get("class") or "").split())
    return one.tag == other.tag and not names.isdisjoint((other.get("class") or "").split())


def leads_to_site(link: HtmlElement, url: str) -> bool:
    href = link.get("href") or ""
    return bool(href) and not href.startswith("#") and same_site(absolute(href, url), url)


CARD_DEPTH = 3
"""How many elements above a headline its card or its article may begin."""

LINK_WORDS = 4
LINK_CHARS = 10
"""The same of scripts that write words together."""
_UNSPACED = late_pattern("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")


def is_headline_long(text: str) -> bool:
    if spoken_words(text) >= LINK_WORDS:
        return True
    return len(text) >= LINK_CHARS and _UNSPACED.search(text) is not None


MAX_APPENDED = 3
"""Articles within one that are others, whole: more are the posts of a live page."""


def mark_appended(pieces: list[Piece], spans: Spans, linked: list[int], url: str) -> None:
    """Give an article below the text of the one it stands in, whose headline leads to another page,
    a region. `linked` are the places of headings that are links."""
    others = [
        (start, end)
        for element, (start, end) in spans.items()
        if element.tag == "article"
        and start < end
        and pieces[start].kind is BlockKind.HEADING
        and pieces[start].link_share > 0.9
        and (around := next(element.iterancestors("article"), None)) is not None
        and prose_chars(pieces[spans.get(around, (0, 0))[0] : start]) >= OWN_CHARS
        and _leads_elsewhere(pieces[start].element, url)
    ]
    if len(others) <= MAX_APPENDED:
        for start, end in others:
            give_region(pieces[start:end], "related")
    for at in linked:
        _mark_next(pieces, spans, at, url)


def _mark_next(pieces: list[Piece], spans: Spans, at: int, url: str) -> None:
    """The same in a box of its own below the text's: paragraphs under a headline that leads to
    another page. Where the paragraphs before stand around the box, it is a section of theirs."""
    heading = pieces[at]
    if heading.region is not None or heading.link is None:
        return
    if not is_headline_long(heading.text) or not leads_to_site(heading.link, url):
        return
    around = _around_most(pieces[:at]) if _leads_elsewhere(heading.element, url) else None
    if around is None:
        return
    for box in islice(heading.element.iterancestors(), CARD_DEPTH):
        start, end = spans.get(box, (-1, -1))
        if box is around or start < at - 1 or is_body_name(names_of(box)):
            return
        if sum(map(is_good, pieces[at:end])) >= LEAST_PARAGRAPHS:
            break
    else:
        return
    if any(one is around or is_body_name(names_of(one)) for one in box.iterancestors()):
        return
    after = (p.element.getparent() for p in pieces[end:] if is_good(p))
    if not any(one is not None and form_of(one) == form_of(around) for one in after):
        give_region(pieces[start:end], "related")


def _around_most(pieces: list[Piece]) -> HtmlElement | None:
    """The element whose own paragraphs hold the most prose; None where no text's are in one."""
    prose: dict[HtmlElement, int] = {}
    for piece in pieces:
        parent = piece.element.getparent()
        if parent is not None and is_good(piece):
            prose[parent] = prose.get(parent, 0) + len(piece.text)
    most = max(prose, key=lambda element: prose[element], default=None)
    return most if most is not None and prose[most] >= OWN_CHARS else None


LEAST_PARAGRAPHS = 2


def _leads_elsewhere(heading: HtmlElement, url: str) -> bool:
    """Whether a heading's link leads to another page than its own, or to none below it."""
    link = next((a for a in (*heading.iter("a"), *heading.iterancestors("a"))), None)
    href = absolute(link.get("href") or "", url) if link is not None else url
    own = split_url(url).path.rstrip("/")
    return not split_url(href).path.startswith(own)
