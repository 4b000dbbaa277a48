"""The commonest given names of persons, as rules/given_names.toml lists them."""

from __future__ import annotations

from functools import cache

from pipeline.patterns.rule_files import read_rules


@cache
def given_names() -> frozenset[str]:
    """All of them, each as it is written, with a capital where its script has capitals."""
    rules = read_rules("given_names.toml").values()
    return frozenset(name for names in rules for name in names.split())
