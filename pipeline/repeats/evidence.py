"""On how many of a source's articles what a line is known by must be, to be called repeated.

Two numbers each: articles, and the share of the recent ones. What a line is known by ends with a
mark of what kind of evidence it is (`repeats.line_keys`, `repeats.template_marks`).
"""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.lines.tails import TAILED
from pipeline.repeats.counted_sentences import BARELY, COUNTED
from pipeline.repeats.head_keys import ABOVE, ABOVE_ONE
from pipeline.repeats.house_keys import OF_HOUSE
from pipeline.repeats.last_sentences import ADDED
from pipeline.repeats.line_keys import DATED, FRAME, ON_ALL, SIGNED, SPOKEN
from pipeline.repeats.number_keys import ALONE, COUNTER, COUNTER_BELOW, LABELLED
from pipeline.repeats.question_keys import ASKED
from pipeline.repeats.small_parts import SMALL
from pipeline.repeats.template_marks import LEAST_SHARES
from pipeline.repeats.templates import is_key

Least = tuple[int, float]

PLAIN: Least = (3, 0.2)
"""Of a line in the very same words, or of a short one without its numbers at an edge."""
FRAMED: Least = (4, 0.5)
"""Of last lines of which only beginning and end are alike, and of lines of a template below a text,
whatever they are: a template's are on all."""
_BY_MARK: Mapping[str, Least] = {
    ":": (3, 0.0),  # the label before titles of other articles
    ABOVE: (2, 0.0),
    ABOVE_ONE: (4, 0.1),
    OF_HOUSE: (2, 0.03),
    SPOKEN: (3, 0.03),
    ASKED: (3, 0.05),
    SMALL: (2, 0.05),
    DATED: (3, 0.08),
    COUNTER_BELOW: (3, 0.08),
    COUNTER: (4, 0.12),
    BARELY: (5, 0.3),
    COUNTED: (3, 0.08),
    ADDED: (4, 0.5),
    SIGNED: (4, 0.4),  # the place of authors
    ALONE: (5, 0.4),
    LABELLED: (5, 0.8),
    ON_ALL: (5, 0.8),
}
"""The longer of two marks that end alike stands first."""


def least_of(line: str) -> Least:
    """Articles, and their share of the recent ones, on which what a line is known by must be."""
    if is_key(line):
        return LEAST_SHARES[line[-1]]
    if line == TAILED or FRAME in line:
        return FRAMED
    return next((least for mark, least in _BY_MARK.items() if line.endswith(mark)), PLAIN)
