"""Times told from the present: «2 hours ago», «منذ ساعتين», «yesterday»."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from pipeline.days.clock import When, with_time
from pipeline.days.words import WORDS, label_end, plain, without_labels
from pipeline.patterns.word_patterns import WordPattern, any_word

_UNITS = {plain(word): unit for unit, words in WORDS["relative"]["units"].items() for word in words}
_COUNTED = {plain(k): v for k, v in WORDS["relative"]["counted"].items()}
_NUMBERS = {plain(k): v for k, v in WORDS["relative"]["numbers"].items()}
_NUMBER = rf"\d{{1,3}}|(?:{any_word(_NUMBERS)})(?=\s)"
_AFTER = any_word(plain(word) for word in WORDS["relative"]["after"])
_BEFORE = any_word(plain(word) for word in WORDS["relative"]["before"])
_AROUND = re.compile(r"(?<!\w)(?:for|för|sedan|siden)(?!\w)")
"""What stands before and behind a time in Scandinavian languages, of which one is enough."""
_NO_LENGTH = "".join(f"(?<!{plain(word)} )" for word in ("أقل", "أكثر"))
"""«أقل من دقيقة», less than a minute, is a length; «من دقيقة» may tell when."""
_RELATIVE = WordPattern(
    rf"(?:(?<!\w){_NO_LENGTH}(?:{_BEFORE})\s+"
    rf"(?:({_NUMBER})\s*({any_word(_UNITS)})|(?:2\s)?({any_word(_COUNTED)}))(?!\w)"
    rf"|(?<!\w)(?:({_NUMBER})\s*({any_word(_UNITS)})|({any_word(_COUNTED)}))\s*(?:{_AFTER})(?!\w))"
)
_LONGER = any_word(plain(word) for word in WORDS["relative"]["longer"])
_MORE = WordPattern(
    rf"(?<!\w)(\d{{1,2}})\s*(?:({any_word(_UNITS)})|(?:{_LONGER}))(?![^\W\d])\s*,?\s*(?=\d)"
)
"""The greater of two units, before the smaller: «2 weeks, 3 days ago», «2 weeks 3 days ago»."""
_RANK = ("minute", "hour", "day", "week")
_MORE_BEHIND = WordPattern(
    rf"\s*,\s*(?:(\d{{1,2}})\s+({any_word(_UNITS)})|({any_word(_COUNTED)}))(?!\w)"
)
"""The smaller of two units, where the word for the past stands before both."""
_LONG_UNIT = re.compile(
    r"\b(?:months?|years?|mois|ans?|monaten?|jahren?|mes(?:es)?|años?|شهر|سنة)\W*$"
)
_DAY_WORDS = {plain(k): v for k, v in WORDS["relative"]["days"].items()}
_DAY_WORD = WordPattern(rf"\W*({any_word(_DAY_WORDS)})(?!\w)")


def is_relative(text: str) -> bool:
    """Whether a text tells its time only from the present: «2 hours ago»."""
    return bool(_RELATIVE.search(plain(text)))


def is_all_relative(text: str) -> bool:
    """Whether a text says how long ago, or by a word on which day, and no more but what stands
    before a day: «published 2 hours ago», «yesterday, 10:15»; or beside it how long it takes to
    read, «2 hours ago - 3 min read»."""
    low = " ".join(part for part in _FACTS.split(plain(text)) if not _READING.fullmatch(part))
    found = _RELATIVE.search(low) or (_day_word(low) if len(text) < MAX_DAY_WORDS else None)
    if found is None:
        return False
    rest = without_labels(low[label_end(low) : found.start()] + low[found.end() :])
    return not any(map(str.isalpha, _AROUND.sub("", rest)))


def tells_age_among_facts(text: str) -> bool:
    """Whether one of the brief facts of a line says how long ago, and no more: «Jane Doe · 3 days
    ago · 4 min read»."""
    facts = _FACTS.split(plain(text)) if len(text) <= MAX_FACTS_CHARS else ()
    brief = 1 < len(facts) <= MAX_FACTS and all(len(f.split()) <= MAX_FACT_WORDS for f in facts)
    return brief and sum(map(is_all_relative, facts)) == 1


MAX_FACTS_CHARS, MAX_FACTS, MAX_FACT_WORDS = 90, 4, 9
_FACTS = re.compile(r"\s[|·•–—-]\s")
_READING = WordPattern(
    rf"\W*\d{{1,3}}\s*(?:{any_word(word for word, unit in _UNITS.items() if unit == 'minute')})"
    r"(?!\w)[^|\d]{0,25}"
)
"""How long it takes to read a text, as a fact beside its day."""


def is_today(text: str) -> bool:
    """Whether a text is no more than a word for the present day, as houses are called: «Today»."""
    return _DAY_WORDS.get(plain(text).strip()) == 0


def is_counted_in_days(text: str) -> bool:
    """Whether a text tells its day by a word: «today, 10:15»."""
    return len(text) < MAX_DAY_WORDS and _part_with_day_word(plain(text)) is not None


_PARTS = re.compile(r"\s[|·•–—]\s")
"""What parts a line of facts: «The desk | yesterday, 10:15»."""


def _part_with_day_word(low: str) -> tuple[str, re.Match[str]] | None:
    """The first part of a plain text that begins with a word for a day, and the word."""
    found = ((part, _day_word(part)) for part in _PARTS.split(low))
    return next(((part, word) for part, word in found if word), None)


def _day_word(low: str) -> re.Match[str] | None:
    """The word for a day that a plain text begins with, behind a label perhaps: «posted: today»."""
    return _DAY_WORD.match(low, label_end(low))


MAX_DAY_WORDS = 60
"""Characters of a line that begins with such a word and tells its day by it, at most."""


def counted_back(low: str, now: datetime) -> When | None:
    """When a plain text says that something happened; None where it tells no such time."""
    match = _RELATIVE.search(low)
    if match:
        word = match[3] or match[6]
        if word:
            unit, count = _COUNTED[word]
        else:
            number = match[1] or match[4]
            unit, count = _UNITS[match[2] or match[5]], _NUMBERS.get(number) or int(number)
        value = now - timedelta(**{f"{unit}s": count})
        before = [more for more in _MORE.finditer(low) if more.end() == match.start()]
        greater = _UNITS[before[0][2]] if before and before[0][2] else None
        if before and greater is None:
            return None  # months and days
        if before and greater and _RANK.index(greater) > _RANK.index(unit):
            value -= timedelta(**{f"{greater}s": int(before[0][1])})
        elif not (match[4] or match[6]) and (behind := _MORE_BEHIND.match(low, match.end())):
            unit, count = _COUNTED[behind[3]] if behind[3] else (_UNITS[behind[2]], int(behind[1]))
            value -= timedelta(**{f"{unit}s": count})
        elif unit == "week" or _LONG_UNIT.search(low[: match.start()]):
            return None  # weeks and months alone name no day
        if unit == "day":
            value -= timedelta(hours=12)  # sites count whole days: the middle errs least
        return (
            value.replace(second=0, microsecond=0) if unit in ("minute", "hour") else value.date()
        )
    found = _part_with_day_word(low) if len(low) < MAX_DAY_WORDS else None
    if found:
        part, word = found
        day = now.date() - timedelta(days=_DAY_WORDS[word[1]])
        return with_time(day, part, word.end())
    return None
