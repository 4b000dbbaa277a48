"""The part of a text that shows why it was found, as it was written, and the places to mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from db.match import uses_stems, variants
from db.query import Query
from pipeline.folding import Word, words

_LENGTH = 32
"""Words of a snippet: about two lines."""
_LOOKED_AT = 40_000
"""Characters of a text that are searched for a snippet. Only live blogs are longer."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A text and the places (start, end) in it that a search found."""

    text: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """The words, stems and beginnings that are to be marked."""

    words: frozenset[str]
    stems: frozenset[str]
    prefixes: tuple[str, ...]

    def finds(self, word: Word) -> bool:
        return (
            word.folded in self.words
            or word.stem in self.stems
            or bool(self.prefixes and word.folded.startswith(self.prefixes))
        )


def wanted_words(query: Query) -> Wanted:
    """What to mark of a query: single words, those of phrases too."""
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
            stems.update(term.stems)
    return Wanted(frozenset(exact), frozenset(stems), tuple(sorted(prefixes)))


def marked(text: str, wanted: Wanted) -> Marked:
    """A whole text, such as a title, with its marks."""
    return Marked(text, _places([word for word in words(text) if wanted.finds(word)], 0))


def snippet(text: str, wanted: Wanted) -> Marked:
    """The stretch of a text in which most of the different words stand, the first of several.

    Its beginning where none does. Line breaks become blanks; «…» stands where the text goes on.
    """
    found = list(words(text[:_LOOKED_AT]))
    if not found:
        return Marked("", ())
    start = _best_start(found, [at for at, word in enumerate(found) if wanted.finds(word)])
    stretch = found[start : start + _LENGTH]
    first = 0 if start == 0 else stretch[0].start
    last = len(text) if start + _LENGTH >= len(found) else stretch[-1].end
    before = "" if first == 0 else "… "
    after = "" if last >= len(text) else " …"
    shown = "".join(" " if letter.isspace() else letter for letter in text[first:last])
    marks = _places([word for word in stretch if wanted.finds(word)], len(before) - first)
    return Marked(before + shown.rstrip() + after, marks)


def _best_start(found: Sequence[Word], hits: Sequence[int]) -> int:
    best, best_score = 0, 0
    for number, hit in enumerate(hits):
        score = len(
            {found[at].stem for at in hits[number : number + _LENGTH] if at < hit + _LENGTH - 6}
        )
        if score > best_score:
            best, best_score = max(0, hit - 6), score
    return best


def _places(found: Sequence[Word], shift: int) -> tuple[tuple[int, int], ...]:
    return tuple(dict.fromkeys((word.start + shift, word.end + shift) for word in found))
