"""Desks, whether they sign with their house's name or post what others wrote."""

from __future__ import annotations

import re

from pipeline.lines.credits import agency_of, is_agency
from pipeline.patterns.word_patterns import WordPattern
from pipeline.people.byline_words import any_of, words
from pipeline.people.given_names import begins_with_given_name
from pipeline.people.name_shapes import is_cased_as_name, words_of_name

_WORDS = WordPattern(rf"(?<!\w)(?:{any_of(words('desks'))})(?!\w)", re.IGNORECASE)


def who_signs(known: tuple[str, ...], signed: tuple[str, ...]) -> tuple[str, ...]:
    """The authors, of those that the page names and those who sign in its text: a person goes
    before the desk or the account that posted what they wrote."""
    persons = signed and all(map(begins_with_given_name, signed))
    return beside_agencies(
        signed if not known or (persons and all(map(posts_for_others, known))) else known
    )


def beside_agencies(names: tuple[str, ...]) -> tuple[str, ...]:
    """Names without the word for agencies, which names none of them and signs only by itself:
    «سارة أحمد ووكالات»."""
    return tuple(name for name in names if agency_of(name) != "agencies") or names


_ACCOUNT = re.compile(r"[a-z][a-z0-9._-]*")
"""A name with which somebody logs in, «jdoe»: what a page calls its author is surer."""
_OF_SYSTEM = re.compile(
    r"(?:.*\s)?admin(?:istrator)?(?:[\s_-]?\d+)?|\S+(?:\s\S+)?\s\d{1,3}|\S+(?:\s\S+)?\s(?:editor|webmaster)",
    re.IGNORECASE,
)
"""An account that several log in with: «courier admin 3», «Editor 5», «Courier Editor»."""
_NUMBERED_DESK = WordPattern(
    rf"(?:{any_of([*words('desks'), 'editor', 'user'])})[\s_-]?\d{{1,4}}", re.I
)
"""The same in one word: «newsroom2»."""


def is_numbered_desk(name: str) -> bool:
    """Whether a name is that of a desk's account, one of several: «newsroom2»."""
    return _NUMBERED_DESK.fullmatch(name) is not None


def is_account(name: str) -> bool:
    """Whether a name is one with which somebody logs in, and no agency's."""
    return _ACCOUNT.fullmatch(name) is not None and not is_agency(name)


def is_shared_account(name: str) -> bool:
    """Whether a name is one with which somebody logs in, or several: «jdoe», «Courier Editor»."""
    return is_account(name) or _OF_SYSTEM.fullmatch(name) is not None


def posts_for_others(name: str) -> bool:
    """Whether a name is that of an account, or of a desk, that posts what others wrote."""
    if is_shared_account(name):
        return True
    return _WORDS.search(name) is not None and not may_be_person(name)


def may_be_person(name: str) -> bool:
    """Whether a name may be a person's: by its given name, or in scripts with capitals by its form,
    unless a word of it is a desk's."""
    cased = name[0].isupper() and is_cased_as_name(name) and 2 <= words_of_name(name) <= 4
    return begins_with_given_name(name) or (cased and not _WORDS.search(name))
