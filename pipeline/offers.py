"""Paragraphs in which a house offers itself to its readers: «Subscribe to The Courier, and …»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from pipeline.quoted import MARKS
from pipeline.records import Block, BlockKind
from pipeline.rule_files import read_rules

MAX_OFFER_CHARS = 700
MIN_NAME_LETTERS = 5
"""A shorter name of a house may be a word of any sentence."""

MAX_OFFERS = 3
"""An article with more such paragraphs tells of the house's own offers."""


def own_offers(kept: Sequence[Block], sites: Iterable[str]) -> frozenset[Block]:
    """The paragraphs that hold the house's own name, address the reader and offer a subscription,
    a newsletter, membership or the like, and tell nothing that somebody said. `sites` are the
    folded names of the site."""
    whole = _glued(" ".join(block.text for block in kept))
    names = [name for name in sites if len(name) >= MIN_NAME_LETTERS and name in whole]
    found = [block for block in kept if names and _offers(block, names)]
    return frozenset(found if len(found) <= MAX_OFFERS else ())


def _glued(text: str) -> str:
    """A text in lower case without what may part the words of a name."""
    for sign in " -'’":
        text = text.replace(sign, "")
    return text.casefold()


def _offers(block: Block, names: Sequence[str]) -> bool:
    text = block.text
    if block.kind is not BlockKind.PARAGRAPH or len(text) > MAX_OFFER_CHARS:
        return False
    glued = _glued(text)
    if not any(name in glued for name in names):
        return False
    words = _WORD.findall(text.lower())
    told = _holds("reports", words) or not MARKS.isdisjoint(text)
    return not told and _holds("offers", words) and _holds("addresses", words)


_WORD = re.compile(r"\w+")


def _holds(kind: str, words: Sequence[str]) -> bool:
    """Whether one of a text's words, or two that follow each other, is of a kind."""
    whole, stems = _known(kind)
    pairs = map(" ".join, pairwise(words))
    return any(word in whole or word.startswith(stems) for word in words) or any(
        pair in whole for pair in pairs
    )


@cache
def _known(kind: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The words and pairs of words of a kind, and how others of it begin."""
    data = read_rules("offers.toml")
    words: list[str] = data[kind]
    whole = frozenset(word for word in words if not word.endswith("*"))
    return whole, tuple(word[:-1] for word in words if word.endswith("*"))
