"""What the words of a line are, by the words that sites' templates are made of.

`pipeline/rules/site_words.toml` holds them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain
from typing import TypeAlias

from pipeline.lines.joined_words import kind_of_joined, kind_of_owned
from pipeline.lines.site_word_kinds import (
    ASKS,
    DEVICES,
    FRAME,
    HOUSE,
    KINDS,
    NUMBER,
    OPENS,
    POINTS,
    STATES,
    THINGS,
    WHEN,
    Told,
)
from pipeline.patterns.rule_files import read_rules
from pipeline.punctuation import COLONS, FULL_STOPS, QUESTION_MARK
from pipeline.words.spelling import letters

DENSE = frozenset({"zh", "ja"})
"""Languages that write without spaces between words. What is asked stands anywhere in theirs."""
_CLAUSES = re.compile(r"[.!?:;,|•·…–—؟،؛。!?:、,※()【】]+|\s-\s")
_RELATIVE = re.compile(r"\s*(?:die|der|das|dem|den|dessen|deren|wer|wie|wo)\s", re.IGNORECASE)
"""How a clause begins that tells of something: «Bilder, die bleiben»."""
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|https?://\S+|www\.\S+|(?<!\w)@\w+")
_STOPS = frozenset(FULL_STOPS + COLONS)
MAX_NAMES = 4
MAX_SEEN = 20_000
"""Words of which is kept what they are."""
MAX_STRANGE = 2
BEGINNING_CHARS = 48
STRANGE_AT_START = 3
"""Words of a line's beginning that are not known, names or not, up to which it is read on."""
MAX_OPENS = 3
"""Words of a clause among which what is asked stands: «please do not copy»."""
_VERBS_LAST = frozenset({"de", "nl", "tr", "fa", "ur", "ko", "hi", "ku", "ps"})
_ASKS_ANYWHERE = frozenset({"cs", "el", "uk", "pl"})
"""Languages whose imperatives are forms of their own, and stand behind what they are for."""
_NO_NAMES = frozenset({"de", "ar", "fa", "ur", "zh", "ja", "ko", "he", "hi", "ku", "ps"})
"""Languages in which a capital letter tells no name."""


_Way: TypeAlias = "tuple[int, list[int]]"
"""How many signs up to a place of a line without spaces are not known, and the words up to it."""


class Vocabulary:
    """The words of one language's sites."""

    def __init__(self, language: str, data: Iterable[dict[str, str]]) -> None:
        self.language = language
        self._whole: dict[str, int] = {}
        stems: dict[str, int] = {}
        for part in data:
            for kind, words in part.items():
                for word in words.split():
                    into = stems if word.endswith("*") else self._whole
                    for written in self._folded(word):
                        into[written] = into.get(written, 0) | KINDS[kind]
        self._whole[HOUSE] = POINTS
        self._stems = stems
        self._seen: dict[str, int] = {}
        self._sizes = sorted({len(stem) for stem in stems}, reverse=True)
        self._longest = max(map(len, self._whole))

    @property
    def asks_last(self) -> bool:
        """Whether the language asks with a sentence's last word."""
        return self.language in _VERBS_LAST - {"de", "nl"}

    def read(self, text: str) -> Told | None:
        """What a line's words are; None where more than a few are not known."""
        if self._is_strange(text):
            return None
        told = Told(asked=QUESTION_MARK.search(text) is not None, is_open=text[-1] not in _STOPS)
        told.housed = HOUSE in text
        bare = _ADDRESS.sub(" ", text)
        if len(bare) < len(text):
            told.kinds |= THINGS
        for clause in _CLAUSES.split(bare):
            kinds = self._kinds_of(clause, told)
            if kinds is None:
                return None
            if kinds:
                self._hear(kinds, told, tells=_RELATIVE.match(clause) is not None)
        return told if told.count else None

    def kinds(self, words: Sequence[str]) -> list[int]:
        """What each of some words is, without their numbers; 0 for one that is not known."""
        if self.language in DENSE:
            return self._parted("".join(words), Told()) or [0]
        return [self._kind(word) for each in words for word in self._folded(each)] or [0]

    def _folded(self, text: str) -> list[str]:
        """The words of a line in one spelling."""
        if self.language in _TONED:
            return _WORD.findall(unicodedata.normalize("NFC", text).lower())
        return letters(text.replace("\u200c", " "))

    def _is_strange(self, text: str) -> bool:
        """Whether a line begins with so many words that are not known that no more are read."""
        if self.language in DENSE:
            return False
        words = self._folded(text[:BEGINNING_CHARS])
        if words and len(text) > BEGINNING_CHARS:
            words.pop()  # it may be cut
        strange = 0
        for word in words:
            strange += not self._kind(word)
            if strange > STRANGE_AT_START:
                return True
        return False

    def _hear(self, kinds: Sequence[int], told: Told, *, tells: bool) -> None:
        """Count a clause; one that `tells` of what stands before it asks for nothing."""
        for kind in kinds:
            told.count += kind != NUMBER
            told.kinds |= kind
            told.numbers += kind == NUMBER
            told.things += bool(kind & (THINGS | DEVICES | ASKS))
        told.called = told.called or (not tells and self._asks(kinds, told))

    def _asks(self, kinds: Sequence[int], told: Told) -> bool:
        """Whether a clause asks for something where its language says so."""
        if self.language in DENSE:
            return told.is_open and bool(told.kinds & ASKS and not told.kinds & STATES)
        if self.language in _VERBS_LAST and kinds[-1] & ASKS:
            return True
        if self.language in _ASKS_ANYWHERE and told.is_open and any(kind & ASKS for kind in kinds):
            return True
        for kind in kinds[:MAX_OPENS]:
            if kind & ASKS:
                return True
            if not kind & OPENS:
                return False
        return False

    def _kinds_of(self, clause: str, told: Told) -> list[int] | None:
        """The kinds of a clause's words, but for names; None where it holds another word."""
        words = self._folded(clause)
        if self.language in DENSE:
            return self._parted("".join(words), told)
        found = []
        capitals: list[str] | None = None
        for at, word in enumerate(words):
            kind = self._kind(word)
            if kind:
                found.append(kind)
                continue
            capitals = capitals if capitals is not None else _WORD.findall(clause)
            if at and self._is_name(at, words, capitals):
                told.names += 1
            else:
                told.strange += 1
            if told.names > MAX_NAMES or told.strange > MAX_STRANGE:
                return None
        return found if told.is_open else _without_days(found)

    def _is_name(self, at: int, words: Sequence[str], capitals: Sequence[str]) -> bool:
        if self.language in _NO_NAMES or len(capitals) != len(words):
            return False
        return capitals[at][0].isupper()

    def _kind(self, word: str) -> int:
        kind = self._seen.get(word)
        if kind is None:
            if len(self._seen) >= MAX_SEEN:
                self._seen.clear()
            kind = self._seen[word] = self._look_up(word)
        return kind

    def _look_up(self, word: str) -> int:
        """What a word is, with a number before it or not; 0 where it is not known."""
        word = word.lstrip(_DIGITS)
        if not word:
            return NUMBER
        kind = self._bare(word)
        if kind:
            return kind | kind_of_owned(word, self._bare) if self.language == "ar" else kind
        if len(word) < 2 and self.language not in DENSE:
            return FRAME
        return kind_of_joined(word, self._bare, self.language)

    def _bare(self, word: str) -> int:
        return self._whole.get(word, 0) or self._begun(word)

    def _begun(self, word: str) -> int:
        for size in self._sizes:
            if len(word) >= size:
                kind = self._stems.get(word[:size])
                if kind:
                    return kind
        return 0

    def _parted(self, text: str, told: Told) -> list[int] | None:
        """The kinds of the words of a line without spaces; None where they do not fill it but for a
        few signs."""
        ways: dict[int, _Way] = {0: (0, [])}
        for at in range(len(text)):
            strange, kinds = ways.pop(at, (MAX_STRANGE + 1, []))
            if strange > MAX_STRANGE:
                if not ways:
                    return None
                continue
            self._reach(text, at, (strange, kinds), ways)
        strange, kinds = ways.get(len(text), (MAX_STRANGE + 1, []))
        told.strange += strange
        return kinds if told.strange <= MAX_STRANGE else None

    def _reach(self, text: str, at: int, so_far: _Way, ways: dict[int, _Way]) -> None:
        """Enter the places that the words lead to which begin at a place."""
        strange, kinds = so_far
        steps = [(at + 1, strange + 1, kinds)]
        if text[at].isdigit():
            steps = [(at + 1, strange, [*kinds, NUMBER])]
        for end in range(at + 1, min(len(text), at + self._longest) + 1):
            kind = self._whole.get(text[at:end], 0)
            if kind:
                steps.append((end, strange, [*kinds, kind]))
        for end, cost, words in steps:
            if end not in ways or (cost, len(words)) < (ways[end][0], len(ways[end][1])):
                ways[end] = cost, words


def _without_days(kinds: Sequence[int]) -> list[int]:
    """The kinds of a sentence's words where what points to a time, «this month», points to no
    page."""
    behind = [*kinds, 0][1:]
    days = (kind & POINTS and below & WHEN for kind, below in zip(kinds, behind, strict=True))
    return [FRAME if day else kind for kind, day in zip(kinds, days, strict=True)]


_DIGITS = "0123456789"
_WORD = re.compile(r"[^\W_]+")


_TONED = frozenset({"vi"})
"""Languages of which a word with another mark on it is another word: «giá bán», a price, is none of
«giả», false, and «bạn», you."""


_IN_OWN_FILES = frozenset({"pl", "cs", "uk", "sv", "he", "hi", "el", "vi", "ku", "ps"})
"""Languages whose words are read by none but their own pages."""
_TOLD_WITH = {**dict.fromkeys(("da", "no", "nb", "nn"), "sv"), "ck": "ku"}
"""Languages whose words are told with another's: «ckb» is Kurdish."""


@cache
def vocabulary_of(language: str) -> Vocabulary | None:
    """The words of a language's sites; None where none are known."""
    language = _TOLD_WITH.get(language, language)
    data = read_rules("site_words.toml")
    if language in _IN_OWN_FILES:
        data = data | read_rules(f"site_words_{language}.toml")
    if language not in data or language == "any":
        return None
    days = " ".join(chain(*read_rules("dates.toml")["weekdays"]))
    months = " ".join(chain(*read_rules("months.toml")["months"].get(language, ())))
    return Vocabulary(language, (data["any"], data[language], {"frame": f"{days} {months}"}))
