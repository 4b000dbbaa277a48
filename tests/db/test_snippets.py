"""The places that a snippet marks."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from db.searching.faults import BadQuery
from db.searching.match import uses_stems, variants
from db.searching.query import parse_query
from db.searching.snippets import Wanted, marked
from pipeline.words.folding import stem
from pipeline.words.spelling import LAST_LETTERS, letters
from pipeline.words.unspaced import has_unspaced

ARABIC = st.text("ابتةهويىئؤءأإآكکہھلمنسرف٣۳" + "\u064e\u0651\u0640\u200c", min_size=1, max_size=9)
ANY = st.text(st.characters(codec="utf-8", categories=("L", "N", "M")), min_size=1, max_size=6)
QUERIES = [
    "ذكاء",
    "مسؤول",
    "سوئو*",
    "\u0643\u0644\u0645\u0629",
    "کتاب ها",
    "٣٣",
    "Straße",
    "title:بناء",
]


def is_wanted(query: str, run: str) -> bool:
    """By the definition: every word is folded and stemmed."""
    for term in (term for group in parse_query(query).groups for term in group):
        phrases = variants(term)
        for word in letters(run):
            folded = word.translate(LAST_LETTERS)
            if term.prefix and folded.startswith(tuple(phrase[-1] for phrase in phrases)):
                return True
            if folded in {each for phrase in phrases for each in phrase} and not term.prefix:
                return True
            stems = {each for stems in (*term.stems, *term.spelled_stems) for each in stems}
            if uses_stems(term) and stem(word) in stems:
                return True
    return False


@given(st.sampled_from(QUERIES) | ARABIC | ANY, ARABIC | ANY)
@example("سو*", "سئول")
@example("مسؤول", "الـمَسْئُولـون")
@example("ذكاء", "ﺫﻛﺎﺀ")
@example("اٴ*", "\u0675ب")
@example("0A", "0")
def test_what_is_marked_is_what_is_found(query: str, run: str) -> None:
    if not letters(query.strip('*"')) or not letters(run) or has_unspaced(query):
        return
    try:
        wanted = Wanted(parse_query(query))
    except BadQuery:  # «OR» alone
        return
    for each in (run, query.strip("*"), f"و{query.strip('*')}ها"):
        assert any(wanted.stems_in([each])) == is_wanted(query, each)


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        (
            "database",
            "The base of our data is a data base, a database",
            ["data", "base", "database"],
        ),
        ("3D", "3 printers that print in 3 D or in 3D", ["3", "D", "3D"]),
        ("database data", "The base of our data", ["data"]),
        ('database "base"', "The base of our data", ["base"]),
        ("database bas*", "The bases of our data", ["bases"]),
        ("startup", "数据 start, Start-ups", ["Start", "ups"]),
    ],
)
def test_the_parts_of_a_word_are_marked_where_they_stand_together(
    query: str, text: str, found: list[str]
) -> None:
    marks = marked(text, Wanted(parse_query(query))).marks
    assert [text[start:end] for start, end in marks] == found


def test_all_of_a_word_is_marked_with_its_signs() -> None:
    text = "قال المُسْتَخْدِمُون إنّ"
    assert [text[a:b] for a, b in marked(text, Wanted(parse_query("مستخدمون"))).marks] == [
        "المُسْتَخْدِمُون"
    ]
