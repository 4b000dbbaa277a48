"""Templates whose words begin or end a line, told by what fills their slots and where they stand.

«Presented by Acme» is filled with what its article names nowhere else. «Would you buy the Heron?
Vote now» is filled with what its article is about; it has one end as well as one beginning, or
stands below the text's last sentence, where no head stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.lines.foreign import is_foreign_beside, size_of
from pipeline.records import ShortLine
from pipeline.repeats.short_lines import MIN_FEWEST
from pipeline.repeats.template_marks import (
    BELOW,
    BELOW_BRIEF,
    BOTH_ENDS,
    BOXED,
    COUNTS,
    EXACT,
    FOREIGN,
    FOREIGN_BRIEF,
    OPEN,
    PLAIN_BRIEF,
    SENTENCE,
    TOLD,
)

FOREIGN_OR_TOLD = (FOREIGN, FOREIGN_BRIEF, TOLD)
"""Marks that say what fills a template's slot."""
FILLED = (*FOREIGN_OR_TOLD, BELOW, BELOW_BRIEF, BOTH_ENDS, BOXED, EXACT, PLAIN_BRIEF)
"""Marks of templates of which an article has one line alone."""
FILLED_SHARE, BOTH_SHARE = 0.3, 0.4
"""The least share of a line's words that are its template's, and of one with two ends."""
MIN_BOTH = 4
MIN_EXACT = 3
"""Words of a line that is no head, in the same words of which fewer articles tell."""
MIN_ASKED = 3
"""Words of a template with two ends, and of a question below a text: texts end with one too."""
MAX_BRIEFEST_WORDS = 5
MIN_LONE_LETTERS = 4
"""A shorter word that two lines share alone, between slots, is a word like «of»."""
MAX_LONE_SIGNS, MAX_BRIEFEST_SIGNS = 3, 8
"""The same of what is written without blanks between words: «编校 …»."""
MAX_CREDIT_WORDS = 6


def filled_marks(
    line: ShortLine, other: ShortLine, runs: Sequence[Sequence[str]], longest: int
) -> Iterator[str]:
    """The marks of templates with a slot that two lines may be of."""
    if line.in_list:
        return
    if line.words == other.words:
        yield from _same(line, other)
        return
    begins = line.words[0] == other.words[0] == runs[0][0]
    ends = line.words[-1] == other.words[-1] == runs[-1][-1]
    if not (begins or ends):
        return
    words = [word for run in runs for word in run]
    size, share = size_of(words), len(words) / longest
    foreign = is_foreign_beside(line.words, line.foreign, words)
    is_open = line.mark == OPEN or line.asks
    if is_open and begins and ends and size >= MIN_BOTH and share >= BOTH_SHARE:
        yield BOTH_ENDS
    is_few = size >= MIN_FEWEST and share >= FILLED_SHARE
    if line.boxed and other.boxed and is_open and is_few:
        yield BOXED
    if line.below and other.below:
        credit = foreign and not (begins and ends)
        yield from _below(line, words, size, share, credit, longest)
    if not is_open or (line.asks and not (begins and ends)):
        return
    if is_few:
        yield FOREIGN if foreign else TOLD
    elif is_lone(words, longest):
        yield FOREIGN_BRIEF if foreign else TOLD
        if line.plain and other.plain:
            yield PLAIN_BRIEF


def _same(line: ShortLine, other: ShortLine) -> Iterator[str]:
    """The marks of two lines without a slot, that are no heads by where they stand."""
    size = size_of(line.words)
    if size < MIN_FEWEST:
        return
    if line.mark == COUNTS and line.boxed and other.boxed and size >= MIN_EXACT:
        yield EXACT  # «Best price found: 17»
    if line.mark not in (OPEN, SENTENCE):
        return
    no_heads = (line.boxed and other.boxed) or (line.plain and other.plain)
    if no_heads and size >= MIN_EXACT:
        yield EXACT
    if line.mark != OPEN:
        return
    if no_heads:
        yield BOXED
    if line.below and other.below:
        yield BELOW


def _below(
    line: ShortLine,
    words: Sequence[str],
    size: float,
    share: float,
    credit: bool,
    longest: int,
) -> Iterator[str]:
    """The marks of a template that two lines may be of that stand below their texts. A sentence may
    be a `credit`, whose name is its beginning or its end: «As for Acme, it did not answer.»"""
    if line.mark == SENTENCE and not line.asks:
        may = credit and longest <= MAX_CREDIT_WORDS  # «Graphics by Jane Roe.»
    else:
        may = line.mark == OPEN or (line.asks and size >= MIN_ASKED)
    if may and size >= MIN_FEWEST and share >= FILLED_SHARE:
        yield BELOW
    elif line.mark == OPEN and is_lone(words, longest):
        yield BELOW_BRIEF


def is_lone(words: Sequence[str], longest: int) -> bool:
    """Whether two lines share one word that is none like «of», and are as short as a label."""
    if len(words) > 1:
        return size_of(words) * 2 == len(words) <= MAX_LONE_SIGNS and longest <= MAX_BRIEFEST_SIGNS
    return len(words) == 1 and longest <= MAX_BRIEFEST_WORDS and len(words[0]) >= MIN_LONE_LETTERS


def may_be_filled(line: ShortLine, mark: str) -> bool:
    """Whether a line is of the kind that a mark of such templates stands for."""
    if line.in_list or (mark in (BELOW, BELOW_BRIEF) and not line.below):
        return False
    if mark == BELOW and line.mark == SENTENCE and len(line.words) <= MAX_CREDIT_WORDS:
        return True
    if mark == EXACT and line.mark in (SENTENCE, COUNTS):
        return True
    return line.mark == OPEN or line.asks
