"""A rule's pattern: how its lines begin and what they hold is told before it is compiled.

There are some four thousand patterns, and a page needs few of them: most are never compiled.
"""

from __future__ import annotations

import re
from functools import cache, cached_property

from pipeline.patterns.rule_starts import beginnings
from pipeline.patterns.rule_words import words_of_pattern


class LinePattern:
    """A pattern of whole lines, whatever their case; `of_source` makes each only once."""

    def __init__(self, source: str) -> None:
        self.source = source

    @cached_property
    def begins(self) -> frozenset[str] | None:
        """The folded beginnings of all lines that match; None where a line may begin anyhow."""
        return beginnings(self.source)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Of these each matching line holds one, in the form of `folded_line`; empty where nothing
        is sure."""
        return tuple(words_of_pattern(self.source))

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(self.source, re.IGNORECASE | re.DOTALL)

    def matches(self, text: str, low: str) -> bool:
        """Whether a line matches; `low` is the same line in the form of `folded_line`."""
        if self.words:
            for word in self.words:  # a generator would take longer than the words
                if word in low:
                    break
            else:
                return False
        return self.compiled.fullmatch(text) is not None


of_source = cache(LinePattern)
