"""Patterns of many words match what a list of them would, the longest first."""

from __future__ import annotations

import re
from importlib import import_module
from pkgutil import walk_packages
from random import Random

from hypothesis import given
from hypothesis import strategies as st

import pipeline
from pipeline.patterns.word_patterns import VOWEL, WordPattern, any_word


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


LETTERS = "abcdéßçñжЖгдαβاבגتक中"


def test_a_tree_of_words_of_many_scripts_matches_as_a_list_of_them() -> None:
    chance = Random(7)
    words = ["".join(chance.choices(LETTERS, k=chance.randint(1, 2))) for _ in range(300)]
    tree, plain = any_word(words), "|".join(map(re.escape, sorted({*words}, key=len, reverse=True)))
    assert "(?=" in tree
    for flags in (re.NOFLAG, re.IGNORECASE):
        for _ in range(1_000):
            text = "".join(chance.choices(LETTERS + LETTERS.upper(), k=5))
            found, wanted = (re.search(f"(?:{p})", text, flags) for p in (tree, plain))
            assert (found and found.start()) == (wanted and wanted.start()), text
            assert found is None or re.fullmatch(plain, found[0], flags)


def test_a_shorter_word_is_tried_where_the_longer_leads_no_further() -> None:
    assert re.fullmatch(rf"(?:{any_word(['may', 'maya', 'mayan'])})a n", "maya n")


def test_no_word_matches_nothing_but_the_empty_text() -> None:
    assert any_word([]) == ""
    assert any_word(["a"]) == "a"


def test_words_are_found_whichever_of_their_vowels_are_written() -> None:
    pattern = WordPattern(r"كتب:?\s*", re.IGNORECASE)
    for written in ("كتب: سارة", "كَتَبَ: سارة", "كتبَ سارة"):
        match = pattern.match(written)
        assert match
        assert written[match.end() :] == "سارة"
        assert pattern.sub("", written) == "سارة"
    assert pattern.search("by Jane Doe") is None


def test_what_is_found_has_the_vowels_that_are_written() -> None:
    match = WordPattern(r"كتب\s+(?P<who>\S+)(?: (\S+))?").search("هنا كَتَبَ عُمَرُ، أمسِ")
    assert match
    assert match[0] == "كَتَبَ عُمَرُ، أمسِ"
    assert match["who"] == match.group(1) == match.group("who") == "عُمَرُ،"
    assert match.group(0, 2) == ("كَتَبَ عُمَرُ، أمسِ", "أمسِ")
    assert match.groups() == ("عُمَرُ،", "أمسِ")
    assert match.string[: match.start()] == "هنا "
    assert (match.span("who"), match.lastindex) == ((11, 18), 2)


def test_groups_stand_in_place_of_what_is_found() -> None:
    pattern = WordPattern(r"كتب (\S+)(?: (من \S+))?")
    assert pattern.sub(r"[\1|\2]", "كَتَبَ عُمَرُ من حلب، كتب زيد") == "[عُمَرُ|من حلب،] [زيد|]"
    assert pattern.sub(r"[\1|\2]", "كَتَبَ عُمَرُ") == "[عُمَرُ|]"
    assert pattern.sub(r"[\1|\2]", "كتب عمر") == "[عمر|]"
    assert pattern.split("ثُم كتب عمر من حلب غدا") == ["ثُم ", "عمر", "من حلب", " غدا"]


def test_a_group_that_is_not_there_has_no_place_among_vowels() -> None:
    match = WordPattern(r"كتب(?: (سارة))?").match("كَتَبَ")
    assert match
    assert (match[1], match.span(1), match.groups(), match.lastindex) == (
        None,
        (-1, -1),
        (None,),
        None,
    )


def _patterns_of_the_house() -> list[WordPattern]:
    modules = [name for _, name, _ in walk_packages(pipeline.__path__, "pipeline.")]
    values = [value for name in modules for value in vars(import_module(name)).values()]
    return [value for value in values if isinstance(value, WordPattern)]


def test_every_pattern_of_the_house_can_be_compiled_and_asks_for_no_vowel() -> None:
    patterns = _patterns_of_the_house()
    assert len(patterns) > 20
    for pattern in patterns:
        assert not VOWEL.search(pattern.source), pattern.source
        pattern.search("Jane Doe")
        pattern.search("كَتَبَ")


@given(st.text("كتب\u064e\u0651 :ab"))
def test_word_pattern_finds_what_a_pattern_with_vowels_finds(text: str) -> None:
    """A vowel belongs to the letter before it; one without a letter is passed over."""
    pattern = WordPattern(r"(?:كت|بa?)\s*")
    itself = re.compile(
        r"(?:ك[\u064e\u0651]*ت[\u064e\u0651]*|ب[\u064e\u0651]*(?:a[\u064e\u0651]*)?)(?:\s[\u064e\u0651]*)*"
    )
    assert [m.span() for m in pattern.finditer(text)] == [m.span() for m in itself.finditer(text)]
    assert pattern.split(text, 1) == itself.split(text, 1)
    assert pattern.sub("-", text) == itself.sub("-", text)


@given(st.text("كتبab: "), st.integers(0, 3))
def test_without_vowels_it_is_asked_as_the_pattern_itself(text: str, most: int) -> None:
    pattern = WordPattern(r"(ك|b)ت?|:")
    itself = re.compile(r"(ك|b)ت?|:")
    assert [m.span() for m in pattern.finditer(text)] == [m.span() for m in itself.finditer(text)]
    assert pattern.split(text, most) == itself.split(text, most)
    assert pattern.sub("-", text) == itself.sub("-", text)
    for found, wanted in zip(pattern.finditer(text), itself.finditer(text), strict=True):
        assert (found[0], found.groups()) == (wanted[0], wanted.groups())
