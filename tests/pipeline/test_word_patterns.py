"""Patterns of many words match what a list of them would, the longest first."""

from __future__ import annotations

import re
from random import Random

from pipeline.word_patterns import any_word


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
    pattern = re.compile(any_word(["كتب"], lambda character: "[\u064b-\u0652]*"))
    assert pattern.fullmatch("كَتَبَ")
    assert pattern.fullmatch("كتب")
