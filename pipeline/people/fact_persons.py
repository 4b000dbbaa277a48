"""Persons as a line of facts names them, with nothing else in their part of it."""

from __future__ import annotations

import re

from pipeline.days.relative import is_relative
from pipeline.days.words import (
    begins_with_day_label,
    plain,
    speaks_of_modification,
    speaks_of_publication,
)
from pipeline.lines.known_lines import is_known_line
from pipeline.lines.site_vocabulary import vocabulary_of
from pipeline.page.elements import letters
from pipeline.patterns.word_patterns import WordPattern
from pipeline.people.byline_words import FIELD, TRAILING, any_of, words
from pipeline.people.common_names import has_article
from pipeline.people.dense_persons import (
    is_dense_person,
    is_japanese_by_given,
    is_korean_person,
    is_spread,
)
from pipeline.people.filed import WITH_BEHIND, tells_with_whom
from pipeline.people.given_names import begins_with_given_name, is_arabic_phrase
from pipeline.people.lone_person import WORDS
from pipeline.people.name_shapes import is_cased_as_name, is_name, words_of_name
from pipeline.people.names import clean_names
from pipeline.people.section_forms import names_section
from pipeline.writing import script_of

MAX_LINE_CHARS = 120
DIGIT = re.compile(r"\d")
_QUOTED = re.compile('[«»:"“”()]')
THINGS = frozenset(map(letters, words("things")))
_FACT = WordPattern(rf"(?<!\w)(?:{any_of(words('facts'))})(?!\w)", re.IGNORECASE)


def are_persons(part: str) -> bool:
    """Whether a part is a person's name, or several joined by "and"."""
    if is_person(part):
        return True
    names = clean_names(part) if len(part) < MAX_LINE_CHARS and not DIGIT.search(part) else ()
    return len(names) > 1 and all(map(is_person, names))


def is_person(part: str) -> bool:
    """Whether a part has the form of a person's name, and no word that lines of facts have."""
    if is_dense_person(part) or is_korean_person(part) or is_japanese_by_given(part):
        return True
    if is_spread(part):
        return True
    least, most = WORDS
    count = words_of_name(part)
    if not least <= count <= most or DIGIT.search(part):
        return False
    if part.startswith("ال") and not has_article(part):
        return False
    if tells_with_whom(part) or part.endswith(WITH_BEHIND):
        return False
    if "+" in part or not any(len(word) > 1 for word in part.split()):
        return False  # «A A A», «ع+ ع», with which a reader makes letters larger
    if _QUOTED.search(part) or is_known_line(part) or is_relative(part):  # a house, a button
        return False
    if (
        FIELD.fullmatch(f" {TRAILING.sub('', part)}")
        or is_arabic_phrase(part)
        or names_section(part)
    ):
        return False  # «Chief Foreign Correspondent»
    of_things = not THINGS.isdisjoint(map(letters, part.split())) or _names_thing_of_site(part)
    if of_things and not begins_with_given_name(part):
        return False
    if not is_name(part) or not is_cased_as_name(part) or _FACT.search(part):
        return False
    return not (begins_with_day_label(part) and _speaks_of_day(plain(part)))  # «פורסם יום שלישי»


def _names_thing_of_site(part: str) -> bool:
    """Whether one of a few words in a script without capitals is of what sites offer or ask for:
    «شاركها الآن», «وقت القراءة»."""
    vocabularies = map(vocabulary_of, _SITES_IN_SCRIPT.get(script_of(part), ()))
    told = (vocabulary.read(part) for vocabulary in vocabularies if vocabulary)
    return any(
        words is not None and words.things and words.strange <= MOST_STRANGE for words in told
    )


MOST_STRANGE = 1
"""Words of such a label that sites are not known for; a name that holds one has two."""


_SITES_IN_SCRIPT = {"arabic": ("ar", "fa", "ur"), "hebrew": ("he",), "devanagari": ("hi",)}
"""The languages whose sites' words a line of a script is read by."""


def _speaks_of_day(low: str) -> bool:
    return speaks_of_publication(low) or speaks_of_modification(low)
