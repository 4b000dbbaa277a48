"""The article's body: its blocks in order, with what is taken out of it marked.

The page is read once into pieces (`pipeline.page.blocks`), with what is no article marked by region
(`pipeline.page.regions`, `pipeline.bodies.teasers`). Then the element that holds the body is chosen
(`pipeline.bodies.container`), and the pieces in it are the extraction: what stands in a region, or
is a line about the article (`pipeline.bodies.marks`), carries the rule that takes it out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from pipeline.bodies.beside_column import mark_beside_column
from pipeline.bodies.boxes import mark_boxes, mark_figures
from pipeline.bodies.comment_sections import has_comments
from pipeline.bodies.container import choose_container, headline_index
from pipeline.bodies.further_parts import part_below_headline, parts_of_text
from pipeline.bodies.marks import extracted_from, mark_lines
from pipeline.bodies.next_article import mark_next_articles
from pipeline.bodies.parts_in_boxes import Parts, parts_in_boxes
from pipeline.bodies.picture_stories import free_picture_story, keep_picture_story
from pipeline.bodies.rows_below import part_day
from pipeline.bodies.small_print import mark_small_print
from pipeline.bodies.spans import SENTENCE_END, Span, measure, prose_chars
from pipeline.bodies.standfirst import find_standfirst, keep_opening
from pipeline.bodies.strange_boxes import mark_strange_boxes
from pipeline.bodies.summaries import mark_summaries
from pipeline.bodies.teasers import mark_teasers
from pipeline.bodies.unconfirmed import mark_unconfirmed
from pipeline.declared.metadata import Metadata
from pipeline.fingerprints import skeleton
from pipeline.lines.known_lines import is_back_to_top, is_known_line
from pipeline.page.blocks import read
from pipeline.page.core import Core, find_core
from pipeline.page.html import Document
from pipeline.page.pieces import Extracted, Piece, Reading
from pipeline.people.edge_lines import CLOSING, OPENING
from pipeline.people.signed_looks import looks_signed, part_name, part_opening_name
from pipeline.punctuation import FULL_STOPS
from pipeline.records import BlockKind


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
    core = find_core(doc, dropped)
    if containers:
        return tuple(extracted_from(p) for c in containers for p in read(c, core).pieces)
    reading = _read(root, core, doc.url)
    mark_next_articles(reading, headline_index(reading, title))
    pictured = free_picture_story(reading)
    spans = measure(reading)
    if not spans:
        return ()
    chosen = choose_container(spans, reading, meta, title)
    mark_summaries(reading, chosen)
    mark_figures(reading, chosen)
    start = find_standfirst(chosen, reading, meta, title)
    pieces = reading.pieces[chosen.start : chosen.end]
    keep_opening(pieces, meta)
    mark_boxes(reading, chosen, doc.url)
    mark_strange_boxes(reading, chosen)
    mark_small_print(pieces)
    behind = reading.pieces[chosen.end :]
    headed = _is_headed(reading, chosen, title)
    titles = {skeleton(told.value) for told in meta.titles}
    mark_lines(
        pieces,
        title,
        doc.url,
        titles=titles,
        headed=headed,
        comments_behind=lambda: has_comments(behind),
    )
    parts = Parts()
    if not chosen.led:
        described = frozenset(skeleton(told.value) for told in meta.descriptions)
        parts = parts_in_boxes([piece for piece in pieces if piece.region is None])
        mark_beside_column(pieces, described, parts.lines)
        regions = _regions_in(reading, chosen)
        mark_unconfirmed(pieces, chosen.element, regions, described, parts.lines)
    keep_picture_story(pictured)
    pieces = [*start, *pieces, *_signature_after(reading, chosen), *_after(reading, chosen)]
    pieces = _accountable(pieces)
    signed = _part_edges(pieces)
    return tuple(extracted_from(p, id(p) in signed, id(p) in parts.rows) for p in pieces)


def _part_edges(pieces: list[Piece]) -> set[int]:
    """Part the name from the last and the first of a text's pieces, where they hold one, and tell
    which pieces, by their ids, look as what signs does."""
    ours = [piece for piece in pieces if piece.region is None]
    parted = part_name(ours[-1]) if ours else ()
    parted = part_day(ours[-1]) if len(parted) == 1 else parted
    if len(parted) > 1:
        place = next(n for n, piece in enumerate(pieces) if piece is ours[-1])
        pieces[place : place + 1] = parted
        ours[-1:] = parted
    opening = part_opening_name(ours[0]) if ours else ()
    if len(opening) > 1:
        place = next(n for n, piece in enumerate(pieces) if piece is ours[0])
        pieces[place : place + 1] = opening
        ours[:1] = opening
    return {
        id(piece)
        for piece in (*ours[:OPENING], *ours[-CLOSING:])
        if looks_signed(piece, piece is ours[-1]) or piece in parted[1:]
    }


def _read(root: HtmlElement, core: Core, url: str) -> Reading:
    """The page read, with what is no article marked. Where all its prose stands in regions, the
    name of what holds most of it means something else: «and-sidebar» of a layout. So does what
    parts of one kind are called that hold most of it together."""
    reading = read(root, core)
    _set_headings_as_text(reading.pieces)
    mark_teasers(reading, core, url)
    told = prose_chars(reading.pieces)
    if core.total < LEAST_TOTAL or told > core.total * LITTLE_SHARE:
        return reading
    parts = parts_of_text(reading, core)
    if told:
        parts = parts or part_below_headline(reading, core, told)
        if not parts:
            return reading
    parts = parts or core.heavy | part_below_headline(reading, core)
    again = read(root, replace(core, sure=core.sure | parts))
    mark_teasers(again, core, url)
    return again if prose_chars(again.pieces) > 2 * told else reading


def _set_headings_as_text(pieces: list[Piece]) -> None:
    """Headings become paragraphs where most prose of a page is set in those of one level, as who
    wants large letters writes: several sentences, none of which is a link."""
    levels: defaultdict[int | None, list[Piece]] = defaultdict(list)
    for piece in pieces:
        if piece.kind is BlockKind.HEADING and not piece.linked and piece.text[-1] in SENTENCE_END:
            levels[piece.level].append(piece)
    for ended in levels.values():
        found = [p for p in ended if len(p.text) >= LEAST_SENTENCE and p.text[-1] in FULL_STOPS]
        if len(found) > 1 and sum(len(p.text) for p in found) > prose_chars(pieces):
            for piece in ended:
                piece.kind, piece.level = BlockKind.PARAGRAPH, None


LEAST_SENTENCE = 50
"""Letters of a heading with a full stop that may be a sentence of a text."""
LITTLE_SHARE = 0.2
"""The share of a page's long texts that are left of it where what its article is in was taken for
something else."""
LEAST_TOTAL = 300
"""Characters of long texts on a page that has an article."""


def _is_headed(reading: Reading, chosen: Span, title: str | None) -> bool:
    """Whether the page shows the title as a heading outside the chosen element."""
    wanted = skeleton(title) if title else ""
    outside = (*reading.pieces[: chosen.start], *reading.pieces[chosen.end :])
    return any(
        piece.kind is BlockKind.HEADING
        and piece.link_share < MOST_LINKED
        and skeleton(piece.text) == wanted
        for piece in outside
    )


MOST_LINKED = 0.5
"""The share of a heading that is a link, at most, where it leads to no other page."""


def _regions_in(reading: Reading, chosen: Span) -> list[HtmlElement]:
    """The elements of the chosen span that are regions, those without a piece too."""
    return [
        element
        for element, start, end, region in reading.spans
        if region is not None and chosen.start <= start and end <= chosen.end
    ]


MAX_COMMENT_LINES = 8
"""How many lines of a comment form the ledger keeps at most."""


def _accountable(pieces: list[Piece]) -> list[Piece]:
    """The pieces without what readers wrote: of a comment area only its own lines are listed."""
    found: list[Piece] = []
    comment_lines = 0
    for piece in pieces:
        if piece.region == "comments":
            own = piece.kind is BlockKind.HEADING or is_known_line(piece.text)
            if not own or comment_lines == MAX_COMMENT_LINES:
                continue
            comment_lines += 1
        found.append(piece)
    return found


def _signature_after(reading: Reading, chosen: Span) -> list[Piece]:
    """The signature right below a chosen element that is the only paragraph of its box: a flash."""
    for piece in reading.pieces[chosen.end : chosen.end + 1]:
        beside = piece.element.getparent() is chosen.element.getparent()
        if beside and piece.region is None and looks_signed(piece):
            return [piece]
    return []


def _after(reading: Reading, chosen: Span) -> list[Piece]:
    """What follows the body and is accounted for: the comment form's lines, the way back to top.

    Other regions after the body were never candidates for the text, and are not listed.
    """
    found: list[Piece] = []
    for piece in reading.pieces[chosen.end :]:
        if piece.region in ("comments", "dropped"):
            found.append(piece)
        elif len(piece.text) < 40 and is_back_to_top(piece.text):
            piece.region = None
            found.append(piece)
    return found
