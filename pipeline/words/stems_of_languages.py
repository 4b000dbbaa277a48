"""Stems of languages beside English, Russian and those of Arabic script.

A text's language is known and says which of Snowball's stemmers its words go through. A query does
not say its own: its words go through all that know their script. A stem bears the sign of its
language, so that no text of another one is found by it: «new», which is German's stem of «News».
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

import Stemmer

_LATIN = {
    "ca": "catalan",
    "da": "danish",
    "de": "german",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hu": "hungarian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "sv": "swedish",
    "tr": "turkish",
}
_SCRIPTS = (
    ("a", "z", _LATIN),
    ("\u0370", "\u03ff", {"el": "greek"}),
    ("\u0531", "\u0587", {"hy": "armenian"}),
    ("\u0900", "\u097f", {"hi": "hindi", "ne": "nepali"}),
    ("\u0b80", "\u0bff", {"ta": "tamil"}),
)
"""First and last letter of a script, and its languages by their codes, with their stemmers."""
_SAME = {"nb": "no", "nn": "no", "gl": "pt"}
"""Languages whose words another's stemmer takes."""
LEAST_LETTERS = 3
"""Of a word that has a stem."""
_FIRST_SIGN = 0xE000
"""The first of the characters that Unicode leaves to private use; none is in a folded word."""


def has_stems(language: str | None) -> bool:
    """Whether a language (ISO 639-1) has stems of its own here."""
    return _SAME.get(language or "", language) in _sign_of_language()


@lru_cache(maxsize=65_536)
def stem_in(word: str, language: str) -> str | None:
    """The stem of a folded word of a text in a language, with the language's sign before it; None
    where the word is of another script, or the language has no stems here."""
    code = _SAME.get(language, language)
    return _signed(word, code) if code in _languages_of(word) else None


def stems_in_all(word: str) -> tuple[str, ...]:
    """The stems of a folded word in all languages of its script, with their signs; in German also
    those of the same word with the plural that it takes from English, «Apps», and without."""
    codes = _languages_of(word)
    found = [_signed(word, code) for code in codes]
    if "de" in codes:
        found += (_signed(other, "de") for other in (f"{word}s", word.removesuffix("s")))
    return tuple(dict.fromkeys(found))


def _languages_of(word: str) -> dict[str, str]:
    if len(word) < LEAST_LETTERS or (word[0].isascii() and not word.isalpha()):
        return {}
    return next((codes for first, last, codes in _SCRIPTS if first <= word[0] <= last), {})


def _signed(word: str, code: str) -> str:
    return _sign_of_language()[code] + str(_stemmer(code).stemWord(word))


@cache
def _stemmer(code: str) -> Any:
    return Stemmer.Stemmer(next(codes[code] for _, _, codes in _SCRIPTS if code in codes))


@cache
def _sign_of_language() -> dict[str, str]:
    """A character for each code, whatever other codes there are."""
    return {
        code: chr(_FIRST_SIGN + (ord(code[0]) - ord("a")) * 26 + ord(code[1]) - ord("a"))
        for _, _, codes in _SCRIPTS
        for code in codes
    }
