"""Paragraphs in which a house offers itself to its readers: «Subscribe to The Courier, and …»."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.lines.invitations import invitations
from pipeline.lines.offer_words import WORD, glued, holds, is_telling, named_in, shorter_names
from pipeline.lines.quoted import quotes_somebody
from pipeline.records import Block, BlockKind

MAX_OFFER_CHARS = 700
MAX_OFFERS = 3
"""An article with more such paragraphs tells of the house's own offers; one with more of them that
name nobody tells its readers of subscribers, letters and the like."""
FIRST_INVITING = 1
"""A text's first line tells what it is about."""


def own_offers(
    kept: Sequence[Block], sites: Iterable[str], language: str | None = None, title: str = ""
) -> frozenset[Block]:
    """The paragraphs that hold the house's own name, address the reader and offer a subscription,
    a newsletter, membership or the like, or invite to an event, and tell nothing that somebody
    said. `sites` are the folded names of the site; a `title` that has one tells of the house."""
    whole = glued(" ".join(block.text for block in kept))
    names = [name for name in sites if name in whole and is_telling(name)]
    named = [block for block in kept if names and named_in(block.text, names)]
    found = [block for block in named if _offers(block)]
    if found and sum(_offers(block) for block in kept if block not in named) > MAX_OFFERS:
        found = []  # a guide to such things
    known = [*names, *(name for name in shorter_names(frozenset(sites)) if name in whole)]
    if known and any(name in glued(title) for name in known):
        known = []
    invited = invitations(kept[FIRST_INVITING:], known, whole, (language or "")[:2])
    found += (block for block in invited if block not in found)
    return frozenset(found if len(found) <= MAX_OFFERS else ())


def _offers(block: Block) -> bool:
    """Whether a paragraph speaks to its reader of what houses offer, and reports nothing."""
    text = block.text
    if block.kind is not BlockKind.PARAGRAPH or len(text) > MAX_OFFER_CHARS:
        return False
    words = WORD.findall(text.lower())
    told = holds("reports", words) or quotes_somebody(text)
    return not told and holds("offers", words) and holds("addresses", words)
