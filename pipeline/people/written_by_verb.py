"""Lines and headlines that say by a verb or by a pen who wrote: «سارة أحمد تكتب: …»."""

from __future__ import annotations

import re

from pipeline.page.elements import letters
from pipeline.patterns.word_patterns import WordPattern
from pipeline.people.byline_words import any_of, words
from pipeline.people.given_names import begins_with_given_name, is_arabic_phrase
from pipeline.people.jobs import is_job
from pipeline.people.lone_person import lone_person
from pipeline.people.second_names import is_called_as_person, is_of_task
from pipeline.punctuation import COLONS

_WRITES = WordPattern(
    rf"([^\W\d_]+(?:\s[^\W\d_]+){{1,3}}?)\s+(?:{any_of(words('writes'))})"
    r"(?:\s?[:：|…]|\s(?:لـ?|for|für|pour|para|per)\s?[«\"“][^«»\"“”]{2,40}[»\"”]$)",
    re.IGNORECASE,
)


_WROTE = re.compile(r"([^\W\d_]+(?:\s[^\W\d_]+){1,3})\s(?:yazdı|yazıyor|bildirdi|aktardı)")
"""A line that is who wrote and a verb, which in Turkish ends it: «Ayşe Kaya yazdı»."""
_ASKS = WordPattern(
    rf"(\S+(?:\s\S+){{1,3}}?)\s+(?:{any_of(words('asks'))})\s+(\S+(?:\s\S+){{1,3}})", re.IGNORECASE
)


def who_asks(text: str) -> tuple[str, ...]:
    """The person who asked another, in a line of the two: «سارة أحمد تحاور منى سالم»."""
    asked = _ASKS.fullmatch(text)
    if asked is None or not all(lone_person(name) for name in asked.groups()):
        return ()
    return (asked[1],) if begins_with_given_name(asked[1]) else ()


def who_writes(text: str, *, headline: bool = False) -> tuple[str, ...]:
    """The person who writes by a line or a headline that says so: «سارة أحمد تكتب: …», «… بقلم:
    سارة أحمد». `headline`: the text is the page's own, which tells a rare name too."""
    wrote = _WROTE.fullmatch(text)
    if wrote and lone_person(wrote[1]) == wrote[1]:
        return (wrote[1],)
    said = _WRITES.match(text)
    if said:
        whole = said.end() == len(text) and lone_person(said[1]) and not is_job(said[1])
        named = is_called_as_person(said[1]) or (headline and _may_be_called(said))
        return (said[1],) if whole or named else ()
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


def _may_be_called(said: re.Match[str]) -> bool:
    """Whether two Arabic words or three before «writes» and a colon are no house's and no phrase:
    whoever writes so signs, whatever the name."""
    name, colon = said[1], said[0].rstrip()[-1:] in COLONS
    if not (colon and "\u0621" <= name[0] <= "\u064a" and lone_person(name) == name):
        return False
    houses = _HOUSES.isdisjoint(map(letters, name.split()))
    return houses and not (is_job(name) or is_arabic_phrase(name) or is_of_task(name))


_HOUSES = frozenset(letters(word) for kind in ("houses", "desks") for word in words(kind))
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
