"""A house that signs in one line with who wrote for it: «الأفق - سارة أحمد»."""

from __future__ import annotations

import re
from functools import lru_cache
from operator import methodcaller
from unicodedata import normalize

from pipeline.lines.credits import is_agency
from pipeline.page.elements import letters
from pipeline.patterns.word_patterns import WordPattern
from pipeline.people.byline_words import (
    FACT_WORDS,
    KNOWN_PLACES,
    ONLINE_WORDS,
    ROLE_FIRST,
    SILENT,
    SOURCES,
    any_of,
    words,
)
from pipeline.people.given_names import begins_with_given_name
from pipeline.people.lone_person import lone_person
from pipeline.people.name_shapes import is_cased_as_name, is_name
from pipeline.people.names import clean_names
from pipeline.punctuation import SENTENCE_ENDS
from pipeline.records import LINE_KINDS, Block

_DESK = r"(?:Redaktion|Rédaction|Redacción|Redação|Redazione|Redactie|Redaksjonen)"
_DESK_BEFORE = re.compile(
    rf"^{_DESK}(?:\s(?:von|der|de|du|da|del|di|van))?\s+(?=\S)", re.IGNORECASE
)
"""A desk before its house: «Jana Roth und Redaktion Hafenblog»."""
_BETWEEN = re.compile(
    rf"\s+(?:und|and|et|y|e|en|och|og)\s+(?={_DESK}\s)|"
    r"\s+[-–—ـ]\s+|\s*[/|؛]\s*|\s*:\s+|[,،]\s+|\s+من\s+|\s+for\s+|\s+ل(?:ـ\s?)?(?=[«\"“])|(?<=[\u0621-\u064a])[-–—]\s"
)
_ALONE = re.compile(
    r"(?:خاص|حصري|exclusive|exclusif|exklusiv)(?:\s*[-–—ـ/:|]\s*|\s+(?:لـ?\s?|بـ?\s?|to |for )?)",
    re.I,
)


def names_beside_house(text: str, sites: frozenset[str]) -> tuple[str, ...]:
    """The persons and agencies in a line that holds them, the site's name and a place perhaps,
    «الأفق/ بغداد - سارة أحمد»; else empty."""
    if text[:1] in _OPENS and text[-1:] in _CLOSES:
        text = text[1:-1]
    text = _LABEL.sub(r"\1", _SOURCE.sub(" | ", text)) if ":" in text else text
    if (sent := _SENT_FROM.fullmatch(text)) and not begins_with_given_name(sent[1]):
        return ()  # «سان فرنسيسكو: «الأفق»», whatever the town
    if text[-1:] in SENTENCE_ENDS and len(text.split()) > MAX_WORDS_OF_STOPPED:
        return ()  # «The Courier: residents meet the council on Thursday.»
    parts = [part for part in _BETWEEN.split(text.rstrip(" :-–—")) if not _NOTE.fullmatch(part)]
    if not 2 <= len(parts) <= MAX_PARTS:
        return ()
    own = [part for part in parts if _is_own(part, sites)]
    own = own or [part for part in parts if _is_in_town(part, sites)]
    own = own or [part for part in parts[:-1] if _is_in_land(part, parts[-1], sites)]
    own = own or list(filter(is_agency, parts))
    rest = [part for part in parts if part not in own and letters(part) not in KNOWN_PLACES]
    if len(own) == 1 and len(parts) == len(rest) + 1 == PLACE_NAME_HOUSE:
        placed_first = parts[:2] == rest and is_site(parts[2], sites)
        return _behind_any_place(*rest) if placed_first else ()
    placed = len(parts) - len(own) - len(rest)
    if len(own) != 1 or not rest or placed > 1 or len(rest) > 1 + placed:
        return ()
    named = [clean_names(part) for part in rest]
    if any(2 * sum(map(len, each)) < len(part) for each, part in zip(named, rest, strict=True)):
        return ()  # a sentence behind a dateline, of which two words are like a name
    names = tuple(name for each in named for name in each)
    if any(name.startswith(_ARTICLES) for name in names):
        return ()  # «A New Home for The Courier»
    return names if all(is_agency(name) or lone_person(name) for name in names) else ()


_SIGNS_AROUND = ' «»"“”'
_SENT_FROM = re.compile('([^:«»"“”]{2,40}):\\s*[«“"][^«»"“”]{2,30}[»”"]')
"""A town, a colon and a house in quotation marks."""


def _is_own(part: str, sites: frozenset[str]) -> bool:
    """Whether a part is the site's name, behind what says that a text is the site's alone perhaps:
    «خاص بـ«الأفق»», «خاص بوابة الأفق»."""
    bare = (_ALONE.sub("", part), _NOTE_BEFORE.sub("", part), _DESK_BEFORE.sub("", part))
    return any(is_site(each.strip(_MARKS), sites) for each in bare)


MAX_WORDS_OF_STOPPED = 8
"""Words of a house and the persons beside it, where a stop ends the line."""
_NOTE_BEFORE = re.compile(r"^(?:خاص|حصري)\s+")


def _is_in_town(part: str, sites: frozenset[str]) -> bool:
    """Whether a part is the site's name and a known place: «The Courier Leeds»."""
    house, _, town = part.rpartition(" ")
    return bool(house) and letters(town) in KNOWN_PLACES and is_site(house, sites)


def _is_in_land(part: str, name: str, sites: frozenset[str]) -> bool:
    """Whether a part is the site's name and an Arabic adjective, of a land perhaps, before a person
    by a common given name: «المرفأ المغربية- سارة أحمد»."""
    house, _, land = part.rpartition(" ")
    if not (_ADJECTIVE.fullmatch(land) and letters(house) in sites):
        return False
    return lone_person(name) == name and begins_with_given_name(name)


def behind_role_at_house(text: str, sites: frozenset[str]) -> str:
    """A byline's text behind what somebody does for the site: «مراسلة الأفق نيوز سارة أحمد»; any
    other as it is."""
    role = ROLE_FIRST.match(text) if sites else None
    parts = text[role.end() :].split() if role else []
    for size in range(min(len(parts) - 2, MAX_PARTS), 0, -1):
        if letters(" ".join(parts[:size])) in sites:
            return " ".join(parts[size:])
    return text


_ADJECTIVE = re.compile("ال[\u0621-\u064a]{3,}ية?")
_SOURCE = re.compile(rf"\s(?:{SOURCES})\s?:\s?", re.IGNORECASE)
"""Before the house that tells what the person before it wrote."""
_LABEL = WordPattern(
    rf"(\s[-–—ـ|/]\s)(?:{any_of(words('before'))})\s?:\s?(?=[^\W\d_])", re.IGNORECASE
)
"""Behind the house, what says who wrote: «الأفق - كتبت: سارة أحمد»."""


def _behind_any_place(place: str, name: str) -> tuple[str, ...]:
    """The person between a town of one word, whatever it is, and the house: «تطاوين - سارة أحمد -
    الأفق»."""
    town = place.isalpha() and not SILENT.match(place) and lone_person(name) == name
    return (name,) if town else ()


PLACE_NAME_HOUSE = 3
_ARTICLES = ("A ", "An ", "The ")
_MARKS = '«»"“”'
"""What the house's name may stand between: «سارة أحمد - خاص بـ«الأفق»»."""
_SLASH = re.compile(r"\s+/\s+")


def house_beside_own(text: str, sites: frozenset[str]) -> tuple[str, ...]:
    """The house whose text a site tells, in a last line of both: «The Courier / El Heraldo»; else
    empty."""
    parts = _SLASH.split(text) if len(text) <= MAX_CREDIT_CHARS else []
    if len(parts) != 2 or not any(letters(part) in sites for part in parts):
        return ()
    other = parts[1] if letters(parts[0]) in sites else parts[0]
    cased = other[:1].isupper() and is_cased_as_name(other) and len(other.split()) <= MAX_WORDS
    return (other,) if cased and is_name(other) and letters(other) not in sites else ()


MAX_WORDS = 3
_OPENS, _CLOSES = tuple("([（【"), tuple(")]）】")
_NOTE = re.compile("خاص|حصري|متابع(?:ة|ات)|تقرير|exclusive|exclusif|exklusiv", re.IGNORECASE)
"""What a house says of its text between its name and the person's: «الأفق - خاص - سارة أحمد»."""

MAX_PARTS = 4
"""House, place and two persons."""


MAX_HOUSE_CHARS = 40


def is_house_alone(block: Block, sites: frozenset[str], signs: bool) -> bool:
    """Whether a line is the site's own name, with a place perhaps: «– The Courier»; with a desk
    too, «Courier Technology», where it `signs` a text by its look."""
    if block.kind not in LINE_KINDS or len(block.text) > MAX_HOUSE_CHARS:
        return False
    if is_site(block.text, sites) or _is_house_and_place(block.text, sites):
        return True
    house, _, desk = block.text.rpartition(" ")
    named = signs and desk[:1].isupper() and desk.isalpha()
    return named and letters(house) in sites


def _is_house_and_place(text: str, sites: frozenset[str]) -> bool:
    """Whether a line is the site's name and a known place, or what the text is to the site, or says
    that it is the site's alone: «الأفق - ديالى», «الأفق: متابعات», «خاص الأفق»."""
    alone = _ALONE.match(text)
    house = text[alone.end() :].rstrip(" :") if alone else ""
    if house and (is_site(house, sites) or is_site(_JOINED.sub("ا", house), sites)):
        return True
    sent = _SENT_FROM.fullmatch(text)
    if sent and is_site(text[sent.end(1) + 1 :].strip(_SIGNS_AROUND), sites):
        return not begins_with_given_name(sent[1])
    parts = _BESIDE.split(text.rstrip(" :"))
    return len(parts) == 2 and any(
        is_site(house, sites) and (letters(beside) in KNOWN_PLACES or _is_note(beside))
        for house, beside in (parts, parts[::-1])
    )


def _is_note(beside: str) -> bool:
    """Whether words beside a house are what its text is, its desk or its section: «الأفق – علوم
    وتكنولوجيا»."""
    if _NOTE.fullmatch(beside):
        return True
    parts = beside.split()
    section = all(word in FACT_WORDS or word.removeprefix("و") in FACT_WORDS for word in parts)
    return section or letters(parts[0]) in _DESKS


_DESKS = frozenset(letters(word) for word in words("desks"))
_JOINED = re.compile("^(?=ل)")
"""Where «for» has taken the first letter of the article: «خاص للأفق»."""
_BESIDE = re.compile(rf"{_BETWEEN.pattern}|(?<=[\u0621-\u064a])[-–—]+\s+")
"""The same, and a dash that is written together with the Arabic word before it."""


MAX_CREDIT_CHARS = 70


MIN_BEGINNING, MIN_TWO_WORDS = 8, 6
"""Letters of the beginning of a site's name, and where it is of several words: «وادي رم» of
«وادي رم الإخبارية»."""


def is_site(name: str, sites: frozenset[str]) -> bool:
    """Whether a name is the site's own, or the beginning of it."""
    key = letters(name)
    if key in sites:
        return True
    if not key.isascii():
        # Arabs write one name in several spellings: «ألترا صوت» is «الترا صوت».
        if (
            len(key) > MIN_SPELT
            and key[0] >= "\u0621"
            and key.translate(_SPELLINGS) in _spelt(sites)
        ):
            return True
        # «HABERTÜRK» is the site haberturk: addresses have no marks on their letters.
        plain = "".join(c for c in normalize("NFKD", key) if c.isalnum())
        if len(plain) > 3 and plain.isascii() and plain in sites:
            return True
    least = MIN_TWO_WORDS if " " in name else MIN_BEGINNING
    least = MIN_SYLLABLES if not key.isascii() and _SYLLABLES.fullmatch(key) else least
    if len(key) >= least and any(map(methodcaller("startswith", key), sites)):
        return True
    first, _, last = name.rpartition("." if name.endswith(_DOMAINS) else " ")
    if first and last.lower() in ONLINE_WORDS and is_site(first, sites):
        return True
    # «صحيفة المدى» signs as «المدى».
    ending = [site for site in sites if site.endswith(key)] if len(key) > 3 else ()
    if any(site.removesuffix(key) in _HOUSES for site in ending):
        return True
    if len(key) > MIN_SPELT and key[0] >= "\u0621" and any(_is_amid(key, site) for site in sites):
        return True
    if key >= "\u3400" and any(
        site.startswith(key) and site[len(key) :] in _NETS for site in sites
    ):
        return True
    # The site «الساحل الإخباري» signs as «شبكة الساحل الإخباري».
    if any(key.startswith(kind) and key[len(kind) :] in sites for kind in _HOUSES):
        return True
    # «menitInet» is a part of menit.example, as one word is that begins with the site's name.
    return " " not in name and any(
        len(site) > 4 and key.startswith(site) and len(key) <= 2 * len(site) for site in sites
    )


def _is_amid(key: str, site: str) -> bool:
    """Whether a name is what stands between the kind of house and an adjective in the site's:
    «المدى» of «صحيفة المدى الإلكترونية»."""
    kind, amid, behind = site.partition(key)
    return bool(amid) and kind in _HOUSES and _ADJECTIVES.fullmatch(behind) is not None


_ADJECTIVES = re.compile("(?:ال[\u0621-\u064a]{3,}?ية?)+")


_NETS = frozenset({"网", "網", "在线", "新闻网", "新聞網", "网站"})
"""What Chinese houses add to their name on the web: «海港» is «海港网»."""
MIN_SYLLABLES = 4
_SYLLABLES = re.compile("[\u30a0-\u30ff]+")
"""Of Japanese, in which foreign words and no persons of the land are written so."""
MIN_SPELT = 4
_SPELLINGS = str.maketrans("أإآىةیک", "ااايهيك")


@lru_cache(maxsize=64)
def _spelt(sites: frozenset[str]) -> frozenset[str]:
    return frozenset(site.translate(_SPELLINGS) for site in sites)


_DOMAINS = (".نت", ".كوم")
"""The same as an address has it: «المدى.نت»."""
_HOUSES = frozenset(letters(word) for word in words("houses"))
"""What kind of house a site is, where its name begins with that."""
