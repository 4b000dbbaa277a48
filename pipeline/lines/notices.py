"""Notices that a house prints above or below a text: of links that pay it, of machines that read or
translate, of a wall's limit, of its letters' readers, of how it works and what it answers for.

Their wording is endless. What they are made of is not: words of two or three classes meet in one
short line at an edge of a text (`pipeline/rules/notices.toml`), which tells of nobody else. Some
stand amid it, where they end as no sentence does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from pipeline.lines.quoted import MARKS, without_names
from pipeline.lines.stems import is_apart, is_foreign
from pipeline.lines.telling import reports
from pipeline.patterns.compiling import compiled
from pipeline.patterns.late_patterns import late_pattern
from pipeline.patterns.rule_files import read_rules
from pipeline.patterns.word_patterns import VOWEL, any_word
from pipeline.punctuation import COLONS, QUESTION_MARKS, SENTENCE_ENDS
from pipeline.records import LINE_KINDS, Block, BlockKind
from pipeline.writing import SHARED

FIRST_LINES = 2
LAST_LINES = 4
ABOVE_LINES = 3
LEAST_LINES = 3
"""A shorter text is a flash, of which each line may be what it tells."""
MAX_CHARS = 220
MAX_LONG_CHARS = 480
"""Of a notice whose label or payment tells what it is, whatever it goes on with."""


class _Kind(NamedTuple):
    """Classes of which a notice has a word each, the rarest first, and its length in letters."""

    classes: tuple[str, ...]
    max_chars: int = MAX_CHARS
    is_open: bool = False
    """Whether it is no sentence: such lines announce what stands below them."""
    of_house: bool = False
    """Whether it tells of the text alone, and so may name who else is concerned: «An earlier
    version of this story misstated what the company earns.»"""
    apart: bool = False
    """Whether it must tell nothing that its text does: others tell of such things too."""
    lone: bool = False
    """Whether it must have no word in common with its text, where none of its own is of the house,
    its page or its reader: «The shop gets a commission for each purchase through such links.»"""
    amid: bool = False
    """Whether a line of it that is no sentence is a notice amid a text too."""


_KINDS = (
    _Kind(("earn", "link", "we"), amid=True),
    _Kind(("earn", "link", "here"), amid=True),
    _Kind(("earn", "buy", "link"), lone=True, amid=True),
    _Kind(("earn", "buy", "we", "here"), amid=True),
    _Kind(("earn", "buy", "we", "you"), amid=True),
    _Kind(("earn", "buy", "we", "chosen")),
    _Kind(("earn", "buy", "house")),
    _Kind(("earn", "link", "house")),
    _Kind(("machine", "spoken", "flaw"), 160, is_open=True, amid=True),
    _Kind(("machine", "by"), 90, is_open=True, amid=True),
    _Kind(("machine", "by", "here", "flaw"), 160, amid=True),
    _Kind(("machine", "spoken", "here"), 160, amid=True),
    _Kind(("machine", "spoken", "you"), 60),
    _Kind(("machine", "spoken", "checked", "we")),
    _Kind(("earlier", "wrong"), 160, is_open=True, amid=True),
    _Kind(("earlier", "wrong", "here"), 200),
    _Kind(("earlier", "wrong", "we"), 200),
    _Kind(("updated", "added"), 110, is_open=True, amid=True),
    _Kind(("updated", "added", "number"), 110, is_open=True, of_house=True, amid=True),
    _Kind(("inbox", "you", "each"), 120, amid=True),
    _Kind(("inbox", "you"), 90, is_open=True),
    _Kind(("limit", "reached", "you"), 90),
    _Kind(("limit", "reached", "free"), 90),
    _Kind(("free", "reads", "left", "you"), 110, amid=True),
    _Kind(("free", "reads", "left", "period"), 110, amid=True),
    _Kind(("period", "free", "may"), 120, amid=True),
    _Kind(("period", "left", "reads", "you"), 110, amid=True),
    _Kind(("free", "reads", "had"), 90, is_open=True, amid=True),
    _Kind(("letter", "number", "readers", "we"), 90),
    _Kind(("slip", "version"), 160, of_house=True, amid=True),
    _Kind(("amended", "piece"), 160, of_house=True, amid=True),
    _Kind(("slip", "amended", "here"), 120, of_house=True),
    _Kind(("backing", "produced", "here"), 200, amid=True),
    _Kind(("appeared", "here"), 160),
    _Kind(("appeared", "translated"), 120),
    _Kind(("machine", "translated"), 90, is_open=True, apart=True, amid=True),
    _Kind(("series", "here"), 160, amid=True),
    _Kind(("craft", "how", "we"), 70, is_open=True),
    _Kind(("advice", "not", "here")),
    _Kind(("duty", "not", "exact")),
    _Kind(("duty", "not", "info", "we")),
    _Kind(("duty", "not", "info", "here")),
    _Kind(("instead", "doctor", "not", "here")),
    _Kind(("topic", "more"), 40, is_open=True),
    _Kind(("gift", "you", "craft"), 160),
    _Kind(("gift", "you", "free"), 160),
    _Kind(("get", "each", "news"), 140),
    _Kind(("medium", "we", "each"), 160),
    _Kind(("signup", "we", "link"), 320),
    _Kind(("signup", "here", "news"), 160),
    _Kind(("medium", "we", "hear"), 160),
    _Kind(("declared",), MAX_LONG_CHARS, of_house=True),
    _Kind(("column", "runs", "each"), 110, of_house=True, amid=True),
    _Kind(("printed", "number"), 110, is_open=True, amid=True),
    _Kind(("printed", "here"), 140),
    _Kind(("airs", "show", "ours"), 140, of_house=True, amid=True),
    _Kind(("airs", "whole_show"), 120, amid=True),
    _Kind(("column_ours", "each"), 110, amid=True),
    _Kind(("machine", "made_this"), 140, amid=True),
    _Kind(("lent",), 140, of_house=True, apart=True, amid=True),
    _Kind(("meet_house",), 110, apart=True, amid=True),
    _Kind(("listen", "episode", "number"), 110, apart=True, amid=True),
    _Kind(("tested",), 90, apart=True, amid=True),
    _Kind(("handled", "writing"), 120, apart=True, amid=True),
    _Kind(("wrong", "amended", "we"), 140, apart=True, amid=True),
    _Kind(("earn", "link"), 110, is_open=True, apart=True, amid=True),
    _Kind(("earn", "priced_when"), 120, apart=True, amid=True),
    _Kind(("allied",), 60, is_open=True, of_house=True, apart=True, amid=True),
    _Kind(("as_printed",), 80, is_open=True, apart=True, amid=True),
    _Kind(("stakes", "writer"), 110, of_house=True, apart=True, amid=True),
    _Kind(("labels",), 120, is_open=True, of_house=True, amid=True),
    _Kind(("own_series", "part"), 80, amid=True),
    _Kind(("guest", "writer", "journey"), 140, of_house=True, amid=True),
    _Kind(("reuse", "matter", "permit"), 120, amid=True),
    _Kind(("tip", "secure", "we"), 200, of_house=True),
    _Kind(("lives", "readers"), 200, apart=True),
    _Kind(("taxed", "gift", "you"), 160, apart=True),
    _Kind(("sponsors", "keeps"), 100, apart=True, amid=True),
    _Kind(("principles", "ours"), 110, amid=True),
    _Kind(("paid_content",), 80, is_open=True, of_house=True, amid=True),
    _Kind(("gallery", "photos", "number"), 60, is_open=True, amid=True),
    _Kind(("swipe", "photos", "number"), 70, is_open=True, amid=True),
    _Kind(("gallery", "here"), 60, is_open=True, amid=True),
)
_ABOVE = tuple(kind for kind in _KINDS if "flaw" in kind.classes and not kind.is_open)
"""Of a recording that stands among a text's first paragraphs."""
_AMID = tuple(kind for kind in _KINDS if kind.amid)
_WALLS = frozenset(kind for kind in _KINDS if {"free", "reads", "left"}.issubset(kind.classes))
"""Of what a wall still gives, which may head what it asks for."""
_ENDS = tuple(SENTENCE_ENDS + COLONS)
_QUESTIONS = tuple(QUESTION_MARKS)
_NO_LABEL_ENDS = (*_ENDS, *',،;)”"»’]')
"""How a paragraph ends that is no label or notice amid a text."""


def notices(kept: Sequence[Block], language: str | None) -> frozenset[Block]:
    """The paragraphs among the first and last of a text that are a house's notices. Of `language`,
    that of the page; none where it says none."""
    if len(kept) < LEAST_LINES or not has_notices(language):
        return frozenset()
    known = _known(language)
    end = max(FIRST_LINES, len(kept) - LAST_LINES)
    edges = chain(range(FIRST_LINES), range(end, len(kept)))
    found = {at for at in edges if _is_notice(kept, at, known, _KINDS)}
    above = range(FIRST_LINES, min(end, FIRST_LINES + ABOVE_LINES))
    found |= {at for at in above if _is_notice(kept, at, known, _ABOVE)}
    found |= {
        at
        for at in range(FIRST_LINES, end)
        if len(kept[at].text) <= MAX_CHARS
        and _may_stand_amid(kept[at].text)
        and _is_notice(kept, at, known, _AMID)
        and (kept[at].text[-1] not in SENTENCE_ENDS or is_foreign(kept, at))
    }
    return frozenset(kept[at] for at in found)


def _may_stand_amid(text: str) -> bool:
    """Whether a line is open, or a sentence: what announces, asks or quotes is neither. A number in
    brackets at its end counts what it leads to: «Photo gallery (12 pictures)»."""
    if not text.endswith(_NO_LABEL_ENDS) or _COUNTED.search(text):
        return True
    return text[-1] in SENTENCE_ENDS and not text.endswith(_QUESTIONS)


_COUNTED = late_pattern(r"\([^()\d]*\d+[^()\d]*\)\Z")


def has_notices(language: str | None) -> bool:
    """Whether a language has a table of the words of which notices are made."""
    return _known(language) in read_rules("notices.toml")


def _known(language: str | None) -> str:
    known = (language or "")[:2]
    return SHARED.get(known, known)


def is_of_house(text: str, language: str | None) -> bool:
    """Whether a line has a word for the house, its page or its reader; of a language without a
    table none has."""
    if not has_notices(language):
        return False
    known = _known(language)
    text = _THEIRS.sub("", _plain(text, known))
    return _speaks(text, known)


def _speaks(text: str, language: str) -> bool:
    """Whether a line, as it is looked through, has a word for the house, its page or its reader."""
    return any(_has(text, each, language) for each in ("we", "you", "here", "house"))


def says_here(text: str, language: str) -> bool:
    """Whether a line points to the page that it stands on; of words that say «above» and «below» of
    things too, «below zero», or that text tells of, «this news», none does so alone."""
    if not has_notices(language):
        return False
    known = _known(language)
    told = _words_of("here", known).finditer(_plain(text, known))
    around = _words_of("around", known)
    return any(around.fullmatch(word[0]) is None for word in told)


def names_others(text: str, language: str) -> bool:
    """Whether a line names one of those of whom news tell: a court, the police, a company."""
    return has_notices(language) and _says(text, "others", language)


def names_readers(text: str, language: str) -> bool:
    """Whether a line names the readers of a house, or who is on its list; of words that are said of
    anybody, «400 people work here», none does so alone."""
    if not has_notices(language):
        return False
    known = _known(language)
    people = _words_of("people", known)
    named = _words_of("readers", known).finditer(_plain(text, known))
    return any(people.fullmatch(word[0]) is None for word in named)


def _says(text: str, name: str, language: str) -> bool:
    known = _known(language)
    return _has(_plain(text, known), name, known)


def _is_notice(kept: Sequence[Block], at: int, language: str, among: Sequence[_Kind]) -> bool:
    block, text = kept[at], kept[at].text
    if block.kind is BlockKind.HEADING:
        among = [kind for kind in among if kind in _WALLS]
    elif block.kind not in LINE_KINDS:
        return False
    if len(text) > MAX_LONG_CHARS or text.endswith(_QUESTIONS):
        return False
    text = without_names(text)
    if not MARKS.isdisjoint(text):
        return False  # somebody says it
    text = _plain(text, language)
    if not _has(text, "rare", language):
        return False
    others = _has(text, "others", language)
    kinds = (kind for kind in among if kind.of_house or not others)
    held: dict[str, bool] = {}
    fitting = [kind for kind in kinds if _fits(text, kind, language, held)]
    if _RATE.search(text):
        fitting = [kind for kind in fitting if "earn" not in kind.classes]
    if not fitting or reports(text, language):
        return False
    lone = all(kind.lone for kind in fitting)
    if lone and not _ADDRESS.search(text) and not _speaks(text, language):
        return is_apart(kept, at)
    return not all(kind.apart for kind in fitting) or is_foreign(kept, at)


_RATE = late_pattern(
    r"\d\s?[%٪％]|[%٪]\s?\d|yüzde \d"
    r"|\d\s(?:per ?cent|pro[zc]ent|proc\.|pour cent|por ?ciento|por cento|persen|процент|відсот)"
    r"|\d\sफीसदी"
)
"""How much of a price: of «a commission of up to 28 percent» news tell, and no house."""


def _plain(text: str, language: str) -> str:
    """A line in small letters without vowel signs, as it is looked through."""
    if language == "de":
        text = _POLITE.sub("you", text)
    return VOWEL.sub("", text.lower())


def _fits(text: str, kind: _Kind, language: str, held: dict[str, bool]) -> bool:
    """Whether a line is a notice of a kind; `held` are the classes of which it was asked already
    whether it has a word of them."""
    if len(text) > kind.max_chars or (kind.is_open and text.endswith(_ENDS)):
        return False
    for name in kind.classes:
        has = held.get(name)
        if has is None:
            has = held[name] = _has(text, name, language)
        if not has:
            return False
    return True


def _has(text: str, name: str, language: str) -> bool:
    return _words_of(name, language).search(text) is not None


@cache
def _words_of(name: str, language: str) -> re.Pattern[str]:
    """What finds a word of a class; "rare" are the first classes of all kinds."""
    if name == "number":
        return re.compile(r"\d")
    classes: dict[str, str] = read_rules("notices.toml")[language]
    names = {kind.classes[0] for kind in _KINDS} if name == "rare" else {name}
    words = sorted(word for each in names for word in classes.get(each, "").lower().split())
    if not words:
        return _NEVER
    inside = _any(word for word in words if not word.startswith("^"))
    begins = _any(word[1:] for word in words if word.startswith("^"))
    if not inside:
        return compiled(rf"\A(?:{begins})")
    before = _BEFORE.get(language, r"(?<!\w)")
    initials = "".join(sorted({word[0] for word in words} - {"^"}))
    if "[" not in before:  # to look for these first takes half the time
        before = f"(?=[{re.escape(initials)}]){before}"
    return compiled(f"{before}(?:{inside})" + (rf"|\A(?:{begins})" if begins else ""))


def _any(words: Iterable[str]) -> str:
    """The pattern of any of some words of the table: of whole words where they end with a full
    stop, and of labels where with a colon, be there a day before that: «Update, 14:20: …»."""
    parts: dict[str, list[str]] = {".": [], ":": [], "": []}
    for word in words:
        end = word[-1] if word[-1] in parts else ""
        parts[end].append(word.removesuffix(end).replace("_", " "))
    return "|".join(f"(?:{any_word(kin)}){_BEHIND[end]}" for end, kin in parts.items() if kin)


_DAY_OF_LABEL = r"\s?(?:\d[\d./:\s]*(?:[^\W\d]{3,12}\.?\s?(?:20\d\d)?)?)?"
"""The day of a note, in figures or with the month's name: «Correction 14 June: …»."""
_BEHIND = {".": r"(?!\w)", ":": _DAY_OF_LABEL + r"[:：,،(–—|]", "": ""}
_NEVER = re.compile(r"(?!)")
"""Of a class of which a language has no words."""
_BEFORE = {
    **dict.fromkeys(("ja", "zh", "ko", "th"), ""),
    "ar": r"(?<!\w)(?:[وف]?(?:[بكل]?ال|لل|[بكلس])?)",
    "he": r"(?<!\w)[והבלמשכ]{0,2}",
}
"""What stands before a word: no letter, or what is written together with it."""
_ADDRESS = re.compile(r"\w\.[a-z]{2,4}(?!\w)")
"""The name of a house that is its address: «Heron.de earns a commission …»."""
_POLITE = re.compile(r"\b(?:Sie|Ihnen|Ihre?[mnrs]?)\b")
"""What German says to readers; in small letters it is «they» and «their»."""
_THEIRS = re.compile(r"\b(?:sus?|suas?|seus?|suoi?|sue)\b")
"""What says «your» to readers of Romance languages and «their» of others."""
