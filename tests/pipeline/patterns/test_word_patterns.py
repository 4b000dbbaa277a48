"""Patterns of many words match what a list of them would, the longest first."""

from __future__ import annotations

import re
from importlib import import_module
from pkgutil import walk_packages
from random import Random

from hypothesis import given
from hypothesis import strategies as st

import pipeline
from pipeline.patterns.word_patterns import VOWELS, WordPattern, any_word


def test_a_tree_of_words_matches_as_a_list_of_them() -> None:
    chance = Random(11)
    words = ["".join(chance.choices("ab.c|(", k=chance.randint(1, 5))) for _ in range(200)]
    tree = re.compile(f"(?:{any_word(words)})")
    plain = re.compile("|".join(map(re.escape, sorted(set(words), key=len, reverse=True))))
    matched = 0
    for _ in range(5_000):
        text = "".join(chance.choices("ab.c|(", k=7))
        found, wanted = tree.match(text), plain.match(text)
        assert (found and found[0]) == (wanted and wanted[0]), text
        matched += found is not None
    assert matched > 1_000


def test_a_shorter_word_is_tried_where_the_longer_leads_no_further() -> None:
    assert re.fullmatch(rf"(?:{any_word(['may', 'maya', 'mayan'])})a n", "maya n")


def test_no_word_matches_nothing_but_the_empty_text() -> None:
    assert any_word([]) == ""
    assert any_word(["a"]) == "a"


def test_what_may_follow_a_character() -> None:
    pattern = re.compile(any_word(["كتب"], lambda character: VOWELS))
    assert pattern.fullmatch("كَتَبَ")
    assert pattern.fullmatch("كتب")


def test_word_pattern_minds_vowels_only_where_a_text_has_some() -> None:
    pattern = WordPattern(rf"ك{VOWELS}ت{VOWELS}ب{VOWELS}:?\s*", re.IGNORECASE)
    for written in ("كتب: سارة", "كَتَبَ: سارة", "كتبَ سارة"):
        match = pattern.match(written)
        assert match
        assert written[match.end() :] == "سارة"
        assert pattern.sub("", written) == "سارة"
    assert pattern.search("by Jane Doe") is None


def test_every_pattern_of_the_house_can_be_compiled_both_ways() -> None:
    modules = [name for _, name, _ in walk_packages(pipeline.__path__, "pipeline.")]
    values = [value for name in modules for value in vars(import_module(name)).values()]
    patterns = [value for value in values if isinstance(value, WordPattern)]
    assert len(patterns) > 20
    for pattern in patterns:
        pattern.search("Jane Doe")
        pattern.search("كَتَبَ")


@given(st.text("كتب\u064e\u0651 :ab"))
def test_word_pattern_finds_what_the_pattern_itself_finds(text: str) -> None:
    source = rf"(?:ك{VOWELS}ت{VOWELS}|ب{VOWELS}a?)\s*"
    pattern = WordPattern(source)
    itself = re.compile(source)
    assert [m.span() for m in pattern.finditer(text)] == [m.span() for m in itself.finditer(text)]
    assert pattern.split(text, 1) == itself.split(text, 1)
    assert pattern.sub("-", text) == itself.sub("-", text)
