"""Punctuation by what it does, in the scripts of articles: Latin, Greek and Cyrillic, Arabic and
Urdu, Devanagari, Chinese and Japanese in both widths."""

from __future__ import annotations

import re
from typing import Final

STOPS: Final = ".!…。．！।۔"
"""What ends a sentence that asks nothing."""
FULL_STOPS: Final = ".。۔।"
"""What ends one that only tells."""
QUESTION_MARKS: Final = "?؟？"
QUESTION_ENDS: Final = (*QUESTION_MARKS, "か。")
"""How a question ends: Japanese asks by a word too."""
QUESTION_MARK: Final = re.compile(f"[{QUESTION_MARKS}]")
SENTENCE_ENDS: Final = STOPS + QUESTION_MARKS
COLONS: Final = ":："
SEMICOLONS: Final = ";؛；"
"""What parts the things that a list enumerates: no line of a house ends so."""
CLOSING: Final = "\"”'’»)]）】"
"""What may stand behind a sentence's end."""
QUOTATION_MARKS: Final = '"“”„‟«»「」『』'
"""What stands around words that somebody said; single ones are apostrophes too."""
OPENING_QUOTES: Final = '"“„«»「『'
"""Those that begin what is said; Danish ones point inwards."""
SINGLE_QUOTES: Final = "'‘’‚"
BULLETS: Final = frozenset("-–—•*▪●■")
"""What an entry of a list begins with where the list is written as lines."""


_GREEK_ASKS = re.compile("[\u0370-\u03ff\u1f00-\u1fff][^;]*[;\u037e]\\Z")


def asks(text: str) -> bool:
    """Whether a line ends with a question mark; the Greek one is a semicolon elsewhere."""
    return text.endswith(tuple(QUESTION_MARKS)) or _GREEK_ASKS.search(text) is not None


def gap_behind(ends: str) -> re.Pattern[str]:
    """What parts a sentence that ends with one of some signs from the next: them, what closes
    behind them, and the blanks, which Chinese and Japanese do without."""
    return re.compile(rf"[{re.escape(ends)}][{re.escape(CLOSING)}]*(?:\s+|(?<=[。．！？])(?=\S))")
