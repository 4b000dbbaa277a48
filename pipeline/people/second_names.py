"""Whether Arabic words are a person's by what stands behind a rare given name: a father's name, or
the name of a family or a tribe."""

from __future__ import annotations

import re

from pipeline.people.byline_words import words
from pipeline.people.common_names import given_names
from pipeline.people.given_names import begins_with_given_name, is_arabic_phrase
from pipeline.people.lone_person import lone_person

_WORDS = re.compile(r"(?!ال)[\u0621-\u064a]{3,}(?:\s[\u0621-\u064a]{2,}){1,3}")
_PERSIAN = re.compile(
    "[\u0621-\u06d3\u200c]{2,}(?:\\s[\u0621-\u06d3\u200c]{2,})?\\s"
    "[\u0621-\u06d3]{2,}\u200c?(?:زاده|پور|نژاد|نیا|\u200cفر)"
)
"""How Persian names of families end: «اردلان عطارپور», «بهرام دبیری‌نژاد»."""
_NO_PERSIAN = ("دنیا", "سنگاپور", "بریتانیا", "اسپانیا", "آلبانی")
_OF_FAMILY = re.compile(r"ال[\u0621-\u064a]{3,}ي")
"""«الفرطوسي», behind one word without the article: an adjective takes it only with its noun."""
_FATHER = re.compile(
    r"(?:عبد|أبو|ابو|بن|آل|ولد|بنت|أيت|آيت|ايت)\s[\u0621-\u064a]{3,}"
    r"|(?<=\s)(?:شرف|نور|علاء|صلاح|جمال|عز|محيي|محي|بدر|سيف|زين|تقي|ضياء|عماد|شمس|حسام|فخر|سعد|نجم"
    r"|كمال|بهاء|شهاب|ناصر|خير|تاج)\sالدين$"
)
_ADJECTIVES = frozenset({
    "جميل", "سعيد", "كريم", "عزيز", "نادر", "عادل", "صالح", "شريف", "منير", "ماهر", "هادي", "أمين",
    "كامل", "شامل", "غالي", "حسن", "طاهر", "باهر", "زاهر", "رشيد", "فاضل", "جليل", "خاص", "عام",
})  # fmt: skip
"""Given names that are oftener adjectives behind a noun."""


_NOUNS = frozenset(
    word.split()[0]
    for kind in ("kinds", "labels", "before", "silent", "editors", "crew", "facts", "opinions")
    for word in words(kind)
)
"""What a text, a task or a house is called, before whose it is."""


def has_second_name(name: str) -> bool:
    """Whether a line is two to four Arabic words of which a later one is a common given name, as a
    father's is, or of two words the second that of a family: «زويا أيوب», «رياض الفرطوسي»."""
    if _PERSIAN.fullmatch(name) and lone_person(name) == name:
        return not name.endswith(_NO_PERSIAN) and not is_of_task(name)
    if _WORDS.fullmatch(name) is None or lone_person(name) != name or is_arabic_phrase(name):
        return False
    if is_of_task(name):
        return False  # «مقابلة سارة أحمد»
    others = name.split()[1:]
    if len(others) == 1:
        last = others[0]
        named = last in given_names() and last not in _ADJECTIVES
        return named or _OF_FAMILY.fullmatch(last) is not None
    return any(word in given_names() for word in others) or _FATHER.search(name) is not None


def is_of_task(name: str) -> bool:
    """Whether words begin with what a text, a task or a house is called."""
    return name.split()[0] in _NOUNS


def is_called_as_person(name: str) -> bool:
    """Whether a name is a person's by a common given name, or by what stands behind a rare one."""
    return begins_with_given_name(name) or has_second_name(name)
