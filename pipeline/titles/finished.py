"""A chosen title as a reader sees it: its signs, its case, and all of its words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pipeline.page.elements import letters, tidy
from pipeline.titles.of_two import ELLIPSIS, is_cut

MAX_TITLE_CHARS = 500
"""Longer is a text, not a title."""


def typeset(text: str, head: str) -> str:
    """The same words as a reader sees them: metadata keep typewriter quotes more often, and some
    have all in capitals."""
    if text.isupper() and not head.isupper() and text.casefold() == head.casefold():
        return head
    same = head.translate(_QUOTES) == text.translate(_QUOTES)
    return head if same and "\n" not in head else text


_QUOTES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "„": '"'})


def uncut(chosen: str, others: Sequence[str]) -> str:
    """The whole title, where the chosen one ends with an ellipsis, or before a quotation, and
    another goes on."""
    if ELLIPSIS.search(chosen):
        for other in others:
            if other and not ELLIPSIS.search(other) and is_cut(chosen, other):
                return other
    for other in others:
        if other.startswith(chosen) and other[len(chosen) :].lstrip()[:1] == '"':
            return other  # an attribute ends at a quotation mark that nobody escaped
    return chosen


def whole(chosen: str, heads: Mapping[str, str], tab: str) -> str:
    """The heading of which the chosen title is the first signs: some systems cut what they declare
    for sharing at a number of signs, amid a word, and mark it by nothing; or before a word that no
    longer fits, where the folded `tab` begins with all of the heading too."""
    if len(chosen) < MIN_CUT_CHARS or letters(chosen) in heads:
        return chosen
    for key, head in heads.items():
        rest = head[len(chosen) :] if head.startswith(chosen) else ""
        if rest[:1].isalpha() or (rest[:1] in _IN_WORDS and rest[1:2].isalpha()):
            return head
        word = rest[1:].partition(" ")[0] if rest[:1] == " " else ""
        fits = any(len(chosen) <= most < len(chosen) + len(word) + 1 for most in _LIMITS)
        if word[:1].isalnum() and fits and tab.startswith(key):
            return head
    return chosen


_LIMITS = (65, 70, 75)
"""Signs after which systems cut a title for sharing between two words."""


_IN_WORDS = frozenset("-‑'’")
MIN_CUT_CHARS = 40
"""Signs of a title that may be cut: fewer are left by nobody."""


_HANGING = re.compile(r"(?:\s+[-–—|·•»/]+)+$")
"""What parts a title from a site's name, where a system has none to write behind it."""


_OPENS_QUOTATION = re.compile(r"«|^»|\s»\w")
"""What a closing sign at a title's end may close."""


def fit(text: str) -> str | None:
    """A title as it is given: without signs that part it from nothing, and once where it stands
    twice; None where it is a text, or has no letters."""
    text = tidy(text).lstrip(":：| ")  # behind a kicker: «: Two towns share a bridge»
    hanging = _HANGING.search(text)
    if hanging is not None and not ("»" in hanging[0] and _OPENS_QUOTATION.search(text)):
        text = text[: hanging.start()]
    half = text[: len(text) // 2].rstrip()
    if len(half) >= MIN_CUT_CHARS // 2 and text == f"{half} {half}":
        text = half  # a system that writes a headline of two fields with the same words
    return text if text and len(text) <= MAX_TITLE_CHARS and letters(text) else None
