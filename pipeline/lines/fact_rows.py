"""The facts of a text in a list above it, one of which is its day: «Provinces», «30 October»."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from pipeline.lines.among_house import name_of, paragraphs_in, rules_of
from pipeline.punctuation import COLONS, SENTENCE_ENDS
from pipeline.records import Block, BlockKind, Removed
from pipeline.text import spoken_words

MAX_ABOVE = 4
"""Lines of a page above such a list: its headline, a label, a day."""
LEAST_ITEMS, MAX_ITEMS = 2, 8
MAX_WORDS, MAX_CHARS = 5, 40
"""Of a fact."""
LEAST_BELOW = 2
"""Paragraphs below it."""
_CLOSED = (*SENTENCE_ENDS, *COLONS, "»", "”", '"')


def fact_rows(
    whole: Sequence[Block], removed: Iterable[Removed], found: Mapping[Block, str]
) -> frozenset[Block]:
    """What is left of such a list; `whole` are the text's lines with those `removed` from it,
    `found` those that go for another reason, each by its rule."""
    rules = rules_of(whole, removed, found)
    for is_list, run in groupby(range(len(whole)), lambda i: _is_item(whole[i])):
        places = [*run]
        if places[0] > MAX_ABOVE or paragraphs_in(whole[: places[0]]):
            break
        if not is_list or not LEAST_ITEMS <= len(places) <= MAX_ITEMS:
            continue
        dated = any(name_of(rules[i]) == DATE or _is_numbers(whole[i].text) for i in places)
        brief = all(_is_fact(whole[i].text) for i in places)
        if dated and brief and paragraphs_in(whole[places[-1] + 1 :]) >= LEAST_BELOW:
            return frozenset(whole[i] for i in places if rules[i] is None)
    return frozenset()


DATE = "date-line"
"""The rule of a line that is a day."""


def _is_item(block: Block) -> bool:
    return block.kind is BlockKind.LIST_ITEM


def _is_numbers(text: str) -> bool:
    """Whether a line is a day in numbers, «1405/8/12»."""
    parts = text.replace("-", "/").replace(".", "/").split("/")
    return len(parts) == NUMBERS and all(part.strip().isdecimal() for part in parts)


NUMBERS = 3


def _is_fact(text: str) -> bool:
    brief = len(text) <= MAX_CHARS and spoken_words(text) <= MAX_WORDS
    return brief and "\n" not in text and not text.endswith(_CLOSED)
