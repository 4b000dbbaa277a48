"""Fingerprints: equal where a reader sees the same article."""

from __future__ import annotations

import hashlib
import re
import sys
import unicodedata
from functools import lru_cache


def content_hash(title: str, text: str) -> str:
    """SHA-256 (hex) of the letters and digits of title and text, case and marks folded.

    Spaces, punctuation, vowel marks, tatweel and joiners do not count, so that a change of quotes
    or of layout is the same article. Digits of all scripts count as the same digits.
    """
    digest = hashlib.sha256(skeleton(title).encode())
    digest.update(b"\n")
    digest.update(skeleton(text).encode())
    return digest.hexdigest()


# Digits of all scripts as the same digits.
_DIGITS = {
    code: str(unicodedata.decimal(chr(code)))
    for code in range(128, sys.maxunicode + 1)
    if chr(code).isdecimal()
}
_OTHER_DIGIT = re.compile("[^\\D0-9]")
_NO_LETTER = re.compile("[\\W_\u0640]+")


@lru_cache(maxsize=2_000)
def skeleton(text: str) -> str:
    """The letters and digits of a text, case-folded, NFKC, without marks: what is compared."""
    if not text.isascii():
        text = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text))
        if _OTHER_DIGIT.search(text):
            text = text.translate(_DIGITS)
    return _NO_LETTER.sub("", text.casefold())
