"""What has the shape of a name: its length, its words, its capitals."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.page.elements import letters
from pipeline.patterns.late_patterns import late_pattern
from pipeline.patterns.word_patterns import WordPattern
from pipeline.people.byline_words import any_of, words
from pipeline.people.dense_persons import is_dense_person

PARTICLES = frozenset(
    {"de", "la", "le", "du", "del", "della", "di", "da", "dos", "das", "do", "von", "van", "der",
     "den", "zu", "zur", "zum", "vom", "op", "te", "los", "las", "dei", "degli", "delle",
     "ben", "ould", "de'", "de’", "фон", "ван", "де", "дер", "аль", "эль", "бен", "ибн",
     "ter", "ten", "af", "av", "bin", "ibn", "bint", "al", "el", "y", "e", "i"}
)  # fmt: skip
MAX_NAME_CHARS = 80
MAX_NAME_WORDS = 6
"""Longer is a sentence. The longest desk or name of 125 publisher pages has five words."""

NEVER = frozenset(letters(word) for word in words("never"))
_NEVER_WITHIN = WordPattern(rf"\b(?:{any_of(words('within'))})\b", re.IGNORECASE)
_WITHOUT_SPACES = late_pattern("[\u3040-\u30ff\u3400-\u9fff]")
_HANGUL_WORDS = re.compile("[\uac00-\ud7af\\s]+")
MAX_HANGUL_WORDS = 4
"""Longer is a sentence in Korean, whose names are of one word."""

_SENTENCE = re.compile(
    r"[!?؟。#]|:\s|\s[a-zà-ÿ]{4,}\.\s|[^\W\d_]{3}[.]\s+\S+\s+\S+\s+\S+|\d{3,}|[٠-٩۰-۹]{3,}|[{}<>=]|^\d+\s*\S*$|\d:\d"
)


MAX_DENSE_PERSON = 8
_DENSE_SENTENCE = late_pattern("[\u3400-\u9fff][的了被把][\u3400-\u9fff]")
"""What joins the words of a Chinese sentence: in no name of a house, and in no longer one."""
_JAPANESE_VERB = late_pattern(
    "[\u3400-\u9fff](?:する|した|して|される|された)[\u3400-\u9fff]|(?:さん|氏)[にがはの]"
)
"""What somebody does who is named, «記者会見する森田千夏氏», or is asked, «森田千夏さんに聞く»."""

MAX_DENSE_CHARS = {1: 14, 2: 16}
"""Characters of a name of one word or of two where words are not set apart by spaces; more words
are a profile."""


def is_name(text: str) -> bool:
    """Whether a text has the shape of a name of a person or a desk."""
    if not text or len(text) > MAX_NAME_CHARS or len(text.split()) > MAX_NAME_WORDS:
        return False
    key = letters(text)
    if len(key) < 3 and key.isascii() and text.islower():
        return False
    if _WITHOUT_SPACES.search(text) and _is_no_dense_name(text):
        return False
    if len(text.split()) > MAX_HANGUL_WORDS and _HANGUL_WORDS.fullmatch(text):
        return False
    if (
        len(key) < 2
        or text[0].isdigit()
        or key in NEVER
        or _OF_SITE.fullmatch(key)
        or text.startswith(_NO_BEGINNING)
    ):
        return False
    if "." in text:
        text = _DEGREES.sub("", text)
    if _PREPOSITION.search(text):
        return False  # «عمود في جامعة باريس»
    if text.startswith(_SHAMMA):
        text = text[len(_SHAMMA) :]
    return not (_SENTENCE.search(text) or _NEVER_WITHIN.search(text))


_SHAMMA = "شما ال"
"""How names of women of the Gulf begin; in Persian the word is «you», and no article follows."""


_PREPOSITION = re.compile(r"\s(?:في|فى|إلى|على|عند|منذ|خلال)\s")
"""Arabic words that stand before a noun, as no name holds."""


def _is_no_dense_name(text: str) -> bool:
    """Whether a text of Chinese or Japanese letters is too long for a name, or says something."""
    if len(text) > MAX_DENSE_CHARS.get(len(text.split()), 0) or _JAPANESE_VERB.search(text):
        return True
    return len(text) > MAX_DENSE_PERSON and _DENSE_SENTENCE.search(text) is not None


_DEGREES = re.compile(
    r"^(?:(?:Profa?|Dra|Dott\.ssa|Avv|Mgr|Rev|Engr|Sra?|Assoc|Asst|Doç|Yrd|Öğr|Gör|Univ|Dipl|Dott|Lic|Dr|Ing|Mag|med|phil|jur|rer|nat|h|c)"
    r"\.(?:-|\s*))+(?=[A-ZÀ-Þ])",
    re.IGNORECASE,
)
"""Degrees before a name: «Prof. Dr. Jana Roth»."""


_OF_SITE = re.compile(
    r"(?:super|web|site|wp|sys|my|the)?admin(?:istrator)?\d*|webmaster\d*|superuser\d*"
    r"|(?:editor|web|user|desk|reporter|author|writer|content|press|redaktion|redacao|redaccion|redazione)\d{1,4}"
)
"""The account with which who runs a site posts: a task and a number, or who administers it."""
_POSTERS = ("مدير ", "إدارة ", "ادارة ", "مشرف ")
"""How the account of a site that posts what others wrote is called: «مدير الأفق»."""
_NO_BEGINNING = (*_POSTERS, "بدون ", "بلا ", "لـ ", "في ", "فى ", "من ",
                 "إلى ", "عن ", "لدى ", "عبر ",
                 "هذا ", "هذه ", "كل ", "جميع ", "كافة ", "المزيد ", "بقية ", "سائر ",
                 "يرى ", "ترى ", "يقول ", "تقول ", "قال ", "قالت ", "أكد ", "أكدت ", "أعلن ",
                 "أعلنت ", "كشف ", "كشفت ", "أوضح ", "أوضحت ", "أضاف ", "أضافت ",
                 "عرض جميع ", "عرض كل ", "مشاهدة جميع ", "مشاهدة كل ", "View all ", "View other ",
                 "View more ", "View Staff ", "View Author ", "View Full ", "View Other ",
                 "View All ", "View More ", "Add to ", "See all ",
                 "See more ", "Show all ", "Show more ", "Read more ", "Read all ", "Print this ",
                 "Printer ", "Visit website", "Voir tous ", "Voir toutes ", "Lire tous ",
                 "Ver todos ", "Ver todas ", "Ver perfil ", "Alle Artikel ", "Alle Beiträge ",
                 "Mehr von ", "Tutti gli ", "Leggi tutti ", "Bekijk alle ", "Lihat semua ",
                 "Tüm yazı", "Все статьи ", "Все материалы ", "Смотреть все ")  # fmt: skip
"""No name begins so, nor with a preposition, «مراسلنا في بغداد», nor with how many they are: «كل
مقالاته», nor with what somebody says: «ترى أمينة حداد», nor with what a button does: «View all
author posts»."""

_UNCOUNTED = PARTICLES | {
    "د.",
    "أ.",
    "م.",
    "أ.د.",
    "أ.م.د.",
    "د",
    "بن",
    "بنت",
    "ابن",
    "أبو",
    "ابو",
    "بو",
    "عبد",
    "آل",
    "ولد",
    "أم",
}


def words_of_name(text: str) -> int:
    """How many words a name has, those that go with the next one not counted: «بن», «عبد», «de»."""
    return len([word for word in text.split() if word not in _UNCOUNTED])


ELIDED = re.compile("[^\\W\\d_]{1,5}(?:['’][^\\W\\d_]|-[A-ZÀ-Þ])")
"""A particle that lost its vowel or is joined to the name: «Bertrand d'Estrée», «Omar al-Ayubi»."""


def speaks_of(name: str, texts: Iterable[str]) -> bool:
    """Whether some of the texts speak of a person, whom they call by the family name: a short one
    must be a word of its own, since it may stand in a longer one, «دير» in «تصدير»."""
    family = letters(name.split()[-1])
    if len(family) < LEAST_FAMILY and not _WITHOUT_SPACES.search(family):
        return any(family in map(letters, text.split()) for text in texts if family in text.lower())
    return any(family in letters(text) for text in texts)


LEAST_FAMILY = 5
"""Letters of a family name that no longer word is likely to hold."""


_BEFORE_T = re.compile("(?<= )(?:in|op|aan) (?=['’]t )")
"""Dutch words of names that others write in sentences too: «Bram in 't Veld»."""


def is_cased_as_name(text: str) -> bool:
    """Whether each word of a text is written as in a name, where its script has capitals."""
    first, *others = (_BEFORE_T.sub("", text) if "'t" in text or "’t" in text else text).split()
    return not first[0].islower() and all(
        word in PARTICLES or not word[0].islower() or ELIDED.match(word) for word in others
    )


def has_form_of_person(name: str) -> bool:
    """Whether a name has the length, the words and the capitals of a person's."""
    return 2 <= words_of_name(name) <= 4 and is_name(name) and is_cased_as_name(name)


def is_person(name: str) -> bool:
    """Whether a name has the length and the capitals of a person's, whatever its words; or the
    letters of a Chinese, Japanese or Korean one."""
    return is_dense_person(name) or (2 <= words_of_name(name) <= 4 and is_cased_as_name(name))
