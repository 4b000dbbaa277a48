"""Words that are one word, and words that are not."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.word_forms import CASES as WORD_FORM_CASES
from bench.word_forms import finds, written
from pipeline.words.arabic import is_arabic, with_article, with_particles
from pipeline.words.folding import fold, places_of_runs, runs, stem, stem_fold
from pipeline.words.spelling import LAST_LETTERS, letters, unified

CASES = tomllib.loads((Path(__file__).parent / "folding.toml").read_text(encoding="utf-8"))
WORD_FORMS = tomllib.loads(WORD_FORM_CASES.read_text(encoding="utf-8"))
KNOWN_MISSES = {
    # Three letters and a pronoun could be a word of its own: «مساهم».
    "بنك": "بنكهم وبنكهم ببنكهم لبنكهم وببنكهم",
    # Its last letter is read as the ta marbuta that becomes ت before a pronoun.
    "إنترنت": " ".join(
        particle + "إنترنت" + pronoun
        for particle in ("", "و", "ب", "ل", "وب")
        for pronoun in ("ه", "ها", "هم")
    ),
    # «كولا» is a word of its own.
    "ولاية": "كولاية",
}


@pytest.mark.parametrize("group", CASES["fold"], ids=lambda group: str(group[0]))
def test_spellings_of_one_word(group: list[str]) -> None:
    assert {fold(word) for word in group} == {fold(group[0])}
    assert fold(group[0])


@pytest.mark.parametrize("group", CASES["stem"], ids=lambda group: str(group[0]))
def test_forms_of_one_word(group: list[str]) -> None:
    assert {stem_fold(word) for word in group} == {stem_fold(group[0])}


@pytest.mark.parametrize("group", CASES["apart"], ids=lambda group: " ".join(group))
def test_false_friends(group: list[str]) -> None:
    for one, other in combinations(group, 2):
        assert stem_fold(one) != stem_fold(other)


@pytest.mark.parametrize(("text", "folded"), CASES["text"], ids=lambda text: str(text)[:20])
def test_texts(text: str, folded: str) -> None:
    assert fold(text) == folded


MIXED = st.text(
    alphabet=st.one_of(
        st.characters(), st.sampled_from("أإآٱىيةهؤئءـ\u064b\u0651\u0670كکیۀہھےں\u200c\u200f٣۳ﷺﻻ")
    )
)


@given(MIXED)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(MIXED)
def test_a_stem_for_each_word(text: str) -> None:
    assert len(stem_fold(text).split()) == len(fold(text).split())


@given(MIXED)
def test_folded_words_are_letters_and_digits(text: str) -> None:
    assert not set(fold(text) + stem_fold(text)) & set("'\"\\:*&|!()<>~_-\x00")


@given(st.lists(st.text(alphabet="aBéأةىهـ\u064e٣", min_size=1), max_size=8))
def test_places_are_those_of_the_folded_words(parts: list[str]) -> None:
    text = ", ".join(parts)
    found = [word for run in runs(text) for word in letters(run)]
    assert [word.translate(LAST_LETTERS) for word in found] == fold(text).split()
    assert [stem(word) for word in found] == stem_fold(text).split()
    assert [text[start:end] for start, end in places_of_runs(text)] == runs(text)
    assert unified("\n".join(parts)).split("\n") == list(map(unified, parts or [""]))


@given(
    st.sampled_from(("", "و", "ل", "ال", "وال", "بال", "لل")),
    st.text(alphabet="ابتجدرسعقكلمنهويةءئؤىأإآپچگ", min_size=1, max_size=6),
    st.sampled_from(("", "ها", "ات", "ون", "ة", "ته", "ية", "اء", "ائه", "هما")),
)
def test_an_arabic_word_keeps_the_beginning_of_its_stem(before: str, bare: str, after: str) -> None:
    for word in letters(before + bare + after):
        if is_arabic(word):
            assert stem(word)[:2].translate(LAST_LETTERS) in word.translate(LAST_LETTERS)


def test_particles_are_written_onto_bare_words_only() -> None:
    assert "وذكاء" in with_particles("ذكاء")
    assert "وبالذكاء" in with_article("الذكاء")
    assert with_particles("الذكاء") == with_article("ذكاء") == ()
    assert with_particles("chip") == ()
    assert "وزير" not in with_particles("زير")
    assert {"الخط", "للخط", "بخط"} <= set(with_particles("خط"))
    assert not {"ورد", "برد"} & set(with_particles("رد"))
    assert {"خط", "والخط"} <= set(with_article("الخط"))
    assert with_article("الله") == ()


@pytest.mark.parametrize("noun", WORD_FORMS["particles"])
def test_a_noun_with_what_is_written_onto_it(noun: str) -> None:
    forms = list(written(noun))
    missed = {form for form in forms if not finds(noun, form) or not finds(form, noun)}
    assert missed <= set(KNOWN_MISSES.get(noun, "").split())
    assert len(forms) > 25


@pytest.mark.parametrize("pair", WORD_FORMS["apart"], ids=" ".join)
def test_words_whose_first_letter_is_their_own(pair: list[str]) -> None:
    one, other = pair
    assert not finds(one, other)
    assert not finds(other, one)


def test_the_list_of_own_letters() -> None:
    lines = files("pipeline").joinpath("rules", "own_letters.txt").read_text("utf-8").splitlines()
    listed = [word for line in lines if not line.startswith("#") for word in line.split()]
    assert {fold(word)[0] for word in listed} == set("وفبلك")
    assert [word for word in listed if with_article("ال" + fold(word)) == ()] == []


def test_other_scripts_keep_their_words() -> None:
    assert stem("2025") == "2025"
    assert fold("प्रौद्योगिकी समाचार") == "प्रौद्योगिकी समाचार"
    assert stem_fold("новости") == stem_fold("новостей")


@pytest.mark.parametrize(
    ("owned", "word"),
    [
        ("بطاريته", "بطارية"),
        ("شركتها", "شركة"),
        ("بیمارستان‌های", "بیمارستان"),
        ("بياناتها", "بيانات"),
    ],
)
def test_an_ending_is_taken_for_the_stem(owned: str, word: str) -> None:
    assert stem_fold(owned) == stem_fold(word)


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("سعر", "بأسعارها"),
        ("الأسعار", "سعر"),
        ("حوار", "حواراً"),
        ("حواراً", "الحوار"),
        ("فرصة", "فرصاً"),
        ("دولة", "للدولتين"),
        ("لاعب", "لاعبو"),
        ("قافلة", "القوافل"),
        ("صاروخ", "وصواريخ"),
        ("عواصف", "العاصفة"),
        ("کتابخانه‌ی", "کتابخانه"),
        ("لڑکے", "لڑکوں"),
        ("gpu", "GPUs"),
        ("PCs", "PC"),
        ("women", "woman"),
        ("الدولتان", "دولة"),
        ("أب", "الآباء"),
        ("ألوان", "لون"),
        ("مائة", "مئة"),
        ("أميركا", "الأمريكية"),
        ("سوريا", "السورية"),
        ("الكندية", "كندا"),
        ("ألماني", "ألمانيا"),
        ("نویسندگان", "نویسنده"),
        ("بزرگ", "بزرگ‌ترین"),
    ],
)
def test_other_forms_of_a_word(query: str, word: str) -> None:
    assert finds(query, word)


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("مقتل", "مقاتل"),
        ("جزيرة", "الجزائر"),
        ("ضرب", "إضراب"),
        ("علم", "إعلام"),
        ("كتاب", "الكاتب"),
        ("ميتا", "الميت"),
        ("خدمة", "خوادم"),
        ("سوريا", "سور"),
        ('"سعر"', "أسعار"),
    ],
)
def test_no_forms_of_a_word(query: str, word: str) -> None:
    assert not finds(query, word)
