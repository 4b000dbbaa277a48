"""Notices that a house prints above or below a text: of links that pay it, of machines that read or
translate, of a wall's limit, of its letters' readers, of how it works and what it answers for.

Their wording is endless. What they are made of is not: words of two or three classes meet in one
short line at an edge of a text (`pipeline/rules/notices.toml`), which tells of nobody else. Some
stand amid it, where they end as no sentence does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from pipeline.lines.notice_words import (
    has_notices,
    has_word,
    has_word_of,
    known_by,
    looked_through,
    speaks_of_house,
)
from pipeline.lines.quoted import MARKS, without_names
from pipeline.lines.stems import is_apart, is_foreign
from pipeline.lines.telling import reports
from pipeline.patterns.late_patterns import late_pattern
from pipeline.punctuation import COLONS, QUESTION_MARKS, SENTENCE_ENDS
from pipeline.records import LINE_KINDS, Block, BlockKind

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
    _Kind(("backing", "produced", "page"), 200, amid=True),
    _Kind(("appeared", "page"), 160),
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
_RARE = frozenset(kind.classes[0] for kind in _KINDS)
_ENDS = tuple(SENTENCE_ENDS + COLONS)
_QUESTIONS = tuple(QUESTION_MARKS)
_NO_LABEL_ENDS = (*_ENDS, *',،;)”"»’]')
"""How a paragraph ends that is no label or notice amid a text."""


def notices(kept: Sequence[Block], language: str | None) -> frozenset[Block]:
    """The paragraphs among the first and last of a text that are a house's notices. Of `language`,
    that of the page; none where it says none."""
    if len(kept) < LEAST_LINES or not has_notices(language):
        return frozenset()
    known = known_by(language)
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
    text = looked_through(text, language)
    if not has_word_of(text, _RARE, language):
        return False
    others = has_word(text, "others", language)
    kinds = (kind for kind in among if kind.of_house or not others)
    held: dict[str, bool] = {}
    fitting = [kind for kind in kinds if _fits(text, kind, language, held)]
    if _RATE.search(text):
        fitting = [kind for kind in fitting if "earn" not in kind.classes]
    if not fitting or reports(text, language):
        return False
    lone = all(kind.lone for kind in fitting)
    if lone and not _ADDRESS.search(text) and not speaks_of_house(text, language):
        return is_apart(kept, at)
    return not all(kind.apart for kind in fitting) or is_foreign(kept, at)


_RATE = late_pattern(
    r"\d\s?[%٪％]|[%٪]\s?\d|yüzde \d"
    r"|\d\s(?:per ?cent|pro[zc]ent|proc\.|pour cent|por ?ciento|por cento|persen|процент|відсот)"
    r"|\d\sफीसदी"
)
"""How much of a price: of «a commission of up to 28 percent» news tell, and no house."""


def _fits(text: str, kind: _Kind, language: str, held: dict[str, bool]) -> bool:
    """Whether a line is a notice of a kind; `held` are the classes of which it was asked already
    whether it has a word of them."""
    if len(text) > kind.max_chars or (kind.is_open and text.endswith(_ENDS)):
        return False
    for name in kind.classes:
        has = held.get(name)
        if has is None:
            has = held[name] = has_word(text, name, language)
        if not has:
            return False
    return True


_ADDRESS = re.compile(r"\w\.[a-z]{2,4}(?!\w)")
"""The name of a house that is its address: «Heron.de earns a commission …»."""
