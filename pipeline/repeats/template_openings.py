"""Templates of sentences that stand above a text and speak of it, or take leave below it.

Reports begin alike, «A quake of 5.1 shook …», and so does what a site says of each: «A summary by a
machine, read by an editor: …». What a report begins with, the rest of it speaks of again; and who
writes «In this article we …» speaks of his matter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from pipeline.fingerprints import skeleton
from pipeline.lines.foreign import size_of
from pipeline.lines.speaking import points_here
from pipeline.patterns.rule_files import read_rules
from pipeline.records import ShortLine
from pipeline.repeats.template_marks import AT_END, AT_START, OPENING, SENTENCE

MIN_OPENING, MIN_LAST = 5, 2
"""Words of a template, and those of them behind what fills it."""
OPENING_SHARE = 0.5
FOREIGN_SHARE = 0.6
"""The least share of its longer words that the article must not say again."""
MIN_TOLD_LETTERS = 4


def opening_marks(
    line: ShortLine,
    other: ShortLine,
    runs: Sequence[Sequence[str]],
    longest: int,
    language: str | None,
) -> Iterator[str]:
    """The marks of templates above a text that two lines may be of. `language` is the article's."""
    if not line.place == other.place == AT_START:
        return
    words = [word for run in runs for word in run]
    if line.mark != SENTENCE or not other.words[0] == line.words[0] == words[0]:
        return
    is_filled = line.words == other.words or (len(runs) > 1 and size_of(runs[-1]) >= MIN_LAST)
    if not is_filled or size_of(words) < MIN_OPENING or len(words) < longest * OPENING_SHARE:
        return
    told = [word for word in words if len(word) >= MIN_TOLD_LETTERS]
    foreign = sum(word in line.foreign for word in told)
    is_foreign = foreign >= len(told) * FOREIGN_SHARE
    if is_foreign and _names_a_text(words) and not points_here(words, language):
        yield OPENING


def may_open(line: ShortLine) -> bool:
    """Whether a line is of the kind that such templates are of."""
    return line.place == AT_START and line.mark == SENTENCE


def _names_a_text(words: Sequence[str]) -> bool:
    """Whether a site's word for a written text is among some."""
    names = _names_of_texts()
    return not names.isdisjoint(words) or not names.isdisjoint(map("".join, pairwise(words)))


@cache
def _names_of_texts() -> frozenset[str]:
    return frozenset(map(skeleton, read_rules("summaries.toml")["texts"]))


MIN_CLOSING, CLOSING_SHARE, MIN_FOREIGN = 7, 0.75, 0.75
"""Words of a last sentence's template, their share of its words, and how many of those that are no
particles its text must have nowhere else."""


def closes(line: ShortLine, other: ShortLine, words: Sequence[str], longest: int) -> bool:
    """Whether two last sentences are alike but for little, and tell nothing that their texts do."""
    if not (line.mark == SENTENCE and line.place == other.place == AT_END):
        return False
    if line.words == other.words:
        return False  # a sentence in the same words is not known by what changes in it
    if size_of(words) < MIN_CLOSING or len(words) < longest * CLOSING_SHARE:
        return False
    told = [word for word in words if len(word) >= MIN_TOLD_LETTERS]
    return all(
        len(each.foreign.intersection(told)) >= len(told) * MIN_FOREIGN for each in (line, other)
    )
