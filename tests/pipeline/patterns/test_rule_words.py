"""What stands in every line that a rule's pattern matches."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from pipeline.lines.rulebook import rule_book
from pipeline.patterns.rule_starts import LENGTH, cut, folded
from pipeline.patterns.rule_words import folded_line, words_of_pattern


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("Share this", {"share this"}),
        (".{0,40}rights reserved.{0,9}", {"rights reserved"}),
        ("(?:please )?subscribe", {"subscribe"}),
        ("(?:please )+subscribe", {"subscribe"}),
        ("(?:read|listen)", {"read", "listen"}),
        ("(?:read|an?) more", {" more"}),
        ("the (?:story|article).*", {"story", "article"}),
        ("the (?:ox|article).*", {"the "}),
        ("a (?:longer|shorter) b", {"longer", "shorter"}),
        ("photos?: .+", {"photo"}),
        ("colou?red", {"colo"}),
        ("xa{2}bcd", {"bcd"}),
        ("re(?=x)ad", {"read"}),
        (r"re\bad", {"read"}),
        (r"e\.g\. more", {"e.g. more"}),
        (r"don[’\x27]t\x20know", {"know"}),
        (r"\d+ comments", {" comments"}),
        ("[abc]nothing", {"nothing"}),
        ("(?-i:AFP) says", {" says"}),
        ("one|.{2,9}", set()),
        ("(?:one|.{2,9})", set()),
        ("ab", set()),
        (".{2,9}@.{2,9}", {"@"}),
        (".{2,9}記者", {"記者"}),
        ("İZLE|ısı", {"izle", "isi"}),
        ("ΛΌΓΟς", {"λόγοσ"}),
        ("|".join(f"word{n}" for n in range(20)), set()),
    ],
)
def test_words(pattern: str, words: set[str]) -> None:
    assert words_of_pattern(pattern) == words


@pytest.mark.parametrize("text", ["İZLE", "izle", "ızle", "Izle"])
def test_letters_that_patterns_take_for_one_another_are_folded_alike(text: str) -> None:
    assert folded_line(text) == "izle"
    assert re.fullmatch("izle", text, re.IGNORECASE)


def test_lines_that_a_rule_matches_begin_and_hold_what_is_told_of_them() -> None:
    path = Path(__file__).parents[1] / "cases" / "cleaning.toml"
    cases = tomllib.loads(path.read_text("utf-8"))
    lines = {code: [*each["go"].values()] for code, each in cases.items()}
    everywhere = [line for those in lines.values() for line in those]
    matched = 0
    of_rules = [(rule.language, each) for rule in rule_book().patterns for each in rule.patterns]
    for language, pattern in of_rules:
        begins, words = pattern.begins, words_of_pattern(pattern.source)
        tried = everywhere if language == "any" else lines.get(language, everywhere)
        for line in filter(pattern.compiled.fullmatch, tried):
            matched += 1
            begin = set(cut(folded(line, LENGTH)))
            assert begins is None or begins & begin, (pattern.source, line)
            known = not words or any(word in folded_line(line) for word in words)
            assert known, (pattern.source, line)
    assert matched > 500
