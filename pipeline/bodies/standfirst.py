"""The standfirst: the lines below a headline that open the article, where a page shows them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from lxml.html import HtmlElement

from pipeline.bodies.captions import is_picture_box
from pipeline.bodies.container import headline_index
from pipeline.bodies.spans import SENTENCE_END, Span, is_good, is_row_of_facts
from pipeline.declared.metadata import Metadata
from pipeline.fingerprints import skeleton
from pipeline.lines.known_lines import heads_summary
from pipeline.lines.parted_facts import are_parted_facts
from pipeline.page.elements import text_of_element
from pipeline.page.pieces import Piece, Reading
from pipeline.page.region_names import is_standfirst_name, named_region, names_of
from pipeline.patterns.late_patterns import late_pattern
from pipeline.punctuation import COLONS, SENTENCE_ENDS
from pipeline.records import BlockKind
from pipeline.text import spoken_words
from pipeline.writing import is_as_long

STANDFIRST_REACH = 25
"""How many pieces before the body a standfirst is looked for."""


LEAST_SENTENCE_CHARS = 40
"""A shorter line between headline and body may be a date or a label."""

LEAST_PROSE_CHARS = 80
"""A shorter line before a standfirst may be its byline or its date."""


_MAY_OPEN = frozenset({None, "meta", "header", "teaser"})
"""Regions in which a standfirst may stand: its name may be a teaser's or a line of facts'."""


def find_standfirst(
    chosen: Span, reading: Reading, meta: Metadata, title: str | None
) -> list[Piece]:
    """The standfirst where it is visible before the chosen element, else nothing."""
    pieces = reading.pieces
    headline = headline_index(reading, title)
    first = max(0, chosen.start - STANDFIRST_REACH)
    if 0 <= headline < chosen.start:
        first = max(first, headline + 1)
    described = [skeleton(c.value) for c in meta.descriptions]
    before = [
        piece
        for piece in pieces[first : chosen.start]
        if piece.region in _MAY_OPEN or _is_of_block(piece)
    ]
    if 0 <= headline < chosen.start:
        before = [*_below_headline(pieces[headline], title), *before]
    if not before:
        return []
    shown = 0 <= headline < chosen.start - 1
    heads = shown and (
        pieces[headline].level == 1
        or skeleton(pieces[headline].text).endswith(skeleton(title or "-"))  # below a kicker
    )
    next_to = pieces[headline + 1] if heads else None
    texts = [skeleton(p.text) for p in pieces[chosen.start : chosen.end] if p.region is None]
    inside = set(texts)
    inside.add(skeleton(title or ""))
    found: list[Piece] = []
    above: Piece | None = None
    for piece in before:
        label, above = above, piece
        if found and label is not None and heads_summary(label.text):
            continue  # a summary besides the standfirst, under its label
        bare = skeleton(piece.text)
        again = piece.level == 1 and not (piece is next_to and pieces[headline].level == 2)
        if again or _is_short(bare) or _is_facts(piece):
            continue  # of the first level is the headline's own, or its other wording
        if bare in inside or _begins(texts, bare) or _begins(texts, _summed(piece.text)):
            continue
        below = 0 <= headline < chosen.start
        beside = below and piece.region == pieces[headline].region  # both in «story-meta»
        own = below and (piece.region is None or _stands_alone(piece))
        called = (own or beside) and _called_standfirst(piece, beside=beside)
        called = called and not (piece.linked and len(piece.text) < LEAST_SENTENCE_CHARS)
        first_below = not found and below and piece is pieces[headline + 1]
        between = own and _stands_between(piece, chosen) and (first_below or not _is_boxed(piece))
        between = between or (piece is next_to and (_is_sentence(piece) or _is_deck(piece, title)))
        between = between or (heads and own and _is_by_headline(piece, pieces[headline]))
        if _is_described(bare, described) or called or between:
            piece.region = None
            if piece.kind is BlockKind.HEADING:
                piece.kind, piece.level = BlockKind.PARAGRAPH, None
            found.append(piece)
            inside.add(bare)
    return _with_their_lists(found, before)


def _below_headline(piece: Piece, title: str | None) -> list[Piece]:
    """The lines below the headline in a cell that begins with it: old pages set off headline,
    standfirst and byline by breaks."""
    first, *lines = piece.text.split("\n")
    if (
        not lines
        or piece.region is not None
        or piece.linked
        or skeleton(first) != skeleton(title or "")
    ):
        return []
    return [replace(piece, text=line) for line in lines if line.strip()]


def _with_their_lists(found: list[Piece], before: Sequence[Piece]) -> list[Piece]:
    """A standfirst with the other points of the list in which one of its points stands."""
    lists = {around for piece in found if (around := _list_of(piece)) is not None}
    if not lists:
        return found
    kept = {id(piece) for piece in found}
    return [
        piece
        for piece in before
        if id(piece) in kept
        or (
            piece.region is None
            and not piece.linked
            and not _is_short(skeleton(piece.text))
            and _list_of(piece) in lists
        )
    ]


def _list_of(piece: Piece) -> HtmlElement | None:
    if piece.kind is not BlockKind.LIST_ITEM:
        return None
    return next(piece.element.iterancestors("ul", "ol"), None)


_COLON = re.compile(f"[{COLONS}]")
OPENING = 6
"""Lines of a body among which its text begins."""


def _summed(text: str) -> str:
    """The letters of a summary behind its label, «摘要：…»; empty where a line has none."""
    parted = _COLON.split(text, maxsplit=1)
    return skeleton(parted[1]) if len(parted) == 2 and heads_summary(parted[0]) else ""


def _begins(texts: Sequence[str], bare: str) -> bool:
    """Whether a body's text begins as a line does: a system made that of it, cut at any letter."""
    if not is_as_long(bare, LEAST_SENTENCE_CHARS, LEAST_SENTENCE_CHARS // 2):
        return False
    return any("".join(texts[i : i + OPENING]).startswith(bare) for i in range(OPENING))


LEAST_CHARS = 20
LEAST_UNSPACED_CHARS = 10
"""The same where words are not set apart: Chinese and Japanese say as much in half the signs."""

LEAST_HANGUL_CHARS = 25
"""Letters of a sentence in Korean, which writes a syllable in each."""
_HANGUL = late_pattern("[\uac00-\ud7af]{2}")
_UNSPACED = late_pattern("[\u3040-\u30ff\u3400-\u9fff]{4}")


def _is_short(bare: str) -> bool:
    """Whether a line has too few letters for a standfirst: a date, a label."""
    return len(bare) < (LEAST_UNSPACED_CHARS if _UNSPACED.search(bare) else LEAST_CHARS)


def keep_opening(pieces: list[Piece], meta: Metadata) -> None:
    """A standfirst within the body that is named like a teaser or a line of facts is no such, nor
    is one in the part of facts that the headline stands in, «story-meta»."""
    described = [skeleton(c.value) for c in meta.descriptions]
    headed: str | None = None
    leads_on = False
    for piece in pieces:
        if is_good(piece) and len(piece.text) >= LEAST_PROSE_CHARS:
            if are_parted_facts(piece.element):
                continue
            return
        if piece.region in ("teaser", "meta", "header") and piece.link_share < 0.3:
            named = piece.region == "teaser" and len(piece.text) > 60 and not leads_on
            named = named or (
                piece.region == headed
                and _is_long_enough(piece.text)
                and _called_standfirst(piece, beside=True)
            )
            if named or _is_described(skeleton(piece.text), described):
                piece.region = None
        if piece.kind is BlockKind.HEADING and piece.region in ("meta", "header"):
            headed = piece.region
        leads_on = piece.kind is BlockKind.HEADING and piece.link_share > MOST_LINKED_HEAD


MOST_LINKED_HEAD = 0.9
"""The share of a heading in links beyond which it leads to another article, whose summary follows.
"""
MAX_DATELINE_CHARS = 25
"""Letters of a place that may stand before what the page's description says too."""


def _is_described(bare: str, described: list[str]) -> bool:
    """Whether a line is the page's description, or the description is its beginning."""
    return any(
        d == bare
        or (len(d) > 40 and (bare.startswith(d[:-5]) or d.startswith(bare)))
        or (len(d) > 40 and bare.endswith(d) and len(bare) - len(d) <= MAX_DATELINE_CHARS)
        for d in described
    )


def _is_long_enough(text: str) -> bool:
    """Whether a line has as many letters as a sentence, half of them where words stand close."""
    least = LEAST_HANGUL_CHARS if _HANGUL.search(text) else LEAST_SENTENCE_CHARS
    return len(text) >= (LEAST_SENTENCE_CHARS // 2 if _UNSPACED.search(text) else least)


def _is_sentence(piece: Piece) -> bool:
    """Whether the line right below the headline is a sentence of its own and nothing else."""
    sentence = _is_long_enough(piece.text) and piece.text[-1] in SENTENCE_ENDS
    return piece.region is None and sentence and not piece.linked


def _is_by_headline(piece: Piece, headline: Piece) -> bool:
    """Whether a line is whole sentences in an element of its own that is beside the headline, or
    beside its box, as a part of the article's head that says nothing by what it is called."""
    element, box = piece.element, headline.element.getparent()
    if element.tag != "div" or not _is_sentence(piece) or _is_boxed(piece):
        return False
    if any(map(_is_bare_picture, (element.getprevious(), element.getnext()))):
        return False  # the caption of a picture that stands beside it
    beside = element.getparent()
    return beside is not None and beside in (box, box.getparent() if box is not None else None)


def _is_bare_picture(element: HtmlElement | None) -> bool:
    """Whether an element is a picture, or holds one and no word."""
    if element is None or not isinstance(element.tag, str):
        return False
    pictured = element.tag in _PICTURES or next(element.iter(*_PICTURES), None) is not None
    return pictured and not text_of_element(element)


_YEAR_OR_TIME = re.compile(r"(?:19|20)\d\d|\d:\d\d|[٠-٩۰-۹]{4}")
FACTS_SHARE = 0.3
"""A line with a year or a time whose links have more of its text than this is one of facts."""


def _is_facts(piece: Piece) -> bool:
    """Whether a line is links, or names the site, its section and a day."""
    if is_row_of_facts(piece):
        return True
    share = piece.link_share
    return share > 0.5 or (share > FACTS_SHARE and _YEAR_OR_TIME.search(piece.text) is not None)


DECK_WORDS = 6
LITTLE = 3
"""Letters of words that two headlines share by chance: «che», «the»."""
DATED_WORDS = 8
"""A heading of so many words may name a year and be more than a day."""
MAX_DECK_CHARS = 350


def _is_deck(piece: Piece, title: str | None) -> bool:
    """Whether the line right below the headline is one of prose without a full stop: a second
    headline, or a standfirst in a paragraph of its own."""
    text = piece.text
    told, words = set((title or "").casefold().split()), text.casefold().split()
    dated = _YEAR_OR_TIME.search(text) is not None
    if piece.region is not None or piece.linked or (dated and len(words) < DATED_WORDS):
        return False
    if dated and piece.kind is not BlockKind.HEADING:
        return False
    if piece.kind is BlockKind.HEADING:
        again = sum(word in told for word in words if len(word) > LITTLE) * 2 > min(
            len(told), len(words)
        )
        return len(text) <= MAX_DECK_CHARS and len(words) > 2 and text[0].isalpha() and not again
    prose = piece.element.tag == "p" and piece.kind is BlockKind.PARAGRAPH
    prose = prose and not _is_below_picture(piece.element)
    several = spoken_words(text) >= DECK_WORDS and piece.element.find(".//br") is None
    return prose and several and LEAST_SENTENCE_CHARS <= len(text) <= MAX_DECK_CHARS


_PICTURES = frozenset({"img", "picture", "amp-img"})


def _is_below_picture(element: HtmlElement) -> bool:
    """Whether a picture stands right above a line, which is its caption then."""
    above = element.getprevious()
    return above is not None and above.tag in _PICTURES


def _is_boxed(piece: Piece) -> bool:
    """Whether a line has a box with a picture for itself: it is a caption."""
    box = piece.element.getparent()
    return box is not None and is_picture_box(box, piece)


def _stands_between(piece: Piece, chosen: Span) -> bool:
    """Whether a line is a sentence that stands beside the body, between the headline and it."""
    sentence = _is_long_enough(piece.text) and piece.text[-1] in SENTENCE_END
    if not sentence or (piece.linked and not _is_paragraph_with_link(piece)):
        return False
    around = chosen.element.getparent()
    if around in (piece.element.getparent(), piece.element):  # the latter in lines before a span
        return True
    boxes = set(islice(chosen.element.iterancestors(), 3))
    near = not boxes.isdisjoint(islice(piece.element.iterancestors(), 4))
    own = piece.element.tag in ("p", "h2", "h3") or piece.element in boxes
    return near and piece.text[-1] in SENTENCE_ENDS and own


def _is_paragraph_with_link(piece: Piece) -> bool:
    """Whether a line is as long as a paragraph, and hardly any of it is a link."""
    return len(piece.text) >= LEAST_LINKED_CHARS and piece.link_share <= LITTLE_LINKED


LEAST_LINKED_CHARS, LITTLE_LINKED = 160, 0.15


def _stands_alone(piece: Piece) -> bool:
    """Whether a line that is called a teaser, or part of a block, has no linked heading beside it:
    then it is no card's, but the article's own, which some systems call so."""
    beside = piece.element.getparent()
    if piece.linked or beside is None or not (piece.region == "teaser" or _is_of_block(piece)):
        return False
    return not any(e.tag in _HEADLINES and e.find(".//a") is not None for e in beside)


_HEADLINES = ("h1", "h2", "h3", "h4")


def _is_of_block(piece: Piece) -> bool:
    """Whether a line is called the standfirst of a block whose name would make it another part of
    the page, «widget__subheadline», beside a headline of the first level that is called so too."""
    block, parts, part = (piece.element.get("class") or "").partition("__")
    if not (parts and piece.region == _BLOCKS and is_standfirst_name(part)):
        return False
    around = piece.element.getparent()
    heads = () if around is None else around.iter("h1")
    return any((head.get("class") or "").startswith(f"{block}__") for head in heads)


_BLOCKS = "aside"


def _called_standfirst(piece: Piece, *, beside: bool) -> bool:
    """Whether a line is called a standfirst and nothing else; `beside` the headline in one part,
    whatever that is called."""
    element: HtmlElement | None = piece.element
    for _ in range(5 if piece.element.getparent().tag == "li" else 3):
        if element is None or element.tag in ("body", "article", "main"):
            return False
        names = names_of(element)
        if is_standfirst_name(names):
            return piece.region is None or beside or named_region(names) == piece.region
        element = element.getparent()
    return False
