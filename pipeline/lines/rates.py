"""Rates that a site shows among its texts: what a currency, gold or oil costs today, when one
prays, how warm it is.

Such a line has the form of a fact that a text lists. What tells it is that it begins with what no
other line of its text speaks of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pipeline.patterns.rule_files import read_rules
from pipeline.punctuation import SENTENCE_ENDS
from pipeline.records import LINE_KINDS, Block

RATES = "line:rates"
"""The ledger's rule for them."""
MAX_CHARS = 120
LEAST_LINES = 2
"""Lines of a text beside them: what stands alone is a text on rates."""


def rate_lines(kept: Sequence[Block], language: str | None, title: str) -> frozenset[Block]:
    """The lines of a text that tell rates, where neither its others nor the `title` speak of one of
    them, and those that tell one in parts: «Nasdaq», «11,327.34», «-1.82 %»."""
    begins, on = _patterns((language or "")[:2])
    told = {
        block: begun[begun.lastindex or 0].lower()
        for block in kept
        if begins and _may_tell(block) and (begun := begins.match(block.text))
    }
    parts = _in_parts(kept)
    rest = [block.text for block in kept if block not in told and block not in parts]
    if len(rest) < LEAST_LINES:
        return frozenset()
    said = "\n".join((title, *rest)).lower() if told else ""
    is_theirs = any(thing in said for thing in told.values()) or (on and on.search(said))
    return parts if is_theirs else parts.union(told)


def _in_parts(kept: Sequence[Block]) -> frozenset[Block]:
    """The only rate that a text tells in lines of its own: how much something rose, above that what
    it costs, and its name."""
    rose = [at for at, block in enumerate(kept) if _is_part(block, _ROSE)]
    if len(rose) != 1 or rose[0] == 0 or not _is_part(kept[rose[0] - 1], _COSTS):
        return frozenset()
    first = rose[0] - 1
    named = first > 0 and _is_part(kept[first - 1], _NAMED)
    return frozenset(kept[first - named : rose[0] + 1])


def _is_part(block: Block, form: re.Pattern[str]) -> bool:
    return block.kind in LINE_KINDS and form.fullmatch(block.text) is not None


_ROSE = re.compile(r"[(（]?[+–−▲▼-]\s?[%٪]?\s?\d+(?:[.,٫]\d+)?\s?[%٪][)）]?")
_COSTS = re.compile(r"\d[\d.,٫٬]*\d")
_NAMED = re.compile(r"[^\W\d_][^\d.!?؟:;؛،]{1,24}(?:\s\d{2,3})?")


def _may_tell(block: Block) -> bool:
    text = block.text
    return (
        len(text) <= MAX_CHARS
        and block.kind in LINE_KINDS
        and _FIGURES.search(text) is not None
        and text[-1] not in SENTENCE_ENDS
        and "\n" not in text
    )


_FIGURES = re.compile(r"\d[\d.,:٫٬]*\d")


@cache
def _patterns(language: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """What the lines of a language's rates begin with, and what a text on markets or the weather
    speaks of."""
    told = read_rules("rates.toml").get(language)
    if told is None:
        return None, None
    begins, on = (re.compile("|".join(told[key]), re.IGNORECASE) for key in ("begin", "on"))
    return begins, on
