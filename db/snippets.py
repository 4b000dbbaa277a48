"""The part of a text that shows why it was found, as it was written, and the places to mark."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from db.match import uses_stems, variants
from db.query import Query
from pipeline.arabic import is_arabic
from pipeline.folding import runs, stem
from pipeline.spelling import LAST_LETTERS, SIGNS, letters

_SPACE = re.compile(r"\s")
_LENGTH = 32
"""Words of a snippet: about two lines."""
_LEAD = 6
"""Words of it before the first that was found."""
_KEPT = 2
"""First letters of a stem that stand in a row in every Arabic word it is the stem of: stemming
takes off what is written onto a word, and changes what is left at its end."""
_LOOKED_AT = 40_000
"""Characters of a text that are searched for a snippet. Only live blogs are longer."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A text and the places (start, end) in it that a search found."""

    text: str
    marks: tuple[tuple[int, int], ...]


class Wanted(dict[str, str | None]):
    """What is to be marked: words, stems and beginnings of words.

    Maps a stretch of text to the stem of the wanted word in it, None where it holds none; it
    grows as it is asked, since most words of a text come again in the next.
    """

    def __init__(self, query: Query) -> None:
        super().__init__()
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
        self._beginnings = {each[:_KEPT].translate(LAST_LETTERS) for each in stems}
        wanted = {each[:_KEPT] for each in (*exact, *prefixes)} | self._beginnings
        self._worth_folding = re.compile("|".join((_other_letter(), *map(_as_written, wanted))))

    def __missing__(self, run: str) -> str | None:
        found = None
        if self._worth_folding.search(run):
            found = next(filter(None, map(self._stem_of, letters(run))), None)
        self[run] = found
        return found

    def _stem_of(self, word: str) -> str | None:
        """The word's stem where it is wanted. To stem an Arabic word costs ten times what a look at
        its letters does, and most words of a text have not those of a wanted stem."""
        folded = word.translate(LAST_LETTERS)
        if folded in self._words or (self._prefixes and folded.startswith(self._prefixes)):
            return stem(word)
        if is_arabic(word) and not any(each in folded for each in self._beginnings):
            return None
        found = stem(word)
        return found if found in self._stems else None


def _as_written(folded: str) -> str:
    """A pattern for the ways in which folded letters of the Arabic block are written."""
    written = _ways_to_write()
    return f"{SIGNS}*".join(f"[{written.get(letter, letter)}]" for letter in folded)


@cache
def _other_letter() -> str:
    """A pattern for a letter whose ways to be written are not known here."""
    return f"(?!{SIGNS})[^{''.join(_ways_to_write().values())}]"


@cache
def _ways_to_write() -> dict[str, str]:
    """The letters and digits of the Arabic block by the one letter that they are folded to."""
    found: defaultdict[str, str] = defaultdict(str)
    for letter in map(chr, range(0x600, 0x700)):
        folded = "".join(letters(letter)).translate(LAST_LETTERS)
        if len(folded) == 1:
            found[folded] += letter
    found["و"] += "ئ"  # before another waw
    return found


def marked(text: str, wanted: Wanted) -> Marked:
    """A whole text, such as a title, with its marks."""
    return Marked(text, tuple(run.span() for run in runs(text) if wanted[run.group()]))


def snippet(text: str, wanted: Wanted) -> Marked:
    """The stretch of a text in which most of the different words stand, the first of several.

    Its beginning where none does. Line breaks become blanks; «…» stands where the text goes on.
    """
    found = list(runs(text[:_LOOKED_AT]))
    if not found:
        return Marked("", ())
    stems = [wanted[run.group()] for run in found]
    start = _best_start(stems)
    stretch = found[start : start + _LENGTH]
    first = 0 if start == 0 else stretch[0].start()
    last = len(text) if start + _LENGTH >= len(found) else stretch[-1].end()
    before = "" if first == 0 else "… "
    after = "" if last >= len(text) else " …"
    shown = _SPACE.sub(" ", text[first:last])
    shift = len(before) - first
    marks = tuple(
        (run.start() + shift, run.end() + shift)
        for run, stem in zip(stretch, stems[start:], strict=False)
        if stem is not None
    )
    return Marked(before + shown.rstrip() + after, marks)


def _best_start(stems: Sequence[str | None]) -> int:
    """The place some words before the first find of the stretch that has most different ones."""
    hits = [(at, stem) for at, stem in enumerate(stems) if stem is not None]
    best, best_score = 0, 0
    for number, (hit, _) in enumerate(hits):
        reach = hit + _LENGTH - _LEAD
        score = len({stem for at, stem in hits[number : number + _LENGTH] if at < reach})
        if score > best_score:
            best, best_score = max(0, hit - _LEAD), score
    return best
