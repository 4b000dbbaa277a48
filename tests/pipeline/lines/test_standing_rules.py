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
    (1, rule(".*letter.*", max_chars=30)),
    (2, rule(r"\W*\w{3}\W*", max_chars=10)),
    (3, rule(r"[^.]{0,9}(?:a|b|c)\d+", needs=("12", "34"))),
    (4, rule(".*newsletter.*", linked=0.5)),
    (5, rule(".*read on.*", r"\d{9}")),
]


@pytest.mark.parametrize(
    ("text", "linked", "numbers"),
    [
        ("Our Newsletter is free", 0.0, {0, 1}),
        ("Our Newsletter is free", 1.0, {0, 1, 4}),
        ("A letter to all of our dear readers", 0.0, set()),
        ("The evening BULLETIN and the newsletter", 0.0, {0}),
        ("«New»", 0.0, {2}),
        ("see b12", 0.0, {3}),
        ("see b56", 0.0, set()),
        ("123456789", 0.0, {5}),
        ("Nothing of it at all here", 0.0, set()),
        ("", 0.0, set()),
    ],
)
def test_finds_each_rule_once(text: str, linked: float, numbers: set[int]) -> None:
    found = [n for n, _ in StandingRules(RULES).that_match(text, folded_line(text), linked)]
    assert sorted(found) == sorted(numbers)


def test_no_rules_match_nothing() -> None:
    assert not list(StandingRules([]).that_match("newsletter", "newsletter", 1.0))
