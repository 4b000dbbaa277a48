"""The house behind a person's name: its letters, a newspaper, or for whom the person wrote."""

from __future__ import annotations

import re

from pipeline.lines.credits import is_agency
from pipeline.page.elements import letters
from pipeline.patterns.word_patterns import WordPattern
from pipeline.people.byline_words import KNOWN_PLACES, any_of, words

_HOUSE_IN_PLACE = re.compile(r"([A-Z]{2,5})(-Studio)?\s+([A-ZÀ-Þ][^\W\d_]+(?:\s[A-ZÀ-Þ]\w+)?)")
_LETTERS = re.compile(r"[A-Z]{2,4}|Ph\.?\s?D\.?|[MBJ]\.?(?:D|A|S|Sc|Ed|Phil)\.?|Esq\.?")
_PAPER = WordPattern(rf"the\s(?:\S+\s){{0,3}}(?:{any_of(words('papers'))})", re.IGNORECASE)
_TOWN_PAPER = re.compile(
    rf"(?:[A-Z][\w.'’-]+\s){{1,3}}(?:{'|'.join(words('town_papers'))})"
    r"(?:\s(?:Online|Sports|Magazine))?"
)
"""A newspaper by its town or its subject, and by a word that is no family's: «Jane Doe, Leeds
Times»."""
_PAPERS = "|".join(map(str.capitalize, [*words("papers"), *words("merged_papers")]))
_MERGED = re.compile(rf"(?:The\s)?(?:[A-Z]\w+\s)?(?:{_PAPERS})-(?:{_PAPERS})")
"""A newspaper that two became: «Jane Doe, Leeds Courier-Herald»."""
_SPECIAL = re.compile(
    r"(?:exclusiv\w+|e?special(?:e|mente|nie)?|специально|спеціально|spécial(?:ement)?|speciaal|speziell|خاص|ویژه)"
    r"\s+(?:(?:to|for|para|per|pour|voor|für|для|dla|بـ?|ل\w*|برای)\s|بال\S+(?:\s\S+)?$)",
    re.IGNORECASE,
)
"""For whom a person wrote: «Jane Doe, special to The Gazette», «Especial para la Gaceta»."""


def is_house_behind(part: str) -> bool:
    """Whether a part is a house's letters, with its town perhaps, behind a name: «Jane Doe, ABC
    Berlin»; a newspaper's name, «Jane Doe / The Gazette», or for whom the person wrote; or a
    degree, «Jane Doe, PhD»."""
    if _LETTERS.fullmatch(part) or _SPECIAL.match(part):
        return not is_agency(part)
    match = _HOUSE_IN_PLACE.fullmatch(part)
    if match is None:
        paper = _PAPER.fullmatch(part) or _TOWN_PAPER.fullmatch(part) or _MERGED.fullmatch(part)
        return paper is not None and not is_agency(part)
    known = match[2] or letters(match[3]) in KNOWN_PLACES
    known = known or (len(match[1]) > MIN_HOUSE_LETTERS and not match[3].isupper())
    return bool(known) and not is_agency(match[1])


def without_letters_behind(name: str) -> str:
    """A person's name without the capitals of an agency, or of a house that no word can be, behind
    it with no sign between: «Jane Doe PA», «Jane Doe BBC»."""
    behind = _LETTERS_BEHIND.fullmatch(name)
    if behind is None or not (is_agency(behind[2]) or _NO_WORD.fullmatch(behind[2])):
        return name
    return behind[1]


IN_QUOTES = re.compile(r"[«„“\"][^«»„“”\"]{2,30}[»“”\"]")
"""How a house is set behind a person: «Jane Doe, «The Courier»»."""
_LETTERS_BEHIND = re.compile(r"([A-ZÀ-Þ]\S*[a-zß-ÿ](?: \S*[a-zß-ÿ]\S*){1,3}) ([A-Z]{2,5})")
_NO_WORD = re.compile(r"[B-DF-HJ-NP-TVWXZ]{3,5}")


MIN_HOUSE_LETTERS = 2
"""More capitals are a house's whatever follows, «CNN Indonesia»; two may be of a person."""
