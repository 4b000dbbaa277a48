"""Parts of a byline that name nobody: a day, what stands behind a person, what a text is called."""

from __future__ import annotations

import re

from pipeline.days.calendars import is_month
from pipeline.days.relative import is_all_relative
from pipeline.days.words import WORDS, is_day_label
from pipeline.lines.credits import agency_of, is_agency
from pipeline.page.elements import letters
from pipeline.patterns.late_patterns import late_pattern
from pipeline.patterns.word_patterns import WordPattern
from pipeline.people.byline_words import (
    DESK_WORDS,
    KNOWN_PLACES,
    ONLINE_WORDS,
    ROLE_WITH_MORE,
    any_of,
    words,
)
from pipeline.people.common_names import given_names
from pipeline.people.date_tails import is_day
from pipeline.people.dense_persons import is_dense_person
from pipeline.people.houses_behind import IN_QUOTES, is_house_behind
from pipeline.people.jobs import is_job
from pipeline.people.labels import is_editors_label


def is_no_name(part: str, found: list[str], *, several: bool) -> bool:
    """Whether a part of a byline names nobody, behind the names that are `found` already;
    `several`: the byline has other parts."""
    if is_day(part) or is_month(part) or letters(part) in _WEEKDAYS or is_day_label(part):
        return True
    if _DEGREES_ALONE.fullmatch(part) or (" " in part and is_all_relative(part)):
        return True
    if len(part) > MAX_CHINESE and part.startswith(_CHINESE_IS):
        return True
    if part.endswith(_VERBS_AT_END) or (part.startswith(_NO_BEGINNING) and not _is_titled(part)):
        return True
    if _SAYS_WHICH in part and not _WHICH.isdisjoint(part.split()):
        return True
    if _SAYS_HOW in part and not _HOW.isdisjoint(part.split()[1:]):
        return True
    if found and _is_behind(part, found):
        return True
    if not several:
        return False
    if letters(part) in _KINDS or part.lower() in ONLINE_WORDS:
        return True
    if _CONTRIBUTOR.fullmatch(part):
        return True  # «Kontributor Makassar, Putri Kusuma»
    if _OWN_ROLE.match(part) or _ADDRESS_ALONE.fullmatch(part):
        return True
    return _OWN_JOB.match(part) is not None or _is_job_of_house(part)


_CONTRIBUTOR = re.compile(r"Kontributor\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?")
_DEGREES_ALONE = re.compile(
    r"(?:(?:Prof|Assoc|Doç|Yrd|Öğr|Dr|Ing|Dipl|Mag|Lic|Dott|med|rer|nat|phil|jur)\b\.?[\s-]*)+",
    re.I,
)
"""Degrees behind or before a comma, whose person stands elsewhere: «Prof. Dr.»."""
_VERBS_AT_END = (
    " شوید", " کنید", " دهید", " بخوانید", " ببینید", " باشید", " نمایید", " بروید", " بزنید",
    " است", " را", " نہیں", " ہیں", " ہے", " تھا", " گیا", " کریں", " करें",
)  # fmt: skip
"""How a sentence ends that asks or tells, behind a word that is «by» too: «از پست رد شوید»; so
does what is done to somebody, «از اینکه ما را …»."""
_CHINESE_IS = ("系", "为", "為", "现任", "現任", "现为", "曾任", "任职", "供职", "就职")
"""How words go on that say what a person is, behind the name or «作者», «系海岸新闻评论员»."""
MAX_CHINESE = 4
"""Letters of the longest Chinese names but those of foreigners."""
_SAYS_WHICH = " ال"
_WHICH = frozenset(("الذي", "التي", "الذين", "اللذان", "اللذين", "اللتان", "اللتين", "اللواتي"))
"""What says in Arabic which one is meant, as headlines do behind «رأي:» and no name does."""
_SAYS_HOW = " ب"
_HOW = frozenset(words("how"))
"""What says in Arabic how something is done, as heads do behind a noun that is «by» too: «كتابة
الرسائل بضغطة زر» is the writing of letters."""
_URDU_RELATIONS = ("کے ", "کی ", "کا ", "میں ", "سے ", "نے ", "پر ")
"""How words of Urdu go on behind another that is «by» in Arabic: «اعداد کے پیچھے» are numbers."""
_PASHTO_OF = "د "
"""What a word of Pashto is of, «د سیمې خبریال»: the region's reporter."""


def _is_titled(part: str) -> bool:
    """Whether the letter with which a part begins is a doctor's title without its stop, before a
    common given name: «د سارة أحمد»."""
    title, *name = part.split()
    return f"{title} " == _PASHTO_OF and len(name) in _WORDS_OF_DOCTOR and name[0] in given_names()


_WORDS_OF_DOCTOR = (2, 3)
_PERSIAN_REPORTED = "به گزارش "
"""What Persian says before whose report a text tells."""
_NO_BEGINNING = (*_URDU_RELATIONS, _PASHTO_OF, _PERSIAN_REPORTED)
OFFICE = re.compile(
    r"و?(?:رئيسة?|مديرة?|عضوة?|نائبة?|وكيلة?|وزيرة?|سفيرة?"
    r"|أمينة?(?=\s(?:ال)?(?:عام|عامة|سر|صندوق|مكتبة|متحف|مجلس|لجنة)(?!\w)))"
    r"\s[\u0621-\u064a]+(?:\s[\u0621-\u064a]+)?$"
)
"""What somebody is in Arabic, and of what, «رئيس مركز الدراسات»: names do not begin so, but for
«أمين»."""


def _is_behind(part: str, found: list[str]) -> bool:
    """Whether a part behind persons is what they do, where they belong, their house or its desk."""
    korean = _HANGUL_NAME.match(part) is not None
    job = _HAN_JOB.fullmatch(part)
    if job and not is_dense_person(job[1]):
        return True
    if (ROLE_WITH_MORE.fullmatch(part) or is_job(part)) and not korean:
        return True
    if (
        _DAY_WORD.fullmatch(part)
        or _CALLING.match(part)
        or is_house_behind(part)
        or (IN_QUOTES.fullmatch(part) and all(map(_may_be_person, found)))
        or _is_no_second(part, found)
    ):
        return True
    if _is_agencies(part) and all(n.split()[0] in given_names() or " " in part for n in found):
        return True
    if _FROM_TOWN.fullmatch(part) and all(" " in name for name in found):
        return True
    if _CAMEL_HOUSE.fullmatch(part) or (_OF_HOUSE.fullmatch(part) and not is_agency(part[3:])):
        return True
    staff = part.endswith((" staff", " Staff")) or part.lower() in DESK_WORDS
    if (staff or letters(part) in _FACTS) and not is_agency(part):
        return True
    if _INSTITUTION.search(part) and not any(map(is_agency, found)):
        return True
    if _DESK_FIRST.match(part) and not is_agency(part):
        return True  # «Jana Roth, Redaktion Lokales»
    if _ARABIC.match(part) and part.split()[0] in _ARABIC_DESKS:
        return True  # «سارة أحمد، مكتب القاهرة»
    # «Penulis A | Editor B»
    return len(part.split()) > MIN_EDITED - korean and is_editors_label(part)


def _may_be_person(name: str) -> bool:
    return " " in name and letters(name) not in KNOWN_PLACES


DAY_WORD = (
    rf"(?:{any_of(WORDS['relative']['days'])})"
    r"(?:\s+(?:at|um|à|alle|às|saat|в|о|om|kl\.?|pukul|ساعت|الساعة))?"
)
"""A word for a day, with "at" behind it where a clock was cut off: «yesterday at»."""
_DAY_WORD = WordPattern(DAY_WORD, re.IGNORECASE)
_CALLING = WordPattern(rf"(?:{any_of(words('callings'))})\s+(?:{any_of(words('at'))})\s", re.I)
"""«Jane Doe, hoogleraar in Groningen»."""
_ARABIC = re.compile("[\u0621-\u06d3]")
_HANGUL_NAME = re.compile("[\uac00-\ud7af]{2,4}\\s")
_HAN_JOB = late_pattern(
    "([\u3400-\u9fff]{2,8})\\s?(?:[记記]者|[编編][辑輯]|主[编編]|撰稿人|作者|[评評][论論][员員]|分析[师師]|研究[员員])"
)
"""What somebody writes about in Chinese and does, behind the name: «王晓琳 · 财经记者»."""
_IN_PLACE = WordPattern(rf"(?:{any_of(words('at'))}|à|in|aus)\s+\S+(?:\s\S+)?")
_ARABIC_DESKS = frozenset(words("desk_heads"))
"""How a desk is called that stands behind a person."""


_DESK_FIRST = re.compile(
    r"(?:Redaktion|Ressort|Rédaction|Redacción|Redazione|Redação|Redactie|Редакция|Редакція|Redakcja|"
    r"Desk|Newsroom)\s\S"
)


def _is_agencies(part: str) -> bool:
    """Whether words with a capital mean agencies and none of them: «Jane Doe und Agenturen», «Jane
    Doe and Agency Reports»."""
    return part[0].isupper() and agency_of(part) == "agencies"


_FROM_TOWN = re.compile(r"(?:De|Do|Da|Em|Desde|From|Aus|Dal|Dalla)\s[A-ZÀ-Þ][a-zà-ÿ][\w’'-]*")
"""Whence a person writes, behind a sign: «Jane Doe | De Porto»."""
_CAMEL_HOUSE = re.compile(r"[a-z]{2,}[A-Z][a-z]\w*")
"""A house that writes itself as one word behind a person: «Jane Doe - coastNews»."""
_OF_HOUSE = re.compile(r"D[oa]\s[A-Z](?=[A-Z\d])\w*(?:\s[A-ZÀ-Þ]\S*)?")
"""A house that writes itself in capitals behind a person: «Rui Sá, do RN Leeds», «Do RN»."""
_DESK_ENDS = (" Desk", " desk", " Bureau", " Newsroom", " newsroom", " data team")
MAX_SHORT_DAY = 3
"""Letters of a weekday's short form, which may be a name or its letters."""
_KINDS = frozenset(
    letters(word) for kind in ("kinds", "opinions", "pieces") for word in words(kind)
)
"""What a text is called, which in a line of facts may stand before its author."""
_FACTS = frozenset(letters(word) for word in words("facts"))
_WEEKDAYS = frozenset(letters(word) for word in words("weekdays") if len(word) > MAX_SHORT_DAY)
_INSTITUTION = re.compile(
    r"\b(?:Universit(?:y|ies|ät|é|eit|à|et)|Universi(?:dade?|tas)|Hochschule|Institut[eo]?|Uniwersytet|"
    r"Üniversitesi|Университет)\b"
    r"|^(?:مركز|جامعة|معهد|مؤسسة|كلية|مستشفى|جمعية|أكاديمية|منظمة|وزارة)\s"
)
"""Where a person belongs who writes of their own work: «Jane Doe, University of Bath»."""


def _is_no_second(part: str, found: list[str]) -> bool:
    """Whether what follows persons with capitals begins with a small letter, and is no agency: the
    place from which they write, «desde Lima», or a house, «g1 Campinas»; or is all in capitals,
    as theirs are not: «THE MORNING POST»."""
    if part.isupper() and " " in part and all(" " in n and not _in_capitals(n) for n in found):
        return not is_agency(part)
    if not part[:1].islower() or is_agency(part) or part[:2] in ARTICLES:
        return False
    persons = all(" " in name and name[0].isupper() for name in found)
    return persons and (_IN_PLACE.fullmatch(part) is not None or not CODE.fullmatch(part))


def _in_capitals(name: str) -> bool:
    """Whether a name is set in capitals, but for a particle: «JANE McDOE»."""
    first = name.split()[0]
    return name.isupper() or (first.isupper() and len(first) > MAX_INITIAL)


MAX_INITIAL = 2
"""Signs of an initial: «J.»."""


def _is_job_of_house(part: str) -> bool:
    """Whether a part is what somebody does for a house, or its desk: «مراسل الأفق», «Business
    Desk»."""
    if part.endswith(_DESK_ENDS):
        return True
    return bool(_ARABIC.match(part)) and not part.startswith("ال") and is_job(part)


_OWN_JOB = WordPattern(
    rf"(?:{any_of(words('own'))})\s+(?:{any_of(words('roles'))})\s+(?:{any_of(words('at'))})\s",
    re.IGNORECASE,
)
"""A house's own reporter in a place, of whom the name follows: «notre correspondant à Tunis, …»."""
MIN_EDITED = 2
"""Words of a part that says who edited, and of whom the name is of two."""
CODE = re.compile("[a-z]{2,4}")
ARTICLES = ("l'", "l’")
"""Before an agency: «Jane Doe et l'AFP»."""
_OWN_ROLE = WordPattern(
    rf"(?:{any_of(words('own'))})\s+(?:{any_of(words('roles'))})$", re.IGNORECASE
)
"""«Par notre correspondant, Jane Doe»."""
_ADDRESS_ALONE = re.compile(
    r"(?:www\.)?[\w-]{3,30}\.(?:com|net|org|id|co\.id|news|tv|info|at|de|ch|cz|sk|pl|hu|hr|rs|ba|si|"
    r"ro|bg|gr|it|es|pt|fr|be|nl|dk|no|se|fi|ee|lv|lt|ua|ru|tr|az|ge|il|ae|vn|my|ph|mx|ar|br|cl|pe)",
    re.I,
)
"""A house's address beside a person: «TribunNews.com, Jane Doe»."""
