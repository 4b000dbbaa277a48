"""Words that are a section's by their form: two things joined, a plural with what it is like.

«Bauen & Wohnen», «شركات ناشئة», «كرة عالمية», «איכות הסביבה»: sites set the section beside the day
where others set who wrote.
"""

from __future__ import annotations

import re

from pipeline.patterns.word_patterns import WordPattern
from pipeline.people.byline_words import any_of, words
from pipeline.people.common_names import given_names
from pipeline.people.given_names import begins_with_given_name

_TWO_THINGS = WordPattern(
    rf"([^\W\d_]+)\s(?:&|{any_of(words('between'))}|{any_of(words('joined'))})\s([^\W\d_]+)"
)
_ARABIC = re.compile("[\u0621-\u064a]{3,}(?:\\s[\u0621-\u064a]{3,}){1,2}")
_PLURAL = re.compile("(?!ال)[\u0621-\u064a]{3,}ات")
"""How Arabic writes several things, «شركات», and few given names."""
_LIKE = re.compile("(?!ال)[\u0621-\u064a]{3,}ية|م[\u0621-\u064a]{3,}ة")
"""What things are like, in no name without the article: «عالمية», «متجددة»."""
_HEBREW = re.compile("[א-ת]{3,}(?:ות|ים)\\s[א-ת]{3,}")
"""Several things, or what is abstract, and what they are like or whose."""


def names_section(text: str) -> bool:
    """Whether a few words are what a site calls a section by their form, and begin with no common
    given name."""
    if begins_with_given_name(text):
        return False
    two = _TWO_THINGS.fullmatch(text)
    if two is not None:
        return two[2] not in given_names()
    if _HEBREW.fullmatch(text):
        return True
    if _ARABIC.fullmatch(text) is None:
        return False
    first, *_, last = text.split()
    if _PLURAL.fullmatch(first):
        return True
    return last not in given_names() and _LIKE.fullmatch(last) is not None
