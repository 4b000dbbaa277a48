"""The person between the place of a dateline and the verb with which the text begins, with no sign
behind the name: «الرياض: سارة أحمد كشفت الشركة …»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.page.elements import letters
from pipeline.people.byline_words import KNOWN_PLACES
from pipeline.people.common_names import given_names
from pipeline.people.given_names import begins_with_given_name

_BEGINS = re.compile(
    r"([\u0621-\u064a]+(?:\s[\u0621-\u064a]+)?)\s?(?::|[-–—/]|ـ+)\s+"
    r"([\u0621-\u064a]+(?:\s[\u0621-\u064a]+){2,5})"
)
"""A place, a sign, and words without one."""
_VERB = re.compile(
    r"(?!ال)(?:[\u0621-\u064a]{2,}(?<!ا)ت"  # «كشفت», no «بركات»
    r"|[يت][\u0621-\u064a]{2,}(?<![يى])"
    r"|است[\u0621-\u064a]{2,3}|ا[\u0621-\u064a]ت[^\Wا][^\Wا]|ان[\u0621-\u064a][^\Wا][^\Wا]"
    r"|أ(?:علن|كد|وضح|فاد|طلق|صدر|ضاف|شار|نهى|غلق|قر|عاد|جرى|حبط|صيب|حيل|دان|بدى|عرب|نجز|سفر)"
    r"|(?:قال|قالوا|كشف|ذكر|شدد|حذر|دعا|طالب|رفض|وافق|بحث|التقى|وصل|عاد|شهد|بدأ|قرر|صرح|نفى|نفذ|وقع|قتل|"
    r"توفي|رحل|ثبت|صعد|هبط|سجل|فاز|خسر|تعادل|خرج|دخل|نظم|عقد|ترأس|ناقش|رحب|منح|نال|ضبط|ألقى|عثر|لقي|كان|"
    r"ما زال|بات|قد|لم|لن|لا|في|على|من|بعد|قبل|مع|منذ|عن|أن|إن))"
)
"""The forms of Arabic verbs that begin a text, the commonest of the others, and small words with
which it begins too. No name holds them but those that the lists of given names know."""
NAME_WORDS = (2, 3, 4)


def person_before_verb(text: str, told: Sequence[str]) -> tuple[str, ...]:
    """The person by a common given name whom a text's first words name behind a known place and
    before its first verb, and of whom the texts `told` do not speak; else empty."""
    begins = _BEGINS.match(text)
    if begins is None or letters(begins[1]) not in KNOWN_PLACES:
        return ()
    parts = begins[2].split()
    if not begins_with_given_name(begins[2]):
        return ()
    size = next((n for n, word in enumerate(parts) if n and _opens(word)), 0)
    if size not in NAME_WORDS:
        return ()
    name, family = " ".join(parts[:size]), letters(parts[size - 1])
    rest = text[begins.start(2) + len(name) :]
    said = any(family in letters(other) for other in (rest, *told))
    return () if said else (name,)


def _opens(word: str) -> bool:
    return word not in given_names() and _VERB.fullmatch(word) is not None
