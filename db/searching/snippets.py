"""The part of a text that shows why it was found, as it was written, and the places to mark."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import compress, islice

from db.searching.match import uses_stems, variants
from db.searching.query import Query
from pipeline.words.folding import places_of_runs, runs, stem
from pipeline.words.spelling import LAST_LETTERS, letters, unified

_SPACE = re.compile(r"\s")
_LENGTH = 32
"""Words of a snippet: about two lines."""
_LEAD = 6
"""Words of it before the first that was found."""
_KEPT = 2
"""First letters of a stem that stand in a row in every Arabic word it is the stem of: stemming
takes off what is written onto a word, and changes what is left at its end."""
_NOT_ARABIC = r"[^\n\u0621-\u064a\u066e-\u06d3\u06fa-\u06ff]"
"""A word with such a letter may have any stem."""
_LOOKED_AT = 40_000
"""Characters of a text that are searched for a snippet. Only live blogs are longer."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A text and the places (start, end) in it that a search found."""

    text: str
    marks: tuple[tuple[int, int], ...]


class Wanted:
    """What is to be marked: words, stems and beginnings of words.

    Remembers what it was asked, since most words of a text come again in the next.
    """

    def __init__(self, query: Query) -> None:
        exact: set[str] = set()
        stems: set[str] = set()
        prefixes: set[str] = set()
        for term in (term for group in query.groups for term in group):
            for variant in variants(term):
                if term.prefix:
                    prefixes.add(variant[-1])
                    exact.update(variant[:-1])
                else:
                    exact.update(variant)
            if uses_stems(term):
                stems.update(*term.stems, *term.spelled_stems)
        self._words, self._stems, self._prefixes = exact, stems, tuple(sorted(prefixes))
        kept = {each[:_KEPT] for each in stems}
        ways = (
            rf".*?(?:{_any((_NOT_ARABIC, *kept))}).*",
            f"(?:{_any(exact)})$",
            f"(?:{_any(prefixes)}).*",
        )
        self._worth_stemming = re.compile(f"^(?:{'|'.join(ways)})", re.M)
        self._known: dict[str, str | None] = {}

    def stems_in(self, runs: Sequence[str]) -> list[str | None]:
        """Of each stretch of text the stem of the wanted word in it, None where it holds none.

        To stem an Arabic word costs ten times what a look at its letters does, and most words of a
        text have not those of a wanted one.
        """
        new = list(set(runs).difference(self._known))
        lines = unified("\n".join(new))
        held = {line: self._stem_in(line) for line in set(self._worth_stemming.findall(lines))}
        self._known.update(zip(new, map(held.get, lines.split("\n")), strict=False))
        return [self._known[run] for run in runs]

    def _stem_in(self, line: str) -> str | None:
        for word in letters(line):
            folded, found = word.translate(LAST_LETTERS), stem(word)
            if folded in self._words or found in self._stems:
                return found
            if self._prefixes and folded.startswith(self._prefixes):
                return found
        return None


def _any(words: Iterable[str]) -> str:
    """A pattern for words that are folded in all but their last step; for none if there is none."""
    return "|".join(words).replace("ه", "[هة]") or "(?!)"


def marked(text: str, wanted: Wanted) -> Marked:
    """A whole text, such as a title, with its marks."""
    stems = wanted.stems_in(runs(text))
    return Marked(text, tuple(compress(places_of_runs(text), stems)))


def snippet(text: str, wanted: Wanted) -> Marked:
    """The stretch of a text in which most of the different words stand, the first of several.

    Its beginning where none does. Line breaks become blanks; «…» stands where the text goes on.
    """
    beginning = text[:_LOOKED_AT]
    stems = wanted.stems_in(runs(beginning))
    if not stems:
        return Marked("", ())
    start = _best_start(stems)
    stretch = list(islice(places_of_runs(beginning), start, start + _LENGTH))
    first = 0 if start == 0 else stretch[0][0]
    last = len(text) if start + _LENGTH >= len(stems) else stretch[-1][1]
    before = "" if first == 0 else "… "
    after = "" if last >= len(text) else " …"
    shown = _SPACE.sub(" ", text[first:last])
    shift = len(before) - first
    marks = tuple((begin + shift, end + shift) for begin, end in compress(stretch, stems[start:]))
    return Marked(before + shown.rstrip() + after, marks)


def _best_start(stems: Sequence[str | None]) -> int:
    """The place some words before the first find of the stretch that has most different ones."""
    hits = [(at, stem) for at, stem in enumerate(stems) if stem]
    best, best_score = 0, 0
    for number, (hit, _) in enumerate(hits):
        reach = hit + _LENGTH - _LEAD
        score = len({stem for at, stem in hits[number : number + _LENGTH] if at < reach})
        if score > best_score:
            best, best_score = max(0, hit - _LEAD), score
    return best
