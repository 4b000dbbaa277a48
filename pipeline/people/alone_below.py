"""A person's name alone below a text, in a line that cleaning took out: «Jane Doe», «(Jane Doe)».

It is no text, and where nobody else signs it tells who wrote what stands above.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from pipeline.lines.credits import is_agency
from pipeline.lines.tails import TAIL
from pipeline.lines.units import UNIT
from pipeline.page.elements import letters
from pipeline.patterns.word_patterns import WordPattern
from pipeline.people.byline_words import KNOWN_PLACES, SOURCES, words
from pipeline.people.dense_persons import is_dense_person, is_japanese_by_given
from pipeline.people.fact_persons import is_person
from pipeline.people.given_names import persons_in
from pipeline.people.houses import is_site
from pipeline.people.jobs import is_job
from pipeline.people.lone_person import lone_person
from pipeline.people.name_shapes import PARTICLES, speaks_of
from pipeline.people.names import clean_names
from pipeline.people.no_names import OFFICE
from pipeline.people.placed import placed_names
from pipeline.people.second_names import is_called_as_person
from pipeline.people.signed_looks import IN_BRACKETS, is_said_by
from pipeline.records import Block, Removed

MOST = 3
"""Persons who may sign below each other."""
CREDIT = "credit-line"
_OPEN = frozenset({TAIL, UNIT, "line:own-offer", "line:site-words", "line:unconfirmed"})
"""Rules by which lines go that are no sentence, that name the house, or that stand in no text."""


def persons_below(
    kept: Sequence[Block], removed: Sequence[Removed], sites: frozenset[str]
) -> tuple[str, ...]:
    """The persons whose names are all of the lines right below a text that never speaks of them,
    with a town, the house or what they do; else empty. Amid a text a picture is credited so."""
    texts = [block.text for block in kept]
    found: dict[str, None] = {}
    for line in islice(_below(kept, removed), MOST):
        if kept and is_said_by(line.text, kept[-1]):
            break  # who said what the text ends with
        bracketed = IN_BRACKETS.fullmatch(line.text)
        if line.rule not in _OPEN and not (line.rule == CREDIT and bracketed):
            break
        text = bracketed[1] if bracketed else line.text.strip(" -–—")
        if (several := _several(text)) and not any(speaks_of(name, texts) for name in several):
            found |= dict.fromkeys(several)
            continue
        name = _signer(text, sites)
        if not name or speaks_of(name, texts):
            break
        dense = is_dense_person(name) or is_japanese_by_given(name)
        called = dense or is_called_as_person(name)
        if not (called or _looks_so(name, texts)):
            break
        found[name] = None
    return tuple(found)


def agencies_below(kept: Sequence[Block], removed: Sequence[Removed]) -> tuple[str, ...]:
    """The agencies that a line below a text names as what it is from, «Source: AFP», and nobody
    with them; else empty."""
    for line in _below(kept, removed):
        label = _SOURCE.match(line.text)
        if label is None:
            continue
        names = clean_names(line.text[label.end() :].strip(" .[]()"))
        return names if all(map(is_agency, names)) else ()
    return ()


_SOURCE = WordPattern(rf"[(\[]?(?:{SOURCES})\s*[:：/–—-]\s*", re.IGNORECASE)


def _several(text: str) -> tuple[str, ...]:
    """The persons who are all of a line, with what joins names between: «سارة أحمد وعلي حسن»."""
    names = persons_in(text)
    rest = text
    for name in names:
        rest = rest.replace(name, "", 1)
    called = len(names) > 1 and all(map(is_called_as_person, names))
    return names if called and not rest.strip(_BETWEEN) else ()


_BETWEEN = " ,،-–—|/و"
"""What stands between persons in a line of Arabic, or of any language but for its own "and"."""


def _signer(text: str, sites: frozenset[str]) -> str | None:
    """The person who is all of a text, but for the town, the house or what they do behind a
    sign."""
    if placed := placed_names(text):
        return placed[0] if len(placed) == 1 else None
    lines = [line.strip() for line in text.split("\n")]
    name, *behind = lines if len(lines) > 1 else _SIGN.split(text, maxsplit=1)
    if len(behind) > MAX_BEHIND or not all(_is_beside(each, sites) for each in behind):
        return None
    return name if lone_person(name) == name else None


MAX_BEHIND = 2
"""Lines below a name that tell who that is."""


def _is_beside(text: str, sites: frozenset[str]) -> bool:
    """Whether what stands beside a name is what the person does, their house or a known town."""
    does = is_job(text) or OFFICE.match(text) is not None
    return does or letters(text) in KNOWN_PLACES or _is_house(text, sites)


def _is_house(text: str, sites: frozenset[str]) -> bool:
    return is_site(text, sites) or is_site(_FOR.sub("", text), sites)


_FOR = re.compile(r"[^\W\d_A-ZÀ-ÞА-Я]{2,4}\s(?=[^\W\d_a-zà-ÿа-я])")
"""The small word that means "for" in whatever language: «Jane Doe, para El Faro»."""
_SIGN = re.compile(r"\s*[,،|]\s+|\s+[-–—/]\s+")


def _below(kept: Sequence[Block], removed: Sequence[Removed]) -> Iterator[Removed]:
    """The lines taken out below the last one kept."""
    places = sorted({line.index for line in removed})
    for line in removed:
        if line.index - bisect_left(places, line.index) == len(kept):
            yield line


def _looks_so(name: str, texts: Sequence[str]) -> bool:
    """Whether a name that no list holds looks like a person's: each word has a capital, none is of
    houses, and the text writes none of them small."""
    if not is_person(name) or letters(name) in KNOWN_PLACES or not name[0].isupper():
        return False
    named = {word for word in name.split() if word not in PARTICLES}
    if not all(word[0].isupper() for word in named) or not _HOUSES.isdisjoint(map(letters, named)):
        return False
    small = {word.strip(",.;:!?\"'»”)") for text in texts for word in text.split()}
    return small.isdisjoint(map(str.lower, named))


_HOUSES = frozenset(letters(word) for kind in ("houses", "papers", "desks") for word in words(kind))
