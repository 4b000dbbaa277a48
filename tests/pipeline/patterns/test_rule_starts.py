"""With which characters a line may begin that a rule's pattern matches."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from pipeline.lines.rulebook import MAX_KNOWN_CHARS
from pipeline.patterns.rule_starts import DIGIT, beginnings


@pytest.mark.parametrize(
    ("pattern", "first"),
    [
        ("share this", "s"),
        ("(?:please )?(?:consider|try) it", "pct"),
        (r"\(?this", "(t"),
        (r"[(\[]?photo", "([p"),
        (r"(?!.*\.$)by", "b"),
        (r"\d{1,3} comments", DIGIT),
        (r"[\d٠-٩]+ تعليق", DIGIT),
        (r"\s*read", "r"),
        ("x{0,2}y", "xy"),
        ("x??y", "xy"),
        ("={4,}", "="),
        ("(?-i:[AB])c", "ab"),
        ("(?:a|b(?:c|d)|[xy|])z", "abxy|"),
        ("home|(?:new|old)er posts|[(]x|y", "hno(y"),
        ("home|.{2,9}", None),
        ("(?:a|.{2,9})z", None),
        (".{0,40}rights", None),
        (r"\w+", None),
        ("[^.]+", None),
        ("[a-z]x", None),
        ("(a)", None),
        ("", None),
        ("İzle", "i"),
        ("ısı", "i"),
    ],
)
def test_first_characters(pattern: str, first: str | None) -> None:
    found = beginnings(pattern, 1)
    assert found == (None if first is None else frozenset(first))


@pytest.mark.parametrize(
    ("pattern", "begins"),
    [
        ("share this", {"sha"}),
        ("(?:please )?try", {"ple", "try"}),
        ("(?:ab?c|d)ef", {"abc", "ace", "def"}),
        (r"by\b.*", {"by"}),
        (r"b\w+", {"b"}),
        (r"x\s+y", {"x"}),
        ("xy{2,}z", {"xy"}),
        ("xy*z", {"xy", "xz"}),
        ("x+y", {"x"}),
        ("[ab]c.", {"ac", "bc"}),
        (r"\d{1,3} comments", {DIGIT}),
        (r"(?!no)n(?=o)ow", {"now"}),
        ("λόγος", {"λόγ"}),
        ("ας", {"ασ"}),
        ("(?:a|.)b", None),
    ],
)
def test_beginnings(pattern: str, begins: set[str] | None) -> None:
    assert beginnings(pattern) == (None if begins is None else frozenset(begins))


def test_many_beginnings_are_cut() -> None:
    signs = "[abcdefghijkl]"
    assert beginnings(signs * 3) == frozenset(a + b for a in "abcdefghijkl" for b in "abcdefghijkl")


def test_no_line_that_is_known_wholly_is_too_long_to_be_looked_up() -> None:
    for entry in files("pipeline").joinpath("rules").iterdir():
        if entry.name.endswith(".toml"):
            for rule in tomllib.loads(entry.read_text("utf-8")).get("rules", ()):
                assert all(len(line) < MAX_KNOWN_CHARS for line in rule.get("lines", ())), (
                    entry.name
                )
