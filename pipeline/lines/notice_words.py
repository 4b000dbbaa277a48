"""What a line says by the words of which a house's notices are made: of itself, its page, its
readers, of others. The words are those of `pipeline/rules/notices.toml`, by class and language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from pipeline.patterns.compiling import compiled
from pipeline.patterns.rule_files import read_rules
from pipeline.patterns.word_patterns import VOWEL, any_word
from pipeline.writing import SHARED


def has_notices(language: str | None) -> bool:
    """Whether a language has a table of the words of which notices are made."""
    return known_by(language) in read_rules("notices.toml")


def known_by(language: str | None) -> str:
    """The language under which the table has a language's words."""
    known = (language or "")[:2]
    return SHARED.get(known, known)


def is_of_house(text: str, language: str | None) -> bool:
    """Whether a line has a word for the house, its page or its reader; of a language without a
    table none has."""
    if not has_notices(language):
        return False
    known = known_by(language)
    text = _THEIRS.sub("", looked_through(text, known))
    return speaks_of_house(text, known)


def speaks_of_house(text: str, language: str) -> bool:
    """Whether a line, as it is looked through, has a word for the house, its page or its reader."""
    return any(has_word(text, each, language) for each in ("we", "you", "here", "house"))


def says_here(text: str, language: str) -> bool:
    """Whether a line points to the page that it stands on; of words that say «above» and «below» of
    things too, «below zero», or that text tells of, «this news», none does so alone."""
    if not has_notices(language):
        return False
    known = known_by(language)
    return _names_page(looked_through(text, known), known, "around")


def points_to_page(text: str, language: str) -> bool:
    """Whether a line points to the page that it stands on, and not only «here», as those do who
    tell of a place: «Forty families lived here in 1950.»"""
    if not has_notices(language):
        return False
    known = known_by(language)
    return _names_page(looked_through(text, known), known, "around", "place")


def _names_page(text: str, language: str, *but: str) -> bool:
    """Whether a line, as it is looked through, has a word for its page that is none of the classes
    `but`."""
    told = [word[0] for word in _words_of("here", language).finditer(text)]
    others = [_words_of(each, language) for each in but]
    return any(all(other.fullmatch(word) is None for other in others) for word in told)


def names_others(text: str, language: str) -> bool:
    """Whether a line names one of those of whom news tell: a court, the police, a company."""
    return has_notices(language) and _says(text, "others", language)


def names_readers(text: str, language: str) -> bool:
    """Whether a line names the readers of a house, or who is on its list; of words that are said of
    anybody, «400 people work here», none does so alone."""
    if not has_notices(language):
        return False
    known = known_by(language)
    people = _words_of("people", known)
    named = _words_of("readers", known).finditer(looked_through(text, known))
    return any(people.fullmatch(word[0]) is None for word in named)


def _says(text: str, name: str, language: str) -> bool:
    known = known_by(language)
    return has_word(looked_through(text, known), name, known)


def looked_through(text: str, language: str) -> str:
    """A line in small letters without vowel signs, as it is looked through."""
    if language == "de":
        text = _POLITE.sub("you", text)
    return VOWEL.sub("", text.lower())


def has_word(text: str, name: str, language: str) -> bool:
    """Whether a line, as it is looked through, has a word of a class; of "page" one for its page
    that is not said of places too."""
    if name == "page":
        return _names_page(text, language, "place")
    return _words_of(name, language).search(text) is not None


def has_word_of(text: str, names: frozenset[str], language: str) -> bool:
    """Whether it has a word of one of several classes."""
    return _words_of_all(names, language).search(text) is not None


@cache
def _words_of(name: str, language: str) -> re.Pattern[str]:
    return re.compile(r"\d") if name == "number" else _words_of_all(frozenset({name}), language)


@cache
def _words_of_all(names: frozenset[str], language: str) -> re.Pattern[str]:
    """What finds a word of any of some classes."""
    classes: dict[str, str] = read_rules("notices.toml")[language]
    words = sorted(word for each in names for word in classes.get(each, "").lower().split())
    if not words:
        return _NEVER
    inside = _any(word for word in words if not word.startswith("^"))
    begins = _any(word[1:] for word in words if word.startswith("^"))
    if not inside:
        return compiled(rf"\A(?:{begins})")
    before = _BEFORE.get(language, r"(?<!\w)")
    initials = "".join(sorted({word[0] for word in words} - {"^"}))
    if "[" not in before:  # to look for these first takes half the time
        before = f"(?=[{re.escape(initials)}]){before}"
    return compiled(f"{before}(?:{inside})" + (rf"|\A(?:{begins})" if begins else ""))


def _any(words: Iterable[str]) -> str:
    """The pattern of any of some words of the table: of whole words where they end with a full
    stop, and of labels where with a colon, be there a day before that: «Update, 14:20: …»."""
    parts: dict[str, list[str]] = {".": [], ":": [], "": []}
    for word in words:
        end = word[-1] if word[-1] in parts else ""
        parts[end].append(word.removesuffix(end).replace("_", " "))
    return "|".join(f"(?:{any_word(kin)}){_BEHIND[end]}" for end, kin in parts.items() if kin)


_DAY_OF_LABEL = r"\s?(?:\d[\d./:\s]*(?:[^\W\d]{3,12}\.?\s?(?:20\d\d)?)?)?"
"""The day of a note, in figures or with the month's name: «Correction 14 June: …»."""
_BEHIND = {".": r"(?!\w)", ":": _DAY_OF_LABEL + r"[:：,،(–—|]", "": ""}
_NEVER = re.compile(r"(?!)")
"""Of a class of which a language has no words."""
_BEFORE = {
    **dict.fromkeys(("ja", "zh", "ko", "th"), ""),
    "ar": r"(?<!\w)(?:[وف]?(?:[بكل]?ال|لل|[بكلس])?)",
    "he": r"(?<!\w)[והבלמשכ]{0,2}",
}
"""What stands before a word: no letter, or what is written together with it."""
_POLITE = re.compile(r"\b(?:Sie|Ihnen|Ihre?[mnrs]?)\b")
"""What German says to readers; in small letters it is «they» and «their»."""
_THEIRS = re.compile(r"\b(?:sus?|suas?|seus?|suoi?|sue)\b")
"""What says «your» to readers of Romance languages and «their» of others."""
