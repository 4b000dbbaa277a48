"""The words of bylines, read from data: labels, roles, what parts and what ends names."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from importlib.resources import files
from typing import Final

from pipeline.days.calendars import MONTH_NAME
from pipeline.days.words import WORDS
from pipeline.page.elements import letters
from pipeline.word_patterns import any_word

_RULES: Final = tomllib.loads((files("pipeline.rules") / "bylines.toml").read_text("utf-8"))
_VOWELS = "[\u064b-\u0652]*"
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def words(kind: str) -> list[str]:
    """The words of one kind in all languages, each once."""
    return list(dict.fromkeys(word for rules in _RULES.values() for word in rules.get(kind, ())))


def any_of(some: Iterable[str]) -> str:
    """A pattern of any of some words, the longest first; Arabic ones with vowels or without."""
    return any_word(some, _vowels_after)


def _vowels_after(character: str) -> str:
    return _VOWELS if "\u0620" <= character <= "\u064a" else ""


KNOWN_PLACES: Final = frozenset(letters(word) for word in words("places"))
"""The folded names of cities from which newsrooms date."""

_AND = any_of([*words("between"), *words("joined")])
_LABEL = any_of(words("before"))
_COLON_LABEL = any_of([*words("before"), *words("labels")])
_UNSPACED_LABEL = any_of(w for w in words("before") if _UNSPACED.search(w))
_UNSPACED_COLON_LABEL = any_of(
    w for w in [*words("before"), *words("labels")] if _UNSPACED.search(w)
)
_OF_KIND = (
    rf"(?:(?:an?|une?|un|una|eine?|um|uma)\s+)?(?:{any_of(words('kinds'))})\s+"
    r"(?:written |rédigé |escrit[ao] |scritt[ao] )?"
    r"(?:by|von|par|por|de|di|door|av|af|oleh)\s+"
)

LABEL = re.compile(
    rf"(?:(?:{_COLON_LABEL})(?:(?:\s*[/&،,+–-]\s*|\s+(?:{_AND})\s+|\s+و)(?:{_COLON_LABEL}))*"
    rf"\s*(?:[:：]|[-–—ـ](?=\s)|/(?=\s*[\u0621-\u06d3]))\s*"
    rf"|(?:{_UNSPACED_COLON_LABEL})\s*[/／・·|｜=]\s*"
    rf"|(?:{_UNSPACED_LABEL})(?:\s*(?=[\u3040-\u30ff\u3400-\u9fff])|\s+(?=[\uac00-\ud7af]))"
    rf"|(?:{_COLON_LABEL})\s+و(?:{_COLON_LABEL})\s+(?=[\u0621-\u06d3])"
    rf"|aus\s+\S+(?:\s\S+)?\s+bericht(?:et|en)\s*:?\s+"
    rf"|(?:{_LABEL})(?:\s+(?:{_AND})\s+(?:{_LABEL}))?(?:\s+|$)|{_OF_KIND})",
    re.IGNORECASE,
)
"""A label of authors at the beginning of a text, with what parts it from the names."""

_UNSPACED_SILENT = any_of(w for w in words("silent") if _UNSPACED.search(w))
_SILENT_BY = any_of(word for word in words("silent") if word.endswith((" by", " von", " av")))
LABEL_INSIDE = re.compile(
    rf"(?<=\S)(?:\s+(?=(?:{_COLON_LABEL})\s*[:：])"
    rf"|\s+(?=(?:{_UNSPACED_COLON_LABEL}|{_UNSPACED_SILENT})\s*[/／・｜|])"
    rf"|\.\s+(?=(?:{any_of(words('silent'))})[\s:：])|\s+(?=(?:{any_of(words('silent'))})\s*[:：])"
    rf"|\s+(?=(?:{_SILENT_BY})\s))",
    re.IGNORECASE,
)
"""Where a second label begins: «Penulis: A Editor: B»."""

EDITORS_LABEL = re.compile(
    rf"(?:{any_of(words('editors'))})\s*(?:[:：/／·|｜-]\s*|\s+|$|(?=[\u3400-\u9fff\uac00-\ud7af]))",
    re.IGNORECASE,
)
"""A label of those who edited or checked what others wrote."""

_BEGINNINGS = frozenset(
    word[:3].lower() for word in [*words("before"), *words("labels"), *words("kinds")]
)


_ARTICLES = frozenset({"aus", "an ", "une", "un ", "una", "ein", "um ", "uma"})
"""How a label may begin that begins with no word of its own."""


def may_be_label(text: str) -> bool:
    """Whether a text begins with the letters of a label: a quick look before a slow one."""
    begin = text[:3].lower()
    if (
        begin in _ARTICLES
        or begin in _BEGINNINGS
        or begin[:2] in _BEGINNINGS
        or begin[:1] in _BEGINNINGS
    ):
        return True
    return "\u064b" <= begin[1:2] <= "\u0652"


_BETWEEN_WORDS = any_of(words("between"))
_WIRES = any_of(word for word in words("wires") if word.isascii())
_BETWEEN = (
    rf"\s*[,،;；]\s+(?:{_AND})\s+|\s+(?:{_BETWEEN_WORDS})\s+"
    rf"|/(?=(?:{_WIRES})\b)"
    r"|\s*[,，،;؛；|•·・、／【】]\s*|\s+/\s*|/\s+|(?<=[^\W\d_]{2})/(?=[^\W\d_a-z])|\s+(?:[-–—]|ـ+)\s+|\s{3,}"
)
BETWEEN = re.compile(_BETWEEN)
BETWEEN_CAPITALS = re.compile(_BETWEEN, re.IGNORECASE)
JOINED = re.compile(rf"\s+(?:{any_of(words('joined'))})\s+")
"""Between two names of two words each; between less it may be part of one name."""

GLUED = re.compile(
    rf"\s+(?:{any_of(words('glued'))})(?=[^\W\d_]{{3,}}\s+\S{{2,}}|[\u0621-\u064a]\.\s*\S)"
)
"""An «and» that is written together with the second name; or the first letter of a name."""

UNGLUED: Final = frozenset(words("unglued"))

AFTER = re.compile(
    rf"\s*[,،]?\s+(?:(?:{any_of(words('after'))})(?=\s|:|$)"
    rf"|(?:{any_of(words('after_day'))})(?=\s+(?:\d|[٠-٩۰-۹]|(?:{any_of(words('weekdays'))})\b))).*$",
    re.IGNORECASE | re.DOTALL,
)
_DIGITS = "[\\d٠-٩۰-۹]"
_DAY = any_of(words("weekdays"))
_UNIT = any_of(unit for units in WORDS["relative"]["units"].values() for unit in units)
_LONG_UNIT = (
    "months?|years?|monate?n?|jahre?n?|mois|ans|meses|mes|años?|anos|mesi|anni|maanden|jaar|ay|yıl|"
    "месяц(?:а|ев)?|лет|год(?:а)?|أشهر|شهور|شهر|شهرا|سنوات|سنة|ماه|سال|bulan|tahun"
)
DATE_TAIL = re.compile(
    rf"[\s,،|•·–—-]+(?:(?:{any_of(words('after'))}|{any_of(words('after_day'))}|date|datum|fecha|data|"
    r"التاريخ)\s*:?\s+)?"
    rf"(?:(?:{_DAY})[\s,،.]+)?"
    rf"(?:{_DIGITS}{{1,2}}\.?\s*(?:de\s+|di\s+)?(?:{MONTH_NAME})(?!\w)"
    # «إبراهيم شعبان 26 نوفمبر»: a family name, where the month follows the day.
    rf"|(?:{MONTH_NAME})\.?\s+{_DIGITS}{{1,2}}(?!\d)(?!\s+(?:{MONTH_NAME})(?!\w))|{_DIGITS}{{1,4}}[./-]{_DIGITS}{{1,2}}[./-]{_DIGITS}{{2,4}}"
    rf"|{_DIGITS}{{1,3}}\s*(?:{_UNIT}|{_LONG_UNIT})(?!\w)|{_DIGITS}{{1,2}}:{_DIGITS}{{2}}).*$",
    re.IGNORECASE | re.DOTALL,
)
"""A date, a time or a duration after a name, with all that follows it."""

_ROLES = any_of(words("roles"))
ROLE = re.compile(rf"(?:{_ROLES})s?", re.IGNORECASE)
_AT = any_of(words("at"))
ROLE_WITH_MORE = re.compile(
    # «Technology Correspondent», «مراسل الشؤون التقنية»: a job, where a name went before.
    rf"(?:\S+\s+){{1,4}}(?:{_ROLES})s?"
    r"|\S{4,}(?:korrespondent|redakteur|reporter|journalist|chef)(?:in|en)?(?:\s.*)?"
    rf"|(?:{_ROLES})\s+(?:(?:ال|لل)\S+|(?:{_AT})|بـ?|ب\S+)(?:\s+\S+){{0,4}}"
    rf"|(?:{_ROLES})\s+[\u0590-\u06ff]+(?<=[\u064a\u0629\u05d4\u05ea])(?:\s+[\u0621-\u064a]+)?",
    re.IGNORECASE,
)
LEADING_ROLE = re.compile(
    rf"^(?:(?:{any_of(words('own'))})\s+)?(?:{_ROLES})\s+(?!(?:{_AT})\s)(?=\S+\s+\S+)",
    re.IGNORECASE,
)
_UNSPACED_WRITERS = any_of(
    w for w in {*words("before"), *words("roles")} - set(words("editors")) if _UNSPACED.search(w)
)
_DESKS = (
    "(?:社会|政治|経済|国際|文化|運動|科学|生活|報道|編集|特報|外信|地域|学芸|科学環境|くらし)部|"
    "[\u3400-\u9fff]{1,4}(?:支局|総局|通信部)"
)
JOB_BEFORE_UNSPACED = re.compile(
    rf"^(?:{_DESKS})[\s・]+(?=[\u3400-\u9fff]{{2,4}}(?:\s|$))|^(?![\u3400-\u9fff]*[摄攝图圖视視])[《》\u3400-\u9fff]{{0,12}}?(?:{_UNSPACED_WRITERS})\s+(?=[\u3400-\u9fff]{{2,4}}(?:\s|$))"
)
"""A house and a job before the names of Chinese reporters, a blank between, «新京报记者 陆一夫»;
the desk before those of Japanese ones, «社会部 木村直樹»."""

TRAILING = re.compile(
    rf"(?<=\S)\s+(?:{any_of([*words('roles'), *words('tails')])})$", re.IGNORECASE
)
FIELD = re.compile(rf"(?:\s+(?:{any_of(words('fields'))}))+$", re.IGNORECASE)
"""What a job is about, before its title."""
HOUSE = re.compile(rf"\s+(?:{any_of(words('papers'))})$", re.IGNORECASE)
"""The house's last word, before a job: «Jane Doe Tribune Staff Writer»."""

_UNSPACED_ENDS = any_of(w for w in [*words("roles"), *words("tails")] if _UNSPACED.search(w))
TRAILING_GLUED = re.compile(rf"(?<=[\u3400-\u9fff\uac00-\ud7af]{{2}})(?:{_UNSPACED_ENDS})$")
"""A role written together with a name: «김철수기자»."""

SILENT = re.compile(rf"(?:{any_of(words('silent'))})(?:\s*[:：/／・｜]|\s|$)", re.IGNORECASE)
DATELINE = re.compile(rf".{{1,8}}(?:{any_of(words('datelines'))})")
