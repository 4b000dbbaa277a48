"""How reports begin: behind the house's name, a place, or both. Such a sentence is the text's,
though it names the house."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import islice

from pipeline.lines.asides import persons_said
from pipeline.lines.bars import ENDS
from pipeline.lines.notice_words import is_of_house
from pipeline.lines.site_vocabulary import vocabulary_of
from pipeline.page.elements import letters
from pipeline.text import spoken_words


def opens_report(text: str, names: Collection[str], language: str) -> bool:
    """Whether a line opens a report behind the house's name, and speaks to no reader. `names` are
    the house's, folded."""
    if is_dateline(text, names):
        return True
    place = beside_house(text, names)
    if place and not _is_of_sites(place, language) and not persons_said(text, language)[1]:
        return True  # it may say «in our test»
    told = is_behind_house(text, names) or _is_wired(text)
    told = told and not is_of_house(text, language)
    return told and not any(persons_said(text, language))


def _is_wired(text: str) -> bool:
    """Whether a line is a long sentence behind a place, a house in brackets and a dash, whatever
    house that is: «Leeds, England (CNN) -- The council …»."""
    wire = _WIRED.match(text)
    return wire is not None and text[-1] in ENDS and spoken_words(text) >= MIN_REPORTED_WORDS


_WIRED = re.compile(r"[^\W\d_][^.!?:()]{2,50}\s?\([^()\d]{2,20}\)\s?[-–—]{1,2}\s?(?=\w)")


def _is_of_sites(place: str, language: str) -> bool:
    """Whether what stands beside the house's name is a site's word: «The Courier | Newsletter»."""
    words = vocabulary_of(language)
    told = None if words is None else words.read(place)
    return told is not None and not told.strange


def is_dateline(text: str, names: Collection[str]) -> bool:
    """Whether a line begins as a report does, with the house's name, a place and a sentence: «The
    Courier – Leeds. The council …». `names` are the house's, folded."""
    house = _HOUSE_AND_PLACE.match(text)
    return house is not None and letters(house[1]) in names


def beside_house(text: str, names: Collection[str]) -> str | None:
    """The word or two that stand with the house's name before a sentence, in whatever order and
    with whatever signs between, as places do: «بغداد / الأفق - …», «LEEDS (The Courier) – …».
    `names` are folded; None where nothing stands so."""
    if text[-1] not in ENDS:
        return None
    for end in islice(_SIGN_BEHIND.finditer(text, 0, MAX_PLACED), MOST_SIGNS):
        parts = [part for part in _SIGNS.split(text[: end.start()]) if part]
        if len(parts) != PLACE_AND_HOUSE or not spoken_words(text[end.end() :]) >= LEAST_PLACED:
            continue
        own = [letters(part) in names for part in parts]
        place = parts[own.index(False)] if own.count(True) == 1 else None
        if place and len(place.split()) <= MOST_PLACE_WORDS and not any(map(str.isdigit, place)):
            return place
    return None


MAX_PLACED, MOST_SIGNS = 60, 4
PLACE_AND_HOUSE, MOST_PLACE_WORDS, LEAST_PLACED = 2, 2, 5
_SIGNS = re.compile(
    r"\W*(?:\s[-–—]\s|[-–—ـ/|,،():：«»“”\n.]|\s(?:avec|with|mit|con|com|met|مع)\s)\W*",
    re.IGNORECASE,
)
"""What parts the house from a place, or from the agency that it adds to."""
_SIGN_BEHIND = re.compile(r"\s?[)»]?\s?[.:：]?\s?[-–—ـ]\s|[:：]\s|[)»]\s|\n|\.\s(?=\w)")
"""What stands behind the place and the house, before the sentence."""


def is_behind_house(text: str, names: Collection[str]) -> bool:
    """Whether a line is a long sentence behind the house's name and a dash."""
    house = _HOUSE_AND_DASH.match(text)
    if house is None or text[-1] not in ENDS or letters(house[1]) not in names:
        return False
    return spoken_words(text) >= MIN_REPORTED_WORDS


MIN_REPORTED_WORDS = 8
_HOUSE_AND_DASH = re.compile(
    r"([^\W\d_](?:[^:：.!?–—-]|\.(?=[a-z])){2,30}?)\s[-–—]\s(?=\w)", re.IGNORECASE
)
"""The house may be an address: «COURIER.example - …»."""
_HOUSE_AND_PLACE = re.compile(
    r"([^\W\d_][^:：.!?–—-]{2,30}?)\s?[-–—]\s?(?:[^\W\d_]{2,12}\s?){1,3}[.:：]\s(?=\S+\s\S+\s\S)"
)
