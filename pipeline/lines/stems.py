"""What a line has in common with the rest of its text: the beginnings of its words.

A text tells of few things and names each again and again; what its house prints among its lines
tells of others.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from pipeline.patterns.late_patterns import late_pattern
from pipeline.records import Block
from pipeline.writing import script_of

MIN_STEMS = 2
MAX_SHARED, MAX_SHARED_SHARE = 1, 0.25
"""Stems that a line and the rest of its text may have in common: so many, or such a share."""
WORD = re.compile(
    "[\u3040-\u30ff\u3400-\u9fff]+|[\uac00-\ud7af]+|[\u0900-\u0963\u0970-\u097f]+"
    "|[\u0980-\u09e3\u09f0-\u09fe]+|[^\\W\\d_]+"
)
_WRITTEN_BEFORE = re.compile(r"(?:[وف]?(?:[بكل]?ال|لل))(?=..)|ו?ש?[הבלמכ]?ה?(?=[א-ת]{4})")
"""The words that Arabic and Hebrew write in one with the next: «and», «in», «the»."""
STEM_LETTERS, SEMITIC_LETTERS, INDIC_SIGNS = 5, 4, 4
"""Letters of a word by which its forms are one, or letters and signs of vowels."""


def stems_of(text: str) -> set[str]:
    """The beginnings of a line's words; of scripts without blanks each two signs."""
    stems = set()
    for word in WORD.findall(text.lower()):
        first = word[0]
        if first < "\u0590" or first > "\ud7af":
            stems.add(word[:STEM_LETTERS])
        elif first <= "\u06ff":
            stems.add(_WRITTEN_BEFORE.sub("", word, 1)[:SEMITIC_LETTERS])
        elif first >= "\uac00":
            stems.add(word[:2])
        elif first <= "\u09fe":
            stems.add(word[:INDIC_SIGNS])
        else:
            stems.update(map("".join, pairwise(word)))
    return stems


def telling_stems(stems: Iterable[str]) -> set[str]:
    """Those of words that are long enough to tell what a text is about, no endings of Japanese."""
    return {
        stem
        for stem in stems
        if len(stem) >= _TELLING.get(script_of(stem), STEM_LETTERS)
        and not all("\u3041" <= sign <= "\u309f" for sign in stem)
    }


_TELLING = {
    "arabic": SEMITIC_LETTERS,
    "hebrew": SEMITIC_LETTERS,
    "devanagari": INDIC_SIGNS,
    "bengali": INDIC_SIGNS,
    "cjk": 2,
}
PART_OF_SIGNS = 3
"""Two signs side by side are a word in one case of three: of what a paragraph of 46 real articles
in Chinese has in common with the rest, so much less counts (half the foreign ones have 0.07)."""


def share_of(telling: Collection[str], share: float) -> float:
    """A share of words, as what tells in a script has it: of pairs of signs a part of it."""
    pairs = sum("\u3040" <= stem[0] <= "\u9fff" for stem in telling)
    return share / PART_OF_SIGNS if pairs * 2 > len(telling) else share


def is_of_its_own(shared: int, telling: Collection[str]) -> bool:
    """Whether a line tells nothing that the rest of its text does."""
    if len(telling) < MIN_STEMS:
        return False
    return shared <= MAX_SHARED or shared <= len(telling) * share_of(telling, MAX_SHARED_SHARE)


def shared_stems(
    kept: Sequence[Block], at: int, telling: Iterable[str], title: str = ""
) -> list[str]:
    """Which stems of a line stand elsewhere in its text or its `title` too, be it within a word."""
    others = (block.text for other, block in enumerate(kept) if other != at)
    rest = "\n".join((title, *others)).lower()
    return [stem for stem in telling if stem in rest]


def runs_of(text: str, shared: Collection[str]) -> int:
    """How many of a line's stems its text has too, those of words side by side taken as one: they
    name one thing, «solar panels», as a house does in what it prints below each text."""
    if len(shared) < MIN_RUN:
        return len(shared)
    words = text.split()
    if _KANA.search(text):
        return sum(
            1 for word in _APART.findall(text.lower()) if not stems_of(word).isdisjoint(shared)
        )
    flags = [not shared_with.isdisjoint(shared) for shared_with in map(stems_of, words)]
    runs = sum(flag and not before for before, flag in pairwise((False, *flags)))
    return max(runs, len(shared) - 1)


MIN_RUN = 2


_KANA = late_pattern("[\u3041-\u30ff]")
_APART = late_pattern("[\u30a0-\u30ff\u3400-\u9fff]+|[^\\W\\d_\u3041-\u309f]+")
"""What stands between the endings of a line in Japanese: one thing named, however many signs."""


def is_apart(kept: Sequence[Block], at: int) -> bool:
    """Whether a line of several telling words has none in common with its text."""
    telling = telling_stems(stems_of(kept[at].text))
    return len(telling) >= MIN_STEMS and not shared_stems(kept, at, telling)


def is_foreign(kept: Sequence[Block], at: int) -> bool:
    """Whether a line of several telling words has next to none in common with its text."""
    stems = telling_stems(stems_of(kept[at].text))
    return is_of_its_own(runs_of(kept[at].text, shared_stems(kept, at, stems)), stems)


def names_topic(things: Sequence[str], others: Sequence[str]) -> bool:
    """Whether a text tells of one of the things that a line names: where it is to be had, «You can
    get the app in both stores», is news of it."""
    stems = [stem for word in things for stem in stems_of(word)]
    return any(sum(stem in other.lower() for other in others) >= TOPIC_LINES for stem in stems)


TOPIC_LINES = 2
