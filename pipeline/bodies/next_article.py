"""A further article below the page's own, told by its head: a headline, and below it a line of
facts that is made as the page's is. Endless pages append such, whatever their boxes are called."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from pipeline.bodies.appended import MAX_APPENDED, OWN_CHARS, is_headline_long
from pipeline.bodies.spans import holds_day, is_good, prose_chars
from pipeline.fingerprints import skeleton
from pipeline.page.author_pages import is_author_page
from pipeline.page.elements import text_of_element
from pipeline.page.pieces import Piece, Reading, give_region
from pipeline.records import BlockKind

CLIMB = 3
"""How many elements above a headline its line of facts may stand beside."""
MAX_FACTS_CHARS = 200


@dataclass(frozen=True, slots=True)
class _Facts:
    """A line below a headline: how it is made, and whether it has a day and an author's link."""

    made: tuple[str, str | None]
    timed: bool
    signed: bool


def mark_next_articles(reading: Reading, headline: int) -> None:
    """Give the lines of articles behind the one below the `headline` a region; more than a few are
    the posts of a live page."""
    pieces = reading.pieces
    if headline < 0:
        return
    first = pieces[headline]
    own = _facts_below(first.element)
    behind = range(headline + 1, len(pieces))
    if own is not None:
        heads = [at for at in behind if _is_head(pieces[at], first, own)]
    else:
        top = first.level == 1 and _is_dated(pieces, headline)
        heads = [at for at in behind if top and _is_dated_head(pieces, at, first)]
        if not heads and (found := _below_facts(pieces, headline)):
            _mark_below_facts(reading, headline, found)
            return
    heads = heads or [at for at in behind if _begins_article(reading, at, first)]
    heads = [at for at in heads if not _heads_cards(reading, headline, at)]
    if not 0 < len(heads) <= MAX_APPENDED:
        return
    if prose_chars(pieces[headline : heads[0]]) < OWN_CHARS:
        return
    for at in heads:
        end = _end_of(reading, headline, at)
        if pieces[at].region is None and any(map(is_good, pieces[at:end])):
            give_region(pieces[at:end], "related")


def _is_head(piece: Piece, first: Piece, own: _Facts) -> bool:
    """Whether a heading is another headline than the `first`, with facts below it as that has."""
    if not _is_further_heading(piece, first) or not is_headline_long(piece.text):
        return False
    facts = _facts_below(piece.element)
    if facts is None or facts.made != own.made:
        return False
    same_level = piece.element.tag == first.element.tag
    return (own.signed and facts.signed) or (own.timed and facts.timed and same_level)


DATED_WITHIN = 12
MAX_DAY_CHARS = 60
"""Lines below a headline of which one is its day, and the letters of such a line."""


def _is_dated_head(pieces: Sequence[Piece], at: int, first: Piece) -> bool:
    """Whether a line is a headline of the page's highest level that has a day of its own below it:
    what tells articles apart where no markup tells a day."""
    piece = pieces[at]
    top = piece.level == 1 and not piece.linked
    return top and _is_further_heading(piece, first) and _is_dated(pieces, at)


def _begins_article(reading: Reading, at: int, first: Piece) -> bool:
    """Whether a line is a headline of the page's highest level with which an article element begins
    that has a day of its own, and in which the page's own headline does not stand."""
    piece = reading.pieces[at]
    if piece.level != 1 or not _is_further_heading(piece, first):
        return False
    article = next(piece.element.iterancestors("article"), None)
    if article is None or any(box is article for box in first.element.iterancestors()):
        return False
    starts = (start for element, start, _, _ in reading.spans if element is article)
    return next(starts, -1) == at and _is_dated(reading.pieces, at)


def _below_facts(pieces: Sequence[Piece], headline: int) -> list[int]:
    """The other headlines behind the page's article above which the same lines stand, in the same
    order, as right above its own, a day among them: «Jane Doe», «posted on 3 May 2026»."""
    facts = pieces[max(0, headline - LEAST_FACTS) : headline]
    if len(facts) < LEAST_FACTS or not any(holds_day(piece.text) for piece in facts):
        return []
    if any(len(piece.text) > MAX_DAY_CHARS for piece in facts):
        return []
    made = [_made(piece) for piece in facts]
    return [
        at
        for at in range(headline + 1 + LEAST_FACTS, len(pieces))
        if _is_further_heading(pieces[at], pieces[headline])
        if [_made(piece) for piece in pieces[at - LEAST_FACTS : at]] == made
    ]


def _mark_below_facts(reading: Reading, headline: int, heads: Sequence[int]) -> None:
    """Give the articles with such headlines their region, from the first line above each that the
    page's own has too."""
    pieces = reading.pieces
    if len(heads) > MAX_APPENDED or prose_chars(pieces[headline : heads[0]]) < OWN_CHARS:
        return
    for at in heads:
        start, above = at - LEAST_FACTS, headline - LEAST_FACTS
        while above and _made(pieces[start - 1]) == _made(pieces[above - 1]):
            start, above = start - 1, above - 1
        give_region(pieces[start : _end_of(reading, headline, at)], "related")


LEAST_FACTS = 3
"""Lines right above a headline that are told again above the next."""


def _made(piece: Piece) -> str:
    """What a line says but for its numbers and months."""
    return _NUMBERS.sub("0", skeleton(_MONTH.sub("", piece.text)))


_NUMBERS = re.compile(r"\d+")
_MONTH = re.compile(r"(?<=\d )[^\W\d_]{3,12}(?=[ ,،]|$)")


def _is_further_heading(piece: Piece, first: Piece) -> bool:
    """Whether a line is a heading of no region that says something else than the `first`."""
    if piece.kind is not BlockKind.HEADING or piece.region is not None:
        return False
    return skeleton(piece.text) != skeleton(first.text)


def _is_dated(pieces: Sequence[Piece], at: int) -> bool:
    """Whether one of the next few lines is short and holds a day."""
    return any(
        len(piece.text) <= MAX_DAY_CHARS and holds_day(piece.text)
        for piece in pieces[at + 1 : at + 1 + DATED_WITHIN]
        if piece.kind is BlockKind.PARAGRAPH
    )


def _facts_below(heading: HtmlElement) -> _Facts | None:
    """The line of facts in the element or two behind a heading, which ends its box perhaps."""
    element = heading
    for _ in range(CLIMB):
        behind = element.getnext()
        if behind is not None:
            further = behind.getnext()
            return _facts_of(behind) or (_facts_of(further) if further is not None else None)
        above = element.getparent()
        if above is None:
            return None
        element = above
    return None


def _facts_of(element: HtmlElement) -> _Facts | None:
    timed = element.tag == "time" or element.find(".//time") is not None
    links = element.iter("a")
    signed = any("author" in (a.get("rel") or "") or is_author_page(a.get("href")) for a in links)
    if not (timed or signed) or len(text_of_element(element)) > MAX_FACTS_CHARS:
        return None
    return _Facts((str(element.tag), element.get("class")), timed, signed)


def _heads_cards(reading: Reading, headline: int, head: int) -> bool:
    """Whether nothing but cards of other articles stands in the box of a heading, one of whose
    writers wrote the page's too: the text goes on behind it."""
    start, end = _box_of(reading, headline, head)
    regions = {piece.region for piece in reading.pieces[start + 1 : end]}
    return regions <= _OF_CARDS and not regions.isdisjoint(_CARDS)


_CARDS = frozenset({"teaser", "related"})
_OF_CARDS = _CARDS | {"meta"}


def _end_of(reading: Reading, headline: int, head: int) -> int:
    """Behind which piece an article ends: that of the largest box around its head in which nothing
    of the page's own stands; the last where none holds more than the head."""
    pieces = reading.pieces
    start, end = _box_of(reading, headline, head)
    return end if any(map(is_good, pieces[start:end])) else len(pieces)


def _box_of(reading: Reading, headline: int, head: int) -> tuple[int, int]:
    """From where to where the largest box around a head goes in which nothing of the page's own
    stands."""
    pieces = reading.pieces
    mine = {id(e) for p in pieces[headline:head] if is_good(p) for e in p.element.iterancestors()}
    box = pieces[head].element
    for around in box.iterancestors():
        if id(around) in mine:
            break
        box = around
    spans = ((start, end) for element, start, end, _ in reading.spans if element is box)
    return next(spans, (head, head))
