"""Rules are found by the words of a line as they would be by trying each."""

from __future__ import annotations

import pytest

from pipeline.lines.rulebook import Rule
from pipeline.lines.standing_rules import StandingRules
from pipeline.patterns.line_pattern import of_source
from pipeline.patterns.rule_words import folded_line


def rule(*patterns: str, **fields: object) -> Rule:
    return Rule("en:some", tuple(map(of_source, patterns)), **fields)  # type: ignore[arg-type]


RULES = [
    (0, rule(".*newsletter.*", ".*bulletin.*")),
    (1, rule(".*letter.*")),
    (2, rule(r"\W*\w{3}\W*")),
    (3, rule(r"[^.]{0,9}(?:a|b|c)\d+", needs=("12", "34"))),
    (4, rule(".*newsletter.*")),
    (5, rule(".*read on.*", r"\d{9}")),
]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Our Newsletter is free", {0, 1, 4}),
        ("A letter to all of our dear readers", {1}),
        ("The evening BULLETIN and another bulletin", {0}),
        ("see b12", {3}),
        ("see b56", set()),
        ("Nothing of it at all here", set()),
        ("", set()),
    ],
)
def test_finds_each_rule_by_its_words_once(text: str, numbers: set[int]) -> None:
    found = [number for number, _ in StandingRules(RULES).with_words_of(folded_line(text))]
    assert sorted(found) == sorted(numbers)


def test_a_rule_is_wordless_where_one_of_its_patterns_is() -> None:
    assert [number for number, _ in StandingRules(RULES).wordless] == [2, 5]


def test_no_rules_match_nothing() -> None:
    none = StandingRules([])
    assert not list(none.with_words_of("newsletter"))
    assert not none.wordless
