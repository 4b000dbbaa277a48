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
MIN_NAME_LETTERS, MIN_NAME_SIGNS = 5, 4
"""A shorter name of a house may be a word of any sentence; in scripts without blanks, signs."""

MAX_OFFERS = 3
"""An article with more such paragraphs tells of the house's own offers."""


def own_offers(kept: Sequence[Block], sites: Iterable[str]) -> frozenset[Block]:
    """The paragraphs that hold the house's own name, address the reader and offer a subscription,
    a newsletter, membership or the like, or invite to an event, and tell nothing that somebody
    said. `sites` are the folded names of the site."""
    whole = _glued(" ".join(block.text for block in kept))
    names = [name for name in sites if name in whole and _is_telling(name)]
    short = [name for name in _shorter(frozenset(sites)) if name in whole]
    found = [block for block in kept if names and _offers(block, names)]
    known = [*names, *short]
    for block in kept[FIRST_INVITING:]:
        if block not in found and _invites(block, known, kept[1:], whole):
            found.append(block)
    return frozenset(found if len(found) <= MAX_OFFERS else ())


FIRST_INVITING = 1
"""A text's first line tells what it is about."""
MAX_INVITATION_CHARS = 220


def _is_telling(name: str) -> bool:
    size = len(name)
    return size >= MIN_NAME_LETTERS or (
        size >= MIN_NAME_SIGNS and script_of(name) in UNSPACED_SCRIPTS
    )


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
    return tuple(name for name in found - sites if _is_telling(name))


@cache
def _kinds_of_house() -> tuple[tuple[str, ...], tuple[str, ...]]:
    kinds = read_rules("offers.toml")["names"]
    return tuple(map(letters, kinds["before"])), tuple(map(letters, kinds["after"]))


def _invites(block: Block, names: Sequence[str], kept: Sequence[Block], whole: str) -> bool:
    """Whether a line invites readers: to what no other line tells of, in no sentence, or where the
    house names itself there alone. A line of the house that is no sentence need not say to what;
    that it is the host is as much as how one takes part."""
    text = block.text
    if block.kind is not BlockKind.PARAGRAPH or len(text) > MAX_INVITATION_CHARS:
        return False
    if not names and text[-1] in SENTENCE_ENDS:
        return False
    is_open = is_open_line(block) and _ENDED.search(text) is None
    glued = _glued(text) if names or is_open else ""
    named = [name for name in names if name in glued] if names else []
    if not (is_open or named):
        return False
    plain = without_names(text)
    if not MARKS.isdisjoint(plain):
        return False
    words = [*_WORD.findall(text.lower()), *_BARE.findall(text)]
    event, join = _found("events", text, words), _found("joins", text, words)
    if not named:
        invites = bool(event and join) and whole.count(event) <= glued.count(event)
        return invites and not _holds("reports", words)
    hosted = bool(event and (join or _found("hosts", text, words)))
    if not (hosted or (join and is_open)) or _holds("reports", words):
        return False
    others = (_glued(other.text) for other in kept if other is not block)
    return not any(name in other for other in others for name in named)


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
