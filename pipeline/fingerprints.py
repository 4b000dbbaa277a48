"""Fingerprints: equal where a reader sees the same article."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

from pipeline.text import without_piles


def content_hash(title: str, text: str) -> str:
    """SHA-256 (hex) of the letters and digits of title and text, case and marks folded.

    Spaces, punctuation, vowel marks, tatweel and joiners do not count, so that a change of quotes
    or of layout is the same article. Digits of all scripts count as the same digits.
    """
    digest = hashlib.sha256(skeleton(title).encode())
    digest.update(b"\n")
    for line in text.split("\n"):
        digest.update(skeleton(line).encode())
    return digest.hexdigest()


_OTHER_DIGIT = re.compile("[^\\D0-9]")
"""A digit of another script."""
_NO_LETTERS_OF_ASCII = bytes(code for code in range(128) if not chr(code).isalnum())
_OTHER_LETTER = re.compile(r"[^\W\x00-\x7f]|\u0345")  # the mark folds to a letter
_LOWER = bytes(range(256)).lower()
_TYPOGRAPHIC = "\u2019\u2018\u201c\u201d\u2013\u2014\u2026\u00a0\u00ab\u00bb"
"""Signs beside which most texts of Latin script are ASCII."""


@lru_cache(maxsize=2_000)
def skeleton(text: str) -> str:
    """The letters and digits of a text, case-folded, NFKC, without marks: what is compared."""
    if not text.isascii():
        for sign in _TYPOGRAPHIC:
            text = text.replace(sign, "")
    if text.isascii():
        return letters_of_ascii(text)
    text = unicodedata.normalize("NFKD", without_piles(text))
    if not _OTHER_LETTER.search(text):
        return letters_of_ascii(text.encode("ascii", "ignore").decode("ascii"))
    text = _OTHER_DIGIT.sub(_own_digit, text)
    return "".join(filter(str.isalnum, text.casefold())).replace("\u0640", "")


def _own_digit(other: re.Match[str]) -> str:
    return str(unicodedata.decimal(other[0]))


def numberless(text: str) -> str:
    """A text's skeleton without its numbers, and marked so that it is none of the others: «Code:
    4711» and «Code: 4712» have the same."""
    return "".join(c for c in skeleton(text) if not c.isdigit()) + "#"


def letters_of_ascii(text: str) -> str:
    """The letters and digits of a text of ASCII, in lower case."""
    return text.encode("ascii").translate(_LOWER, _NO_LETTERS_OF_ASCII).decode("ascii")
