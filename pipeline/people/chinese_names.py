"""Several names in Chinese letters in one row, which no comma parts: «段彦超 廖艳»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.patterns.late_patterns import late_pattern
from pipeline.people.byline_words import KNOWN_PLACES, SILENT_WORDS, words
from pipeline.people.dense_persons import SURNAMES, is_dense_person, is_japanese_by_given
from pipeline.writing import is_written_in_japan

_NAMES = late_pattern("[\u3400-\u9fff]{2,4}(?:\\s+[\u3400-\u9fff]{2,4})+")
_JAPANESE_NAME = late_pattern("[\u3400-\u9fff]{2}\\s[\u3400-\u9fff]{2}")
"""«三浦 翔太»: a blank between family name and given name; Chinese writes them together."""
"""The first letters of most Chinese names: where each word begins so, each is a person's."""
_HOUSE_BEFORE = late_pattern(
    "^\\s*[\u3400-\u9fff]{2,8}[网網报報社台臺刊]\\s+(?:[記记]者\\s*)?(?=[\u3400-\u9fff]{2,4}\\s*$)"
)
"""A house before its only reporter: «日报网 王晓琳»."""
_PLACE_BEHIND = late_pattern(
    "(?<=[\u3400-\u9fff]{2})\\s+(?:[\u3400-\u9fff]{2,4})?(?:报道|報導|報道)\\s*$"
)
"""The place from which a reporter writes, or that one does: «王晓琳 北京报道», «陳怡君 報導»."""
_EDITORS = frozenset(words("editors"))
_NO_PERSONS = KNOWN_PLACES.union(words("tails"), words("roles"))


def parted_names(text: str) -> Iterator[str]:
    """The names in a row, without those of editors behind who wrote; any other text as it is."""
    text = _PLACE_BEHIND.sub("", _HOUSE_BEFORE.sub("", text))
    if not _are_several(text.strip()):
        yield text
        return
    other = wrote = False
    for part in text.split():
        if part not in _EDITORS and part not in SILENT_WORDS and not other:
            wrote = True
            yield part
        other = part in SILENT_WORDS or (wrote and part in _EDITORS)


def _are_several(text: str) -> bool:
    """Whether words of Chinese letters are the names of several persons: a blank also stands
    between the family name and the given name of one Japanese."""
    if _are_whole_japanese(text):
        return True
    if not _NAMES.fullmatch(text):
        return False
    parts = text.split()
    if not is_written_in_japan(text) and _NO_PERSONS.isdisjoint(parts):
        return True  # Chinese writes no blank within a name
    japanese = len(parts) == 2 and _JAPANESE_NAME.fullmatch(text) is not None
    japanese = japanese and is_written_in_japan(text)
    return len(parts) > 2 or (not japanese and all(part[0] in SURNAMES for part in parts))


_FAMILIES = frozenset(words("families"))
_WHOLE = 3
"""Letters of a family name and a given name together, at least."""


def _are_whole_japanese(text: str) -> bool:
    """Whether each word of a row is a Japanese's family name and given name together: «岩田美穂
    宮崎さくら». A family name before a blank is the first half of one."""
    parts = text.split()
    if len(parts) < 2 or parts[0] in _FAMILIES or any(len(part) < _WHOLE for part in parts):
        return False
    return all(is_dense_person(part) or is_japanese_by_given(part) for part in parts)


_DOT = late_pattern("(?<=[\u3400-\u9fff])([\u3400-\u9fff]*)·([\u3400-\u9fff]{2,})")
WITHIN = "\ue001"
"""Stands for a dot within a name, so that it parts nothing."""


def with_dots_within(text: str) -> str:
    """A text with a sign for each dot between Chinese letters, unless a Chinese name stands on both
    sides: «阿依古丽·买买提» is one person."""
    return _DOT.sub(_dot_within, text)


def _dot_within(dot: re.Match[str]) -> str:
    before = _LETTERS_AT_END.search(dot.string[: dot.end(1)])
    both = before is not None and is_dense_person(before[0]) and is_dense_person(dot[2])
    return dot[0] if both else dot[0].replace("·", WITHIN)


_LETTERS_AT_END = late_pattern("[\u3400-\u9fff]+$")
