"""Boxes between paragraphs that hold a label and headlines of other articles, and no more."""

from __future__ import annotations

from itertools import islice

from pipeline.bodies.appended import OWN_CHARS, Spans, is_headline_long, leads_to_site
from pipeline.bodies.below_pictures import is_between_paragraphs
from pipeline.bodies.spans import SENTENCE_END, prose_chars
from pipeline.page.core import Core
from pipeline.page.pieces import Piece, give_region

MAX_LABEL = 40
"""Letters of what heads such a box: «Also in the Courier»."""
DEPTH = 4
"""Elements above a label at which its box may begin."""
_OF_OTHERS = frozenset({None, "related", "teaser"})


def mark_headed_links(pieces: list[Piece], spans: Spans, core: Core, url: str) -> None:
    """Give such boxes their region, whatever the label's words, though a headline asks something:
    what a text heads goes on with more than links."""
    for at in range(len(pieces) - 1):
        if not _is_headline(pieces[at + 1], url) or not _is_label(pieces[at]):
            continue
        for box in islice(pieces[at].element.iterancestors(), DEPTH):
            start, end = spans.get(box, (at, at))
            if start != at or box in core.heavy or box in core.sure:
                break
            if end > at + 1 and is_between_paragraphs(box):
                all_links = all(_is_headline(piece, url) for piece in pieces[at + 1 : end])
                if all_links and prose_chars(pieces[:at]) >= OWN_CHARS // 2:
                    give_region(pieces[at:end], "related")
                break


def _is_label(piece: Piece) -> bool:
    """Whether a line may head such a box: brief, without a link, a number or a sentence's end."""
    if piece.region is not None or piece.linked or len(piece.text) > MAX_LABEL:
        return False
    return piece.text[-1] not in SENTENCE_END and not any(map(str.isdigit, piece.text))


def _is_headline(piece: Piece, url: str) -> bool:
    """Whether all of a line is a link to another page of the site, and as long as a headline."""
    if piece.link is None or piece.link_share <= 0.9 or piece.region not in _OF_OTHERS:
        return False
    return is_headline_long(piece.text) and leads_to_site(piece.link, url)
