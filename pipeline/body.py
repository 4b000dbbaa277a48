"""Where the article's body is, and its blocks.

The page is read once into pieces (`pipeline.blocks`), with what is no article marked by region
(`pipeline.regions`). Then the element that holds the body is chosen, and the pieces in it are the
extraction: what stands in a region, or is a line about the article, carries the rule that takes
it out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, islice

from lxml.html import HtmlElement

from pipeline.blocks import Extracted, Piece, Reading, read
from pipeline.clean import is_back_to_top
from pipeline.fingerprints import skeleton
from pipeline.html import Document
from pipeline.metadata import Metadata
from pipeline.records import Block, BlockKind
from pipeline.regions import Core, find_core, is_body_name, names_of, words_of
from pipeline.second_reader import read_again
from pipeline.teasers import mark_teasers

MIN_GOOD_CHARS = 25
"""A shorter line is no evidence of where prose is."""


@dataclass(frozen=True, slots=True)
class _Span:
    """The pieces [start, end) of one element."""

    element: HtmlElement
    start: int
    end: int
    good: int

    @property
    def size(self) -> int:
        return self.end - self.start


def extract_blocks(
    doc: Document,
    meta: Metadata,
    title: str | None,
    containers: Sequence[HtmlElement] = (),
    dropped: frozenset[HtmlElement] = frozenset(),
) -> tuple[Extracted, ...]:
    """The blocks of the article's body, in order; () where the page has no text at all.

    `containers` are the elements that the source's file says hold the body, `dropped` those that
    it says do not belong.
    """
    body = doc.tree.find("body")
    root = body if body is not None else doc.tree
    core = find_core(doc.tree, dropped)
    if containers:
        return tuple(_extracted(p) for c in containers for p in read(c, core).pieces)
    reading = read(root, core)
    mark_teasers(reading, core)
    spans = _measure(reading)
    if not spans:
        return ()
    chosen = _choose(spans, reading, core, meta, title)
    start = _with_standfirst(chosen, reading, meta, title)
    pieces = reading.pieces[chosen.start : chosen.end]
    _keep_opening(pieces, meta)
    _mark(pieces, title)
    _mark_unconfirmed(pieces, chosen)
    pieces = [*start, *pieces, *_after(reading, chosen)]
    return tuple(map(_extracted, pieces))


def _extracted(piece: Piece) -> Extracted:
    rule = None
    if piece.region is not None:
        rule = f"{'line' if piece.region in _LINE_MARKS else 'region'}:{piece.region}"
    block = Block(piece.kind, piece.text, piece.level)
    return Extracted(block, piece.link_share, rule, piece.bold)


# --- where the body is ---------------------------------------------------------------------------


def _is_good(piece: Piece) -> bool:
    """Whether a piece is prose: no region, no heading, not mostly links."""
    return (
        piece.region is None
        and piece.kind is not BlockKind.HEADING
        and len(piece.text) >= MIN_GOOD_CHARS
        and piece.link_share < 0.6
    )


def _measure(reading: Reading) -> list[_Span]:
    """The spans that hold pieces and are in no region, with the length of prose in each."""
    sums = [0, *accumulate(len(p.text) if _is_good(p) else 0 for p in reading.pieces)]
    return [
        _Span(element, start, end, sums[end] - sums[start])
        for element, start, end, region in reading.spans
        if region is None and end > start
    ]


_STRONG = 3


def _mark_of(element: HtmlElement) -> int:
    """How surely an element is called an article's body: 3 by microdata, 2 by name, 1 by tag."""
    if "articlebody" in (element.get("itemprop") or "").lower():
        return _STRONG
    tag = element.tag
    if tag in ("p", "li", "ul", "ol", "table", "tr", "td", "body", "html", "blockquote", "a"):
        return 0
    if is_body_name(names_of(element)) and tag != "article":
        return 2
    return 1 if tag == "article" or element.get("role") == "article" else 0


def _choose(
    spans: list[_Span], reading: Reading, core: Core, meta: Metadata, title: str | None
) -> _Span:
    """The element that holds the body, the headline perhaps with it.

    First the scope is found: the article element around or below the headline, else the main
    part, else the page. In it a named body is taken where it holds most of the prose, several
    together where only they do, and else the scope.
    """
    headline = _headline_index(reading, title)
    witness = _witnessed(spans, reading, meta)
    scope = _scope(spans, headline, witness)
    named = [
        s
        for s in spans
        if s.start >= scope.start and s.end <= scope.end and s.good and _mark_of(s.element) >= 2
    ]
    anchor = _of_named(named, spans, scope, headline)
    if anchor is None:
        if witness is not None and witness.good > scope.good * LEAST_SHARE:
            return _descend(spans, witness, 0.97)
        share = 0.9 if scope.element.tag == "article" else 0.8
        return _descend(spans, scope, share)
    return _descend(spans, anchor, 0.97)


LEAST_SHARE = 0.35
"""An element with a smaller share of the prose around it is not taken for the body by its name."""


def _scope(spans: list[_Span], headline: int, witness: _Span | None) -> _Span:
    root = spans[-1]
    articles = [s for s in spans if _is_article(s.element)]
    mains = [s for s in spans if s.element.tag == "main" or s.element.get("role") == "main"]
    main = max(mains, key=lambda s: s.good, default=root)
    if main.good < root.good * LEAST_SHARE:
        main = root
    around = [s for s in articles if s.start <= headline < s.end]
    below = [s for s in articles if headline < s.start <= headline + NEAR]
    for found in (*around, *below):
        if witness is not None and not _covers(found, witness) and witness.good > found.good:
            continue
        if found.good >= main.good * LEAST_SHARE or (found in around and found.good > 100):
            return found
    best = max(articles, key=lambda s: s.good, default=main)
    return best if best.good >= main.good * 0.6 else main


NEAR = 20
"""How many pieces may stand between a headline and its article."""


def _is_article(element: HtmlElement) -> bool:
    return (
        element.tag == "article"
        or element.get("role") == "article"
        or (element.get("itemtype") or "").rstrip("/").endswith(("Article", "BlogPosting"))
    )


def _covers(outer: _Span, inner: _Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _of_named(named: list[_Span], spans: list[_Span], scope: _Span, headline: int) -> _Span | None:
    """The named body of a scope, or the smallest element around several; None where they hold
    too little of it."""
    after = [s for s in named if s.end > headline + 1] or named
    if not after:
        return None
    most = max(s.good for s in after)
    first = next(s for s in sorted(after, key=lambda s: (s.start, -s.end)) if s.good >= most * 0.5)
    sure = _is_article(scope.element)
    if first.good >= scope.good * (SURE_SHARE if sure else LEAST_SHARE):
        return first
    start, end = min(s.start for s in after), max(s.end for s in after)
    around = [s for s in spans if s.start <= start and s.end >= end and _covers(scope, s)]
    joined = min(around, key=lambda s: s.size, default=scope)
    if joined.good >= scope.good * (SURE_SHARE if sure else LEAST_SHARE):
        return joined
    near = headline < first.start <= headline + NEAR and not sure
    return first if near else None


SURE_SHARE = 0.75
"""The same within an article element, where little else is prose."""


def _descend(spans: list[_Span], anchor: _Span, share: float) -> _Span:
    """The smallest element in `anchor` that still holds that share of its prose."""
    best = anchor
    for span in spans:
        if (
            span.start >= anchor.start
            and span.end <= anchor.end
            and span.good >= anchor.good * share
            and span.size < best.size
        ):
            best = span
    return best


def _witnessed(spans: list[_Span], reading: Reading, meta: Metadata) -> _Span | None:
    """The smallest element with all long pieces that JSON-LD's articleBody has too."""
    body = meta.article_body
    if not body or len(body) < 300:
        return None
    known = skeleton(body)
    found = [
        i
        for i, p in enumerate(reading.pieces)
        if p.region is None and len(p.text) > 60 and skeleton(p.text) in known
    ]
    if len(found) < 2:
        return None
    first, last = found[0], found[-1]
    holding = [s for s in spans if s.start <= first and s.end > last]
    return min(holding, key=lambda s: s.size, default=None)


def _headline_index(reading: Reading, title: str | None) -> int:
    """The place of the visible headline, -1 where there is none."""
    wanted = skeleton(title) if title else ""
    for i, piece in enumerate(reading.pieces):
        if piece.kind is BlockKind.HEADING and (
            piece.level == 1 or (wanted and skeleton(piece.text) == wanted)
        ):
            return i
    return -1


# --- what stands before and after ----------------------------------------------------------------

_STANDFIRST = re.compile(
    r"(?:^|(?<=[ -]))(?:stand-?first|lead|lede|chapo|chapeau|sub-?title|sub-?head(?:ing|line)?|deck|dek|excerpt|"
    r"summary|intro(?:duction|text)?|abstract|vorspann|teaser-?text|ingress|entradilla|bajada|sumario|"
    r"sous-titre|sottotitolo|occhiello|spot|article-?description|story-?description|preamble|description)(?=[ -]|$)"
)
STANDFIRST_REACH = 25
"""How many pieces before the body a standfirst is looked for."""


@lru_cache(maxsize=10_000)
def _is_standfirst_name(names: str) -> bool:
    return bool(_STANDFIRST.search(words_of(names)))


def _with_standfirst(
    chosen: _Span, reading: Reading, meta: Metadata, title: str | None
) -> list[Piece]:
    """The standfirst where it is visible before the chosen element, else nothing."""
    pieces = reading.pieces
    headline = _headline_index(reading, title)
    first = max(0, chosen.start - STANDFIRST_REACH)
    if 0 <= headline < chosen.start:
        first = max(first, headline + 1)
    described = [skeleton(c.value) for c in meta.descriptions]
    inside = {skeleton(p.text) for p in pieces[chosen.start : chosen.end] if p.region is None}
    found: list[Piece] = []
    for piece in pieces[first : chosen.start]:
        bare = skeleton(piece.text)
        if len(bare) < 20 or piece.link_share > 0.5 or bare in inside:
            continue
        if piece.region not in (None, "meta", "header", "teaser"):
            continue
        if _is_described(bare, described) or (
            piece.region is None and 0 <= headline < chosen.start and _called_standfirst(piece)
        ):
            piece.region = None
            if piece.kind is BlockKind.HEADING:
                piece.kind, piece.level = BlockKind.PARAGRAPH, None
            found.append(piece)
            inside.add(bare)
    return found


def _keep_opening(pieces: list[Piece], meta: Metadata) -> None:
    """A standfirst within the body that is named like a teaser or a line of facts is no such."""
    described = [skeleton(c.value) for c in meta.descriptions]
    for piece in pieces:
        if _is_good(piece):
            return
        if piece.region in ("teaser", "meta", "header") and piece.link_share < 0.3:
            named = piece.region == "teaser" and len(piece.text) > 60
            if named or _is_described(skeleton(piece.text), described):
                piece.region = None


def _is_described(bare: str, described: list[str]) -> bool:
    """Whether a line is the page's description, or the description is its beginning."""
    return any(
        d == bare or (len(d) > 40 and (bare.startswith(d[:-5]) or d.startswith(bare)))
        for d in described
    )


def _called_standfirst(piece: Piece) -> bool:
    element: HtmlElement | None = piece.element
    for _ in range(3):
        if element is None or element.tag in ("body", "article", "main"):
            return False
        if _is_standfirst_name(names_of(element)):
            return True
        element = element.getparent()
    return False


MAX_COMMENT_LINES = 8
"""How many lines of a comment area the ledger keeps: heading, note and form, not the readers."""


def _after(reading: Reading, chosen: _Span) -> list[Piece]:
    """What follows the body and is accounted for: the comment form's lines, the way back to top.

    Other regions after the body were never candidates for the text, and are not listed.
    """
    found: list[Piece] = []
    comment_lines = 0
    for piece in reading.pieces[chosen.end :]:
        if piece.region == "comments" and comment_lines < MAX_COMMENT_LINES:
            comment_lines += 1
            found.append(piece)
        elif piece.region == "dropped":
            found.append(piece)
        elif len(piece.text) < 40 and is_back_to_top(piece.text):
            piece.region = None
            found.append(piece)
    return found


# --- lines about the article ---------------------------------------------------------------------


_LINE_MARKS = frozenset(
    {"headline", "before-headline", "links", "repeated", "trailing-heading", "unconfirmed"}
)
"""Marks that a line has by itself, not by the region that it stands in."""


def _mark(pieces: list[Piece], title: str | None) -> None:
    """Give headlines, what stands before them, links, repetitions and copies their rules."""
    wanted = skeleton(title) if title else ""
    headlines = [i for i, p in enumerate(pieces) if p.region is None and _is_headline(p, wanted)]
    for i in headlines:
        pieces[i].region = "headline"
    _mark_kicked_headline(pieces, wanted)
    if headlines:
        _mark_before(pieces, headlines[0])
    _mark_links(pieces)
    _mark_repeats(pieces)
    for i in headlines[1:]:
        _mark_copy(pieces, i)
    for piece in reversed(pieces):
        if piece.region is None:
            if piece.kind is not BlockKind.HEADING:
                break
            piece.region = "trailing-heading"


def _is_headline(piece: Piece, wanted: str) -> bool:
    if piece.kind is BlockKind.HEADING and piece.level == 1:
        return True
    return bool(wanted) and len(piece.text) < 300 and skeleton(piece.text) == wanted


def _mark_kicked_headline(pieces: list[Piece], wanted: str) -> None:
    """A heading before all prose that is the title with a kicker before or after it."""
    for piece in pieces:
        if _is_good(piece):
            return
        if piece.kind is BlockKind.HEADING and piece.region is None and len(wanted) > 15:
            bare = skeleton(piece.text)
            if wanted in bare and len(bare) < 2.5 * len(wanted):
                piece.region = "headline"


def _mark_before(pieces: list[Piece], headline: int) -> None:
    """What stands before the headline is no body, unless most of the prose stands there."""
    before = sum(len(p.text) for p in pieces[:headline] if _is_good(p))
    if before * 2 < sum(len(p.text) for p in pieces if _is_good(p)):
        for piece in pieces[:headline]:
            piece.region = piece.region or "before-headline"


def _mark_links(pieces: list[Piece]) -> None:
    """Lines that are links and nothing else, unless the article is a list of links."""
    lines = [p for p in pieces if p.region is None and p.link_share > 0.9]
    prose = sum(len(p.text) for p in pieces if _is_good(p))
    in_text = [p for p in lines if p.element.tag in ("p", "span")]
    if sum(len(p.text) for p in in_text) > prose * 0.5:
        lines = [p for p in lines if p.element.tag not in ("p", "span")]
    for piece in lines:
        sentence = (
            piece.element.tag in ("p", "span")
            and len(piece.text) > 60
            and piece.text[-1] in ".。؟?"
            and not piece.text.isupper()
            and not any(e.tag == "a" for e in islice(piece.element.iterancestors(), 4))
        )
        if not sentence and (piece.kind is BlockKind.LIST_ITEM or len(piece.text) < 250):
            piece.region = "links"


def _mark_repeats(pieces: list[Piece]) -> None:
    """A long line that the article already had: a pull quote, a copy for print."""
    seen: set[str] = set()
    for piece in pieces:
        if piece.region is None and len(piece.text) > 40:
            bare = skeleton(piece.text)
            if bare in seen:
                piece.region = "repeated"
            seen.add(bare)


def _mark_copy(pieces: list[Piece], headline: int) -> None:
    """What follows a second headline, where it is mostly a copy of what stood before."""
    after = [p for p in pieces[headline + 1 :] if p.region in (None, "repeated")]
    copied = sum(len(p.text) for p in after if p.region == "repeated")
    if copied * 2 > sum(len(p.text) for p in after):
        for piece in after:
            piece.region = "repeated"


TRUST_SHARE = 0.8
"""From this share of agreement on, the second reader's silence about a short line counts."""

TRUST_END_SHARE = 0.6
"""The same for what follows the last line that both readers have."""

SHORT_CHARS = 60
MAX_END_SHARE = 0.25
"""An end that only one reader has, and that is longer than this, is left in."""


def _mark_unconfirmed(pieces: list[Piece], chosen: _Span) -> None:
    """Short lines, and an end, that trafilatura does not have where it has the rest.

    On 306 pages: of 66 short paragraphs that it left out 53 were no text of the article; of longer
    ones and of first ones most were.
    """
    ours = [p for p in pieces if p.region is None]
    whole = sum(len(p.text) for p in ours)
    regions = [p.element for p in pieces if p.region is not None]
    theirs = read_again(chosen.element, regions)
    if not theirs:
        return
    confirmed = [skeleton(p.text)[:SHORT_CHARS] in theirs for p in ours]
    agreed = sum(len(p.text) for p, sure in zip(ours, confirmed, strict=True) if sure)
    if agreed < whole * TRUST_END_SHARE:
        return
    end = len(ours) - confirmed[::-1].index(True)
    if sum(len(p.text) for p in ours[end:]) < whole * MAX_END_SHARE:
        for piece in ours[end:]:
            if piece.kind is not BlockKind.QUOTE:
                piece.region = "unconfirmed"
    if agreed < whole * TRUST_SHARE:
        return
    for piece, sure in list(zip(ours, confirmed, strict=True))[1:]:
        plain = piece.kind is BlockKind.PARAGRAPH and not piece.text.endswith(":")
        if not sure and plain and len(piece.text) < SHORT_CHARS:
            piece.region = "unconfirmed"
