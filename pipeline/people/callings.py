"""What guests who write do, and lines that tell what somebody does and name nobody."""

from __future__ import annotations

import re

from pipeline.patterns.word_patterns import WordPattern
from pipeline.people.byline_words import any_of, words

_CALLING = WordPattern(rf"(?:\S+\s){{0,2}}(?:{any_of(words('callings'))})(?!\w)", re.IGNORECASE)
_ROLE_SOON = WordPattern(
    rf"(?:[^\s,،;:]+\s){{0,3}}(?:{any_of([*words('roles'), *words('callings')])})(?!\w)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"(?:an?|the|une?|una?|el|la|il|lo|uma?|eine?|een|en|ett|et)\s", re.IGNORECASE
)
_OF_ONE = any_of(word for word in words("roles") if "\u0621" <= word[0] <= "\u064a")
_JOB_ALONE = WordPattern(rf"(?:{_OF_ONE})(?:\s+و(?:{_OF_ONE}))*(?:\s+[\u0621-\u064a]{{2,}}ي[ةه]?)?")


def begins_with_calling(text: str) -> bool:
    """Whether a text begins with what a guest who writes does, two words before it at most:
    «Associate Professor of Law»."""
    return _CALLING.match(text) is not None


def tells_role_soon(text: str) -> bool:
    """Whether a text that begins small or with an article tells a role or a calling behind three
    words at most: «a freelance journalist in Leeds»."""
    begins = text[:1].islower() or _ARTICLE.match(text) is not None
    return begins and _ROLE_SOON.match(text) is not None


def is_arabic_job_alone(text: str) -> bool:
    """Whether a line is what somebody does and whence they are, and no name: «كاتب وباحث يمني»."""
    return _JOB_ALONE.fullmatch(text) is not None
