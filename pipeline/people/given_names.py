"""Whether a line is nothing but persons' names, told by the commonest given names."""

from __future__ import annotations

import re
from functools import cache

from pipeline.people.lone_person import WORDS
from pipeline.people.name_shapes import is_cased_as_name, is_name, words_of_name
from pipeline.people.names import clean_names
from pipeline.rule_files import read_rules

MAX_NAMES = 4

_TITLE = re.compile(
    r"^(?:dr|prof|mr|mrs|ms|ing|dott|sr|sra|د|أ|م|ا|أ\.د)(?:\.\s*|\s+)", re.IGNORECASE
)
_FIRST = re.compile(r"[^\W\d_]+(?:['’]\w+)?")
_NO_NAME = re.compile(r"[\d:@©®؟?!…«»\"“”]")


@cache
def _given_names() -> frozenset[str]:
    rules = read_rules("given_names.toml").values()
    return frozenset(name for names in rules for name in names.split())


def begins_with_given_name(name: str) -> bool:
    """Whether the first word of a name is one of the commonest given names; titles do not count."""
    match = _FIRST.match(_TITLE.sub("", name))
    if match is None:
        return False
    first = match[0]
    return first in _given_names() or (first.isupper() and first.title() in _given_names())


def _is_another(name: str, line: str) -> bool:
    """Whether a name behind the first is a second person's, and no house behind a comma."""
    return begins_with_given_name(name) or not any(f"{comma} {name}" in line for comma in ",،")


def persons_in(line: str) -> tuple[str, ...]:
    """The names in a line that holds nothing but persons, of whom the first has a common given
    name; else empty."""
    if _NO_NAME.search(line):
        return ()
    names = clean_names(line)
    if not 0 < len(names) <= MAX_NAMES or not begins_with_given_name(names[0]):
        return ()
    least, most = WORDS
    # «Jane Doe, University of Bath»: where a person belongs signs nothing.
    names = (names[0], *(n for n in names[1:] if _is_another(n, line)))
    for name in names:
        if not (least <= words_of_name(name) <= most and is_name(name) and is_cased_as_name(name)):
            return ()
    return names


_ARABIC = re.compile("[\u0621-\u06d3]")
_DEED = re.compile(
    "(?:ا[\u0621-\u064a]ت[\u0621-\u064a]ا[\u0621-\u064a]|ان[\u0621-\u064a]{2}ا[\u0621-\u064a]|است[\u0621-\u064a]{2}ا[\u0621-\u064a]"
    "|ت[\u0621-\u064a]{2}ي[\u0621-\u064a]|(?:بال|لل|وال|فال|كال)[\u0621-\u064a]{2,})"
)
"""The forms of Arabic verbal nouns, «ارتفاع», «انخفاض», «استقبال», «تطوير», and a preposition that
is written together with what follows."""
MANY_ARTICLES = 2


def is_arabic_phrase(text: str) -> bool:
    """Whether Arabic words that begin with no common given name are a phrase: a verbal noun first,
    or several nouns with the article, «وزير الاتصالات يزور الميناء»."""
    if not _ARABIC.match(text) or begins_with_given_name(text):
        return False
    first, *others = text.split()
    articles = sum(word.startswith("ال") for word in others)
    return _DEED.fullmatch(first.rstrip(".…!")) is not None or (
        articles >= MANY_ARTICLES and len(others) > 2
    )
