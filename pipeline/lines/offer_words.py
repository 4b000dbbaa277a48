"""Words and names by which a house offers itself to its readers (`pipeline/rules/offers.toml`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from operator import methodcaller

from pipeline.page.elements import letters
from pipeline.patterns.late_patterns import late_pattern
from pipeline.patterns.rule_files import read_rules
from pipeline.punctuation import SENTENCE_ENDS
from pipeline.writing import UNSPACED_SCRIPTS, script_of

MIN_NAME_LETTERS, MIN_NAME_SIGNS = 5, 4
"""A shorter name of a house may be a word of any sentence; in scripts without blanks, signs, and
in those without short vowels."""
MAX_NAME_WORDS = 5

WORD = re.compile(r"\w+")
_BARE = late_pattern(r"(?<!\w)(?:[وف]?(?:[بكل]?ال|لل|[بكل]))([\u0620-\u06d3]{3,})")
"""The words of Arabic without what is written before them."""
_PARTING = " -'’&\u200c"
_MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0640"
"""What Arabic writes above, below and between letters, or leaves away."""
_ALEF = "\u0627"


def glued(text: str) -> str:
    """A text in lower case without what may part the words of a name."""
    for sign in _PARTING:  # to translate all letters takes five times as long
        text = text.replace(sign, "")
    if _ALEF in text:
        for sign in _MARKS:
            text = text.replace(sign, "")
    return text.casefold()


def named_in(text: str, names: Iterable[str], whole: str = "") -> list[str]:
    """Which of some folded names a text has, `whole` the text as it is glued; none whose words
    are written small, «sob o cais» of O Cais."""
    glued_text = whole or glued(text)
    return [name for name in names if name in glued_text and _is_written(text, name)]


def _is_written(text: str, name: str) -> bool:
    """Whether a folded name that a text has is more there than some words in a row, all of them in
    small letters of a script that has capitals."""
    if name.upper() == name.lower() or text.casefold() == text.upper():
        return True
    words = text.split()
    keys = [letters(word) for word in words]
    small = False
    for at, first in enumerate(keys):
        if not first or not name.startswith(first) or first == name:
            continue
        for end in range(at + 2, min(len(words), at + MAX_NAME_WORDS) + 1):
            if "".join(keys[at:end]).startswith(name):
                small = all(word.lower() == word for word in words[at:end])
                if not small:
                    return True
                break
    return not small


def is_telling(name: str) -> bool:
    """Whether a folded name is long enough to be none but the house's."""
    size = len(name)
    return size >= MIN_NAME_LETTERS or (size >= MIN_NAME_SIGNS and script_of(name) in _FEW_SIGNS_DO)


_FEW_SIGNS_DO = UNSPACED_SCRIPTS | {"arabic"}


@lru_cache(maxsize=64)
def shorter_names(sites: frozenset[str]) -> tuple[str, ...]:
    """The folded names without the words for what a house is, «The» or «Daily»."""
    before, after = _kinds_of_house()
    short = {
        name[len(word) :]
        for name in sites
        if name.startswith(before)
        for word in before
        if name.startswith(word)
    }
    for name in (*sites, *short):
        if name.endswith(after):
            short.update(name[: -len(word)] for word in after if name.endswith(word))
    return tuple(name for name in short - sites if is_telling(name))


@cache
def _kinds_of_house() -> tuple[tuple[str, ...], tuple[str, ...]]:
    kinds = read_rules("offers.toml")["names"]
    return tuple(map(letters, kinds["before"])), tuple(map(letters, kinds["after"]))


def words_of_name(text: str, name: str) -> int:
    """How many words of a text are a folded name, those for what a house is left out; 0 where its
    words are none."""
    if script_of(name) in UNSPACED_SCRIPTS:
        return 1 if name in text else 0
    words = [letters(word) for word in text.split()]
    kinds = _all_kinds_of_house()
    for at, first in enumerate(words):
        for end in range(at + 1, min(len(words), at + MAX_NAME_WORDS) + 1):
            if _is_name("".join(words[at:end]), name):
                count = sum(word not in kinds and word != "" for word in words[at:end])
                return max(1, count)
            if not first:
                break
    return 0


@cache
def _all_kinds_of_house() -> frozenset[str]:
    before, after = _kinds_of_house()
    return frozenset((*before, *after))


@cache
def _uncased_kinds() -> frozenset[str]:
    """Those of them in scripts without capitals, where they name no house: «في مجلة علمية»."""
    return frozenset(word for word in _all_kinds_of_house() if word == word.upper())


def _is_name(key: str, name: str) -> bool:
    if key.startswith(name):
        return len(key) - len(name) <= MAX_ENDING
    if not key.endswith(name):
        return name.startswith("ال") and key == f"ل{name[1:]}"
    return key[: -len(name)] in _BEFORE


MAX_ENDING = 1
"""What a language writes behind a name: «Courier's»."""
_BEFORE = frozenset(("ل", "ب", "و", "ف", "ك", "وال", "ال", "بال", "l", "d"))


def names_house_alone(text: str, others: Iterable[str], sites: frozenset[str]) -> bool:
    """Whether a line names its house, or in part as houses call themselves, «the Courier», of
    which no other line tells. `sites` are the folded names."""
    names = [name for name in (*sites, *shorter_names(sites)) if is_telling(name)]
    own = behind_house_and_place(text)
    whole = glued(own)
    said = {*named_in(own, names, whole)}
    for word in WORD.findall(own):
        bare = _THE.sub("", word.casefold())
        called = is_telling(bare) and not word[0].islower() and bare not in _uncased_kinds()
        if called and any(name.startswith(bare) or name.endswith(bare) for name in names):
            said.add(bare)
    if not said:
        return False
    ended = (line for line in others if line != text and line[-1] in SENTENCE_ENDS)
    told = [glued(_DATELINE.sub("", line, 1)) for line in ended]
    return any(all(name not in line for line in told) for name in said)


_DATELINE = late_pattern(r"^[^.!?؟«“\"]{3,50}?\s[-–—]\s")
"""What a report begins with that names its place and house, «LEEDS, The Courier – …»."""


def behind_house_and_place(text: str) -> str:
    """A line without the house and place that a report begins with: «The Courier – Leeds. …»."""
    return _PLACED.sub("", text, 1)


_PLACED = late_pattern(
    r"^[^.!?؟:«“\"]{3,40}?\s[-–—]\s[^\W\d_]{2,}(?:\s[^\W\d_]{2,}){0,2}\s?[.:：]\s(?=\S+\s\S+\s\S)"
)
_THE = late_pattern("^(?:[وف]?(?:[بكل]?ال|لل))(?=....)")


def words_of(text: str) -> list[str]:
    """The words of a text in small letters, those of Arabic without what is written before them
    too."""
    return [*WORD.findall(text.lower()), *_BARE.findall(text)]


def found(kind: str, text: str, words: Sequence[str]) -> str:
    """The first word of a kind that a text has, or "": of scripts without blanks anywhere in it."""
    whole, stems = _known(kind)
    if script_of(text) in UNSPACED_SCRIPTS:
        return next((word for word in whole if word in text), "")
    return next(
        (word for word in words if word in whole or word.startswith(stems)),
        next((pair for pair in map(" ".join, pairwise(words)) if pair in whole), ""),
    )


def holds(kind: str, words: Sequence[str]) -> bool:
    """Whether one of a text's words, or two that follow each other, is of a kind."""
    whole, stems = _known(kind)
    pairs = map(" ".join, pairwise(words))
    if not whole.isdisjoint(words) or not whole.isdisjoint(pairs):
        return True
    return any(map(methodcaller("startswith", stems), words))


@cache
def _known(kind: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The words and pairs of words of a kind, and how others of it begin."""
    data = read_rules("offers.toml")
    words: list[str] = data[kind]
    whole = frozenset(word for word in words if not word.endswith("*"))
    return whole, tuple(word[:-1] for word in words if word.endswith("*"))
