"""Fingerprints: equal where a reader sees the same article."""

from __future__ import annotations

import hashlib
import unicodedata


def content_hash(title: str, text: str) -> str:
    """SHA-256 (hex) of the letters and digits of title and text, case and marks folded.

    Spaces, punctuation, vowel marks, tatweel and joiners do not count, so that a change of quotes
    or of layout is the same article. Digits of all scripts count as the same digits.
    """
    digest = hashlib.sha256(skeleton(title).encode())
    digest.update(b"\n")
    digest.update(skeleton(text).encode())
    return digest.hexdigest()


def skeleton(text: str) -> str:
    """The letters and digits of a text, case-folded, NFKC, without marks: what is compared."""
    plain = unicodedata.normalize("NFKC", text)
    if not plain.isascii():
        plain = "".join(map(_digit, unicodedata.normalize("NFD", plain)))
    return "".join(filter(str.isalnum, plain.casefold()))


def _digit(letter: str) -> str:
    value = unicodedata.decimal(letter, None)
    return letter if value is None else str(value)
