"""What sites call their sections, by its words or by their form: two things joined, a plural.

«Bauen & Wohnen», «شركات ناشئة», «كرة عالمية», «איכות הסביבה»: sites set the section beside the day
where others set who wrote.
"""

from __future__ import annotations

import re
from typing import Final

from pipeline.page.elements import letters
from pipeline.patterns.word_patterns import WordPattern
from pipeline.people.byline_words import any_of, words
from pipeline.people.common_names import given_names
from pipeline.people.given_names import begins_with_given_name

SECTION_WORDS: Final = frozenset(
    map(letters, (*words("things"), *words("facts"), *words("sections")))
)
"""Folded words of a section: «الأفق / سياسة»."""
_BODIES = frozenset(map(letters, (*words("bodies"), *words("houses"))))
"""What is of a name that signs: «وزارة الصحة», «مركز الدراسات»."""
_TWO_THINGS = WordPattern(
    rf"([^\W\d_]+)\s(?:&|{any_of(words('between'))}|{any_of(words('joined'))})\s([^\W\d_]+)"
)
_ARABIC = re.compile("[\u0621-\u064a]{3,}(?:\\s[\u0621-\u064a]{3,}){1,2}")
_PLURAL = re.compile("(?!ال)[\u0621-\u064a]{3,}ات")
"""How Arabic writes several things, «شركات», and few given names."""
_AND_PLURAL = re.compile("و[\u0621-\u064a]{2,}ات")
_LIKE = re.compile("(?!ال)[\u0621-\u064a]{3,}ية|م[\u0621-\u064a]{3,}ة")
"""What things are like, in no name without the article: «عالمية», «متجددة»."""
_HEBREW = re.compile("[א-ת]{3,}ות\\s[א-ת]{3,}|[א-ת]{3,}ים\\s[א-ת]{2,}ים")
"""Several things, or what is abstract, and what they are like or whose."""


def are_section_words(text: str, besides: frozenset[str] = frozenset()) -> bool:
    """Whether each word of a text is one of sections, or one of the folded words `besides`, with
    "and" or an article before it perhaps: «عرب وعالم»."""
    return all(_is_of_section(word, besides) for word in text.split())


def _is_of_section(word: str, besides: frozenset[str]) -> bool:
    folded = (letters(word), letters(_AND.sub("", word)), letters(_BEFORE.sub("", word)))
    return any(each in SECTION_WORDS or each in besides for each in folded)


_AND = re.compile("^و(?=[\u0621-\u064a]{2})")
_BEFORE = re.compile("^(?:و?(?:ال|لل)(?=[\u0621-\u064a]{2})|[וה](?=[א-ת]{3}))")


def names_section(text: str) -> bool:
    """Whether a few words are what a site calls a section by their form, and begin with no common
    given name."""
    if begins_with_given_name(text) or letters(text.split(" ")[0]) in _BODIES:
        return False
    if are_section_words(text):
        return True
    two = _TWO_THINGS.fullmatch(text)
    if two is not None:
        return two[2] not in given_names()
    if _HEBREW.fullmatch(text):
        return True
    if _ARABIC.fullmatch(text) is None:
        return False
    first, *_, last = text.split()
    if _PLURAL.fullmatch(first) or _AND_PLURAL.fullmatch(last):
        return True
    return last not in given_names() and _LIKE.fullmatch(last) is not None
