"""A name with the place from which its person writes, in a line of their own.

«Jane Doe - London», «بغداد / سارة أحمد», «لاہور (سدرہ ملک)», «Burak Şen/ANKARA, (DHA)».
"""

from __future__ import annotations

import re
from itertools import islice, product

from lxml.html import HtmlElement

from pipeline.lines.credits import is_agency
from pipeline.page.elements import letters, text_of_element
from pipeline.patterns.late_patterns import late_pattern
from pipeline.patterns.word_patterns import WordPattern
from pipeline.people.byline_words import KNOWN_PLACES, any_of, words
from pipeline.people.date_tails import without_date
from pipeline.people.given_names import begins_with_given_name
from pipeline.people.names import clean_names

WITH_PLACE = re.compile(
    r"[^\W\d_]+(?:[\s\u200c][^\W\d_]+){1,2}\s+[-–—]\s+[^\W\d_]+(?:\u200c[^\W\d_]+)*(?:\s[^\W\d_]+)?:?"
)
"""A name of two or three words and any place: only where nothing else can stand."""

_PLACES = WordPattern(any_of(words("places")), re.IGNORECASE)
_HERE = "\ue000"
"""Stands for a known place, so that no form need hold all their names."""
MAX_PLACES = 5
_HOUSE = re.compile(
    rf"{_HERE}\s*(?:[-–—ـ/:،]\s*(?P<behind>\S+(?:\s\S+){{0,3}}?)|(?:[-–—ـ]\s*)?\((?P<within>[^()]{{2,30}})\))"
    r"\s*[:–—-]?"
)
_WORD = r"[^\W\d_](?:[^\W\d_]|[\u064b-\u0655\u0670])*"
"""Letters, with the marks that some names are written with: «مرتضیٰ»."""
_NAME = rf"{_WORD}(?:[\s\u200c.'’-]{{1,2}}(?!ـ){_WORD}){{1,4}}"
_PLACE_HOUSE_NAME = re.compile(
    rf"{_HERE}\s*[-–—ـ]\s*(?:من\s+)?([^-–—ـ:،,]{{2,45}}?)\s*[-–—ـ]\s*(?:من\s+)?({_NAME})\s*:?"
)
_NAME_PLACE_AGENCY = re.compile(
    rf"(?:من\s+)?({_NAME})\s*(?:[/|–—-]|ـ+)\s*{_HERE}(?:[\s,،]*[(（-]\s*([^\W\d_.]{{2,12}})\s*[)）]?)?"
)
_NAME_PLACE_HOUSE = re.compile(rf"({_NAME})\s*[-–—ـ]\s*{_HERE}\s*[-–—ـ]\s*[^-–—ـ:،,()\d]{{2,30}}")
"""«سارة أحمد - أبوظبي - قناة الأفق», where the given name tells the person."""
_NAME_FROM_PLACE = re.compile(rf"({_NAME})\s+من\s+{_HERE}")
"""«سارة أحمد من دبي», where the given name tells the person."""
_GIVEN_NAME_TELLS = frozenset({_NAME_PLACE_HOUSE, _NAME_FROM_PLACE})
_FORMS = (
    # No blanks around either hyphen: «عمان-الأفق-سارة أحمد», where a name may hold one too.
    re.compile(rf"{_HERE}-[^-–—ـ:،,]{{2,20}}-({_NAME})"),
    # The house may stand before the place: «الأفق» – دمشق – ياسر خليل
    late_pattern(
        rf"(?:[«\"“][^«»\"“”]{{2,30}}[»\"”]\s*(?:من|[-–—ـ:|])?\s*)?{_HERE}\s*(?:[-–—/،,:|]|ـ+)\s*"
        rf"(?:من\s+)?({_NAME})\s*[:/]?"
    ),
    _PLACE_HOUSE_NAME,
    re.compile(rf"{_HERE}\s*[(（]({_NAME})[)）]\s*:?"),
    late_pattern(
        rf"{_HERE}\s*(?:[-–—/،]|ـ+)\s*(?:كتبت?|بقلم|تقرير|متابعة|إعداد)\s*[:/]\s*({_NAME})"
    ),
    re.compile(rf"[(（]{_HERE}[)）]\s*[-–—ـ:]?\s*({_NAME})\s*:?"),
    re.compile(rf"{_HERE}\s*[(（][^()（）\d]{{2,20}}[)）]\s*[-–—ـ:]\s*({_NAME})\s*:?"),
    re.compile(rf"({_NAME})\s*[(（]{_HERE}[)）](?:[\s,،|–-]+@\w[\w.]{{2,30}})?"),
    late_pattern(
        rf"({_NAME})\s*[-–—ـ|،,]?\s*[«\"“][^«»\"“”]{{2,30}}[»\"”]\s*(?:[-–—ـ|،,]\s*{_HERE}|[(（]{_HERE}[)）])"
    ),
    _NAME_PLACE_AGENCY,
    _NAME_PLACE_HOUSE,
    _NAME_FROM_PLACE,
)


def _with_sign(text: str) -> list[str]:
    """The text once for each known place in it, with a sign in that place's stead."""
    text = _DRAWN.sub("–", text) if "ــ" in text else text
    found = islice(_PLACES.finditer(text), MAX_PLACES)
    return [f"{text[: place.start()]}{_HERE}{text[place.end() :]}" for place in found]


_DRAWN = re.compile(r"(?<!\w)ـ{2,}(?!\w)")
"""A dash as some papers draw it: «دبي ــ سارة أحمد»."""


def house_of_place(text: str) -> str | None:
    """Who writes from a known place, in a line of the two: «عمان - الغد», «القاهرة (د ب أ)»."""
    for line in _with_sign(text):
        match = _HOUSE.fullmatch(line)
        if match:
            house = (match["behind"] or match["within"]).rstrip(" :–—-")
            return house[1:-1] if house[0] + house[-1] in ("()", "«»") else house
    return None


def agency_before_place(text: str) -> str | None:
    """The agency before a known place in a line of the two: «AA - Ankara», «Reuters, London»."""
    parts = _BEFORE_PLACE.split(text) if len(text) <= MAX_PLACED_CHARS else []
    told = len(parts) == TWO and letters(parts[1]) in KNOWN_PLACES and is_agency(parts[0])
    return parts[0] if told else None


def agency_with_place(text: str) -> str | None:
    """The agency in a line of it and a known place: «AA - Ankara», «القاهرة - (د ب أ)»."""
    house = house_of_place(text)
    return house if house and is_agency(house) else agency_before_place(text)


def agency_before_town(name: str) -> str | None:
    """The agency before a known place with no sign between: «PTI New Delhi»."""
    for words_of_town in (2, 1):
        agency, *town = name.rsplit(" ", words_of_town)
        if town and letters("".join(town)) in KNOWN_PLACES and is_agency(agency):
            return agency
    return None


_BEFORE_PLACE = re.compile(r"\s*[,،]\s+|\s+[-–—/|]\s+")
MAX_PLACED_CHARS = 60


def is_place_and_house(text: str) -> bool:
    """Whether a line is a place and whoever writes from it, told in brackets or in two words."""
    house = house_of_place(text)
    if house is None:
        return False
    parts = house.split()
    brief = len(parts) <= MAX_HOUSE_WORDS or all(len(part) == 1 for part in parts)  # «د ب أ»
    return brief or (f"({house})" in text and len(house) <= MAX_HOUSE_CHARS)


MAX_HOUSE_WORDS = 2
MAX_HOUSE_CHARS = 20


_PLACE_AND_AGENCY = WordPattern(
    rf"({_NAME}(?:\s[-–—]\s{_NAME}){{0,3}})\s*/\s*[^\W\d_]{{3,20}}[\s,،]*"
    r"[(（]([^\W\d_.]{2,12})[)）]"
)
"""Any place, where an agency stands behind it: «Burak Şen - Ece Ak / UŞAK (DHA)»."""
_DASHED = re.compile(r"\s[-–—]\s")


def _signer_of(match: re.Match[str]) -> int:
    """The group that signs: of a place, a house and a person the person, who may stand first,
    «عمان - سارة أحمد - الأفق»."""
    if match.re is not _PLACE_HOUSE_NAME:
        return 1
    return 1 if begins_with_given_name(match[1]) and not begins_with_given_name(match[2]) else 2


def placed_names(text: str) -> tuple[str, ...]:
    """The name in a line that holds nothing else but a known place, and a date; else empty."""
    line = without_date(text).replace("―", "—").strip().rstrip(_ENDS)
    wired = _PLACE_AND_AGENCY.fullmatch(line)
    if wired and is_agency(wired[2]):
        names = tuple(name for each in _DASHED.split(wired[1]) for name in clean_names(each))
        whole = len(names) == 1 or all(len(name.split()) > 1 for name in names)
        return (*names, wired[2]) if whole else ()
    return _in_two_places(line) or _in_one_place(line)


_ENDS = " :–—-ـ"
"""What parts a dateline from its text."""


def _in_two_places(line: str) -> tuple[str, ...]:
    """The persons of a line that joins two places and who writes from each: «بيروت – سارة أحمد
    ودمشق – علي حسن», «سارة أحمد (بيروت)، علي حسن (دمشق)»."""
    bracketed = _BEHIND_BRACKET.split(line) if line.endswith((")", "）")) else ()
    if len(bracketed) > 1:
        each = list(map(_in_one_place, bracketed[:MAX_PLACES]))
        if all(each):
            return tuple(name for names in each for name in names)
    for place in islice(_PLACES.finditer(line), 1, MAX_PLACES):
        before = _JOINS.search(line[: place.start()])
        if before is None and line[place.end() : place.end() + 1] == ":":
            before = _BLANK.search(line[: place.start()])  # «بيروت: سارة أحمد دمشق: علي حسن»
        first = _in_one_place(line[: before.start()].rstrip()) if before else ()
        second = _in_one_place(line[place.start() :]) if first else ()
        if second:
            return (*first, *second)
    return ()


_BEHIND_BRACKET = re.compile(r"(?<=[)）])\s*(?:[-–—ـ/|،,؛;]\s*|\sو\s?)(?=[^\W\d_])")
_JOINS = WordPattern(
    rf"(?:\s(?:{any_of([*words('between'), *words('joined')])})\s|\sو|\s*[;،,|/]\s*)$",
    re.IGNORECASE,
)
"""What stands before the second place."""
_BLANK = re.compile(r"(?<=\w)\s(?:[-–—]\s)?$")


_TWO = rf"({_NAME})(?:\s*[،,]\s+|\sو\s?)({_NAME})"
_TWO_IN_PLACE = (
    re.compile(rf"{_TWO}\s*(?:[-–—ـ/|]\s*{_HERE}|[(（]{_HERE}[)）])"),
    re.compile(rf"{_HERE}\s*[-–—ـ/:|]\s*(?:من\s+)?{_TWO}\s*:?"),
)
"""«سارة أحمد، علي حسن - أبوظبي», «أبوظبي - سارة أحمد وعلي حسن»."""


_SEVERAL_IN_BRACKETS = re.compile(rf"{_HERE}\s*[(（]([^()（）\d]{{9,70}})[)）]\s*:?")
"""«لاہور (سدرہ ملک، علی خان)», where a common given name tells one of them."""


def _two_in_place(line: str) -> tuple[str, ...]:
    if not any(sign in line for sign in ("،", ", ", " و")):
        return ()
    if line.rstrip(_ENDS)[-1:] in (")", "）"):
        for signed in _with_sign(line):
            match = _SEVERAL_IN_BRACKETS.fullmatch(signed)
            names = clean_names(match[1]) if match else ()
            whole = len(names) > 1 and all(len(name.split()) > 1 for name in names)
            if whole and any(map(begins_with_given_name, names)):
                return names
    for form, signed in product(_TWO_IN_PLACE, _with_sign(line)):
        match = form.fullmatch(signed)
        names = (*clean_names(match[1]), *clean_names(match[2])) if match else ()
        if match and _joins_letters(match) and not begins_with_given_name(match[2]):
            continue  # «محمد سالم ولد الطالب - نواكشوط»
        if len(names) == TWO and all(len(name.split()) > 1 for name in names):
            return names
    return ()


TWO = 2


def _joins_letters(match: re.Match[str]) -> bool:
    """Whether the "and" before a second name is written together with it, and may be its own."""
    return match.string[match.start(2) - 1] == "و"


def _in_one_place(line: str) -> tuple[str, ...]:
    if two := _two_in_place(line):
        return two
    for form, signed in product(_FORMS, _with_sign(line)):
        match = form.fullmatch(signed)
        if match:
            names = clean_names(match[_signer_of(match)])
            if form is _PLACE_HOUSE_NAME and all(map(begins_with_given_name, match.groups())):
                names = (*clean_names(match[1]), *names)  # «الدوحة - سارة أحمد - علي حسن»
            if form in _GIVEN_NAME_TELLS and not begins_with_given_name(match[1]):
                return ()
            agency = match[2] if form is _NAME_PLACE_AGENCY else None
            if not names or any(len(name.split()) < 2 for name in names):
                return ()
            return (*names, agency) if agency and is_agency(agency) else names
    return ()


def without_town(element: HtmlElement, text: str) -> str:
    """The text of a byline without the town that ends it in an element of its own: «Jane Doe
    <span>London</span>»; or begins it before a person by a common given name."""
    last = element[-1] if len(element) else None
    if last is not None and (rest := _behind_town(element, text)):
        return rest
    if last is None or (last.tail or "").strip() or not isinstance(last.tag, str):
        return text
    line = text_of_element(last)
    town = _TOWN_ENDS.split(line, maxsplit=1)[0]
    bare = text.removesuffix(line.removeprefix(town)).rstrip(" ,،|/–-")
    if letters(town) not in KNOWN_PLACES or not bare.endswith(town):
        return text
    return bare.removesuffix(town).rstrip(" ,،|/–-") or text


def _behind_town(element: HtmlElement, text: str) -> str:
    """The person behind the town that begins a byline in an element of its own, «<b>London</b> Jane
    Doe»; else empty."""
    if len(element) < TWO or (element.text or "").strip():
        return ""
    town = text_of_element(element[0])
    rest = text.removeprefix(town).lstrip(" ,،|/–-") if letters(town) in KNOWN_PLACES else ""
    return rest if rest != text and begins_with_given_name(rest or " ") else ""


_TOWN_ENDS = re.compile(r"\s*[|•●∙⋅▪·]\s*")
"""What parts a town from the day in one element: «London | Updated 20 November»."""


INITIALS = re.compile(r"[A-ZÀ-Þ]{2,4}")
"""How a house signs behind a person's name."""


def without_wired_place(names: tuple[str, ...], text: str) -> tuple[str, ...]:
    """The names of a byline without the known place between persons and their agency in brackets:
    «Burak Şen / ANKARA, (DHA)»."""
    wired = _WIRED.search(text) if len(names) > 1 and text.endswith(")") else None
    if wired is None or wired[1] not in names[1:] or letters(wired[1]) not in KNOWN_PLACES:
        return names
    return tuple(name for name in names if name != wired[1])


_WIRED = re.compile(r"[/|–—-]\s*([^\W\d_]{2,20})\s*,?\s*\([^\W\d_]{2,8}\)$")


def without_place_before(names: tuple[str, ...], text: str) -> tuple[str, ...]:
    """The names of a byline in Arabic without the known place before a dash and who writes from it:
    «لندن- سارة أحمد، علي حسن»."""
    if len(names) < TWO or text[0] < "\u0621" or letters(names[0]) not in KNOWN_PLACES:
        return names
    dash = _DASH_BEHIND.match(text.removeprefix(names[0]))
    return names[1:] if dash and text.startswith(names[0]) else names


_DASH_BEHIND = re.compile(r"\s*[-–—ـ/|]\s*")
_AND_THEN_PLACE = WordPattern(
    rf"^[^,،;]+(?:;|\s(?:{any_of([*words('between'), *words('joined')])})\s)"
    r"[^,،;]+,\s*([^\W\d_]+)\s*$",
    re.IGNORECASE,
)
"""Two persons without a comma between them, and one word behind a comma."""


def without_place(names: tuple[str, ...], text: str, *, labelled: bool = False) -> tuple[str, ...]:
    """The names of a byline without the town after the only person's: «Ines Maier, Washington».
    `labelled`: the text stands behind a label of authors.

    Behind a label any sign parts it. An agency in its place, «Ines Maier, Reuters», signs too.
    Behind several persons whom an "and" or a semicolon parts, a comma parts the town: «Ines Maier
    und Jan Roth, Emden». Of a place before an agency the agency signs: «دبي - أ.ف.ب».
    """
    if len(names) < 2:
        return names
    *persons, place = names
    if len(persons) == 1 and is_agency(persons[0]) and letters(place) in KNOWN_PLACES:
        return (persons[0],)  # «EFE | Madrid»
    if is_agency(place) and len(persons) == 1 and letters(persons[0]) in KNOWN_PLACES:
        return (place,)
    if not place[0].isupper() and not place[0].islower() and len(persons) == 1:
        signs = r"(?:[,،]|\s[-–—|/])" if labelled else "[,،]"
        behind = re.search(rf"{signs}\s{re.escape(place)}\s*$", text) and not is_agency(place)
        named = " " in persons[0] and not begins_with_given_name(place)
        return tuple(persons) if behind and named and " " not in place else names
    looks = place[0].isupper() and place[1:].islower() and len(place) > 3 and " " not in place
    if not looks or is_agency(place) or not all(" " in name for name in persons):
        return names
    if len(persons) > 1:
        line = _AND_THEN_PLACE.search(text)
        follows = line is not None and line[1] == place
    else:
        signs = "[,|/–—-]" if labelled and not begins_with_given_name(place) else ","
        signs = "[,|/–—-]" if letters(place) in KNOWN_PLACES else signs
        pattern = rf"{re.escape(persons[0])}\s*{signs}\s*{re.escape(place)}\s*$"
        follows = re.search(pattern, text) is not None
    return tuple(persons) if follows else names
