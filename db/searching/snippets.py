"""The part of a text that shows why it was found, as it was written, and the places to mark."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, compress, count, islice

from db.searching.match import uses_stems, variants
from db.searching.query import Query
from pipeline.words.folding import places_of_runs, runs, stem, stem_of_text
from pipeline.words.spelling import LAST_LETTERS, letters, unified
from pipeline.words.unspaced import has_unspaced

_SPACE = re.compile(r"\s")
_LENGTH = 32
"""Words of a snippet: about two lines."""
_LEAD = 6
"""Words of it before the first that was found."""
_LETTERS_A_WORD = 3
"""Letters as which a word counts in scripts that put no blanks between words."""
_KEPT = 2
"""First letters of a stem that stand in a row in every Arabic word it is the stem of: stemming
takes off what is written onto a word, and changes what is left at its end."""
_NOT_ARABIC = r"[^\n\u0621-\u064a\u066e-\u06d3\u06fa-\u06ff]"
"""A word with such a letter may have any stem."""
_LOOKED_AT = 40_000
"""Characters of a text that are searched for a snippet. Only live blogs are longer."""
_WINDOW = 60
"""Characters around letters that stand without blanks among which the snippet lies."""
_HITS = 30
"""Places of such letters that are looked at."""


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
        unspaced: set[str] = set()
        apart: set[tuple[str, ...]] = set()
        for term in (term for group in query.groups for term in group):
            if term.unspaced:
                unspaced.update(term.unspaced)
                continue
            for variant in variants(term):
                if term.prefix:
                    prefixes.add(variant[-1])
                    exact.update(variant[:-1])
                else:
                    exact.update(variant)
            if uses_stems(term):
                stems.update(*term.stems)
                apart.update(term.spelled_stems)
        self._apart = {each[0]: [one for one in apart if one[0] == each[0]] for each in apart}
        alone = {*stems, *map(stem, exact)}
        self._parts = {
            part
            for part in chain(*apart)
            if part not in alone and not part.startswith(tuple(prefixes))
        }
        stems.update(*apart)
        self._words, self._stems, self._prefixes = exact, stems, tuple(sorted(prefixes))
        self._unspaced = tuple(sorted(unspaced, key=len))
        kept = {each[:_KEPT] for each in stems}
        ways = (
            rf".*?(?:{_any((_NOT_ARABIC, *kept))}).*",
            f"(?:{_any(exact)})$",
            f"(?:{_any(prefixes)}).*",
        )
        self._worth_stemming = re.compile(f"^(?:{'|'.join(ways)})", re.M)
        self._known: defaultdict[str | None, dict[str, str | None]] = defaultdict(dict)

    def window(self, text: str) -> tuple[int, int]:
        """The part of a text that is worth a look: around where most of the different wanted
        letters that stand without blanks are close together; else its beginning."""
        hits = sorted(
            (found.start(), wanted)
            for wanted in self._unspaced
            for found in islice(re.finditer(re.escape(wanted), text), _HITS)
        )
        if not hits:
            return 0, min(len(text), _LOOKED_AT)
        closeness = [
            len({wanted for at, wanted in hits[number : number + _HITS] if at < first + _WINDOW})
            for number, (first, _) in enumerate(hits)
        ]
        first = hits[closeness.index(max(closeness))][0]
        return max(0, first - _WINDOW), min(len(text), first + 2 * _WINDOW)

    def stems_and_places(
        self, text: str, language: str | None
    ) -> tuple[list[str | None], Iterable[tuple[int, int]]]:
        """Of each stretch of a text the stem of the wanted word in it, or the wanted letters that
        stand without blanks and of which it is part, None where it holds none; and its place."""
        if not self._unspaced or not has_unspaced(text):
            return self._whole(self.stems_in(runs(text), language)), places_of_runs(text)
        places = list(places_of_runs(text))
        parts = [text[start:end] for start, end in places]
        found = self._whole(self.stems_in(parts, language))
        joined, owners = _joined(parts, places)
        for wanted in self._unspaced:
            at = joined.find(wanted)
            while at >= 0:
                end = at + len(wanted)
                for number in range(owners[at], owners[end - 1] + 1):
                    found[number] = wanted
                at = joined.find(wanted, end)
        return found, places

    def stems_in(self, runs: Sequence[str], language: str | None = None) -> list[str | None]:
        """Of each stretch of a text in a language (ISO 639-1) the stem of the wanted word in it,
        None where it holds none.

        To stem an Arabic word costs ten times what a look at its letters does, and most words of a
        text have not those of a wanted one.
        """
        if not (self._words or self._stems or self._prefixes):
            return [None] * len(runs)
        known = self._known[language]
        new = list(set(runs).difference(known))
        lines = unified("\n".join(new))
        worth = set(self._worth_stemming.findall(lines))
        held = {line: self._stem_in(line, language) for line in worth}
        known.update(zip(new, map(held.get, lines.split("\n")), strict=False))
        return [known[run] for run in runs]

    def _whole(self, stems: list[str | None]) -> list[str | None]:
        """The stems without those that are wanted only beside others and stand alone: «base», where
        «database» is looked for, which may be written «data base»."""
        if not self._parts:
            return stems
        beside = set[int]()
        for at in compress(count(), stems):
            for phrase in self._apart.get(stems[at] or "", ()):
                if tuple(stems[at : at + len(phrase)]) == phrase:
                    beside.update(range(at, at + len(phrase)))
        return [
            None if each in self._parts and at not in beside else each
            for at, each in enumerate(stems)
        ]

    def _stem_in(self, line: str, language: str | None) -> str | None:
        for word in letters(line):
            folded, found = word.translate(LAST_LETTERS), stem_of_text(word, language)
            if folded in self._words or found in self._stems:
                return found
            if self._prefixes and folded.startswith(self._prefixes):
                return found
        return None


def _any(words: Iterable[str]) -> str:
    """A pattern for words that are folded in all but their last step; for none if there is none."""
    return "|".join(words).replace("ه", "[هة]") or "(?!)"


def _joined(runs: Sequence[str], places: Sequence[tuple[int, int]]) -> tuple[str, list[int]]:
    """The stretches of a text, folded and joined where nothing stands between them, and of each
    letter of that the number of its stretch."""
    parts: list[str] = []
    owners: list[int] = []
    last = 0
    folded = unified("\n".join(runs)).translate(LAST_LETTERS).split("\n")
    for number, (part, (start, end)) in enumerate(zip(folded, places, strict=True)):
        between = " " if start > last else ""
        held = between + part.replace(" ", "")
        parts.append(held)
        owners += [number] * len(held)
        last = end
    return "".join(parts), owners


def marked(text: str, wanted: Wanted, language: str | None = None) -> Marked:
    """A whole text in a language (ISO 639-1), such as a title, with its marks."""
    stems, places = wanted.stems_and_places(text, language)
    return Marked(text, _marks(places, stems))


def _marks(
    places: Iterable[tuple[int, int]], stems: Iterable[str | None]
) -> tuple[tuple[int, int], ...]:
    """The places of what was found; letters that stand without blanks are marked as one."""
    found: list[tuple[int, int]] = []
    for start, end in compress(places, stems):
        if found and found[-1][1] == start:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)


def snippet(text: str, wanted: Wanted, language: str | None = None) -> Marked:
    """The stretch of a text in a language (ISO 639-1) in which most of the different words stand,
    the first of several.

    Its beginning where none does. Line breaks become blanks; «…» stands where the text goes on.
    """
    from_, to = wanted.window(text)
    beginning = text[from_:to]
    stems, places = wanted.stems_and_places(beginning, language)
    if not stems:
        return Marked("", ())
    a_word = _LETTERS_A_WORD if 2 * len(stems) > len(beginning) else 1
    length, lead = _LENGTH * a_word, _LEAD * a_word
    start = _best_start(stems, length, lead)
    stretch = list(islice(places, start, start + length))
    first = 0 if start == 0 else stretch[0][0]
    last = len(beginning) if start + length >= len(stems) else stretch[-1][1]
    before = "" if from_ + first == 0 else "… "
    after = "" if from_ + last >= len(text) else " …"
    shown = _SPACE.sub(" ", beginning[first:last])
    shift = len(before) - first
    marks = tuple((begin + shift, end + shift) for begin, end in _marks(stretch, stems[start:]))
    return Marked(before + shown.rstrip() + after, marks)


def _best_start(stems: Sequence[str | None], length: int, lead: int) -> int:
    """The place some words before the first find of the stretch that has most different ones."""
    hits = [(at, stem) for at, stem in enumerate(stems) if stem]
    best, best_score = 0, 0
    for number, (hit, _) in enumerate(hits):
        reach = hit + length - lead
        score = len({stem for at, stem in hits[number : number + length] if at < reach})
        if score > best_score:
            best, best_score = max(0, hit - lead), score
    return best
