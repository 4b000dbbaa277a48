"""Other forms of a query's word: what no ending tells at the index.

A stem joins the forms that differ in what is written onto them. These are those that differ inside
(«سعر», «أسعار»), or by a letter that is an ending in one word and the word's own in another
(«حواراً», «لاعبو الفريق», «بچے»). They are asked for, and cost the index nothing. Some are no
word, and found in no text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache

from pipeline.patterns.rule_files import rule_lines
from pipeline.words.own_endings import stems_with_endings
from pipeline.words.spelling import LAST_LETTERS, letters

Core = Callable[[str], str]

_CORE = "~"
_LEAST = 3
"""Letters of a word that has other forms."""

# Plurals by pattern, of words that have them by rule. A weak letter (ا و ي) stands where the
# pattern says only. Not «مفاعل» and «فعائل»: «مقتل» is no «مقاتل», «جزيرة» no «الجزائر».
_PLURALS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (re.compile(pattern), plurals)
    for pattern, plurals in (
        (r"(.)ا([^اوي])([^اوية])[ةه]?", (r"\1وا\2\3",)),  # ساحل سواحل, قافلة قوافل
        (r"(.)ا([^اوي])[اوي]([^اوية])", (r"\1وا\2ي\3",)),  # صاروخ صواريخ
        # صندوق صناديق, تقرير تقارير, مفتاح مفاتيح; not «سلمان»: «سلامين» has the stem of «سلام»
        (r"(?!...ان)(.)([^اوي])([^اوي])[اوي]([^اويةه])[ةه]?", (r"\1\2ا\3ي\4",)),
        (r"([^اوي])([^اوي])\1[اوي]?\2[ةه]?", (r"\1\2ا\1\2",)),  # زلزال زلازل
        (r"([^اويتم])([^اوي])([^اوي])([^اويةه])[ةه]?", (r"\1\2ا\3\4",)),  # قنبلة قنابل
    )
)
# The way back, where the pattern is rarely another's: «عواصف», but «تواصل», «مواطن».
_SINGULAR = (re.compile(r"([^اويتم])وا([^اوي])([^اوي])"), r"\1ا\2\3")

_LEAST_BEFORE = 2
"""Letters before such an ending: «پرنده»."""

# «الدولتان», «نویسندگان» and «نویسنده».
_SINGULAR_ENDINGS = (("تان", "ة"), ("تين", "ة"), ("گان", "ه"), ("نده", "ندگان"))

# «روسيا» and «روسي», «الروسية», «الروس»: whole words, because the stem of «سوري» is that of «سور».
_COUNTRY = re.compile(r"(\w{2,}ي)ا")
_OF_COUNTRY = ("", "ة", "ين", "ون", "تين")
_NISBA = re.compile(r"(\w{2,}ي)(?:ة|ه|ين|ون)?")
_PERSIAN_COMPARATIVES = ("تر", "ترين")

# «عبدالرحمن» is as often «عبد الرحمن».
_NAME_OF_TWO = re.compile(r"(عبد|ابو|سيف|نور|شمس|صلاح|علاء|ضياء|بهاء)(ال\w{3,})")

# A foreign g is either: «بلومبرغ», «بلومبرج». Shorter words have the other letter as another word.
_GHAYN_OR_JIM = str.maketrans("غج", "جغ")
_FOREIGN_FROM = 6

# An accusative ends in alef, «حواراً»; after these letters none is written, or it is the word's own.
_NO_ALEF_AFTER = "اةهءي"
_MARKED_ALEF = re.compile("(?:اً|ًا)$")
_UNMARKED_FROM = 5
"""Letters of a word whose last alef may be an ending: «ميتا» and «روما» are names."""
# The plural of people before their noun, «لاعبو الفريق», of the patterns that people have.
_PEOPLE = re.compile(r".ا[^اوي]{2}|[^اوي]{2}ا[^اوي]|م\w{3,}|\w{2,}ي")
_BEFORE_DUAL = ("", "ال", "و", "ب", "ل", "لل", "وال", "بال")

# «بچہ», «بچے», «بچوں»; «لڑکا», «لڑکے», «لڑکوں»: known for Urdu by its letters.
_URDU = re.compile("[ٹڈڑںےۓہھ]")
_URDU_ENDING = re.compile(r"(?<=\w{2})(?:وں|یں|ے|ہ|ا)$")
_URDU_ENDINGS = ("وں", "ے", "ہ", "ا")
_OF_PLURALS = ("وں", "یں")

PERSIAN_ENDINGS = frozenset(["ها", "هاي", "هايي", "هايش", "هايشان", "ي", "اي", "تر", "ترين"])
"""What is written behind a Persian word, also after a blank or half a blank; folded."""


def related(word: str, core: Core) -> Iterator[str]:
    """The words that a reader wants with a folded Arabic word that has no article, ta marbuta not
    folded: its plurals, or its singular. `core` takes off endings."""
    yield from listed(word, core)
    if len(word) < _LEAST:
        return
    for pattern, plurals in _PLURALS:
        if found := pattern.fullmatch(word):
            yield from (found.expand(plural) for plural in plurals)
    if found := _SINGULAR[0].fullmatch(word):
        yield found.expand(_SINGULAR[1])
    for ending, singular in _SINGULAR_ENDINGS:
        if word.endswith(ending) and len(word) >= len(ending) + _LEAST_BEFORE:
            yield word.removesuffix(ending) + singular
    if len(word) >= _UNMARKED_FROM and word[-1] == "ا" and word[-2] not in _NO_ALEF_AFTER:
        yield word[:-1]


def listed(word: str, core: Core) -> tuple[str, ...]:
    """The other words of the lines of rules/broken_plurals.txt that hold a word."""
    found = _listed(core)
    return found.get(word.translate(LAST_LETTERS)) or found.get(_CORE + core(word), ())


def with_other_g(word: str) -> tuple[str, ...]:
    """A folded word with the other letter for a foreign g; empty where it has none."""
    other = word.translate(_GHAYN_OR_JIM)
    return (other,) if len(word) >= _FOREIGN_FROM and other != word else ()


def is_listed(word: str, core: Core) -> bool:
    """Whether a word without endings stands in rules/broken_plurals.txt."""
    return word.translate(LAST_LETTERS) in _listed(core)


def written(word: str, core: Core) -> Iterator[str]:
    """The forms of such a word that are to be looked for as they are."""
    if len(word) < _LEAST:
        return
    shorter = (word[:-1],) if word[-1] in "ةه" and len(word) > _LEAST else ()  # «صورة», «صوراً»
    if word.translate(LAST_LETTERS) in stems_with_endings():  # «شرطة», but «شرطاً» (on condition)
        shorter = ()
    for form in (word, *shorter, *related(word, core)):
        if form[-1] not in _NO_ALEF_AFTER:
            yield from (form + "ا", "و" + form + "ا")
    if word[-1] == "ة" or (word[-1] == "ه" and len(word) > _LEAST):
        for before in _BEFORE_DUAL:  # «الدولتين»
            yield from (before + word[:-1] + "تين", before + word[:-1] + "تان")
    if found := _COUNTRY.fullmatch(word):
        for before in _BEFORE_DUAL:
            yield from (before + found[1] + ending for ending in _OF_COUNTRY)
    elif found := _NISBA.fullmatch(word):
        for country in (found[1], found[1][:-1]):  # «روسيا», «كندا»
            yield from (country + "ا", "و" + country + "ا")
    yield from (word + ending for ending in _PERSIAN_COMPARATIVES)
    if len(word) > _LEAST and _PEOPLE.fullmatch(word):
        yield from (word + "و", "و" + word + "و")


def without_alef(word: str) -> str | None:
    """A word as it was typed, without the alef of an accusative that is marked as one."""
    found = _MARKED_ALEF.search(word)
    return word[: found.start()] if found and found.start() >= _LEAST else None


def urdu(word: str) -> Iterator[str]:
    """The other forms of an Urdu word as it was typed."""
    if _URDU.search(word) and (found := _URDU_ENDING.search(word)):
        base = word[: found.start()]
        yield from (base + ending for ending in _URDU_ENDINGS)
        if found.group() in _OF_PLURALS:  # «بسوں» is of «بس»
            yield from (base, *(base + ending for ending in _OF_PLURALS))


def name_apart(word: str) -> tuple[str, ...]:
    """The two words as which a folded name may be written, «عبد الرحمن»; empty for all others."""
    found = _NAME_OF_TWO.fullmatch(word)
    return found.groups() if found else ()


@cache
def _listed(core: Core) -> dict[str, tuple[str, ...]]:
    """The words of rules/broken_plurals.txt: by each, the others of its line; likewise by its
    core with _CORE before it, for words with endings."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for line in rule_lines("broken_plurals.txt"):
        forms, of_first_only = letters(line), ">" in line
        for form in forms[:1] if of_first_only else forms:
            others = dict.fromkeys(other for other in forms if other != form)
            found[form.translate(LAST_LETTERS)].update(others)
            found[_CORE + core(form)].update(others)
    return {key: tuple(others) for key, others in found.items()}
