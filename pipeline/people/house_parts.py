"""The house in the names of a byline: before a person, behind one, in their place, or as a desk."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pipeline.lines.credits import is_agency
from pipeline.page.elements import letters
from pipeline.people.byline_words import DESK_WORDS, KNOWN_PLACES, words
from pipeline.people.dense_persons import is_dense_person, is_korean_person
from pipeline.people.given_names import begins_with_given_name
from pipeline.people.houses import is_site
from pipeline.people.labels import cut_before
from pipeline.people.name_shapes import is_person
from pipeline.people.one_name import BESIDE_AGENCY
from pipeline.people.placed import house_of_place
from pipeline.people.section_forms import are_section_words

_OF_HOUSE = re.compile(r"^(.{2,40}?)['’]s?\s+(?=\S+\s+\S)")
"""«The Courier's Jane Doe»."""
_PLACE_BEHIND = re.compile(r"^(.{2,40}?)\s*[-–—:/|,،]\s*([^-–—:/|,،]{2,20})$")
"""The place where a house signs: «The Courier - London»."""
_PLACE_BEFORE = re.compile(r"^([^-–—:/|]{2,20}?)\s*[-–—:/|]\s*(.{2,40})$")
"""The same before it: «London - The Courier»."""
_BEHIND_HOUSE = re.compile(r"^([^-–—:/|]{2,40}?)\s*[-–—:/|]\s*(?=[^\W\d_]+\s+[^\W\d_])")


_FOR_HOUSE = re.compile(r"^(\S+\s\S.*?)\s(?:لـ\s?|ل(?!ل))([\u0621-\u064a].*)$")
"""For whom a person wrote, the preposition written together with the house: «سارة أحمد لـالأفق»."""


def without_house(name: str, sites: frozenset[str]) -> str:
    """A person's name without the site's behind it or before it: «Jane Doe The Courier»,
    «الأفق- سارة أحمد»."""
    house = _BEHIND_HOUSE.match(name)
    if house and letters(house[1]) in sites:
        return house[1] if _is_section(name[house.end() :]) else name[house.end() :]
    placed = _PLACE_BEHIND.match(name)
    if placed and letters(placed[1]) in sites and letters(placed[2]) in KNOWN_PLACES:
        return placed[1]
    placed = _PLACE_BEFORE.match(name)
    if placed and letters(placed[2]) in sites and letters(placed[1]) in KNOWN_PLACES:
        return placed[2].strip("«»")
    town, _, alone = name.partition(" ")
    if letters(alone) in sites and letters(town) in KNOWN_PLACES and letters(name) not in sites:
        return alone  # each in an element of its own: «عمّان», «الأفق»
    if len(town) <= MAX_BY and town.islower() and is_site(alone, sites):
        return alone  # «от Капитал»: a word for "by" before no person
    own = _OF_HOUSE.match(name)
    if own and letters(own[1]) in sites:
        return name[own.end() :]
    parts = name.split()
    if len(parts) == HOUSE_AND_NAME and _is_of_dense_house(parts[0], parts[1], sites):
        return parts[1]
    for end in range(1, len(parts)):
        whole = end > 1 or not name[0].isupper() or not begins_with_given_name(name)
        rest = " ".join(parts[end:])
        if whole and letters("".join(parts[:end])) in sites and _is_called_so(rest):
            return rest  # «Harbour Courier Jane Doe»
    written_for = _FOR_HOUSE.match(name)
    if written_for and letters(written_for[2]) in sites:
        return written_for[1]
    for end in range(1 if is_agency(parts[0]) else 2, len(parts)):
        if letters("".join(parts[end:])) in sites and not parts[end - 1].islower():
            kept = parts[: end - 1] if end > LEAST_KEPT and parts[end - 1] in _OF else parts[:end]
            left = " ".join(kept).rstrip(",.;:|/@-–—· ")
            return name if _is_arabic_desk(kept) else left
    return name


MAX_BY = 4


def _is_section(rest: str) -> bool:
    """Whether what stands behind a house is what one of its sections holds, each word of it one
    that no person is called: «الأفق - عرب وعالم»."""
    return not begins_with_given_name(rest) and are_section_words(rest, KNOWN_PLACES)


HOUSE_AND_NAME = 2


def _is_of_dense_house(desk: str, name: str, sites: frozenset[str]) -> bool:
    """Whether a Chinese name stands behind a desk that begins with the house: «新京报财经
    王晓琳»."""
    if desk[0] < "\u3400" or not is_dense_person(name):
        return False
    return any(desk.startswith(site) for site in sites if site[0] >= "\u3400")


def _is_arabic_desk(kept: list[str]) -> bool:
    """Whether what is left without a house is a desk's words, which name none without it: «فريق
    عمل الأفق»."""
    return kept[0] in _ARABIC_DESKS and not any(map(begins_with_given_name, kept[1:]))


_OF = frozenset({"Do", "Da", "De", "Del", "Für", "For", "From", "Pour", "Per"})
"""What a person writes for, before a house's name: «Jane Doe Do Courier»."""
LEAST_KEPT = 2
"""Words of a name."""


def _is_called_so(name: str) -> bool:
    """Whether a name is a person's by its given name, or by its family name in dense scripts."""
    if is_dense_person(name) or is_korean_person(name):
        return True
    return is_person(name) and begins_with_given_name(name)


def is_house_with_agency(text: str, sites: frozenset[str]) -> bool:
    """Whether a house signs with an agency: «24 Hours with AFP»."""
    used = BESIDE_AGENCY.fullmatch(text) or _ONE_WORD_WITH.fullmatch(text)
    return used is not None and is_agency(used[2]) and is_site(used[1], sites)


_ONE_WORD_WITH = re.compile(
    r"(\S+)\s\(?(?:avec|with|mit|con|com|met|med|с|مع)\s(?:l['’])?([^()]{2,30})\)?", re.IGNORECASE
)
"""The same of a house of one word: «Courier with AFP»."""


def with_whole_house(names: tuple[str, ...], text: str, sites: frozenset[str]) -> tuple[str, ...]:
    """The names of a byline with the whole of the house's that they hold a part of, where its
    figures or its last word were read as a time: «24 Hours», «المصري» of «المصري اليوم»."""
    text = text.lstrip("©ⓒ ")
    if own := own_name(text, names, sites):
        return (own,)
    if len(names) == 1 and is_agency(names[0]) and " " in text:
        told = cut_before(text) or text
        names = (told,) if is_house_with_agency(told, sites) else names
    if not names:
        alone = is_house_with_agency(text, sites) or (text[:1].isdigit() and letters(text) in sites)
        return (text,) if alone else ()
    if len(names) == 1 and any(site.startswith(letters(names[0])) for site in sites):
        behind = text.partition(f"{names[0]} ")[2].split()
        whole = f"{names[0]} {behind[0]}" if behind and behind[0].isalnum() else ""
        return (whole,) if whole and letters(whole) in sites else names
    return names


def own_name(text: str, names: Sequence[str], sites: frozenset[str]) -> str:
    """The site's name, where metadata hold it first and no person behind it, but what it says of
    itself or one of its sections: «The Courier | News of the world | Courier News Agency», «الأفق -
    عرب وعالم»; else empty."""
    house = _AND_SECTION.fullmatch(text)
    if house and letters(house[1]) in sites and _is_section(house[2]):
        return house[1]
    placed = house_of_place(text) if not names and "«" in text else None
    if placed and letters(placed) in sites:
        return placed  # «لندن: «الأفق»»
    told = len(names) >= LEAST_TOLD and "|" in text and is_site(names[0], sites)
    return names[0] if told and not any(map(begins_with_given_name, names[1:])) else ""


_AND_SECTION = re.compile(r"([^-–—:/|ـ]{2,40}?)\s*[-–—:/|ـ]\s*([^\W\d_].{2,30})")
LEAST_TOLD = 3


def not_site(names: Iterable[str], sites: frozenset[str]) -> list[str]:
    others = [name for name in names if not is_site(name, sites)]
    persons = [n for n in others if not (_is_desk_at(n, sites) or is_desk_of(n, sites))]
    return persons or others


def _is_desk_at(name: str, sites: frozenset[str]) -> bool:
    """Whether a name is a desk's and the site's behind it or before it: «Redazione Il Molo»,
    «Kaiblatt-Redaktion»."""
    desk, _, house = name.partition(" ")
    if desk.lower() in DESK_WORDS or desk in _ARABIC_DESKS:
        return letters(house) in sites
    house, _, desk = name.partition("-")
    return desk.lower() in DESK_WORDS and letters(house) in sites


_ARABIC_DESKS = frozenset({"خاص", *words("desk_heads")})


def is_desk_of(name: str, sites: frozenset[str]) -> bool:
    """Whether a name is the site's and a word or two behind it: «Courier Tech»."""
    parts = name.split()
    if any(letters("".join(parts[:end])) in sites for end in range(1, len(parts))):
        return True
    behind = len(parts) > 1 and letters("".join(parts[1:])) in sites
    return behind and _UNCASED.match(name) is not None and not begins_with_given_name(name)


_UNCASED = re.compile("[\u05d0-\u06d5]")
"""Where what a house has stands before its name: «بعثة الأفق», «מערכת הכרמל»."""
