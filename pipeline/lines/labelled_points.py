"""Points of a text that begin with a label which rules know as a template's: «Photo: sharp by day,
soft after sunset.» beside «Battery: it lasts a day and a half.»"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.page.pieces import Extracted
from pipeline.punctuation import SENTENCE_ENDS
from pipeline.text import spoken_words

_LABELLING = frozenset({"photo-credit", "source-line", "credit-line", "share", "disclosure"})
"""Kinds of rules that know what begins with a label."""
_POINT = re.compile(r"[^\W\d_][^.:：!?؟\n]{1,30}\s?[:：]\s+(?=\S)")
MAX_LINKED = 0.4
"""A point may link a word or two."""
REACH, LEAST_BESIDE, MIN_SAID_WORDS = 3, 2, 4
"""Lines above and below in which so many points stay that say as much as a sentence does."""


def give_points_back(lines: Sequence[Extracted], rules: list[str | None]) -> None:
    """A labelled sentence that a rule took stays right beside another point of the text and amid
    two and more."""
    for i, rule in enumerate(rules):
        if rule is None or rule.rpartition(":")[2] not in _LABELLING or not _is_point(lines[i]):
            continue
        near = range(max(0, i - REACH), min(len(lines), i + REACH + 1))
        beside = [at for at in near if at != i and rules[at] is None and _is_point(lines[at])]
        if len(beside) >= LEAST_BESIDE and not {i - 1, i + 1}.isdisjoint(beside):
            rules[i] = None


def _is_point(line: Extracted) -> bool:
    text = line.block.text
    label = _POINT.match(text)
    if label is None or text[-1] not in SENTENCE_ENDS or line.linked > MAX_LINKED:
        return False
    return spoken_words(text[label.end() :]) >= MIN_SAID_WORDS
