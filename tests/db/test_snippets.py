"""The places that a snippet marks."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

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
            if uses_stems(term) and stem(word) in {each for stems in term.stems for each in stems}:
                return True
    return False


@given(st.sampled_from(QUERIES) | ARABIC | ANY, ARABIC | ANY)
@example("سو*", "سئول")
@example("مسؤول", "الـمَسْئُولـون")
@example("ذكاء", "ﺫﻛﺎﺀ")
@example("اٴ*", "\u0675ب")
def test_what_is_marked_is_what_is_found(query: str, run: str) -> None:
    if not letters(query.strip('*"')) or not letters(run) or has_unspaced(query):
        return
    wanted = Wanted(parse_query(query))
    for each in (run, query.strip("*"), f"و{query.strip('*')}ها"):
        assert any(wanted.stems_in([each])) == is_wanted(query, each)


def test_all_of_a_word_is_marked_with_its_signs() -> None:
    text = "قال المُسْتَخْدِمُون إنّ"
    assert [text[a:b] for a, b in marked(text, Wanted(parse_query("مستخدمون"))).marks] == [
        "المُسْتَخْدِمُون"
    ]
