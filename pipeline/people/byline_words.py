"""The words of bylines, read from data: labels, roles, what parts and what ends names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from pipeline.page.elements import letters
from pipeline.patterns.late_patterns import late_pattern
from pipeline.patterns.rule_files import read_rules
from pipeline.patterns.word_patterns import VOWEL, WordPattern, any_word

_RULES: Final = read_rules("bylines.toml")
_ARABIC = re.compile("[\u0620-\u064a]")
_UNSPACED = late_pattern("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def words(kind: str) -> list[str]:
    """The words of one kind in all languages, each once."""
    return list(dict.fromkeys(word for rules in _RULES.values() for word in rules.get(kind, ())))


def any_of(some: Iterable[str]) -> str:
    """A pattern of any of some words, the longest first, with either apostrophe; without vowels, as
    a `WordPattern` reads a text."""
    return _tree(tuple(some)).replace("'", "['’]")


@cache
def _tree(some: tuple[str, ...]) -> str:
    return any_word(VOWEL.sub("", word) for word in some)


KNOWN_PLACES: Final = frozenset(letters(word) for word in words("places"))
"""The folded names of cities from which newsrooms date."""

DESK_WORDS: Final = frozenset(words("desks"))
"""How houses sign where no person does; their first word may be a label elsewhere: «Da Redação»."""
OPINION_WORDS: Final = frozenset(map(letters, words("opinions")))
"""The folded words under which a site files what somebody thinks: «رأي | سارة أحمد»."""
FACT_WORDS: Final = frozenset(words("facts"))
ONLINE_WORDS: Final = frozenset(words("online"))
"""What a house adds to its name on the web: «المدى نت»."""
WRITING_WORDS: Final = frozenset(words("writes"))
SILENT_WORDS: Final = frozenset(words("silent"))

SOURCES: Final = any_of(words("sources"))
"""A pattern of what stands before whom a text is from: «Source: Jane Doe»."""
_AND = any_of([*words("between"), *words("joined")])
_ROLES = any_of(words("roles"))
_LABELS = [*words("before"), *words("labels")]
_COLON_LABEL = any_of(_LABELS)
_UNSPACED_COLON_LABEL = any_of(filter(_UNSPACED.search, _LABELS))
_JOINS = rf"(?-i:{any_of([*words('between'), 'و'])})\s"
_OF_WOMEN = r"(?:/ـ?[ةت](?!\w)|\(ـ?[ةت]\)|(?:/-?|\()(?:as?|ra|in|e|а|ла)(?:\)|(?!\w)))?"
"""What is added to a label that a woman may sign as well: «كتب/ت», «Autor/a», «Napisał(a)»."""


def _spaced_label() -> str:
    before = any_of(word for word in words("before") if not _UNSPACED.search(word))
    label = any_of(word for word in _LABELS if not _UNSPACED.search(word))
    arabic = any_of(word for word in _LABELS if _ARABIC.match(word))
    kinds = any_of([*words("kinds"), *words("opinions")])
    return (
        rf"(?:(?:{label}){_OF_WOMEN}(?:(?:\s*[/&،,+–-]\s*|\s+(?:{_AND})\s+|\s+و)(?:{label}))*"
        rf"\s*(?:[:：]|[-–—ـ](?=\s)|/(?!ـ?[ةت](?!\w))(?=\s*[\u0621-\u06d3]))\s*"
        rf"|(?:{arabic})[-–—](?=[\u0621-\u064a]{{2,}}\s[\u0621-\u064a])"  # «كتبت-سارة أحمد»
        rf"|(?:{arabic})\s+و(?:{arabic})\s+(?=[\u0621-\u06d3])"
        rf"|(?:{any_of(words('from_own'))})\s+(?:{_ROLES})\s+(?:{any_of(words('at'))})"
        r"\s+\S+(?:\s[^\s,:]+)?\s*[,:]\s+"
        r"|(?:dispatch|letter|report(?:ing|age)?)\s+from\s+\S+(?:\s[^\s,:]+)?\s*:\s+"
        rf"|aus\s+\S+(?:\s\S+)?\s+bericht(?:et|en)\s*:?\s+"
        # «نووسەر و لێکۆڵەر», "writer and critic" is what somebody does.
        rf"|(?:{before}){_OF_WOMEN}(?:\s+(?:{_AND})\s+(?:{before}))?(?:\s+(?!{_JOINS})|$)"
        rf"|(?:(?:an?|une?|un|una|eine?|um|uma|een|la|le|el|il|lo)\s+|l['’])?(?:{kinds})\s+"
        r"(?:written |rédigé |escrit[ao] |scritt[ao] )?"
        r"(?:by|von|par|por|de|di|door|van|av|af|oleh)\s+)"
    )


def _unspaced_label() -> str:
    before = any_of(filter(_UNSPACED.search, words("before")))
    label = _UNSPACED_COLON_LABEL
    return (
        rf"(?:{label})(?:\s*[/&,+–-]\s*(?:{label}))*\s*(?:[:：]|[-–—](?=\s))\s*"
        rf"|(?:{label})\s*[/／・·|｜丨=＝]\s*(?!(?:{_UNSPACED_SILENT})[\s:：=＝/])"
        rf"|(?:{before})(?:\s*(?=[\u3040-\u30ff\u3400-\u9fff])|\s+|$)"
    )


_UNSPACED_SILENT = any_of(w for w in words("silent") if _UNSPACED.search(w))
_SPACED_LABEL = WordPattern(_spaced_label(), re.IGNORECASE)
_UNSPACED_LABEL = WordPattern(_unspaced_label())


def find_label(text: str) -> re.Match[str] | None:
    """The label of authors at the beginning of a text, with what parts it from the names."""
    if _UNSPACED.match(text):
        return _UNSPACED_LABEL.match(text)
    return _SPACED_LABEL.match(text) if _may_be_label(text) else None


_SILENT_BY = any_of(word for word in words("silent") if word.endswith((" by", " von", " av")))
_EDITOR = any_of(w for w in words("editors") if not _UNSPACED.search(w))
_EDITING = rf"(?:{_EDITOR})(?:\s+و(?:{_EDITOR}))?"
LABEL_INSIDE = WordPattern(
    rf"(?<=\S)(?:\s+(?:و\s?)?(?=(?:{_COLON_LABEL}|{_EDITING})\s*[:：])"
    rf"|\s+و(?=(?:{any_of(filter(_ARABIC.match, _LABELS))})\s*/\s*[\u0621-\u064a])"
    rf"|\s+(?=(?:{_UNSPACED_COLON_LABEL}|{_UNSPACED_SILENT})\s*[/／・｜丨|=＝])"
    rf"|\.\s+(?=(?:{any_of(words('silent'))}|{_EDITING})[\s:：])|\s+(?:و\s?)?(?<!\sla\s)(?<!\sde\s)(?<!\sdel\s)(?=(?:{any_of(words('silent'))})\s*(?:[:：]|[/–—-]\s))"
    rf"|\s+(?=(?:{_SILENT_BY})\s))",
    re.IGNORECASE,
)
"""Where a second label begins: «Penulis: A Editor: B»."""

EDITORS_LABEL = WordPattern(
    r"(?:و?(?:ترجم|نقل|عرب)(?:ها|ه|تها|ته)|(?:ال)?ترجمة|ترجمت? النص)\s(?:عن|من|إلى)\s(?:اللغة\s)?"
    r"ال[\u0621-\u064a]+\s?[:：]?(?:\s(?:ل(?=[\u0621-\u064a]{3}))?|$)"
    r"|(?:перевод|пер[её]в[её]л[аи]?)\sсо?\s[а-я]+ого\s"
    rf"|(?:{any_of(words('editors'))})\s*(?:[:：/／·|｜-]\s*|\s+|$|(?=[\u3400-\u9fff\uac00-\ud7af]))"
    r"|(?:translated from(?: the)?|traduit (?:de l['’]|du |de )|traducido del?"
    r"|tradotto dal(?:l['’])?|traduzido do|(?:übersetzt )?aus dem|vertaald uit het"
    r"|översatt från|oversat fra)\s?[^\W\d_]+"
    r"\s(?:by|par|por|da|von|door|av|af)(?:\s|$)"
    r"|(?:إعداد|اعداد)\s(?=[^()–—-]{3,60}\sللنشرة\s)",
    re.IGNORECASE,
)
"""A label of those who edited or checked what others wrote, or made it ready for the service of
another language: «إعداد سارة أحمد للنشرة العربية»."""

_BEGINNINGS = frozenset(
    word[:3].lower()
    for kind in ("before", "labels", "kinds", "opinions", "from_own")
    for word in words(kind)
)


_ARTICLES = frozenset({"aus", "an ", "une", "un ", "una", "ein", "um ", "uma", "een", "la ", "le ",
                       "el ", "il ", "lo "})  # fmt: skip
"""How a label may begin that begins with no word of its own."""


_BRIEF_ARTICLES = frozenset({"a ", "l'", "l’"})


def _may_be_label(text: str) -> bool:
    """Whether a text begins with the letters of a label: a quick look before a slow one."""
    begin = text[:3].lower()
    if (
        begin in _ARTICLES
        or begin[:2] in _BRIEF_ARTICLES
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
    r"|\s*(?:[,，،;؛；|•●∙⋅▪·、／【】]|(?<![\u30a1-\u30fa\u30fc])・|・(?![\u30a1-\u30fa]))\s*|\s+/\s*|/\s+|(?<=[^\W\d_]{2})/(?=[^\W\d_a-z])|\s+(?:[-–—۔]|ـ+)\s+|(?<=[\u0621-\u064a])[-–—]\s+|\s{3,}"
)
BETWEEN = WordPattern(_BETWEEN)
BETWEEN_CAPITALS = WordPattern(_BETWEEN, re.IGNORECASE)
JOINED = WordPattern(rf"\s+(?:{any_of(words('joined'))})\s+")
"""Between two names of two words each; between less it may be part of one name."""

GLUED = WordPattern(
    rf"(?<!\s[آأا]يت)(?<!\sبن)(?<!\sولد)\s+(?:{any_of(words('glued'))})(?=[^\W\d_]{{2,}}\s+\S{{2,}}|[\u0621-\u064a]\.\s*\S)"
)
"""An «and» that is written together with the second name; or the first letter of a name."""

UNGLUED: Final = frozenset(words("unglued"))

_LONG_WEEKDAY = any_of(word for word in words("weekdays") if len(word) > 3)
AFTER = WordPattern(
    rf"\s*[,،]?\s+(?:(?:{any_of(words('after'))})(?=\s|:|[\"«“]|$)"
    rf"|(?:{any_of(words('after_day'))})(?=\s+(?:\d|[٠-٩۰-۹]|(?:{_LONG_WEEKDAY})\b"
    # «María del Mar»: what a day is abbreviated to may be a name.
    rf"|(?:{any_of(words('weekdays'))})\b[.,]?\s*\d))).*$",
    re.IGNORECASE | re.DOTALL,
)
_JOB_ENDS = (
    "korrespondent|redakteur|redakt[øö]r|reporter|journalist|skribent|redacteur|redactrice|"
    "verslaggever|verslaggeefster|correspondent"
)
"""How Germanic languages end the names of jobs that they write in one word."""
ROLE = WordPattern(rf"(?:{_ROLES})s?", re.IGNORECASE)
ROLE_FIRST = WordPattern(rf"(?:{_ROLES})(?:\s|$)", re.IGNORECASE)
"""A role with which a text begins."""
_AT = any_of(words("at"))
ROLE_WITH_MORE = WordPattern(
    # «Technology Correspondent», «مراسل الشؤون التقنية»: a job, where a name went before.
    rf"(?:\S+\s+){{1,4}}(?:{_ROLES})s?"
    rf"|\S{{4,}}(?:{_JOB_ENDS}|chef)(?:in|en)?(?:\s.*)?"
    rf"|(?:{_ROLES})\s+(?:(?:(?:ال|لل)\S+|(?:{_AT})|بـ?|ب\S+)(?:\s+\S+){{0,4}}"
    r"|[\u0590-\u06ff]+(?<=[\u064a\u0629\u05d4\u05d9\u05ea])(?:\s+[\u0621-\u064a]+)?)",
    re.IGNORECASE,
)
ROLE_BEHIND = WordPattern(
    r"^([\u0621-\u06d3]+(?:\s[\u0621-\u06d3]+){1,3}?)\s+"
    rf"(?:{any_of(w for w in words('roles') if _ARABIC.match(w) and w[:2] != 'ال')})"
    r"\s+[\u0621-\u06d3].*$"
)
"""What a person does, behind the name with no sign between: «منى سالم كاتبة وباحثة»."""
_ROLES_OF = any_of(w for w in words("roles") if _ARABIC.match(w) and w[:2] != "ال")
_OF_ROLE = (
    r"(?:(?:ال|لل)[\u0621-\u064a]{3,}\s+){1,3}"
    r"|(?:استقصائي|اقتصادي|سياسي|رياضي|تقني|ثقافي|علمي|ميداني)ة?\s+"
)
LEADING_ROLE = WordPattern(
    rf"^(?:(?:{_ROLES_OF})\s+(?:{_OF_ROLE})(?=(?!ال)\S+\s+\S+)"
    rf"|(?:(?:{any_of(words('own'))})\s+)?(?:{_ROLES})\s+(?!(?:{_AT})\s)(?=\S+\s+\S+)"
    rf"|(?:{any_of(words('own'))})\s+\w{{3,}}(?:{_JOB_ENDS})(?:in|en)?\s+(?=\S+\s+\S+))",
    re.IGNORECASE,
)
_UNSPACED_WRITERS = any_of(
    w for w in {*words("before"), *words("roles")} - set(words("editors")) if _UNSPACED.search(w)
)
_DESKS = (
    "(?:社会|政治|経済|国際|文化|運動|科学|生活|報道|編集|特報|外信|地域|学芸|科学環境|くらし)部|"
    "[\u3400-\u9fff]{1,4}(?:支局|総局|通信部)"
)
_SURNAMES = "".join(words("surnames"))
_COMPOUND = any_of(w for w in words("families") if len(w) == 2 and w[0] >= "\u3400")
JOB_BEFORE_UNSPACED = WordPattern(
    rf"^(?:{_DESKS})[\s・]+(?=[\u3400-\u9fff][\u3040-\u309f\u3400-\u9fff]{{1,5}}(?:\s|$))|^(?![\u3400-\u9fff]*[摄攝图圖视視])[《》\u3400-\u9fff]{{0,12}}?(?:{_UNSPACED_WRITERS})\s+(?=[\u3400-\u9fff]{{2,4}}(?:\s|$))"
    rf"|^[《》\u3400-\u9fff]{{2,10}}[记記]者(?=(?:[{_SURNAMES}]|{_COMPOUND})[\u3400-\u9fff]{{1,2}}$)"
)
"""A house and a job before the names of Chinese reporters, a blank between, «新京报记者 陆一夫»;
the desk before those of Japanese ones, «社会部 木村直樹»."""

TRAILING = WordPattern(
    rf"(?<=\S)\s+(?:{any_of([*words('roles'), *words('tails')])})$", re.IGNORECASE
)
FIELD = WordPattern(rf"(?:\s+(?:{any_of(words('fields'))}))+$", re.IGNORECASE)
"""What a job is about, before its title."""
HOUSE = WordPattern(rf"\s+(?:{any_of(words('papers'))})$", re.IGNORECASE)
"""The house's last word, before a job: «Jane Doe Tribune Staff Writer»."""

_UNSPACED_ENDS = any_of(w for w in [*words("roles"), *words("tails")] if _UNSPACED.search(w))
TRAILING_GLUED = WordPattern(
    rf"(?:(?<=[\u3400-\u9fff\uac00-\ud7af]{{2}})|(?<=[\u3400-\u9fff] [\u3400-\u9fff]))"
    rf"(?:{_UNSPACED_ENDS})$"
)
"""A role written together with a name: «김철수기자»."""

SILENT = WordPattern(
    rf"(?:{any_of(words('silent'))})(?:\s*[:：/／・｜丨=＝]|\s|$|(?<=[\u0621-\u064a])[-–—])",
    re.IGNORECASE,
)
DATELINE = WordPattern(rf".{{1,8}}(?:{any_of(words('datelines'))})")
