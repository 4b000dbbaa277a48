"""The news agency that an article names as its source: «القاهرة (رويترز)», «المصدر: وكالات»."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from pipeline.patterns.late_patterns import late_pattern
from pipeline.patterns.rule_files import read_rules
from pipeline.punctuation import SENTENCE_ENDS
from pipeline.words.folding import fold

_HEAD, _TAIL = 160, 120
"""Characters from the beginning and the end of a text within which it is credited: a dateline, and
a last line."""
_BRACKETED = late_pattern(r"[(\[（【]([^()\[\]（）【】]{2,60})[)\]）】]")
_DATELINE = re.compile(r"\s[-–—]\s|:\s")
"""What parts the pieces of a dateline: «واشنطن - أ.ف.ب: »."""
_DATELINE_CHARS = 60
_SOURCE = re.compile(
    r"(?:^|\n|[.،])[^\S\n]*(?:المصدر|المصادر|مصدر|منبع|ذریعہ|ماخذ|source|sources|via|credit)"
    r"\s*[:：|/–-]\s*([^\n]{2,60})",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*[/|،,;؛+&–—]\s*|\s-\s|\s(?:and|et|و)\s")


def extract_credit(text: str, authors: Iterable[str] = ()) -> str | None:
    """The agency's id in rules/agencies.toml; None where none is credited.

    An agency that a text only speaks of is not credited: its name counts as an author, in brackets
    or a dateline at the beginning, in brackets or after "source:" at the end.
    """
    head, tail = text[:_HEAD], text[-_TAIL:]
    said = [
        *authors,
        *_BRACKETED.findall(head),
        *_DATELINE.split(head[:_DATELINE_CHARS])[:-1],
        *_BRACKETED.findall(tail),
        *_SOURCE.findall("\n" + tail if len(text) <= _TAIL else tail),
        *_last_line(text),
    ]
    several = None
    for each in said:
        for part in (each, *_PARTS.split(each)):
            found = _agencies().get(fold(part))
            if found is not None and found != "agencies":
                return found
            several = several or found
    return several


MAX_SIGN_OFF_CHARS = 60
_PLACED = re.compile(r"(.{2,30}?)(?:\s+[–—-]\s+|,?\s\()(.{2,30})")
MAX_PLACE_WORDS = 2


def is_sign_off(text: str) -> bool:
    """Whether a line names news agencies and nothing else, or one and a place: «(رويترز)»,
    «dpa/AFP», «وكالات – تونس»."""
    if len(text) > MAX_SIGN_OFF_CHARS:
        return False
    bare = text.strip(" ()[]（）【】.*–—-")
    if text[0] in "(（" and text[-1] in ")）" and _names_agency_last(bare):
        return True
    parts = [part for part in _PARTS.split(bare) if part.strip()]
    if not parts:
        return False
    if all(map(is_agency, parts)) or _is_agency_and_place(bare):
        return True
    if "-" in bare and all(map(is_agency, bare.split("-"))):
        return True
    coded = _BRACKETED_FIRST.match(text)
    if coded and is_agency(coded[1]):
        return all(_CODE.fullmatch(part) for part in _PARTS.split(text[coded.end() :].strip()))
    if "/" not in bare:
        return False
    others = [part for part in parts if not _CODE.fullmatch(part)]
    return 0 < len(others) < len(parts) and all(map(is_agency, others))


def _names_agency_last(bare: str) -> bool:
    """Whether one to four small words stand before an agency: «avec Reuters», «Con datos de AP»."""
    words = bare.split()
    for at in range(1, min(len(words), MAX_WORDS_BEFORE + 1)):
        if at > 1 and not words[at - 1][0].islower():
            return False
        if is_agency(" ".join(words[at:])):
            return True
    return False


MAX_WORDS_BEFORE = 4
_BRACKETED_FIRST = late_pattern(r"[(（]([^()（）]{2,30})[)）]\s?")
_CODE = re.compile(r"[a-zß-ÿ]{2,4}|[\u0620-\u06d3](?:\. ?[\u0620-\u06d3])*\.?")
"""Who wrote or edited, by letters alone: «(Reuters/red)», «رويترز/م.س»."""


def _is_agency_and_place(text: str) -> bool:
    placed = _PLACED.fullmatch(text)
    if placed is None or not (is_agency(placed[1]) or is_agency(placed[2])):
        return False
    place = placed[2] if is_agency(placed[1]) else placed[1]
    words = place.split()
    if place.rstrip()[-1] in SENTENCE_ENDS:  # a sentence without blanks
        return False
    return len(words) <= MAX_PLACE_WORDS and not any(
        word[0].islower() or word[0].isdigit() for word in words
    )


def is_agency(name: str) -> bool:
    """Whether a name is that of a news agency."""
    return agency_of(name) is not None


def agency_of(name: str) -> str | None:
    """The id of the agency of a name, "agencies" where it names none of them; else None."""
    return _agencies().get(fold(name))


def agency_of_site(host: str) -> str | None:
    """The agency whose own site a host is."""
    parts = host.lower().split(":")[0].split(".")
    for at in range(len(parts) - 1):
        found = _sites().get(".".join(parts[at:]))
        if found is not None:
            return found
    return None


def _last_line(text: str) -> list[str]:
    line = text.rstrip().rsplit("\n", 1)[-1]
    return [line] if len(line) <= 40 else []


@lru_cache(maxsize=1)
def _agencies() -> dict[str, str]:
    return {
        fold(name): agency
        for agency, rule in read_rules("agencies.toml").items()
        for name in rule["names"]
    }


@lru_cache(maxsize=1)
def _sites() -> dict[str, str]:
    return {
        site: agency
        for agency, rule in read_rules("agencies.toml").items()
        for site in rule["sites"]
    }
