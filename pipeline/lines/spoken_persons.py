"""How languages say «we», «you» and «I», and how houses and who writes alone speak with them."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from pipeline.lines.site_vocabulary import Vocabulary, vocabulary_of
from pipeline.lines.site_word_kinds import POINTS, YOURS
from pipeline.patterns.compiling import compiled
from pipeline.patterns.rule_files import read_rules


class Persons(NamedTuple):
    """How one language says them."""

    we: re.Pattern[str]
    you: re.Pattern[str]
    words: Vocabulary
    calls: re.Pattern[str] | None
    """How a clause begins that calls on readers, or ends where verbs come last."""
    having: re.Pattern[str] | None
    """How a house calls on readers who have something to say: «If you have …, our door is open.»"""
    soon: re.Pattern[str] | None
    """When a house goes on with what a text tells of: «We return to the Heron next week.»"""
    guesses: re.Pattern[str] | None
    """How a text tells what it thinks will come, «We expect the phone next month.»: no promise."""
    own: re.Pattern[str] | None
    """How a house names its text: «With this we end our tour of the Heron.»"""
    me: re.Pattern[str] | None
    """How who writes alone speaks of themself."""
    theirs: re.Pattern[str] | None
    """What reads as «you» amid a text and is somebody else's: «Er rief. Sie ging nicht hin.»"""

    def says_we(self, text: str) -> bool:
        return self.we.search(text) is not None or self._has(text, POINTS, "نا")

    def says_you(self, text: str) -> bool:
        return self.you.search(text) is not None or self._has(text, YOURS, "ك", "كم")

    def says_me(self, text: str) -> bool:
        return self.me is not None and self.me.search(text) is not None

    def _has(self, text: str, kinds: int, *endings: str) -> bool:
        """Whether a word of a text is of some kinds and ends so, as Arabic writes «our» and
        «your»."""
        return self.words.language == "ar" and any(
            word.endswith(endings) and self.words.kinds((word,))[0] & kinds
            for word in WORD.findall(text)
        )


WORD = re.compile(r"\w{4,}")


@cache
def persons_of(language: str) -> Persons | None:
    """Those of a language; None for one without patterns or words of sites."""
    rule = read_rules("persons.toml").get(language)
    words = vocabulary_of(language)
    if rule is None or words is None:
        return None
    others = ("calls", "having", "soon", "guesses", "own", "me", "theirs")
    patterns = (compiled(rule[name]) if name in rule else None for name in others)
    return Persons(compiled(rule["we"]), compiled(rule["you"]), words, *patterns)


def told_persons(text: str, language: str) -> tuple[bool, bool]:
    """Whether a line says «we», and whether it says «you»; of a language without patterns
    neither."""
    persons = persons_of(language)
    if persons is not None:
        return persons.says_we(text), persons.says_you(text)
    patterns = _patterns_alone(language)
    if patterns is None:
        return False, False
    return patterns[0].search(text) is not None, patterns[1].search(text) is not None


@cache
def _patterns_alone(language: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """Those for «we» and «you» of a language of whose sites no words are known."""
    rule = read_rules("persons.toml").get(language)
    return None if rule is None else (compiled(rule["we"]), compiled(rule["you"]))
