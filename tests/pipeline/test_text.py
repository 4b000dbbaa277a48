"""Normalising, joining and counting text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.records import Block, BlockKind
from pipeline.text import (
    count_words,
    mend_mojibake,
    mend_twice_coded,
    normalise,
    spoken_words,
    text_of,
)
from pipeline.writing import is_as_long

LETTERS = st.text(
    alphabet=st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from("ابتهـيكگچ\u064b\u0650\u200c\u200d\u200e\u200f\u0640ﻻﻣ\u00ad \n\u2028éÃ©"),
        st.sampled_from(
            "ÂÃØÙâ\x80\x85\x99\xa0€…“™\u200b\u200c\u200d\uffa0\u3164\ufe71\ufb1d\u05d0\u094d"
        ),
    ),
    max_size=40,
)


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("التقنـــية", "التقنية"),
        ("عام ١٤٤٥ هـ", "عام ١٤٤٥ هـ"),
        ("ﻣﺮﺣﺒﺎ", "مرحبا"),
        ("محمد ﷺ", "محمد ﷺ"),
        ("\u202bنص\u202c عربي\u200f", "نص عربي"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("می\u200c خواهم\u200c", "می خواهم"),
        ("خانه\u200c\u200cها", "خانه\u200cها"),
        ("پاکستان کے\u00a0لیے", "پاکستان کے لیے"),
        ("क्\u200dष", "क्\u200dष"),
        ("co\u00adoperate", "cooperate"),
        ("zero\u200bwidth", "zerowidth"),
        ("piled e" + "\u0316\u200b" * 50_000, "piled e" + "\u0316" * 30),
        ("e\u0301te\u0301", "été"),
        ("a \t b\r\n  c", "a b\nc"),
        ("\ufeffstart", "start"),
        ("caf\u00c3\u200b\u00a9", "café"),
        ("\u200d\u200cهم", "هم"),
    ],
)
def test_normalise(written: str, stored: str) -> None:
    assert normalise(written) == stored


@settings(max_examples=400)
@given(LETTERS)
def test_normalising_twice_is_normalising_once(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@pytest.mark.parametrize(
    ("broken", "right"),
    [
        ("cafÃ©", "café"),
        ("Ø§Ù„Ø¹Ø±Ø¨ÙŠØ©", "العربية"),
        ("â€œquotedâ€\x9d", "“quoted”"),
    ],
)
def test_mojibake_is_mended(broken: str, right: str) -> None:
    assert mend_mojibake(broken) == right
    assert normalise(f"{broken}") == right


def test_a_headline_alone_that_was_coded_twice_is_mended() -> None:
    title = "ميتا تجمع خمسين باحثا في مختبر جديد"
    coded = "".join(map(chr, title.encode()))
    page = f"<title>{coded}</title><h1>{coded}</h1><p>{'نص سليم لا عيب فيه. ' * 20}</p>"
    assert mend_twice_coded(page) == page.replace(coded, title)


def test_a_text_that_only_looks_like_mojibake_stays() -> None:
    assert normalise("Ã© und العربية") == "Ã© und العربية"


def test_blocks_are_parted_by_a_blank_line_and_items_by_a_line() -> None:
    blocks = [
        Block(BlockKind.PARAGRAPH, "one"),
        Block(BlockKind.LIST_ITEM, "a"),
        Block(BlockKind.LIST_ITEM, "b"),
        Block(BlockKind.TABLE_ROW, "x | 1"),
        Block(BlockKind.TABLE_ROW, "y | 2"),
        Block(BlockKind.HEADING, "two", 2),
    ]
    assert text_of(blocks) == "one\n\na\nb\n\nx | 1\ny | 2\n\ntwo"
    assert text_of([]) == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("one two, three.", 3),
        ("قال إنّ الشركةَ نجحت", 4),
        ("می\u200cخواهم بروم", 2),
        ("东京 2025", 3),
        ("don't stop", 2),
        ("— … !", 0),
    ],
)
def test_count_words(text: str, words: int) -> None:
    assert count_words(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The bridge is closed", 4),
        ("老城区的大桥关闭了", 4),  # nine signs
        ("สะพานเก่าปิดแล้ว", 4),  # sixteen letters and marks
        ("다리가 닫혔다", 2),
    ],
)
def test_words_of_any_script_are_as_many_as_are_spoken(text: str, words: int) -> None:
    assert spoken_words(text) == words


@pytest.mark.parametrize(
    ("text", "is_long"),
    [
        ("a" * 60, True), ("a" * 59, False),
        ("桥" * 20, True), ("桥" * 19, False),
        ("다" * 30, True), ("다" * 29, False),
        ("ก" * 40, True), ("ก" * 39, False),
    ],
)  # fmt: skip
def test_signs_of_a_script_are_as_long_as_what_they_say(text: str, is_long: bool) -> None:
    assert is_as_long(text, 60, 20) == is_long
