"""Short lines in which a site asks its readers to follow, subscribe, share, write to it or pay.

Their wording is endless, what they are made of is not: something is asked at the beginning of a
clause, of what only the site has or wants (`pipeline/rules/appeals.toml`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pipeline.records import Block, BlockKind
from pipeline.rule_files import read_rules
from pipeline.telling import reports

MAX_CHARS = 140
"""Longer lines tell more than what is asked; a house's name tells its own (`pipeline.offers`)."""

MAX_APPEALS = 4
"""An article with more such lines instructs its readers."""

_QUOTES = frozenset('"“”„«»「」')
_STOPS = tuple(".۔")
_QUESTIONS = tuple("?؟")


def appeals(kept: Sequence[Block], language: str | None) -> frozenset[Block]:
    """The short paragraphs that ask the readers for something and report nothing. Of `language`,
    that of the page (of all languages where it says none)."""
    rules = read_rules("appeals.toml")
    known = (language or "")[:2]
    patterns = tuple(map(_patterns_of, (known,) if known in rules else rules))
    found = [block for block in kept if _appeals(block, patterns, language or "")]
    return frozenset(found if len(found) <= MAX_APPEALS else ())


_Patterns = tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]


def _appeals(block: Block, rules: Sequence[_Patterns], language: str) -> bool:
    text = block.text
    if block.kind is not BlockKind.PARAGRAPH or len(text) > MAX_CHARS:
        return False
    if text.endswith(_QUESTIONS):
        return False  # it asks whom the article is about
    open_end = not text.endswith(_STOPS)
    for asks, ours, readers in rules:
        if asks.search(text) and (ours.search(text) or (open_end and readers.search(text))):
            return _QUOTES.isdisjoint(text) and not reports(text, language)
    return False


@cache
def _patterns_of(language: str) -> _Patterns:
    rule = read_rules("appeals.toml")[language]
    return (
        re.compile(rule["asks"], re.IGNORECASE),
        re.compile(rule["ours"], re.IGNORECASE),
        re.compile(rule["readers"], re.IGNORECASE),
    )
