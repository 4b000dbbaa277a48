"""Which element of a page holds the body of its article."""

from __future__ import annotations

from lxml.html import HtmlElement

from pipeline.bodies.appended import first_of_several
from pipeline.bodies.below_standfirst import find_body_below, with_text_below
from pipeline.bodies.body_names import mark_of
from pipeline.bodies.brief_texts import with_lines_below, with_lines_of_body
from pipeline.bodies.columns import (
    NEAR,
    are_parts,
    find_column,
    find_column_of_boxes,
    is_slight,
    joined,
    with_parts_alike,
)
from pipeline.bodies.further_parts import (
    with_boxes_alike,
    with_first_part,
    with_further_parts,
    with_parts_above,
)
from pipeline.bodies.paid_parts import with_free_part
from pipeline.bodies.spans import (
    LEAST_SHARE,
    MEAGRE_CHARS,
    SENTENCE_END,
    Span,
    covers,
    densest,
    descend,
    descend_to_sentences,
    prose_chars,
)
from pipeline.bodies.spilled import with_last_lines, with_spilled
from pipeline.declared.metadata import Metadata
from pipeline.fingerprints import skeleton
from pipeline.lines.known_lines import named_by_heading
from pipeline.page.pieces import Piece, Reading
from pipeline.records import BlockKind
from pipeline.titles.affixes import MAX_KICKER_CHARS
from pipeline.titles.headings import day_before


def choose_container(
    spans: list[Span], reading: Reading, meta: Metadata, title: str | None
) -> Span:
    """The element that holds the body, the headline perhaps with it, and the sections beside it
    with which its text goes on."""
    chosen = with_spilled(_choose(spans, reading, meta, title), spans)
    chosen = with_boxes_alike(with_free_part(chosen, reading), spans, reading)
    chosen = with_parts_above(chosen, spans, reading)
    chosen = with_first_part(chosen, spans, reading, headline_index(reading, title))
    return with_last_lines(_with_sections(chosen, spans, reading), spans, reading)


def _with_sections(chosen: Span, spans: list[Span], reading: Reading) -> Span:
    """An element together with those of its kind behind it, in boxes of one kind each perhaps, with
    no prose between, of which each begins with a heading of its own and holds sentences."""
    element, end = chosen.element, chosen.end
    if element.tag != "section" and (element.tag != "div" or not element.get("class")):
        return chosen
    parts = [chosen]
    while True:
        span = next((s for s in spans if s.start >= end and are_parts(s.element, element)), None)
        if span is None or not _is_section(reading.pieces[span.start : span.end]):
            break
        if not is_slight(reading.pieces[end : span.start]):
            break
        parts.append(span)
        end = span.end
    return (joined(parts) or chosen) if len(parts) > 1 else chosen


def _is_section(pieces: list[Piece]) -> bool:
    """Whether pieces are a heading that announces nothing and below it sentences without links."""
    heading, *told = pieces
    if heading.kind is not BlockKind.HEADING or heading.region or heading.linked or not told:
        return False
    if named_by_heading(heading.text) is not None:
        return False
    return all(p.region is None and not p.linked and p.text[-1] in SENTENCE_END for p in told)


def _choose(spans: list[Span], reading: Reading, meta: Metadata, title: str | None) -> Span:
    """The element that holds the body, or most of it.

    First the scope is found: the article element around or below the headline, else the main
    part, else the page. In it a named body is taken where it holds most of the prose, several
    together where only they do, and else the scope.
    """
    headline = headline_index(reading, title)
    witness = _witnessed(spans, reading, meta)
    scope = first_of_several(spans, reading, headline) or _scope(spans, headline, witness)
    if scope.element.tag == "article":
        further = with_further_parts(scope, spans, reading)
        if further is not scope:
            return further
    named = [
        s
        for s in spans
        if s.start >= scope.start and s.end <= scope.end and s.good and mark_of(s.element) >= 2
    ]
    anchor = _of_named(named, spans, scope, headline, reading)
    if anchor is None:
        if witness is not None and witness.good > scope.good * LEAST_SHARE:
            return descend(spans, witness, 0.97)
        if scope is spans[-1]:
            column = find_column(spans, reading, headline)
            column = column or find_column_of_boxes(spans, reading, headline)
            if column is not None:
                return column
        share = 0.9 if scope.element.tag == "article" else 0.8
        if scope.good < MEAGRE_CHARS:
            return _brief(scope, spans, reading, headline)
        found = descend(spans, scope, share)
        return densest(spans, reading, found) if scope is spans[-1] else found
    if anchor.good < MEAGRE_CHARS:
        return _brief(scope, spans, reading, headline, anchor)
    return descend(spans, anchor, 0.97)


def _brief(
    scope: Span, spans: list[Span], reading: Reading, headline: int, named: Span | None = None
) -> Span:
    """Where the few sentences of a scope stand, or of the named body in it, with what goes on
    below them."""
    around = named or scope
    is_body = mark_of(around.element) > 1
    below = None if is_body else find_body_below(scope, spans, reading, headline)
    if below is not None:
        return below
    found = descend_to_sentences(spans, around, reading, named=is_body)
    found = with_lines_below(found, around, spans, reading)
    if is_body and covers(around, found) and not around.start <= headline < around.end:
        found = with_lines_of_body(found, around, reading)
    return with_text_below(found, scope, spans, reading, headline)


def _scope(spans: list[Span], headline: int, witness: Span | None) -> Span:
    root = spans[-1]
    articles = [s for s in spans if _is_article(s.element)]
    mains = [s for s in spans if _is_main(s.element)]
    alone = _headline_alone(spans, headline)
    if alone is not None:
        return alone
    main = max(mains, key=lambda s: s.good, default=root)
    if main.good < root.good * LEAST_SHARE:
        main = root
    around = [s for s in articles if s.start <= headline < s.end]
    below = [s for s in articles if headline < s.start <= headline + NEAR]
    for found in (*around, *below):
        if witness is not None and not covers(found, witness) and witness.good > found.good:
            continue
        if found.good >= main.good * LEAST_SHARE or (found in around and found.good > 100):
            return found
    best = max(articles, key=lambda s: s.good, default=main)
    return best if best.good >= main.good * 0.6 else main


def _headline_alone(spans: list[Span], headline: int) -> Span | None:
    """The article or main element that holds the headline and no prose, on a page with little: a
    title without a text. What stands elsewhere is of the site."""
    if headline < 0 or spans[-1].good > MEAGRE_CHARS:
        return None
    around = [
        s
        for s in spans
        if s.start <= headline < s.end and (_is_main(s.element) or _is_article(s.element))
    ]
    outer = max(around, key=lambda s: s.size, default=None)
    return outer if outer is not None and not outer.good else None


def _is_main(element: HtmlElement) -> bool:
    return bool(element.tag == "main" or element.get("role") == "main")


def _is_article(element: HtmlElement) -> bool:
    return (
        element.tag == "article"
        or element.get("role") == "article"
        or (element.get("itemtype") or "").rstrip("/").endswith(("Article", "BlogPosting"))
    )


def _of_named(
    named: list[Span], spans: list[Span], scope: Span, headline: int, reading: Reading
) -> Span | None:
    """The named body of a scope, or the smallest element around several; None where they hold
    too little of it, or the first stands below more prose than it holds."""
    after = [s for s in named if s.end > headline + 1] or named
    if not after:
        return None
    most = max(s.good for s in after)
    first = next(s for s in sorted(after, key=lambda s: (s.start, -s.end)) if s.good >= most * 0.5)
    sure = _is_article(scope.element)
    if first.good >= scope.good * (SURE_SHARE if sure else LEAST_SHARE):
        return with_parts_alike(first, after, reading)
    start, end = min(s.start for s in after), max(s.end for s in after)
    around = [s for s in spans if s.start <= start and s.end >= end and covers(scope, s)]
    joined = min(around, key=lambda s: s.size, default=scope)
    if joined.good >= scope.good * (SURE_SHARE if sure else LEAST_SHARE):
        return joined
    least = first.good >= min(MEAGRE_CHARS / 7, scope.good * 0.1)  # not a line of facts
    near = headline < first.start <= headline + NEAR and not sure and least
    if not near or prose_chars(reading.pieces[headline + 1 : first.start]) > TIMES * first.good:
        return None
    return first


TIMES = 2
"""How many times the prose of a named body what stands above it may hold: a flash is shorter than
its standfirst."""


SURE_SHARE = 0.75
"""The same within an article element, where little else is prose."""


def _witnessed(spans: list[Span], reading: Reading, meta: Metadata) -> Span | None:
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


def _ends_with(heading: Piece, title: str) -> bool:
    """Whether a heading is the title behind a kicker in an element of its own."""
    text = skeleton(heading.text)
    return text.endswith(title) and len(text) - len(title) <= MAX_KICKER_CHARS


def _may_be(heading: Piece, title: str) -> bool:
    """Whether a first heading may be the title in other words. A linked one is the site's name, and
    one that has no word in common with it a claim, or the name of a list."""
    if heading.link_share > 0.9:
        return False
    bare = skeleton(heading.text)
    return bare in title or title in bare


def _may_head(heading: Piece) -> bool:
    """Whether a heading that is the title stands above the text: none in a column's card does."""
    return heading.link_share < 0.5 and heading.region in _HEADING_REGIONS


def _is_with_label(heading: Piece, title: str) -> bool:
    """Whether a heading of the highest level is the title with a label behind it: «… Members»."""
    rest = skeleton(heading.text).removeprefix(title)
    is_title = len(rest) <= MAX_LABEL_LETTERS and skeleton(heading.text).startswith(title)
    return is_title and heading.level == 1 and _may_head(heading)


MAX_LABEL_LETTERS = 20
_HEADING_REGIONS = frozenset({None, "header", "meta"})


def _says(piece: Piece, wanted: str) -> bool:
    """Whether a heading says a folded title, with the day before it perhaps."""
    said = skeleton(piece.text)
    return said == wanted or (said.endswith(wanted) and day_before(piece.element) is not None)


def headline_index(reading: Reading, title: str | None) -> int:
    """The place of the visible headline, -1 where there is none."""
    wanted = skeleton(title) if title else ""
    headings = [i for i, p in enumerate(reading.pieces) if p.kind is BlockKind.HEADING]
    first = next((i for i in headings if reading.pieces[i].level == 1), None)
    if wanted and (first is None or not _may_be(reading.pieces[first], wanted)):
        # A linked h1 is the site's name as long as another heading is the title.
        same = [i for i in headings if _says(reading.pieces[i], wanted)]
        linked = first is None or reading.pieces[first].link_share > 0.9
        if not linked:
            same = [i for i in same if _may_head(reading.pieces[i])]
        elif not same and first is not None:
            same = [i for i in headings if _is_with_label(reading.pieces[i], wanted)]
        first = same[0] if same else first
    if first is None and wanted:
        behind = (i for i in headings if _ends_with(reading.pieces[i], wanted))
        first = next(behind, None)
    if first is not None:
        return first
    for i, piece in enumerate(reading.pieces if wanted else ()):
        # A cell of an old page may hold headline, standfirst and byline in lines.
        line = piece.text.partition("\n")[0]
        if piece.region is None and not piece.linked and skeleton(line) == wanted:
            return i
    return -1
