"""What a line quotes: names of things, or what somebody says."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.patterns.late_patterns import late_pattern
from pipeline.punctuation import OPENING_QUOTES, QUOTATION_MARKS

MARKS = frozenset(QUOTATION_MARKS)
_OPENS = frozenset(OPENING_QUOTES)
_NAMED = late_pattern(
    rf"[\"“„«「『]\s?[^\W\d_][^{QUOTATION_MARKS}.!?,;:؟،؛。、！？，]{{0,28}}?\s?[\"”“»」』]"
)
MAX_NAME_WORDS, MAX_NAME_SIGNS = 3, 8
"""Words of a name, and signs of one in a script without blanks between words. What is said has
more, or the line says who says it."""


@lru_cache(maxsize=2_000)
def without_names(text: str) -> str:
    """A line without the names that it quotes, as a house calls its letter or its show: «Join the
    readers of “Morning Brief”». A line that quotes what somebody says keeps its marks."""
    if MARKS.isdisjoint(text) or text[0] in _OPENS:
        return text
    return _NAMED.sub(lambda found: "" if _is_name(found[0]) else found[0], text)


def quotes_somebody(text: str) -> bool:
    """Whether a line quotes what somebody says, and not only names of things, be it with dashes:
    «— Nobody knows, — said the mayor.», «— Who pays for it?»."""
    if not MARKS.isdisjoint(without_names(text)) or is_dialogue(text):
        return True
    return "\u2018" in text and _SINGLE.search(text) is not None


def is_dialogue(text: str) -> bool:
    """Whether a dash before a line tells that somebody says it: «— Who pays for it?»."""
    return _DIALOGUE.match(text) is not None


SINGLE = r"(?<!\w)‘(?=[^‘]{12})[^‘’]*(?:’\w[^‘’]*)*’(?!\w)|(?<!\w)’[^‘’]{12,}‘(?!\w)"
"""What stands between single marks at length, be it with an apostrophe within, and as Urdu has
them."""
_SINGLE = late_pattern(SINGLE)

_DIALOGUE = re.compile(r"[—–]\s?[^\W\d_](?:[^—–]*[,!?…]\s?[—–]\s?[^\W\d_]|.{12,}[.!?…]$)")


def _is_name(quoted: str) -> bool:
    words = quoted.strip(f"{QUOTATION_MARKS} ").split()
    if _IS_DENSE.match(words[0]):
        return len("".join(words)) <= MAX_NAME_SIGNS
    return len(words) <= MAX_NAME_WORDS


_SAID = late_pattern(
    r"«[^«»]{2,}»|»[^«»]{2,}«|[„“\"][^„“”\"]{2,}[”“\"]|[「『][^「」『』]{2,}[」』]"
    r"|‘[^‘’]{2,}(?:’\w[^‘’]*)*’"
)


def without_sayings(text: str) -> str:
    """A text without what it quotes, be it with an apostrophe within, or between marks that point
    inwards as German books have them."""
    return _SAID.sub("", text)


_IS_DENSE = late_pattern("[\u3040-\u30ff\u3400-\u9fff]")
