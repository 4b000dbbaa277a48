"""Texts that instruct their readers, told by how their steps begin, or end where verbs come last:
in such the words that a house has for its readers are the text's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import islice

from pipeline.patterns.rule_files import read_rules

LEAST_STEPS = 2
"""Lines that are steps, from which on a text instructs."""


def instructs(texts: Iterable[str], language: str) -> bool:
    """Whether several of some lines are steps; in a language of which such words are not known,
    none are."""
    steps = _steps_of(language)
    found = filter(steps.search, texts) if steps else ()
    return len([*islice(found, LEAST_STEPS)]) == LEAST_STEPS


def is_step(text: str, language: str) -> bool:
    """Whether a line is one."""
    steps = _steps_of(language)
    return steps is not None and steps.search(text) is not None


@cache
def _steps_of(language: str) -> re.Pattern[str] | None:
    rule = read_rules("persons.toml").get(language, {}).get("steps")
    return re.compile(rule) if rule else None
