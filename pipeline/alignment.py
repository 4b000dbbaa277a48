"""Whether one text is a copy of another: their words laid beside each other.

Where both have a run of three words, the texts are followed to both sides word by word, over words
that were changed, until too many differ: a span, as sequence search aligns them (the ungapped
extension of Altschul et al., 1990). A paragraph that was moved, dropped or added begins a new span.
Short spans are phrases of the trade and do not count. Of a text that a fifth was changed of, spans
cover nearly all, of an article that quotes another a part, of unrelated ones nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import comb
from operator import eq

from pipeline.copies import SEED, Words

LEAST_EQUAL = 8
"""Equal words of a span that counts: stock phrases of news have up to seven."""
GIVE_UP = 5
"""How far the sum of equal words less changed ones falls before a span ends."""
_PLACES = 8
"""Places of one run in a text that are tried."""
_UNLIKELY = 0.005
"""The chance below which numbers were not changed as the words were (see `_other_numbers`)."""
_CHANGED = 0.05
"""The share of numbers that is taken to be changed in any copy."""
_BETWEEN = 8
"""Words between two spans, at most, whose numbers are held against each other."""


@dataclass(frozen=True, slots=True)
class Span:
    """Words of two texts that lie beside each other: where they begin, and how many."""

    at: int
    other_at: int
    length: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two texts laid beside each other.

    `covered` and `other_covered` hold the places of the words in spans, `words` and `other_words`
    the number of those that count, `equal` the number of equal words in spans. `is_ending` is
    True where they share one thing, an unchanged ending. `same_numbers` is False where the texts
    are of one form, filled in with other numbers.
    """

    covered: frozenset[int]
    other_covered: frozenset[int]
    words: int
    other_words: int
    equal: int
    is_ending: bool
    same_numbers: bool

    @property
    def shared(self) -> float:
        """The share (0 to 1) of the shorter text's words that the other has too."""
        if self.words <= self.other_words:
            return len(self.covered) / self.words if self.words else 0.0
        return len(self.other_covered) / self.other_words if self.other_words else 0.0


def align(one: Words, other: Words, common: frozenset[str] = frozenset()) -> Alignment:
    """Lays two texts beside each other; words in `common` runs, of boilerplate, do not count."""
    spans = list(_spans(one, other))
    covered = {at for span in spans for at in range(span.at, span.at + span.length)}
    other_covered = {
        at for span in spans for at in range(span.other_at, span.other_at + span.length)
    }
    left_out, other_left_out = _places(one, common), _places(other, common)
    return Alignment(
        frozenset(covered - left_out),
        frozenset(other_covered - other_left_out),
        len(one) - len(left_out),
        len(other) - len(other_left_out),
        sum(_equal(one, other, span) for span in spans),
        len(spans) == 1 and _is_ending(one, other, spans[0]),
        not _other_numbers(one, other, spans),
    )


def _is_ending(one: Words, other: Words, span: Span) -> bool:
    behind = max(len(one) - span.at, len(other) - span.other_at) - span.length
    return behind < SEED and _equal(one, other, span) == span.length


def _equal(one: Words, other: Words, span: Span) -> int:
    mine = one.in_order[span.at : span.at + span.length]
    theirs = other.in_order[span.other_at : span.other_at + span.length]
    return sum(map(eq, mine, theirs))


def _spans(one: Words, other: Words) -> Iterator[Span]:
    """The spans in the order of `one`; none begins within another."""
    places: dict[str, list[int]] = {}
    for at, run in enumerate(other.runs):
        places.setdefault(run, []).append(at)
    free = 0
    for at, run in enumerate(one.runs):
        if at < free or run not in places:
            continue
        best: tuple[int, Span] | None = None
        for there in places[run][:_PLACES]:
            equal, span = _extended(one.in_order, other.in_order, at, there, free)
            if best is None or equal > best[0]:
                best = equal, span
        if best is not None and best[0] >= LEAST_EQUAL:
            yield best[1]
            free = best[1].at + best[1].length


def _extended(
    one: tuple[str, ...], other: tuple[str, ...], at: int, there: int, free: int
) -> tuple[int, Span]:
    """The span around a run at `at` and `there`, not before `free`, and its equal words."""
    score = best = right = equal_right = equal = 0
    for step in range(SEED, min(len(one) - at, len(other) - there)):
        if one[at + step] == other[there + step]:
            score, equal = score + 1, equal + 1
            if score >= best:
                best, right, equal_right = score, step + 1 - SEED, equal
        else:
            score -= 1
            if score < best - GIVE_UP:
                break
    score = best = left = equal_left = equal = 0
    for step in range(1, min(at - free, there) + 1):
        if one[at - step] == other[there - step]:
            score, equal = score + 1, equal + 1
            if score >= best:
                best, left, equal_left = score, step, equal
        else:
            score -= 1
            if score < best - GIVE_UP:
                break
    return SEED + equal_right + equal_left, Span(at - left, there - left, left + SEED + right)


def _places(words: Words, runs: frozenset[str]) -> set[int]:
    if not runs:
        return set()
    return {
        place for at, run in enumerate(words.runs) if run in runs for place in range(at, at + SEED)
    }


def _other_numbers(one: Words, other: Words, spans: Sequence[Span]) -> bool:
    """Whether the numbers differ far more than the words around them: a form filled in anew.

    Whoever changes words changes a number as often as any word, and mostly not into a number; a
    bulletin of scores, rates or temperatures has the words of the day before and other numbers.
    Given the share of changed words, the chance that so few numbers are equal is that of a binomial
    distribution.
    """
    words = equal_words = 0
    numbers: list[bool] = []
    for span in spans:
        mine = one.in_order[span.at : span.at + span.length]
        theirs = other.in_order[span.other_at : span.other_at + span.length]
        for are_numbers, run in groupby(zip(mine, theirs, strict=True), key=_are_numbers):
            equal = [word == its for word, its in run]
            if are_numbers:  # 3.5 is two words and one number
                numbers.append(all(equal))
            else:
                words += len(equal)
                equal_words += sum(equal)
    for before, span in pairwise(spans):
        mine = one.in_order[before.at + before.length : span.at]
        theirs = other.in_order[before.other_at + before.length : span.other_at]
        if max(len(mine), len(theirs)) <= _BETWEEN:
            said, its_said = [[w for w in each if w.isdigit()] for each in (mine, theirs)]
            if said and its_said:
                numbers.append(said == its_said)
    equal_numbers = sum(numbers)
    if not numbers or equal_numbers * 2 >= len(numbers):
        return False
    kept = equal_words / words * (1 - _CHANGED)
    chance = sum(
        comb(len(numbers), n) * kept**n * (1 - kept) ** (len(numbers) - n)
        for n in range(equal_numbers + 1)
    )
    return chance < _UNLIKELY


def _are_numbers(pair: tuple[str, str]) -> bool:
    return pair[0].isdigit() and pair[1].isdigit()
