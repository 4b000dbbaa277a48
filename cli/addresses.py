"""Addresses for a person: مقال instead of %D9%85%D9%82%D8%A7%D9%84.

Only letters, marks and digits beyond ASCII are decoded; whatever could be mistaken for a part of
the address, or turn a line around, stays as it is. What is shown can be given to a command again:
it is the same address. Programs get the exact one.
"""

from __future__ import annotations

import re
import unicodedata

_ENCODED = re.compile(r"(?:%[89a-f][0-9a-f])+", re.IGNORECASE)


def readable(text: str) -> str:
    """The text with the addresses in it decoded as far as that is safe."""
    return _ENCODED.sub(_decoded, text) if "%" in text else text


def _decoded(match: re.Match[str]) -> str:
    encoded = match[0]
    try:
        letters = bytes.fromhex(encoded.replace("%", "")).decode()
    except UnicodeDecodeError:
        return encoded
    plain = all(unicodedata.category(letter)[0] in "LMN" for letter in letters)
    return letters if plain else encoded
