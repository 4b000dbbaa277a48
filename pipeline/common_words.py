"""The commonest short words of languages: they tell the language of a text without a model."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from pipeline.patterns.rule_files import read_rules

COMMON: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in read_rules("common_words.toml").items()
}
"""By language."""
_WORD = re.compile(r"[^\W\d_]+")


def words_in(text: str) -> list[str]:
    """The words of a text in small letters, in their order."""
    return _WORD.findall(text.lower())


@cache
def languages_of() -> Mapping[str, tuple[str, ...]]:
    """By common words the languages that have them."""
    found: dict[str, tuple[str, ...]] = {}
    for language, words in COMMON.items():
        for word in words:
            found[word] = (*found.get(word, ()), language)
    return found


def lacks_words_of(text: str, language: str) -> bool:
    """Whether a text has words, and none of them is a common one of a language that is known."""
    common = COMMON.get(language)
    return common is not None and bool(words := words_in(text)) and common.isdisjoint(words)
