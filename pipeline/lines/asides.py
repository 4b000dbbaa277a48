"""Lines in which a text that speaks to nobody speaks to its readers: the house does.

News are told in the third person. Where all of a text is, one short line of its own with «our» or
«you» in it and what only a site has, «Your coffee is ready, so is our letter», is a promotion, in
whatever words. A text that says «you» elsewhere may do so there too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from pipeline.lines.notices import says_here
from pipeline.lines.quoted import MARKS, without_names
from pipeline.lines.site_vocabulary import Vocabulary, vocabulary_of
from pipeline.lines.site_word_kinds import DEVICES, POINTS, THINGS, YOURS
from pipeline.lines.telling import reports
from pipeline.patterns.late_patterns import late_pattern
from pipeline.patterns.rule_files import read_rules
from pipeline.punctuation import COLONS, QUESTION_MARKS, STOPS
from pipeline.records import Block, BlockKind
from pipeline.writing import is_as_long

MAX_CHARS = 140
MAX_ASIDES = 3
"""An article with more such lines speaks to its readers."""
MIN_PROSE, MIN_PROSE_CHARS, MIN_PROSE_SIGNS = 4, 60, 20
"""Paragraphs that show in which person a text is told."""
_NO_ENDS = tuple(f"{QUESTION_MARKS}{COLONS},،;؛")
_STOPS = tuple(STOPS)
_SAID = late_pattern('[«„“"‘「『][^«»„“”"‘’「」『』]{2,}[»“”"’」』]')


class _Persons(NamedTuple):
    we: re.Pattern[str]
    you: re.Pattern[str]
    words: Vocabulary

    def says_we(self, text: str) -> bool:
        return self.we.search(text) is not None or self._has(text, POINTS, "نا")

    def says_you(self, text: str) -> bool:
        return self.you.search(text) is not None or self._has(text, YOURS, "ك", "كم")

    def _has(self, text: str, kinds: int, *endings: str) -> bool:
        """Whether a word of a text is of some kinds and ends so, as Arabic writes «our» and
        «your»."""
        return self.words.language == "ar" and any(
            word.endswith(endings) and self.words.kinds((word,))[0] & kinds
            for word in _WORD.findall(text)
        )


_WORD = re.compile(r"\w{4,}")


def asides(kept: Sequence[Block], language: str | None) -> frozenset[Block]:
    """The short paragraphs of a text told in the third person that speak to its readers of what
    the site has. `language` is the page's; without one nothing is taken."""
    persons = _persons((language or "")[:2])
    if persons is None:
        return frozenset()
    found = {at for at in range(1, len(kept)) if _is_aside(kept[at], persons)}
    if not 0 < len(found) <= MAX_ASIDES:
        return frozenset()
    rest = [block.text for at, block in enumerate(kept) if at not in found]
    prose = [text for text in rest if is_as_long(text, MIN_PROSE_CHARS, MIN_PROSE_SIGNS)]
    if len(prose) < MIN_PROSE or any(_speaks(_SAID.sub("", text), persons) for text in prose):
        return frozenset()
    return frozenset(kept[at] for at in found)


def speaks_to_readers(texts: Iterable[str], language: str) -> bool:
    """Whether one of some lines says «we» or «you» and quotes nobody who does."""
    persons = _persons(language)
    return persons is not None and any(_speaks(_SAID.sub("", text), persons) for text in texts)


def _speaks(text: str, persons: _Persons) -> bool:
    return persons.says_we(text) or persons.says_you(text)


def _is_aside(block: Block, persons: _Persons) -> bool:
    if block.kind is not BlockKind.PARAGRAPH or len(block.text) > MAX_CHARS:
        return False
    whole = block.text.rstrip(" :：")
    text = without_names(block.text).rstrip(" :：")
    if not text or text.endswith(_NO_ENDS) or not MARKS.isdisjoint(text):
        return False
    we, you = persons.says_we(text), persons.says_you(text)
    if not (we or you):
        return False
    if text.endswith(_STOPS) and not (we and you):
        if not (you and says_here(text, persons.words.language)):
            return False
        we = True  # «What you read here is paid for by its readers.»
    names_what_is_the_house_s = len(text) < len(whole)
    if (we and you) or names_what_is_the_house_s:
        return not reports(text, persons.words.language)
    kinds = (persons.words.kinds((word,))[0] for word in _WORD.findall(text.lower()))
    return any(kind & (THINGS | DEVICES) for kind in kinds) and not reports(
        text, persons.words.language
    )


@cache
def _persons(language: str) -> _Persons | None:
    rule = read_rules("persons.toml").get(language)
    words = vocabulary_of(language)
    if rule is None or words is None:
        return None
    return _Persons(re.compile(rule["we"]), re.compile(rule["you"]), words)
