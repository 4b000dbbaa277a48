"""Short lines in which a site asks its readers to follow, subscribe, share, write to it or pay.

Their wording is endless, what they are made of is not: something is asked at the beginning of a
clause, of what only the site has or wants (`pipeline/rules/appeals.toml`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pipeline.lines.offer_words import names_house_alone
from pipeline.lines.quoted import MARKS, without_names
from pipeline.lines.telling import reports
from pipeline.patterns.compiling import compiled
from pipeline.patterns.late_patterns import late_pattern
from pipeline.patterns.rule_files import read_rules
from pipeline.patterns.rule_words import folded_line, with_alike
from pipeline.punctuation import QUESTION_MARKS, SENTENCE_ENDS
from pipeline.records import Block, BlockKind

MAX_CHARS = 140
"""Longer lines tell more than what is asked; a house's name tells its own (`lines.offers`)."""

MAX_LONG_CHARS = 480
LEAST_SAID = 3
"""A longer line is an appeal where it is one thrice: where so many clauses ask or name what is the
site's own, both at least once."""

MAX_DRAWN_CHARS = 80
"""Of an appeal that is set as a quotation is, without a full stop."""
_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE})
_ENDS = frozenset(SENTENCE_ENDS)

MAX_APPEALS = 4
"""An article with more such lines instructs its readers."""

_STOPS = tuple(".۔।")
_QUESTIONS = tuple(QUESTION_MARKS)


def appeals(
    kept: Sequence[Block], language: str | None, sites: frozenset[str] = frozenset()
) -> frozenset[Block]:
    """The short paragraphs that ask the readers for something and report nothing. Of `language`,
    that of the page (of all languages where it says none). `sites` are the folded names of the
    site: what a line asks and alone names it for is its own."""
    rules = read_rules("appeals.toml")
    known = (language or "")[:2]
    patterns = tuple(map(_patterns_of, (known,) if known in rules else rules))
    found = [block for block in kept if _appeals(block, patterns, language or "")]
    if sites and known in rules:
        texts = [block.text for block in kept]
        below = (block for block in kept[1:] if block not in found)
        found += [block for block in below if _asks_for_house(block, known, texts, sites)]
    return frozenset(found if len(found) <= MAX_APPEALS else ())


def _asks_for_house(
    block: Block, language: str, kept: Sequence[str], sites: frozenset[str]
) -> bool:
    """Whether a short line begins with what it asks, and names the house of which no other line
    tells: «Look out for more on the Heron in The Courier.»"""
    text = block.text
    if block.kind is not BlockKind.PARAGRAPH or len(text) > MAX_CHARS:
        return False
    if text.endswith(_QUESTIONS) or not begins_to_ask(text, language):
        return False
    told = without_names(text)
    if not MARKS.isdisjoint(told) or reports(told, language):
        return False
    others = (line for line in kept if not begins_to_ask(line, language))
    return names_house_alone(text, others, sites)


def begins_to_ask(text: str, language: str) -> bool:
    """Whether a line begins with what is asked of readers; of a language without patterns none
    does."""
    return language in read_rules("appeals.toml") and (
        _patterns_of(language)[0].match(folded_line(text)) is not None
    )


_Patterns = tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]


def _appeals(block: Block, rules: Sequence[_Patterns], language: str) -> bool:
    text = block.text
    quoted = block.kind is BlockKind.QUOTE and (len(text) > MAX_DRAWN_CHARS or text[-1] in _ENDS)
    if quoted or block.kind not in _KINDS or len(text) > MAX_LONG_CHARS:
        return False
    if text.endswith(_QUESTIONS):
        return False  # it asks whom the article is about
    text = without_names(text)
    if not MARKS.isdisjoint(text):
        return False  # somebody says it
    open_end = not text.endswith(_STOPS)
    low = folded_line(text)
    if ":" in low and (example := _EXAMPLE.search(low)):
        low = low[: example.start()]
    for asks, ours, readers in rules:
        if len(text) > MAX_CHARS:
            if _appeals_at_length(low, asks, ours):
                return not reports(text, language)
        elif asks.search(low) and (ours.search(low) or (open_end and readers.search(low))):
            return not reports(text, language)
    return False


_EXAMPLE = late_pattern(
    r"(?<!\w)(?:such as|for example|for instance|par exemple|zum beispiel|por ejemplo|por exemplo|"
    r"ad esempio|например|مثل|مثلاً?|من قبيل|عبارة|جملة|مانند|برای مثال|مثال کے طور پر)\s?:\s"
)
"""What a text says before it quotes how others ask: «Write a line such as: Follow us»."""


def _appeals_at_length(text: str, asks: re.Pattern[str], ours: re.Pattern[str]) -> bool:
    """Whether a paragraph asks and offers, as most of its sentences and the first one do: «Got
    news? Email us. Join our channel, and follow us on …»."""
    asked = sum(1 for _ in asks.finditer(text)) if asks.search(text) else 0
    offered = sum(1 for _ in ours.finditer(text)) if asked else 0
    if not offered or asked + offered < LEAST_SAID:
        return False
    sentences = _BETWEEN_SENTENCES.split(text)
    said = [bool(asks.search(s) or ours.search(s)) for s in sentences]
    begun = said[0] or sentences[0].endswith(_QUESTIONS)
    return begun and sum(said) * 2 >= len(said)


_BETWEEN_SENTENCES = re.compile(rf"(?<=[{SENTENCE_ENDS}])\s+")


@cache
def _patterns_of(language: str) -> _Patterns:
    """What asks, what names the house, and what names its readers, each in a folded line: to look
    for the capital of each letter takes as long again."""
    rule = {
        name: with_alike(source) for name, source in read_rules("appeals.toml")[language].items()
    }
    return (
        compiled(rule["asks"], re.MULTILINE),
        compiled(rule["ours"]),
        compiled(rule["readers"]),
    )
