"""Patterns of many words, as trees of their letters.

A list of alternatives is tried one after the other at each place of a text. Where words that begin
alike share their beginnings, what does not begin like any of them is passed over at once: lists
of some hundred words are matched five times as fast.

To compile some hundred words takes longer than to read a page: it is done when a text first asks
for it. Words may be written with their vowels: such a text is read without them, and what is found
is told by its places in the text as it stands.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial
from itertools import compress, count, groupby, islice
from typing import cast

from pipeline.patterns.compiling import compiled
from pipeline.patterns.late_patterns import asked_as

VOWEL = re.compile("[\u064b-\u0652]")
"""A vowel sign of Arabic, which most words do without."""
_VOWELS = frozenset(map(chr, range(0x064B, 0x0653)))
_GROUP = re.compile(r"\\(\d)")
_ARABIC = re.compile("[\u0620-\u064a]")


class WordPattern:
    """A pattern that is compiled when it is first asked. It is asked like one of `re`, and where it
    has Arabic words it passes over the vowels of what it reads."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.source = pattern
        self._flags = flags

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        if text.isascii():  # as most texts are, in what is asked most often
            return self._compiled.match(text, start)
        bare = self._bare(text)
        if bare is None:
            return self._compiled.match(text, start)
        return bare.found(self._compiled.match(bare.text, bisect_left(bare.places, start)))

    def fullmatch(self, text: str) -> re.Match[str] | None:
        bare = self._bare(text)
        if bare is None:
            return self._compiled.fullmatch(text)
        return bare.found(self._compiled.fullmatch(bare.text))

    def search(self, text: str) -> re.Match[str] | None:
        bare = self._bare(text)
        if bare is None:
            return self._compiled.search(text)
        return bare.found(self._compiled.search(bare.text))

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        bare = self._bare(text)
        if bare is None:
            return self._compiled.finditer(text)
        return bare.all_of(self._compiled)

    def split(self, text: str, maxsplit: int = 0) -> list[str]:
        bare = self._bare(text)
        if bare is None:
            return self._compiled.split(text, maxsplit)
        found = islice(bare.all_of(self._compiled), maxsplit or None)
        return _parted(text, found, lambda match: match.groups())

    def sub(self, by: str, text: str) -> str:
        """`by` may name groups by their numbers."""
        bare = self._bare(text)
        if bare is None:
            return self._compiled.sub(by, text)
        found = bare.all_of(self._compiled)
        return "".join(_parted(text, found, lambda match: [_GROUP.sub(partial(_held, match), by)]))

    def _bare(self, text: str) -> _Bare | None:
        """A text without its vowels, or None where there is nothing to pass over."""
        if not self._minds_vowels:
            vars(self).update(asked_as(self._compiled))
            return None
        return _Bare(text) if not text.isascii() and VOWEL.search(text) else None

    @cached_property
    def _minds_vowels(self) -> bool:
        return _ARABIC.search(self.source) is not None

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return compiled(self.source, self._flags)


class _Bare:
    """A text without its vowels, and the place that each of its characters had, and its end."""

    def __init__(self, text: str) -> None:
        is_kept = [character not in _VOWELS for character in text]
        self.whole = text
        self.text = "".join(compress(text, is_kept))
        self.places = [*compress(count(), is_kept), len(text)]

    def all_of(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        return filter(None, map(self.found, pattern.finditer(self.text)))

    def found(self, match: re.Match[str] | None) -> re.Match[str] | None:
        return match and cast(re.Match[str], _Found(match, self))


class _Found:
    """What was found in a text without its vowels, told by its places in the text as it stands: it
    is asked like a match of `re`. Behind its last letter it has the vowels too."""

    def __init__(self, match: re.Match[str], bare: _Bare) -> None:
        self._match = match
        self._places = bare.places
        self.string = bare.whole
        self.re = match.re
        self.lastindex = match.lastindex

    def start(self, group: int | str = 0) -> int:
        return self.span(group)[0]

    def end(self, group: int | str = 0) -> int:
        return self.span(group)[1]

    def span(self, group: int | str = 0) -> tuple[int, int]:
        start, end = self._match.span(group)
        return (self._places[start], self._places[end]) if start >= 0 else (-1, -1)

    def __getitem__(self, group: int | str) -> str | None:
        start, end = self.span(group)
        return self.string[start:end] if start >= 0 else None

    def group(self, *groups: int | str) -> str | tuple[str | None, ...] | None:
        if len(groups) > 1:
            return tuple(map(self.__getitem__, groups))
        return self[groups[0] if groups else 0]

    def groups(self) -> tuple[str | None, ...]:
        return tuple(map(self.__getitem__, range(1, self._match.re.groups + 1)))


def _parted(
    text: str,
    found: Iterable[re.Match[str]],
    between: Callable[[re.Match[str]], Iterable[str]],
) -> list[str]:
    """What stands before, between and behind what is found in a text, with what each leaves."""
    parts, start = [], 0
    for match in found:
        parts += [text[start : match.start()], *between(match)]
        start = match.end()
    return [*parts, text[start:]]


def _held(match: re.Match[str], group: re.Match[str]) -> str:
    """What the group holds that is named in place of what is found."""
    return match[int(group[1])] or ""


def any_word(words: Iterable[str]) -> str:
    """A pattern of any of some words, of two that begin alike the longer first; to be set in a
    group.

    Words of many languages begin with some two hundred letters, and `re` tries one after the other:
    a letter is held against those of its own script alone.
    """
    by_script = groupby(sorted({*words} - {""}), _script_of)
    groups = [(script, _branches([*some], 0)) for script, some in by_script]
    if len(groups) == 1:
        return "|".join(groups[0][1])
    return "|".join(_of_script(script, branches) for script, branches in groups)


_SCRIPTS = (
    ("\x80", r"[\x00-\x7f]"),
    ("\u0370", r"[\x80-\u036f]"),
    ("\u0590", r"[\u0370-\u058f]"),
    ("\u0900", r"[\u0590-\u08ff]"),
)
"""Where the letters of some scripts end, and a pattern of them: Latin, with and without marks,
Greek and Cyrillic, Arabic and Hebrew. As escapes they are no words of a pattern."""
_OTHERS = r"[^\x00-\u08ff]"
LEAST_OF_SCRIPT = 4
"""Beginnings that are worth a look at the script before them."""


def _script_of(word: str) -> str:
    first = word[0].lower()[0]  # a pattern may be asked of letters in any case
    return next((script for end, script in _SCRIPTS if first < end), _OTHERS)


def _of_script(script: str, branches: Sequence[str]) -> str:
    whole = "|".join(branches)
    return whole if len(branches) < LEAST_OF_SCRIPT else f"(?={script})(?:{whole})"


def _branches(words: Sequence[str], at: int) -> list[str]:
    """A pattern for each character that some words have at a place; all are longer, sorted, and
    alike before it."""
    found, start = [], 0
    while start < len(words):
        first = words[start]
        end = start + 1
        while end < len(words) and words[end][at] == first[at]:
            end += 1
        last, alike = words[end - 1], at + 1
        while first[alike : alike + 1] == last[alike : alike + 1] != "":
            alike += 1
        found.append(re.escape(first[at:alike]) + _rest(words[start:end], alike))
        start = end
    return found


def _rest(words: Sequence[str], at: int) -> str:
    """A pattern of what follows a beginning that words have in common and that ends at a place."""
    ends = len(words[0]) == at
    branches = _branches(words[1:] if ends else words, at)
    return f"(?:{'|'.join(branches)})" + ("?" if ends else "") if branches else ""
