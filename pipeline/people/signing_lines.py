"""Lines below a headline that sign by what stands beside the name: a place, a house, a job."""

from __future__ import annotations

import re

from pipeline.lines.credits import agency_of, is_agency
from pipeline.page.elements import letters
from pipeline.patterns.late_patterns import late_pattern
from pipeline.people.behind_jobs import behind_job
from pipeline.people.beside_pictures import who_wrote_beside_pictures
from pipeline.people.byline_words import KNOWN_PLACES, LEADING_ROLE, ROLE_FIRST, SILENT, TRAILING
from pipeline.people.dense_lines import persons_of_dense_line
from pipeline.people.dense_reporters import reporters_by_role, reporters_in_dateline
from pipeline.people.fact_parts import persons_among_facts
from pipeline.people.fact_persons import DIGIT, is_person
from pipeline.people.facts_line import LIFE
from pipeline.people.filed import tells_with_whom
from pipeline.people.given_names import (
    begins_with_given_name,
    is_arabic_phrase,
    persons_in,
    tells_deed,
)
from pipeline.people.houses import is_site, names_beside_house
from pipeline.people.jobs import is_job
from pipeline.people.labels import is_editors_label, is_filed_line
from pipeline.people.labels_inside import writer_inside
from pipeline.people.lone_person import lone_person
from pipeline.people.name_shapes import is_cased_as_name
from pipeline.people.names import clean_names
from pipeline.people.one_name import BESIDE_AGENCY
from pipeline.people.piece_lines import whose_piece
from pipeline.people.placed import placed_names
from pipeline.people.second_names import has_second_name
from pipeline.people.written_by_verb import who_asks, who_writes


def names_in_line(text: str, sites: frozenset[str]) -> tuple[str, ...]:
    """The names that a line signs with, a place, a house or a job beside them; else empty."""
    if LIFE.search(text) or text.startswith(_CAPTION_MARKS):
        return ()
    text = text.strip("| ") or text
    if not text.strip() or is_filed_line(text):
        return ()
    if tells_with_whom(text):
        return ()
    opened = text.startswith(_OPENS) or _REPORTER_FIRST.match(text)
    if opened and (reporters := reporters_in_dateline(text)):
        return reporters  # «（中央社记者王芳台北28日电）»
    if dense := persons_of_dense_line(text, sites):
        return dense
    names = who_wrote_beside_pictures(text) or placed_names(text) or _with_agency(text)
    names = tuple(name for name in names if not is_site(name, sites))
    names = names or _with_house(text, sites) or behind_job(text) or _behind_place(text)
    names = (
        names
        or who_writes(text)
        or whose_piece(text)
        or who_asks(text)
        or _in_brackets(text)
        or _as_source(text)
        or _all_persons(text)
        or _behind_small_word(text)
        or _before_others(text)
        or _behind_our_role(text)
        or _with_account(text)
        or _for_house(text)
        or _before_tail(text)
    )
    lent = ":" in text and SILENT.match(text) is not None and writer_inside(text) is None
    names = names or (() if lent else persons_among_facts(text, sites))  # «Photo: Library / Doe»
    if any(map(tells_deed, names)):
        return ()
    if all(is_person(name) or is_agency(name) for name in names):
        return names or reporters_by_role(text)
    return ()


_OPENS = tuple("（【〔")
_REPORTER_FIRST = late_pattern("[\u3400-\u9fff]{0,6}[记記]者[:：\\s]")
_CAPTION_MARKS = ("▲", "△", "▼", "▽")
"""How Korean papers begin what stands below a picture: «▲ 항구 전경 /연합뉴스»."""


def names_above(text: str, sites: frozenset[str]) -> tuple[str, ...]:
    """The names that a line above a headline signs with, by a known place and a common given name,
    by a reporter's role, the house, or who pictured; else empty."""
    names = placed_names(text)
    if names and begins_with_given_name(names[0]):
        return names
    name, bar, job = text.partition("|")
    if bar and is_job(job.strip()) and (person := lone_person(name.strip())):
        return (person,)
    names = reporters_by_role(text) or who_writes(text) or whose_piece(text)
    return names or who_wrote_beside_pictures(text) or _with_house(text, sites)


_SMALL_WORD = re.compile(r"[^\W\d_A-ZÀ-Þ]{2,4}\s(?=[^\W\d_a-zà-ÿ]\w+\s[^\W\d_a-zà-ÿ])")


_FROM = re.compile(r"من\s(?=[\u0621-\u064a]{2,}\s[\u0621-\u064a])")


def _behind_small_word(text: str) -> tuple[str, ...]:
    """The person behind a small word that must mean "by" in whatever language: «de Ana Popescu»."""
    small = _SMALL_WORD.match(text) if text[:1].islower() else _FROM.match(text)
    persons = persons_in(text[small.end() :]) if small else ()
    if len(persons) > 1:  # «من سارة أحمد وعلي حسن»
        return persons if small and text[small.end() :] == " و".join(persons) else ()
    return persons if persons and text.endswith(persons[0]) else ()


def _before_others(text: str) -> tuple[str, ...]:
    """The persons before brackets that tell who translated or pictured: «سارة أحمد (ترجمة: علي
    حسن)»."""
    two = _OTHERS_BEHIND.fullmatch(text) if text[-1] in ")）" else None
    if two is None or not (is_editors_label(two[2]) or SILENT.match(two[2])):
        return ()
    return persons_in(two[1])


def _behind_our_role(text: str) -> tuple[str, ...]:
    """The person behind what a house calls its own: «Van onze verslaggever Sanne de Wit»."""
    ours = LEADING_ROLE.match(text)
    if ours is None or ROLE_FIRST.match(text):
        return ()
    person = lone_person(text[ours.end() :])
    return (person,) if person and is_cased_as_name(person) and person[0].isupper() else ()


_OTHERS_BEHIND = re.compile(r"([^()（）:]{5,60}?)\s*[(（]([^()（）]{4,60})[)）]")
_WITH_ACCOUNT = re.compile(
    r"([A-ZÀ-Þ][\w.'’-]+(?:\s[\w.'’-]+){1,3})\s"
    r"(?:[(\[]?@[\w.]{2,30}[)\]]?|[(\[][\w.+-]+@[\w.-]+[)\]]|[|/•·–—-]\s[\w.+-]+@[\w.-]+|([\w.+-]{3,})@[\w.-]+)"
)


def _with_account(text: str) -> tuple[str, ...]:
    """The person of a line of a name and an account, «Jane Doe (@jane)», or a mailbox in
    brackets or behind a sign, or one of the person's name: «Jane Doe jane.doe@…»."""
    told = _WITH_ACCOUNT.fullmatch(text) if text[:1].isupper() and "@" in text else None
    person = lone_person(told[1]) if told else None
    if told is None or not person:
        return ()
    own = told[2] is None or any(
        letters(part)[:BEGINS] in letters(told[2]) for part in person.split()
    )
    return (person,) if own else ()


BEGINS = 3
"""Letters of a name with which a mailbox is called after it."""


_FOR_HOUSE = re.compile(
    r"([^\W\d_a-zа-я]\S*(?:\s[^\W\d_a-zа-я]\S*){1,3}),?\s"
    r"(?:[сС]пециально\sдля|для(?=\s[«„“\"])|(?<=,\s)для|спеціально\sдля|[sS]pecial(?:ly)?\s(?:to|for))\s\S.*"
)


def _for_house(text: str) -> tuple[str, ...]:
    """The person who wrote for a house, whatever the name: «Jane Doe, special to The Courier»."""
    wrote = _FOR_HOUSE.fullmatch(text) if "для" in text or "pec" in text else None
    person = lone_person(wrote[1]) if wrote else None
    return (person,) if person else ()


def _before_tail(text: str) -> tuple[str, ...]:
    """The person by a common given name before what languages with the verb last say behind who
    wrote: «Trần Ngọc Diệp thực hiện»."""
    told = TRAILING.search(text) if text.endswith(_TAILS) else None
    bare = text[: told.start()] if told else ""
    return (bare,) if bare and persons_in(bare) == (bare,) else ()


_TAILS = ("thực hiện", "tarafından", "yazdı", "की रिपोर्ट")
_SOURCE = re.compile(
    r"(?:ال)?مصدر\s*:\s*|source\s*:\s*|fuente:\s*|quelle:\s*|fonte:\s*", re.IGNORECASE
)


def _as_source(text: str) -> tuple[str, ...]:
    """The person by a common given name whom a house calls its source, with the place from which
    they write: «المصدر: سارة أحمد (دبي)»."""
    source = _SOURCE.match(text)
    names = placed_names(text[source.end() :]) if source else ()
    return names if names and begins_with_given_name(names[0]) else ()


def _in_brackets(text: str) -> tuple[str, ...]:
    """The person who is all of a line, in brackets: «(Jane Doe)»."""
    name = lone_person(text[1:-1]) if text[0] + text[-1] == "()" else None
    sure = name is not None and (name[0].isupper() or begins_with_given_name(name))
    return (name,) if name and (sure or has_second_name(name)) else ()


_PICTURED = re.compile(r"[\w.]/[^\W\d_]")
"""How a house and a person are credited with a picture in scripts with capitals: «The Courier/Jane
Doe»."""


def _with_house(text: str, sites: frozenset[str]) -> tuple[str, ...]:
    """The persons in a line that holds them and the site's name, unless it credits a picture."""
    if _PICTURED.search(text) and text[:1].lower() != text[:1].upper():
        return ()
    own = _HOUSE_IN_BRACKETS.fullmatch(text) if text[-1] in ")）" else None
    if own and is_site(own[2], sites):
        return (own[1],) if lone_person(own[1]) == own[1] else ()
    return names_beside_house(text, sites) or _behind_house_and_role(text, sites)


_HOUSE_IN_BRACKETS = re.compile(r"([^()（）]{3,50}?)\s?[(（]([^()（）]{2,40})[)）]")
"""«Jane Doe (The Courier)»."""


def _behind_house_and_role(text: str, sites: frozenset[str]) -> tuple[str, ...]:
    """The person behind the site's name and what they do for it, with no sign between: «Courier
    reporter Jane Doe»."""
    parts = text.split()
    for end in range(1, min(len(parts) - 2, MAX_HOUSE_WORDS + 1)):
        if is_site(" ".join(parts[:end]), sites):
            rest = " ".join(parts[end:])
            role = ROLE_FIRST.match(rest)
            person = lone_person(rest[role.end() :].strip()) if role else None
            return (person,) if person else ()
    return ()


MAX_HOUSE_WORDS = 4


_PLACE_FIRST = re.compile(r"([^:–—/|\d-]{2,25}?)\s*[:–—/|-]\s*(\S.+)")


def _behind_place(text: str) -> tuple[str, ...]:
    """The persons behind a known place: «عمّان: سارة أحمد - مروان قاسم»."""
    sent = _SENT_FROM.fullmatch(text)
    if sent and lone_person(sent[1]):
        return (sent[1],)
    sent = _OUT_OF.fullmatch(text)
    if sent and letters(sent[1]) in KNOWN_PLACES and lone_person(sent[2]) == sent[2]:
        return (sent[2],)
    line = _PLACE_FIRST.fullmatch(text)
    return persons_in(line[2]) if line and letters(line[1]) in KNOWN_PLACES else ()


_OUT_OF = re.compile(
    r"(?i:aus|from|desde|depuis|uit|vanuit|da|de)\s([^\W\d_]+(?:\s[A-ZÀ-Þ]\S+)??)\s"
    r"([A-ZÀ-Þ]\S+(?:\s\S+){1,3})"
)
"""Whence a report comes, and who sent it, with no sign between: «aus Leipzig Jana Roth»."""
_SENT_FROM = re.compile(
    r"From\s([A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){1,3})(?:,|\sin)\s[A-Z][\w-]+(?:[\s-][A-Z]\w+)?"
)
"""Who sent a report, and whence: «From Jane Doe, Enugu»."""


def _all_persons(text: str) -> tuple[str, ...]:
    """The persons of a line that parts three or four with dashes or bars, of whom one has a common
    given name: «سارة أحمد - ميهار قرنداشي - هبة سالم»."""
    parts = _BETWEEN_PERSONS.split(text)
    if not LEAST_PERSONS <= len(parts) <= MOST_PERSONS:
        return ()
    if any(lone_person(part) != part or is_arabic_phrase(part) for part in parts):
        return ()
    placed = any(letters(part) in KNOWN_PLACES for part in parts)
    return tuple(parts) if any(map(begins_with_given_name, parts)) and not placed else ()


LEAST_PERSONS, MOST_PERSONS = 3, 4
_BETWEEN_PERSONS = re.compile(r"\s+(?:[-–—|/]|ـ+)\s+")


def _with_agency(text: str) -> tuple[str, ...]:
    text = _DAY_BEHIND.sub("", text)  # «Jane Doe avec AFP, le 20 mai 2026»
    names = clean_names(text) if not DIGIT.search(text) else ()
    used = BESIDE_AGENCY.fullmatch(text)
    if used and names == (used[1],) and is_agency(used[2]):
        return names  # «Jane Doe (avec AFP)»
    *_, before, last = ["", "", *text.split()]
    if len(names) == 1 and "agencies" in (agency_of(last), agency_of(f"{before} {last}")):
        return names if text.startswith(names[0]) else ()  # «Jane Doe with agencies»
    if len(names) > 1 and "/" in text.partition(names[0])[0]:
        return ()  # who took a picture: «Boats in the harbour / Jane Doe / Reuters»
    return names if len(names) > 1 and is_agency(names[-1]) and is_person(names[0]) else ()


_DAY_BEHIND = re.compile(r",\s(?:le|on|am|el|il|em)\s(?:[^\W\d_]+\s)?\d.*$")
