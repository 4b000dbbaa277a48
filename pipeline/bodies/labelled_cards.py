"""Cards of other articles that no name tells: a headline that leads to another page of the site, a
few words on it, a picture or a label."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import islice

from lxml.html import HtmlElement

from pipeline.bodies.appended import CARD_DEPTH, OWN_CHARS, Spans, is_headline_long, leads_to_site
from pipeline.bodies.body_names import mark_of
from pipeline.bodies.spans import SENTENCE_END, is_good, prose_chars
from pipeline.days.relative import is_all_relative
from pipeline.page.core import Core
from pipeline.page.elements import form_of
from pipeline.page.pieces import Piece, give_region
from pipeline.records import BlockKind

MAX_CARD_CHARS = 900
"""A card with more text is no teaser: WordPress's own excerpt has 55 words, about 400 letters."""


def mark_labelled_cards(pieces: list[Piece], spans: Spans, core: Core, url: str) -> None:
    """Boxes of one form below a label, each a link to another page of the site and then a few
    words: a list of others whatever the label's words, «On the same theme». Three of them need no
    label where a text stands before them."""
    rows: dict[HtmlElement, list[HtmlElement]] = defaultdict(list)
    alone: list[tuple[int, int]] = []
    for i, piece in enumerate(pieces):
        if piece.link is None or piece.region is not None or piece.link_share <= 0.9:
            continue
        if not is_headline_long(piece.text) or not leads_to_site(piece.link, url):
            continue
        for card in (piece.element, *islice(piece.element.iterancestors(), CARD_DEPTH)):
            start, end = spans.get(card, (0, 0))
            if card not in spans:
                continue
            own_label = start == i - 1 and _is_label(pieces[start])
            if not (start == i or own_label) or card in core.heavy or card in core.sure:
                break
            if end > i + 1 and sum(len(p.text) for p in pieces[i:end]) <= MAX_CARD_CHARS:
                outermost = _outermost(card, spans)
                if (
                    _is_of_one_address(outermost, piece.link, pieces[i:end])
                    or (own_label and _is_summed_up(pieces[i + 1 : end]))
                    or _is_dated(pieces[i + 1 : end])
                ):
                    alone.append((start, _end_with_age(outermost, start, end, spans, pieces)))
                if (box := outermost.getparent()) is not None:
                    rows[box].append(outermost)
                break
    _mark_amid_text(pieces, alone)
    for box, found in rows.items():
        cards = _with_brief_ones(box, found, spans, pieces, url)
        first = spans[cards[0]][0]
        begin, end = _with_label_around(box, spans.get(box, (first, first)), spans, pieces)
        labelled = begin == first - 1 and len(pieces[begin].text) <= MAX_CARD_LABEL
        alike = len({*map(form_of, cards)}) == 1
        whole = sum(e - s for s, e in map(spans.__getitem__, cards)) == end - first
        if len(cards) < 2 or not alike or not whole:
            continue
        told = begin == first and prose_chars(pieces[:first]) >= OWN_CHARS
        pictured = told and all(card.find(".//img") is not None for card in cards)
        if box in core.heavy and not (
            len(cards) > LEAST_CARDS and (pictured or (told and _is_outside(box, pieces[:first])))
        ):
            continue
        if labelled or (told and len(cards) >= LEAST_CARDS):
            give_region(pieces[begin:end], "related")


def _with_brief_ones(
    box: HtmlElement, cards: list[HtmlElement], spans: Spans, pieces: list[Piece], url: str
) -> list[HtmlElement]:
    """The cards of a list with those of their form between them whose headlines are brief."""
    forms = {*map(form_of, cards)}
    if len(cards) < LEAST_CARDS or len(forms) > 1:
        return cards
    return [
        child
        for child in box
        if child in cards
        or (form_of(child) in forms and _begins_linked(spans.get(child), pieces, url))
    ]


def _begins_linked(span: tuple[int, int] | None, pieces: list[Piece], url: str) -> bool:
    """Whether the first line of an element is a link to another page of the site."""
    if span is None or span[0] == span[1]:
        return False
    first = pieces[span[0]]
    leads = first.link is not None and leads_to_site(first.link, url)
    return leads and first.link_share > 0.9


def _is_outside(box: HtmlElement, before: list[Piece]) -> bool:
    """Whether the prose before a box stands in an article, or in what is called its body, in which
    the box does not: a column beside it."""
    around = {*box.iterancestors()}
    prose = [piece.element for piece in before if is_good(piece)][-LAST:]
    return all(
        any(mark_of(body) for body in element.iterancestors() if body not in around)
        for element in prose
    )


LAST = 3
"""Paragraphs above a box that are asked where they stand."""


def _with_label_around(
    box: HtmlElement, span: tuple[int, int], spans: Spans, pieces: list[Piece]
) -> tuple[int, int]:
    """The span of a list, or of the box around it where that holds only a label besides."""
    begin, end = span
    around = box.getparent()
    outer = spans.get(around, span) if around is not None else span
    own = outer == (begin - 1, end) and _is_label(pieces[begin - 1])
    return outer if own else span


def _is_label(piece: Piece) -> bool:
    """Whether a line may stand above a card's headline, «Read also», «Business», and is neither
    another one nor an hour or a number of an entry."""
    if piece.region not in (None, "meta") or any(map(str.isdigit, piece.text)):
        return False
    if piece.linked and is_headline_long(piece.text):
        return False
    return len(piece.text) <= MAX_CARD_LABEL and piece.text[-1] not in SENTENCE_END


def _is_summed_up(below: list[Piece]) -> bool:
    """Whether what stands below a card's headline is a few lines, the last perhaps a link."""
    return len(below) <= MAX_BELOW and sum(len(p.text) for p in below) <= MAX_SUMMARY_CHARS


def _outermost(card: HtmlElement, spans: Spans) -> HtmlElement:
    """The outermost element that holds a card and no other text: the item of its list."""
    span = spans[card]
    for around in card.iterancestors():
        if spans.get(around) != span:
            break
        card = around
    return card


def _end_with_age(
    card: HtmlElement, start: int, end: int, spans: Spans, pieces: list[Piece]
) -> int:
    """Where a card ends whose age stands in a box beside it, «2 hours ago», with nothing else in
    the box of both."""
    both = card.getparent()
    if both is None or spans.get(both) != (start, end + 1):
        return end
    return end + is_all_relative(pieces[end].text)


def _mark_amid_text(pieces: list[Piece], cards: list[tuple[int, int]]) -> None:
    """Cards that stand amid a text or below it, where most of the prose is the text's: else the
    cards are what the article is made of."""
    if not cards or prose_chars(pieces[: cards[0][0]]) < OWN_CHARS // 2:
        return
    within = sum(prose_chars(pieces[start:end]) for start, end in cards)
    if within * 2 < prose_chars(pieces):
        for start, end in cards:
            give_region(pieces[start:end], "related")


def _is_of_one_address(card: HtmlElement, link: HtmlElement, told: list[Piece]) -> bool:
    """Whether a box that begins with a link to another page leads there by its only picture too, or
    ends with such a link, «Read on»: a card alone, or the beginning of another article."""
    address = link.get("href")
    told = told[:-1] if len(told) > 2 and _is_day(told[-1]) else told
    last = told[-1]
    if len(told) > 2 and last.link is not None and last.link_share > 0.9:
        return bool(last.link.get("href") == address)
    leads = {a.get("href") for a in card.iter("a")}
    # Sloppy markup puts a card into the paragraph before which it stands.
    own = last.element is not card and len(last.text) <= MAX_SUMMARY_CHARS
    pictured = len(told) == 2 and own and leads == {address}
    return pictured and card.find(".//a//img") is not None


def _is_day(piece: Piece) -> bool:
    """Whether a short line ends a card with the day or the hour of its article."""
    brief = len(piece.text) <= MAX_CARD_LABEL and not piece.linked
    return brief and piece.text[-1] not in SENTENCE_END and _MOMENT.search(piece.text) is not None


def _is_dated(below: list[Piece]) -> bool:
    """Whether below a card's headline stand the day of its article, with the year, who wrote it
    perhaps, and the sentence that sums it up, if any."""
    *facts, last = below
    if last.text[-1] not in SENTENCE_END:
        facts, last = below, below[0]
    if not 0 < len(facts) <= MAX_BELOW or last.linked or len(last.text) > MAX_SUMMARY_CHARS:
        return False
    brief = all(len(p.text) <= MAX_CARD_LABEL and p.text[-1] not in SENTENCE_END for p in facts)
    return brief and any(_YEAR.search(p.text) for p in facts)


_YEAR = re.compile(r"\d[^\d]{1,12}(?:19|20)\d\d(?!\d)|(?<!\d)(?:19|20)\d\d[^\w\s]\d")
"""The year of a day: «4 November 2026», «2026-11-04», and none of «since 2019»."""
_MOMENT = re.compile(r"(?<!\d)(?:(?:19|20)\d\d|\d{1,2}:\d\d)(?!\d)")
MAX_SUMMARY_CHARS = 400
MAX_BELOW = 2
"""Lines below the headline of a card with a label: a summary, «Read on»."""

LEAST_CARDS = 3
"""Boxes of links and a few words that are cards without a label above them."""
MAX_CARD_LABEL = 40


LEAST_PAIRS, MAX_PAIRS = 2, 6
"""Headlines of others, each with a paragraph below it, that stand below a text."""


def mark_pairs(pieces: list[Piece], url: str) -> None:
    """Headings that are links to other pages of the site, each with one paragraph below it, in the
    element of the text and right below it, under a label perhaps: «From the archive». Where they
    hold as much as what stands before, the article is made of them."""
    found: list[int] = []
    for i, piece in enumerate(pieces[:-1]):
        if piece.kind is not BlockKind.HEADING or piece.link is None or piece.link_share <= 0.9:
            continue
        below = pieces[i + 1]
        beside = below.element.getparent() is piece.element.getparent()
        if piece.region is None and beside and _sums_up(below):
            leads = is_headline_long(piece.text) and leads_to_site(piece.link, url)
            found += [i] if leads else []
    for run in _runs(found):
        if not LEAST_PAIRS <= len(run) <= MAX_PAIRS:
            continue
        start, end = run[0], run[-1] + 2
        if prose_chars(pieces[:start]) < max(OWN_CHARS, prose_chars(pieces[start:end])):
            continue
        if start and pieces[start - 1].kind is BlockKind.HEADING and _is_label(pieces[start - 1]):
            start -= 1
        give_region(pieces[start:end], "related")


def _sums_up(below: Piece) -> bool:
    """Whether a line below a headline is a paragraph of a few words without a link."""
    brief = len(below.text) <= MAX_SUMMARY_CHARS and not below.linked
    return brief and below.kind is BlockKind.PARAGRAPH


def _runs(places: list[int]) -> list[list[int]]:
    """Places of which each is two behind the one before, together."""
    runs: list[list[int]] = []
    for at in places:
        if runs and at == runs[-1][-1] + 2:
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs
