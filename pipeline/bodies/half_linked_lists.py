"""Lists of other articles whose items are links in part: «How towns <a>pay for their piers</a>»;
and boxes of one."""

from __future__ import annotations

from itertools import groupby, pairwise

from lxml.html import HtmlElement

from pipeline.bodies.appended import OWN_CHARS
from pipeline.bodies.spans import SENTENCE_END, prose_chars
from pipeline.lines.known_lines import named_by_heading
from pipeline.page.pieces import Piece, give_region
from pipeline.punctuation import COLONS, QUESTION_MARKS
from pipeline.records import BlockKind
from pipeline.text import is_long_as_headline, spoken_words
from pipeline.url_shapes import url_shape
from pipeline.urls import other_page

LEAST_ITEMS = 3
LEAST_LINK_WORDS = 2
MAX_LABEL_CHARS = 60
MAX_ITEM_CHARS = 200
MOST_BELOW = 0.1
"""Prose behind such a list without a known label, as a share of what stands before it: less than
the text's own parts are."""
_WITHOUT = (None, "links")


def mark_half_linked_lists(pieces: list[Piece], url: str) -> None:
    """Give lists their region whose items lead to the site's other articles and are no sentences,
    with the label above them: below one that is known, «Related stories», wherever they stand; at
    the text's end below any brief line that is no sentence, where most of the addresses are formed
    as the article's own is."""
    for around, places in groupby(range(len(pieces)), key=lambda at: _list_of(pieces[at])):
        at = list(places)
        if around is None or at[0] == 0 or len(at) < LEAST_ITEMS:
            continue
        items = [pieces[i] for i in at]
        label = pieces[at[0] - 1]
        if not _is_label(label) or not _are_headlines(items, url):
            continue
        above = prose_chars(pieces[: at[0]])
        if above < OWN_CHARS or named_by_heading(label.text) != "related":
            ends = prose_chars(pieces[at[-1] + 1 :]) <= above * MOST_BELOW
            if above < OWN_CHARS or not ends or not _are_as_ours(items, url):
                continue
        give_region([label, *items], "related")
        for item in items:
            item.region = "related"


def mark_half_linked_boxes(pieces: list[Piece], url: str) -> None:
    """Give a box its region that holds no more than a known label, «Read also», and a line that
    ends with the linked headline of another article of the site."""
    for label, told in pairwise(pieces):
        if told.region is not None or not told.linked or len(told.text) > MAX_TOLD_CHARS:
            continue
        box = told.element.getparent()
        if box is None or label.element.getparent() is not box or label.element is told.element:
            continue
        whole = label.element is box[0] and told.element is box[-1]
        if not whole or not _is_label(label) or named_by_heading(label.text) != "related":
            continue
        link = told.link
        if link is None or not is_long_as_headline(link.text_content()):
            continue
        told_so = told.link_share >= LEAST_LINKED or spoken_words(label.text) > 1
        if told_so and other_page(link.get("href"), url):
            label.region = told.region = "related"


MAX_TOLD_CHARS = 400
LEAST_LINKED = 0.5
"""The share of such a line that is the link, below a label of one word, «More»: a sentence links
what it tells of."""


def _list_of(piece: Piece) -> HtmlElement | None:
    """The list that a line is an item of, where it may be of other articles."""
    if piece.kind is not BlockKind.LIST_ITEM or piece.region not in _WITHOUT or not piece.linked:
        return None
    return next(piece.element.iterancestors("ul", "ol"), None)


def _is_label(piece: Piece) -> bool:
    """Whether a line may head such a list: brief, without a link, no sentence and no question."""
    if piece.region is not None or piece.linked or len(piece.text) > MAX_LABEL_CHARS:
        return False
    ends = piece.text[-1]
    if ends in COLONS:
        return named_by_heading(piece.text) == "related"
    return ends not in SENTENCE_END and ends not in QUESTION_MARKS


def _are_headlines(items: list[Piece], url: str) -> bool:
    """Whether each item leads to the site's other pages, most of them with their last words, and
    few end as sentences of a text do."""
    if any(len(item.text) > MAX_ITEM_CHARS or not _targets(item, url) for item in items):
        return False
    led = sum(_ends_linked(item) for item in items)
    told = sum(item.text[-1] in SENTENCE_END and item.text[-1] not in "!?؟" for item in items)
    return led * 2 > len(items) and told * LEAST_ITEMS < len(items)


def _ends_linked(item: Piece) -> bool:
    link = item.link
    return link is not None and spoken_words(link.text_content()) >= LEAST_LINK_WORDS


def _are_as_ours(items: list[Piece], url: str) -> bool:
    """Whether the addresses of most items are formed as the article's own is, but for what tells
    the site where they were followed: «?source=related»."""
    own = url_shape(url)
    bare = "?" not in own

    def is_as_own(to: str) -> bool:
        shape = url_shape(to)
        return (shape.partition("?")[0] if bare else shape) == own

    return sum(any(map(is_as_own, _targets(item, url))) for item in items) * 2 > len(items)


def _targets(item: Piece, url: str) -> list[str]:
    """The site's other pages that an item leads to; none where it leads elsewhere too."""
    found = [other_page(link.get("href"), url) for link in item.element.iter("a")]
    ours = [target for target in found if target]
    return ours if len(ours) == len(found) else []
