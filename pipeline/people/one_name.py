"""The name in one part of a byline, with what pages write around it cut off."""

from __future__ import annotations

import re
import unicodedata

from pipeline.lines.credits import is_agency
from pipeline.lines.verdicts import is_verdict
from pipeline.page.elements import letters
from pipeline.patterns.late_patterns import late_pattern
from pipeline.patterns.word_patterns import WordPattern
from pipeline.people.byline_words import (
    DATELINE,
    DESK_WORDS,
    FIELD,
    HOUSE,
    KNOWN_PLACES,
    LEADING_ROLE,
    ROLE,
    ROLE_BEHIND,
    SILENT,
    TRAILING,
    TRAILING_GLUED,
    any_of,
    words,
)  # fmt: skip
from pipeline.people.common_names import given_names
from pipeline.people.dense_persons import is_dense_person, is_korean_person
from pipeline.people.houses_behind import without_letters_behind
from pipeline.people.labels import cut_before, is_label, is_translators_label, without_client
from pipeline.people.name_shapes import is_cased_as_name, is_name
from pipeline.people.no_names import ARTICLES

# «서울=김철수 기자», «القاهرة: أحمد سالم»: whatever stands before a colon, the name follows it.
_ANY_LABEL = late_pattern(
    r"^[^:：=]{2,40}\s*(?:[:：]\s|[：=])\s*(?=\S+\s+\S|[^\W\d_\x00-\u2fff]{2})"
)
# «The Newspaper's Staff Reporter»: who signs so signs with the role.
_OWN = frozenset(words("own"))
"""Words of which nobody's name is made: «নিজস্ব প্রতিবেদক», the house's own reporter, signs whole."""
_OF_HOUSE = re.compile(r"(?:the|our)\s\S+['’]s\s", re.IGNORECASE)
_PICTURES = "\u2190-\u21ff\u25a0-\u25ff\u2600-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff"
_WEAK_CUT = re.compile(
    rf"(?:[.:,;،؛|/•●∙⋅▪·…\s–—ـ*†›+{_PICTURES}-]|\s»)+$|^(?:[.:,;،؛|/•●∙⋅▪·…\s–—ـ\-*‹{_PICTURES}]|«\s)+"
)
_PLACE_AFTER = WordPattern(
    rf"^(\S+\s+\S.*?)\s+(?:in|aus|IN|AUS|à|À|depuis|desde|em|from|из|(?i:(?:{any_of(words('roles'))})\s+(?:{any_of(words('at'))})))"
    r"\s+(?:(?:o|a|os|as|el|la|le|the|il|lo)\s+)?(?=[A-ZÀ-ÞА-Я]).*$"
)
_WRITES = any_of([*words("writes"), "reports", "berichtet", "bericht", "rapporte", "informa"])
_WRITES_FROM = WordPattern(
    rf"^(\S+\s+\S.*?)\s+(?:{_WRITES})\s+"
    r"(?:from|in|aus|uit|vanuit|desde|depuis|da|de|frá|från|fra|из|z|ze|من)\s.*$"
)
"""«Jane Doe writes from Leeds»."""
_WITH_AGENCY = re.compile(r"(?:avec|with|mit|con|com|met|theo)\s(?:l['’])?(\S+)$", re.IGNORECASE)
"""«Avec AFP», «Theo Reuters», where nobody else signs."""
_AGENCY_IN = re.compile(r"([^\W\d_a-zà-ÿ]\S+) in (?=[^\W\d_a-zà-ÿ])")
"""Whence an agency of one word writes: «Reuters in Leeds»."""
BESIDE_AGENCY = re.compile(
    r"(\S+\s\S.*?)\s\(?(?:avec|with|mit|con|com|met|med|с|با|مع)\s(?:l['’])?([^()]{2,30})\)?",
    re.IGNORECASE,
)
"""Who wrote, and the agency whose reports they used: «Jane Doe (avec AFP)», «Jane Doe met ANP»."""
MIN_WRITES = 3
_FROM_PLACE = re.compile(r"^(\S+\s+\S.*?)\s+من\s+(\S+(?:\s\S+)?)$")
"""«سارة أحمد من طنجة»: the place behind the name, where it is a known one, or a common given name
tells that a person is before it."""
_IN_TOWN = re.compile(r"^(\S+\s+\S.*?)\s+في\s+(\S+(?:\s\S+)?)$")
"""The same behind «in»: «سارة أحمد في القاهرة»."""
_FROM_TOWN = re.compile(r"^(\S+\s+\S.*?)\s+(?:da|de|van|z|ze)\s+([^\W\d_a-z]\S*(?:\s\S+)?)$")
"""The same behind words that are also parts of names: «Jane Doe da Bruxelles»."""


_JOB_BEFORE = WordPattern(
    rf"^(?:[a-z][a-z-]+\s+){{1,4}}(?:{any_of(w for w in words('roles') if w.isascii())})\s+"
    r"(?=[A-Z]\S*\s+[A-Z])"
)
"""A job before a name, «national transport reporter Jane Doe»."""
_OF_TEAM = re.compile(
    r"^(?:[Tt]he\s)?(?:[A-Z]\S*\s){0,4}(?:Team|Unit|Desk|Bureau|Newsroom)['’]s\s"
    r"(?=[A-Z]\S*\s[A-Z])"
)
"""A house's team before who writes for it: «the Reporting Team's Jane Doe»."""
_COMPOUND_KIND = re.compile(
    r"^[A-ZÄÖÜ]\w*(?:kommentar|beitrag|artikel|analyse|bericht|kolumne|essay|reportage)\s+"
    r"(?:von|van)\s+(?=[A-ZÀ-Þ]\S*\s+[A-ZÀ-Þ])"
)
"""«Gastkommentar von Jane Doe»."""
_COMPOUND_JOB_BEFORE = re.compile(
    r"^\S{0,30}(?:redakteur|korrespondent|reporter|journalist)(?:in)?\s+(?=[A-ZÀ-Þ]\S*\s+[A-ZÀ-Þ])",
    re.IGNORECASE,
)
"""«Wirtschaftsredakteurin Jane Doe», «TV-Korrespondent Jane Doe»."""
_ABOUT_BEFORE = late_pattern(
    r"^(?:(?:(?:read |view )?more |mehr |más |meer )?"
    r"(?:about|über|sobre|over|acerca de|à propos de)\s+"
    r"(?=(?-i:[A-ZÀ-Þ])\S*\s+(?-i:[A-ZÀ-Þ]))"
    r"|(?:(?:عرض|مشاهدة|اقرأ)\s+)?(?:كل|كافة|جميع|المزيد من)\s+(?:ال)?(?:مقالات|مواضيع|تدوينات|"
    r"منشورات|مشاركات|أخبار|تقارير)\s+(?:(?:الكاتبة?|بواسطة|من)\s+)?(?=[^\W\d_]+\s+[^\W\d_])"
    r"|(?:همه|تمام|تمامی)\s+(?:مطالب|نوشته‌های|مقالات|یادداشت‌های)\s+(?=[^\W\d_]+\s+[^\W\d_]))",
    re.IGNORECASE,
)
"""What a link to an author's page may say before the name: «About Jane Doe»."""
_ADDRESS_BEFORE = re.compile(r"^[^\W\d_]{3,}\.(?:نت|كوم|[a-z]{2,4})\s+(?=\S+\s+\S)", re.IGNORECASE)
_ADDRESS_BEHIND = late_pattern(
    r"^(\S+\s+\S.*?)[\s,|/–-]+(?:www\.)?[\w-]{3,30}\.(?:com?|net|org|info|tv|news|online|io|ai|eu|uk|us|"
    r"de|at|ch|fr|be|es|mx|ar|br|pt|it|nl|pl|ru|ua|tr|ir|ae|sa|eg|jo|ma|dz|tn|lb|in|pk|id|vn|jp|kr|cn|"
    r"au|ca|za|ng|ke)(?:\s.*)?$",
    re.IGNORECASE,
)
"""A house that signs with its address before the name: «الخليج.نت سارة أحمد», or behind it."""
_ANDS = any_of([*words("between"), *words("joined"), *words("glued")])
_AND_BEFORE = WordPattern(rf"^(?:{_ANDS})\s+(?=[^\W\d_]{{2,}}\s+[^\W\d_])")
"""An "and" that stands with the second of two names in an element of its own: «و أحمد سالم»; of
agencies that sign with letters one may be the same, «و م ع»."""
_INITIAL_AT_END = re.compile(r"(?:^|[\s.])(?:[^\W\d_]|[JS]n?r)\.$")


_SHORTENED = re.compile(r"(?:[A-ZÀ-Þ][a-zà-ÿ]{0,2}\.[\s-]?){2,4}")
"""A name of which only the beginnings are written: «R.Fi.»."""


_DEGREE_BEHIND = re.compile(
    r"^(\S+\s(?=\S*[a-zà-ÿ])\S.*?)\s+(?:Ph\.?\s?D|D\.?Phil|M\.?D|M\.?B\.?A|Esq)\.?$"
)
"""A person's degree without a comma before it: «Jane Doe PhD»; where the name is in capitals, it
may be of the name."""


_AUTHORS = (
    "Author",
    "Auteur",
    "Auteure",
    "Autrice",
    "Автор",
    "Авторка",
    "Autorka",
    "Autore",
    "Szerző",
)
_AUTHOR_BEHIND = re.compile(rf"^([^\W\d_a-zà-ÿ]\S+(?:\s\S+)+?)\s(?:{'|'.join(_AUTHORS)})$")
"""What a site calls who writes for it, in a box of its own behind the name: «Анна Иванова Автор».
"""
_NOTE_MARK = re.compile(r"(?<=[^\W\d_]{2})(?:\d{1,2}|[*†‡§]{1,3})$")
"""The sign of a note, raised behind a name."""
_IN_QUOTED_HOUSE = re.compile(
    r"^(\S+\s\S.*?)\s+(?:في|لـ?|عن|in|für|for|pour|per|para|en)\s?[«“\"][^«»“”\"]{2,40}[»”\"]$"
)
"""Where a person wrote it: «سارة أحمد في «الأفق»»."""
_QUOTED = re.compile(r'^[«“„"]\s*([^«»“”„"]+?)\s*[»”“"]$')
"""A house that signs with its name in quotation marks: «الشرق الأوسط»."""
_QUOTES = ("«", "“", "„", '"')


_CREW = frozenset(map(str.lower, words("crew")))


def _without_field(name: str) -> str:
    """A Korean's name, of one word, without the field or the house of the job cut off behind it:
    «고규영 나무 칼럼니스트»."""
    person, _, field = name.partition(" ")
    return person if field and is_korean_person(person) else name


def clean_name(part: str) -> str | None:
    """The name in one part of a byline, without "by", jobs and places; None where it has none."""
    part = _QUOTED.sub(r"\1", part.strip())
    if part.startswith("©") or (part.endswith("：") and not is_dense_person(part[:-1])):
        return None  # «公開日：», before the day
    bare = part.rstrip(" :")
    part = _IN_QUOTED_HOUSE.sub(r"\1", bare) if bare.endswith(("»", "”", '"')) else part
    name = _ABOUT_BEFORE.sub("", _AND_BEFORE.sub("", _WEAK_CUT.sub("", part)))
    name = name[2:] if name[:2] in ARTICLES and is_agency(name[2:]) else name
    used = BESIDE_AGENCY.fullmatch(name)
    name = used[1] if used and is_agency(used[2]) else name
    other = name[1:] if name[:1] == "و" else name  # «كتبت سارة أحمد، وترجمة علي حسن»
    if any(SILENT.match(text) or is_translators_label(text) for text in {name, other}):
        return None
    if DATELINE.fullmatch(name):
        return None
    label, colon, _ = name.partition(":")
    if colon and label.strip().lower() in _CREW:
        return None
    name = _without_role(_without_place(_without_job(_behind_label(name))))
    noted = " " in name and name.partition(" ")[0].lower() not in DESK_WORDS
    name = _NOTE_MARK.sub("", name.rstrip(" :–—-")) if noted else name
    name = _QUOTED.sub(r"\1", name) if name[:1] in _QUOTES else name  # «القاهرة: «الأفق»»
    twice = _TWICE.match(name)
    name = twice[1] if twice else name
    half = name[: len(name) // 2]
    if len(half) > 3 and " " in half and name == f"{half} {half}":
        name = half
    shortened = _INITIAL_AT_END.search(part) or _SHORTENED.fullmatch(part)
    if shortened and part.endswith(f"{name}."):
        name += "."  # «R. N.», «Jane D.», «John Roe Jr.»
    if ROLE.fullmatch(name) or not is_name(name) or is_label(name) or is_verdict(name):
        return None
    return unicodedata.normalize("NFC", name)


_TWICE = late_pattern(r"([^\W\d_a-z]\S*(?: [^\W\d_a-z]\S*){1,3}) \1 (?=[^\W\d_A-Z])")
"""A name above a line that begins with it and tells of its person: «Jane Doe Jane Doe lives …»."""


def _behind_label(name: str) -> str:
    for _ in range(2):
        shorter = cut_before(name) if ":" in name or "：" in name else None
        if shorter is None:
            break
        name = shorter
    other = _ANY_LABEL.sub("", name)
    if other != name and is_name(other) and not ROLE.fullmatch(other):
        before = name.removesuffix(other).rstrip(" :：=")
        job = is_dense_person(before) and not is_dense_person(other)  # «藤本健一：経済評論家»
        name = before if job else other
    shorter = cut_before(name)
    if shorter is not None and (
        len(shorter.split()) >= 2
        or (shorter and (shorter[:1].isupper() or not shorter.isascii()) and shorter[:2] != "ال")
    ):
        name = shorter
    return name


def _without_job(name: str) -> str:
    """A name without the address of its house, what it is a piece of and what its person does, each
    before it, and where they do so."""
    name = _ADDRESS_BEHIND.sub(r"\1", _ADDRESS_BEFORE.sub("", name))
    name = _OF_TEAM.sub("", name) if "s " in name else name
    name = _COMPOUND_JOB_BEFORE.sub("", _JOB_BEFORE.sub("", _COMPOUND_KIND.sub("", name)))
    name = _WRITES_FROM.sub(r"\1", name) if len(name.split()) > MIN_WRITES else name
    name = _PLACE_AFTER.sub(r"\1", _WEAK_CUT.sub("", LEADING_ROLE.sub("", name)))
    used = _WITH_AGENCY.match(name) or (_AGENCY_IN.match(name) if " in " in name else None)
    name = used[1] if used and is_agency(used[1]) else name
    while name[:1] == "و" and (more := LEADING_ROLE.sub("", name[1:])) != name[1:]:
        name = more  # «الكاتبة والباحثة سارة أحمد»
    return name


def _without_place(name: str) -> str:
    """A name without for whom and whence its person writes, behind it."""
    name = without_letters_behind(without_client(name))
    sent = _FROM_PLACE.match(name)
    told = sent is not None and sent[1].split()[0] in given_names()
    name = sent[1] if sent and (told or letters(sent[2]) in KNOWN_PLACES) else name
    sent = _IN_TOWN.match(name) if " في " in name else None
    name = sent[1] if sent and letters(sent[2]) in KNOWN_PLACES else name
    sent = _FROM_TOWN.match(name)
    name = sent[1] if sent and letters(sent[2]) in KNOWN_PLACES else name
    return _behind_place(name) if name[:1] >= "\u0621" else name


def _behind_place(name: str) -> str:
    """A name without the known place right before it: «القليوبية سارة أحمد»."""
    place, _, person = name.partition(" ")
    if letters(place) not in KNOWN_PLACES or place in given_names():
        return name
    return person if " " in person and person.split()[0] in given_names() else name


def _without_agency(name: str) -> str:
    """A person's name without the agency before the job that was cut off: «Jane Doe AP Sports
    Writer», «John Roe Associated Press Writer»."""
    said = name.split()
    for size in (1, 2):
        agency = " ".join(said[-size:])
        short = agency.isupper() and len(agency) <= MAX_LETTERS
        if len(said) > size + 1 and (size > 1 or short) and is_agency(agency):
            return " ".join(said[:-size])
    return name


MAX_LETTERS = 4
"""Of an agency that is called by its letters: others bear names that persons have too, «Antara»."""


def _without_role(name: str) -> str:
    """A name without its person's degree, job and house behind it; a job alone is left whole."""
    if not name.isascii() and ROLE.fullmatch(name):
        return name  # «اسٹاف رپورٹر», of which the last word is a job too
    name = _DEGREE_BEHIND.sub(r"\1", ROLE_BEHIND.sub(r"\1", name))
    called = _AUTHOR_BEHIND.match(name) if name.endswith(_AUTHORS) else None
    name = called[1] if called and is_cased_as_name(called[1]) else name
    bare = TRAILING_GLUED.sub("", TRAILING.sub("", name))
    if bare != name and len(bare.split()) > 2:
        bare = _without_agency(HOUSE.sub("", FIELD.sub("", bare)))
    bare = name if _OF_HOUSE.match(name) or bare.lower() in _OWN else bare
    bare = _without_field(bare) if bare != name else bare
    named = len(bare.split()) > 1 and not bare.split()[-1].islower()
    return bare if named or not bare.isascii() else name
