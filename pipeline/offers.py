"""Paragraphs in which a house offers itself to its readers: «Subscribe to The Courier, and …»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from operator import methodcaller

from pipeline.late_patterns import late_pattern
from pipeline.page.elements import letters
from pipeline.punctuation import SENTENCE_ENDS
from pipeline.quoted import MARKS, without_names
from pipeline.records import Block, BlockKind
from pipeline.rule_files import read_rules
from pipeline.speaking import is_open_line
from pipeline.writing import UNSPACED_SCRIPTS, script_of

MAX_OFFER_CHARS = 700
MIN_NAME_LETTERS = 5
"""A shorter name of a house may be a word of any sentence."""

MAX_OFFERS = 3
"""An article with more such paragraphs tells of the house's own offers."""


def own_offers(kept: Sequence[Block], sites: Iterable[str]) -> frozenset[Block]:
    """The paragraphs that hold the house's own name, address the reader and offer a subscription,
    a newsletter, membership or the like, or invite to an event, and tell nothing that somebody
    said. `sites` are the folded names of the site."""
    whole = _glued(" ".join(block.text for block in kept))
    names = [name for name in sites if len(name) >= MIN_NAME_LETTERS and name in whole]
    short = [name for name in _shorter(frozenset(sites)) if name in whole]
    found = [block for block in kept if names and _offers(block, names)]
    for block in kept[FIRST_INVITING:]:
        if block not in found and _invites(block, [*names, *short], whole):
            found.append(block)
    return frozenset(found if len(found) <= MAX_OFFERS else ())


FIRST_INVITING = 1
"""A text's first line tells what it is about."""
MAX_INVITATION_CHARS = 220


@lru_cache(maxsize=64)
def _shorter(sites: frozenset[str]) -> tuple[str, ...]:
    """The folded names without the word for what a house is, «The» or «Daily»."""
    before, after = _kinds_of_house()
    found: set[str] = set()
    for name in sites:
        if name.startswith(before):
            found.update(name.removeprefix(word) for word in before)
        if name.endswith(after):
            found.update(name.removesuffix(word) for word in after)
    return tuple(name for name in found - sites if len(name) >= MIN_NAME_LETTERS)


@cache
def _kinds_of_house() -> tuple[tuple[str, ...], tuple[str, ...]]:
    kinds = read_rules("offers.toml")["names"]
    return tuple(map(letters, kinds["before"])), tuple(map(letters, kinds["after"]))


def _invites(block: Block, names: Sequence[str], whole: str) -> bool:
    """Whether a line invites readers: to what no other line tells of, in no sentence, or where the
    house names itself. A line of the house that is no sentence need not say how one takes part."""
    text = block.text
    if block.kind is not BlockKind.PARAGRAPH or len(text) > MAX_INVITATION_CHARS:
        return False
    is_open = is_open_line(block) and _ENDED.search(text) is None
    named = bool(names) and any(name in _glued(text) for name in names)
    if not (is_open or named):
        return False
    plain = without_names(text)
    if not MARKS.isdisjoint(plain):
        return False
    words = [*_WORD.findall(text.lower()), *_BARE.findall(text)]
    event, join = _found("events", text, words), _found("joins", text, words)
    if named and is_open:
        return bool(join) and not _holds("reports", words)
    if not (event and join) or _holds("reports", words):
        return False
    return named or whole.count(event) <= _glued(text).count(event)


_ENDED = late_pattern(rf"[{re.escape(SENTENCE_ENDS)}]\W+\Z")
"""A sentence with a smiley behind it."""
_BARE = late_pattern(r"(?<!\w)(?:[وف]?(?:[بكل]?ال|لل|[بكل]))([\u0620-\u06d3]{3,})")
"""The words of Arabic without what is written before them."""


def _found(kind: str, text: str, words: Sequence[str]) -> str:
    """The first word of a kind that a text has, or "": of scripts without blanks anywhere in it."""
    whole, stems = _known(kind)
    if script_of(text) in UNSPACED_SCRIPTS:
        return next((word for word in whole if word in text), "")
    return next(
        (word for word in words if word in whole or word.startswith(stems)),
        next((pair for pair in map(" ".join, pairwise(words)) if pair in whole), ""),
    )


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
    if not whole.isdisjoint(words) or not whole.isdisjoint(pairs):
        return True
    return any(map(methodcaller("startswith", stems), words))


@cache
def _known(kind: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The words and pairs of words of a kind, and how others of it begin."""
    data = read_rules("offers.toml")
    words: list[str] = data[kind]
    whole = frozenset(word for word in words if not word.endswith("*"))
    return whole, tuple(word[:-1] for word in words if word.endswith("*"))
