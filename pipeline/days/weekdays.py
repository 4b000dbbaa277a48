"""The day of the week beside a written day."""

from __future__ import annotations

from pipeline.days.words import WORDS, plain
from pipeline.patterns.late_patterns import late_pattern
from pipeline.patterns.word_patterns import any_word

REACH = 24
"""Characters beside a day among which the name of its weekday stands."""

_NUMBERS = {plain(name): number for number, names in enumerate(WORDS["weekdays"]) for name in names}
_NAME = rf"(?<!\w)({any_word(_NUMBERS)})(?!\w)"
_BEFORE = late_pattern(rf"{_NAME}\.?[\s,()|/–—-]*$")
_AFTER = late_pattern(rf"[\s,()|/–—-]*{_NAME}")


def weekday_beside(low: str, start: int, end: int) -> int | None:
    """The weekday (0 is Monday) that is named right before or after a day in plain text, which
    stands from `start` to `end`; else None."""
    found = _BEFORE.search(low[max(0, start - REACH) : start])
    found = found or _AFTER.match(low, end, end + REACH)
    return _NUMBERS[found[1]] if found else None


_ANYWHERE = late_pattern(_NAME)


def without_weekday(low: str) -> str:
    """Plain text without the names of weekdays."""
    return _ANYWHERE.sub("", low)
