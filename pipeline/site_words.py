"""Short lines that are made of nothing but the words of a site's template.

How a site asks, labels and explains changes from house to house and year to year; the words that it
does so with are few. A line all of whose words are among them speaks of the site; news name
somebody or something else within a few words. `pipeline/rules/site_words.toml` holds them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.records import Block, BlockKind
from pipeline.rule_files import read_rules
from pipeline.telling import reports
from pipeline.words.spelling import letters

MAX_CHARS = 160
"""A longer line tells more."""
MAX_LABEL_WORDS = 6
"""A line without a verb is a label up to as many words."""
MAX_HEAD_WORDS = 8
"""Words before the colon of a line that leads to another text."""
MAX_LINES = 6
"""An article with more such lines within its text instructs its readers."""

DENSE = frozenset({"zh", "ja"})
"""Languages that write without spaces between words. What is asked stands anywhere in theirs."""
_LINES = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING})
_QUOTES = frozenset('"“”„«»「」『』')
_CLAUSES = re.compile(r"[.!?:;,|•·…–—؟،؛。!?:、,※()【】]+|\s-\s")
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|https?://\S+|www\.\S+|(?<!\w)@\w+")
_HEAD = re.compile(r"([^:：>»|]{3,60})\s*[:：>»|]\s*(\S.*)", re.DOTALL)
ASKS, POINTS, LEADS, THINGS, TEXTS, STATES, FRAME, OPENS = (1 << at for at in range(8))
_KINDS = {
    "calls": ASKS | THINGS, "asks": ASKS, "points": POINTS, "leads": LEADS, "things": THINGS,
    "texts": TEXTS, "states": STATES, "frame": FRAME, "opens": OPENS,
}  # fmt: skip


def site_lines(kept: Sequence[Block], language: str | None) -> frozenset[Block]:
    """The short lines of a text that hold only words of the site's template and speak to readers,
    label or lead elsewhere. `language` is the page's; without one nothing is taken."""
    words = _words_of((language or "")[:2])
    if words is None:
        return frozenset()
    found = [_is_of_site(block, words) for block in kept]
    _give_lists_back(kept, found)
    first = next((at for at, own in enumerate(found) if not own), len(kept))
    last = next((at for at in range(len(kept) - 1, -1, -1) if not found[at]), -1)
    if first > last or sum(found[first:last]) > MAX_LINES:
        found[first : last + 1] = [False] * (last + 1 - first)
    return frozenset(block for block, own in zip(kept, found, strict=True) if own)


def _give_lists_back(kept: Sequence[Block], found: list[bool]) -> None:
    """A list is a site's as a whole or not at all."""
    start = 0
    for at in range(len(kept) + 1):
        if at < len(kept) and kept[at].kind is BlockKind.LIST_ITEM:
            continue
        if not all(found[start:at]):
            found[start:at] = [False] * (at - start)
        start = at + 1


def _is_of_site(block: Block, words: _Words) -> bool:
    text = block.text
    if block.kind not in _LINES or len(text) > MAX_CHARS:
        return False
    told = words.read(text)
    if told is None:
        return block.kind is not BlockKind.HEADING and _leads_on(text, words)
    if not told.is_of_site(text[-1]):
        return False
    if block.kind is BlockKind.HEADING and not (told.kinds & POINTS and told.kinds & THINGS):
        return False
    return _QUOTES.isdisjoint(text) and not reports(text, words.language)


def _leads_on(text: str, words: _Words) -> bool:
    """Whether a line leads to another text, or asks to do something, before a colon."""
    match = _HEAD.fullmatch(text)
    told = match and words.read(match[1])
    if not told or told.names or told.count > MAX_HEAD_WORDS:
        return False
    if told.kinds & LEADS and told.kinds & (POINTS | ASKS):
        return True
    if told.kinds & STATES:
        return False
    if told.kinds & LEADS and told.kinds & TEXTS:
        return True
    return told.called and bool(told.kinds & POINTS and told.kinds & (THINGS | TEXTS))


@dataclass(slots=True)
class _Told:
    """What the words of a line are, all together."""

    kinds: int = 0
    count: int = 0
    names: int = 0
    called: bool = False
    """Whether a clause begins, or where verbs come last ends, with what is asked."""

    def is_of_site(self, end: str) -> bool:
        """Whether a line of such words that ends so is a site's."""
        kinds = self.kinds
        if kinds & THINGS and (self.called or kinds & POINTS):
            return True
        if self.names:
            return False
        is_open = end not in _STOPS
        if kinds & TEXTS and (self.called or (kinds & POINTS and (is_open or kinds & ASKS))):
            return True
        if kinds & ASKS and kinds & POINTS and self.called and is_open:
            return True
        if self.count > MAX_LABEL_WORDS or not is_open:
            return False
        if kinds & THINGS and not kinds & ASKS:
            return not kinds & STATES or bool(kinds & TEXTS)
        return bool(kinds & TEXTS and kinds & LEADS and not kinds & STATES)


_STOPS = frozenset(".。۔")
MAX_NAMES = 4
_VERBS_LAST = frozenset({"de", "nl", "tr", "fa", "ur", "ko"})
_NO_NAMES = frozenset({"de", "ar", "fa", "ur", "zh", "ja", "ko"})
"""Languages in which a capital letter tells no name."""


class _Words:
    """The words of one language's sites."""

    def __init__(self, language: str, data: Iterable[dict[str, str]]) -> None:
        self.language = language
        self._whole: dict[str, int] = {}
        stems: dict[str, int] = {}
        for part in data:
            for kind, words in part.items():
                for word in words.split():
                    into = stems if word.endswith("*") else self._whole
                    for written in _folded(word):
                        into[written] = into.get(written, 0) | _KINDS[kind]
        self._stems = stems
        self._sizes = sorted({len(stem) for stem in stems}, reverse=True)
        self._longest = max(map(len, self._whole))

    def read(self, text: str) -> _Told | None:
        """What a line's words are; None where one is not known."""
        told = _Told()
        bare = _ADDRESS.sub(" ", text)
        if len(bare) < len(text):
            told.kinds |= THINGS
        for clause in _CLAUSES.split(bare):
            kinds = self._kinds_of(clause, told)
            if kinds is None:
                return None
            if kinds:
                self._hear(kinds, told)
        return told if told.count else None

    def _hear(self, kinds: Sequence[int], told: _Told) -> None:
        told.count += len(kinds)
        for kind in kinds:
            told.kinds |= kind
        told.called = told.called or self._asks(kinds, told)

    def _asks(self, kinds: Sequence[int], told: _Told) -> bool:
        """Whether a clause asks for something where its language says so."""
        if self.language in DENSE:
            return bool(told.kinds & ASKS and not told.kinds & STATES)
        if kinds[0] & ASKS or (self.language in _VERBS_LAST and kinds[-1] & ASKS):
            return True
        return len(kinds) > 1 and bool(kinds[0] & OPENS and kinds[1] & ASKS)

    def _kinds_of(self, clause: str, told: _Told) -> list[int] | None:
        """The kinds of a clause's words, but for names; None where it holds another word."""
        words = _folded(clause)
        if self.language in DENSE:
            return self._parted("".join(words))
        found = []
        capitals: list[str] | None = None
        for at, word in enumerate(words):
            kind = FRAME if word.isdigit() else self._kind(word)
            if kind:
                found.append(kind)
                continue
            if self.language in _NO_NAMES or (not found and not told.count):
                return None
            capitals = capitals if capitals is not None else _WORD.findall(clause)
            told.names += 1
            if len(capitals) != len(words) or told.names > MAX_NAMES or not at:
                return None
            if not capitals[at][0].isupper():
                return None
        return found

    def _kind(self, word: str) -> int:
        kind = self._whole.get(word, 0) or self._begun(word)
        if kind or self.language != "ar":
            return kind
        return self._kind_of_arabic(word)

    def _begun(self, word: str) -> int:
        for size in self._sizes:
            if len(word) >= size:
                kind = self._stems.get(word[:size])
                if kind:
                    return kind
        return 0

    def _kind_of_arabic(self, word: str) -> int:
        """Of a word with what is written onto it."""
        for bare in _without_proclitics(word):
            kind = self._whole.get(bare, 0) or self._begun(bare)
            if kind:
                return kind
            for ending in _ENDINGS:
                stem = bare.removesuffix(ending)
                if stem == bare or len(stem) < 3:
                    continue
                feminine = stem[:-1] + "ة" if stem.endswith("ت") else stem
                kind = self._whole.get(stem, 0) or self._whole.get(feminine, 0)
                if kind:
                    return kind | (POINTS if ending in _OURS else 0)
        return 0

    def _parted(self, text: str) -> list[int] | None:
        """The kinds of the words of a line without spaces; None where they do not fill it."""
        ways: list[list[int] | None] = [None] * len(text) + [[]]
        for at in range(len(text) - 1, -1, -1):
            if text[at].isdigit():
                rest = ways[at + 1]
                ways[at] = None if rest is None else [FRAME, *rest]
            for end in range(min(len(text), at + self._longest), at, -1):
                rest = ways[end]
                kind = self._whole.get(text[at:end], 0) if rest is not None else 0
                if kind and rest is not None:
                    ways[at] = [kind, *rest]
                    break
        return ways[0]


_ENDINGS = ("كم", "نا", "ها", "وا", "هم", "ني", "ك", "ه", "ي")
_OURS = frozenset({"كم", "نا", "ك"})
_WORD = re.compile(r"[^\W_]+")


def _without_proclitics(word: str) -> Iterable[str]:
    """An Arabic word, and what is left of it without «and», «to», «by», «the»."""
    yield word
    bare = word[1:] if word[0] in "وف" and len(word) > 4 else word
    if bare != word:
        yield bare
    if bare.startswith("لل") and len(bare) > 4:
        yield "ال" + bare[2:]
        yield bare[2:]
    for before in ("بال", "كال", "ال", "ل", "ب", "ك"):
        if bare.startswith(before) and len(bare) > len(before) + 2:
            yield bare[len(before) :]


def _folded(text: str) -> list[str]:
    return letters(text.replace("\u200c", " "))


@cache
def _words_of(language: str) -> _Words | None:
    data = read_rules("site_words.toml")
    if language not in data or language == "any":
        return None
    return _Words(language, (data["any"], data[language]))
