"""Persons behind what a reporter does, and a colon: «مراسلة الشؤون التقنية: سارة أحمد»."""

from __future__ import annotations

import re

from pipeline.page.elements import letters
from pipeline.people.byline_words import ROLE_WITH_MORE, WRITING_WORDS, words
from pipeline.people.filed import THINGS
from pipeline.people.given_names import begins_with_given_name, persons_in
from pipeline.people.lone_person import lone_person

_LABEL_WORDS = frozenset(letters(w) for kind in ("before", "labels") for w in words(kind))
_LABEL_WORDS -= frozenset(map(letters, words("editors")))


def behind_job(text: str) -> tuple[str, ...]:
    """The person behind what a reporter does, and a colon: «مراسلة الشؤون التقنية: سارة أحمد»."""
    job, colon, name = text.partition(":" if ":" in text else "/")
    job = job.removeprefix("من ")  # «من موفدنا إلى جنيف: …»
    parts = job.split()
    if colon and job.strip() in WRITING_WORDS:
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
    if not ROLE_WITH_MORE.fullmatch(job.strip()) or not THINGS.isdisjoint(map(letters, parts)):
        return ()
    reports = any(letters(word) in _LABEL_WORDS for word in (parts[0], parts[-1]))
    person = lone_person(name.strip()) if reports else None
    return (person,) if person else ()


_WRITES_THIS = re.compile(r"[يت]?كتبت?(?:ها|ه)?(?:\s[\u0621-\u064a]{2,}){1,3}")
"""A verb of writing and a few words more, before a colon: «يكتبها اليوم: …»."""


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
