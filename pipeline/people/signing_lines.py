"""Lines below a headline that sign by what stands beside the name: a place, a house, a job."""

from __future__ import annotations

import re

from pipeline.lines.credits import agency_of, is_agency
from pipeline.page.elements import letters
from pipeline.patterns.word_patterns import WordPattern
from pipeline.people.beside_pictures import who_wrote_beside_pictures
from pipeline.people.byline_words import (
    KNOWN_PLACES,
    LEADING_ROLE,
    ROLE_FIRST,
    ROLE_WITH_MORE,
    SILENT,
    any_of,
    words,
)
from pipeline.people.datelines import reporters_by_role
from pipeline.people.dense_lines import persons_of_dense_line
from pipeline.people.fact_parts import persons_among_facts
from pipeline.people.facts_line import DIGIT, LIFE, is_person
from pipeline.people.given_names import (
    begins_with_given_name,
    is_arabic_phrase,
    persons_in,
    tells_deed,
)
from pipeline.people.houses import is_site, names_beside_house
from pipeline.people.jobs import is_job
from pipeline.people.labels import is_editors_label
from pipeline.people.lone_person import lone_person
from pipeline.people.name_shapes import is_cased_as_name
from pipeline.people.names import clean_names
from pipeline.people.placed import placed_names
from pipeline.people.second_names import has_second_name


def names_in_line(text: str, sites: frozenset[str]) -> tuple[str, ...]:
    """The names that a line signs with, a place, a house or a job beside them; else empty."""
    if LIFE.search(text):
        return ()
    text = text.strip("| ") or text
    if dense := persons_of_dense_line(text, sites):
        return dense
    names = placed_names(text) or _with_agency(text)
    names = names or _with_house(text, sites) or _behind_job(text) or _behind_place(text)
    names = (
        names
        or who_writes(text)
        or _who_asks(text)
        or _in_brackets(text)
        or _as_source(text)
        or _all_persons(text)
        or _behind_small_word(text)
        or _before_others(text)
        or _behind_our_role(text)
        or _with_account(text)
    )
    names = names or persons_among_facts(text, sites) or who_wrote_beside_pictures(text)
    if any(map(tells_deed, names)):
        return ()
    if all(is_person(name) or is_agency(name) for name in names):
        return names or reporters_by_role(text)
    return ()


def names_above(text: str) -> tuple[str, ...]:
    """The names that a line above a headline signs with, by a known place and a common given name
    or by a reporter's role; else empty."""
    names = placed_names(text)
    if names and begins_with_given_name(names[0]):
        return names
    name, bar, job = text.partition("|")
    if bar and is_job(job.strip()) and (person := lone_person(name.strip())):
        return (person,)
    return reporters_by_role(text) or who_writes(text)


_WRITES = WordPattern(
    rf"([^\W\d_]+(?:\s[^\W\d_]+){{1,3}}?)\s+(?:{any_of(words('writes'))})"
    r"(?:\s?[:：|…]|\s(?:لـ?|for|für|pour|para|per)\s?[«\"“][^«»\"“”]{2,40}[»\"”]$)",
    re.IGNORECASE,
)


_ASKS = WordPattern(
    rf"(\S+(?:\s\S+){{1,3}}?)\s+(?:{any_of(words('asks'))})\s+(\S+(?:\s\S+){{1,3}})", re.IGNORECASE
)


def _who_asks(text: str) -> tuple[str, ...]:
    """The person who asked another, in a line of the two: «سارة أحمد تحاور منى سالم»."""
    asked = _ASKS.fullmatch(text)
    if asked is None or not all(lone_person(name) for name in asked.groups()):
        return ()
    return (asked[1],) if begins_with_given_name(asked[1]) else ()


def who_writes(text: str) -> tuple[str, ...]:
    """The person who writes by a line or a headline that says so: «سارة أحمد تكتب: …», «… بقلم:
    سارة أحمد»."""
    said = _WRITES.match(text)
    if said:
        whole = said.end() == len(text) and lone_person(said[1]) and not is_job(said[1])
        return (said[1],) if whole or begins_with_given_name(said[1]) else ()
    piece = _PIECE_OF.match(text)
    if piece and (person := lone_person(text[piece.end() :])):
        return (person,) if begins_with_given_name(person) else ()
    before, pen, name = text.rpartition("بقلم")
    name = _TITLE_AND_SLASH.sub("", name.strip(" :/-–"))
    person = lone_person(name) if pen and len(name) <= MAX_NAMED else None
    # «رسالة كتبت بقلم رصاص مكسور» is no signature.
    apart = before.rstrip().endswith(tuple(".|:–-/»")) or ":" in name
    apart = apart or _PIECE.fullmatch(before.strip()) is not None
    return (person,) if person and (apart or begins_with_given_name(person)) else ()


_PIECE_OF = re.compile(
    r"[\u0621-\u064a]{3,}\sمن\s(?:إعداد|اعداد|تأليف|كتابة|إنجاز)\s?:?\s"
    r"|(?:مقال|مقالة|نص|قصيدة|تقرير|تحقيق|قصة)\s(?:لـ\s?|لل?كاتبة?\s)"
)
"""«مقال لـ سارة أحمد», «ملف من إعداد سارة أحمد»."""
_PIECE = re.compile(
    r"(?:ال)?(?:تدوينة|مقالة?|نص|تقرير|تحقيق|قصة|قراءة|مراجعة|شهادة|خاطرة|زاوية|عمود)(?:\s[\u0621-\u064a]+)?"
)
"""What a text may be called before who wrote it: «تدوينة ضيف بقلم …»."""
_TITLE_AND_SLASH = re.compile(r"^(?:[أاد]\.?\s?){1,2}\s?/\s?")
MAX_NAMED = 40
"""Letters of who wrote, behind «بقلم» at the end of a headline."""


_SMALL_WORD = re.compile(r"[^\W\d_A-ZÀ-Þ]{2,4}\s(?=[^\W\d_a-zà-ÿ]\w+\s[^\W\d_a-zà-ÿ])")


_FROM = re.compile(r"من\s(?=[\u0621-\u064a]{2,}\s[\u0621-\u064a])")


def _behind_small_word(text: str) -> tuple[str, ...]:
    """The person behind a small word that must mean "by" in whatever language: «de Ana Popescu»."""
    small = _SMALL_WORD.match(text) if text[:1].islower() else _FROM.match(text)
    persons = persons_in(text[small.end() :]) if small else ()
    return persons if len(persons) == 1 and text.endswith(persons[0]) else ()


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
_WITH_ACCOUNT = re.compile(r"([A-ZÀ-Þ][\w.'’-]+(?:\s[\w.'’-]+){1,3})\s[(\[]?@[\w.]{2,30}[)\]]?")


def _with_account(text: str) -> tuple[str, ...]:
    """The person of a line of a name and an account: «Jane Doe (@jane)»."""
    told = _WITH_ACCOUNT.fullmatch(text) if text[:1].isupper() and "@" in text else None
    person = lone_person(told[1]) if told else None
    return (person,) if person else ()


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
    return names_beside_house(text, sites) or _behind_house_and_role(text, sites)


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
    line = _PLACE_FIRST.fullmatch(text)
    return persons_in(line[2]) if line and letters(line[1]) in KNOWN_PLACES else ()


_SENT_FROM = re.compile(
    r"From\s([A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){1,3})(?:,|\sin)\s[A-Z][\w-]+(?:[\s-][A-Z]\w+)?"
)
"""Who sent a report, and whence: «From Jane Doe, Enugu»."""
_LABEL_WORDS = frozenset(letters(w) for kind in ("before", "labels") for w in words(kind))
_LABEL_WORDS -= frozenset(map(letters, words("editors")))


def _behind_job(text: str) -> tuple[str, ...]:
    """The person behind what a reporter does, and a colon: «مراسلة الشؤون التقنية: سارة أحمد»."""
    job, colon, name = text.partition(":" if ":" in text else "/")
    job = job.removeprefix("من ")  # «من موفدنا إلى جنيف: …»
    parts = job.split()
    if colon and job.strip() in _WRITES_ALONE:
        return persons_in(name.strip())
    if not colon or len(parts) < 2:
        return ()
    if _AND_PICTURED.fullmatch(job.strip()) and (person := lone_person(name.strip())):
        return (person,)
    pictured = _PICTURED_AND.fullmatch(job.strip())
    if pictured and letters(pictured[1]) in _LABEL_WORDS and (person := lone_person(name.strip())):
        return (person,)
    if _WRITES_THIS.fullmatch(job.strip()) or _LETTER_FROM.fullmatch(job.strip()):
        person = lone_person(name.strip())
        sure = person is not None and (job[0] != "ر" or begins_with_given_name(person))
        return (person,) if person and sure else ()
    if (
        len(parts) == LABEL_WORDS
        and letters(parts[0]) in _LABEL_WORDS
        and _KIND.fullmatch(parts[1])
        and (persons := persons_in(name.strip()))
    ):
        return persons
    if not ROLE_WITH_MORE.fullmatch(job.strip()):
        return ()
    reports = any(letters(word) in _LABEL_WORDS for word in (parts[0], parts[-1]))
    person = lone_person(name.strip()) if reports else None
    return (person,) if person else ()


_WRITES_THIS = re.compile(r"[يت]?كتبت?(?:ها|ه)?(?:\s[\u0621-\u064a]{2,}){1,3}")
"""A verb of writing and a few words more, before a colon: «يكتبها اليوم: …»."""


_WRITES_ALONE = frozenset(words("writes"))
LABEL_WORDS = 2
_KIND = re.compile(
    "(?:إخباري|تحليلي|ميداني|صحف[يى]|صحافي|استقصائي|حصري|سياسي|اقتصادي|رياضي|ثقافي|علمي|تقني)ة?"
    "|(?:خاص|موسع|مصور|مطول)ة?"
)
"""What kind of text it is: «تحليل إخباري/ …»."""
_AND_PICTURED = re.compile(r"[\u0621-\u064a]{3,}\sو(?:تصوير|عدسة|قلم|صور|كتابة|تحرير|إعداد|صياغة)")
"""What else somebody did who pictured or wrote too, whatever the word: «تجربة وتصوير: …»."""
_PICTURED_AND = re.compile(r"(?:تصوير|عدسة|صور)\sو([\u0621-\u064a]{2,})")
"""The same the other way round: «تصوير وتقرير: …»."""
_LETTER_FROM = re.compile(r"رسالة\s[\u0621-\u064a]{3,}")
"""«رسالة الأبيض: …», whatever the town."""


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
    *_, before, last = ["", *text.split()]
    if len(names) == 1 and "agencies" in (agency_of(last), agency_of(f"{before} {last}")):
        return names if text.startswith(names[0]) else ()  # «Jane Doe with agencies»
    return names if len(names) > 1 and is_agency(names[-1]) and is_person(names[0]) else ()


_DAY_BEHIND = re.compile(r",\s(?:le|on|am|el|il|em)\s(?:[^\W\d_]+\s)?\d.*$")
