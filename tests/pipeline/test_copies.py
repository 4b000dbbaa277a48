"""Near-duplicates: samples of runs, and texts laid beside each other."""

from __future__ import annotations

import random

import pytest

from pipeline.alignment import align
from pipeline.copies import FEWEST, MIN_WORDS, MOST, packed, sample, unpacked, words_of

WORDS = [f"w{number}" for number in range(5_000)]
TEXT = " ".join(random.Random(3).choices(WORDS, k=400))


def changed(text: str, share: float) -> str:
    draw = random.Random(5)
    words = [draw.choice(WORDS) if draw.random() < share else word for word in text.split()]
    return " ".join(words)


def shared(one: str, other: str) -> float:
    return align(words_of(one), words_of(other)).shared


@pytest.mark.parametrize(
    ("copy", "least", "most"),
    [
        pytest.param(TEXT, 1, 1, id="the same"),
        pytest.param(TEXT.upper() + "!", 1, 1, id="case and punctuation"),
        pytest.param(TEXT[: len(TEXT) // 2], 0.98, 1, id="halved"),
        pytest.param(changed(TEXT, 0.1), 0.95, 1, id="a tenth changed"),
        pytest.param(changed(TEXT, 0.2), 0.9, 1, id="a fifth changed"),
        pytest.param(" ".join(reversed(TEXT.split())), 0, 0, id="the same words, another order"),
        pytest.param(" ".join(random.Random(9).choices(WORDS, k=400)), 0, 0.02, id="another"),
        pytest.param("w1 w2", 0, 0, id="too short"),
        pytest.param("", 0, 0, id="empty"),
    ],
)
def test_what_is_shared(copy: str, least: float, most: float) -> None:
    assert least <= shared(TEXT, copy) <= most
    assert shared(copy, TEXT) == pytest.approx(shared(TEXT, copy), abs=0.05)


def test_a_phrase_is_no_span() -> None:
    phrase = TEXT.split()[:7]
    assert shared(TEXT, " ".join([*phrase, *random.Random(9).choices(WORDS, k=60)])) == 0


@pytest.mark.parametrize(
    ("numbers", "same"),
    [
        pytest.param((1, 2, 3, 4), True, id="the same"),
        pytest.param((1, 2, 3, 9), True, id="one was corrected"),
        pytest.param((7, 8, 9, 10), False, id="a form filled in anew"),
        pytest.param(("w1", "w2", "w3", "w4"), True, id="words in their place"),
    ],
)
def test_the_numbers_of_a_form(numbers: tuple[object, ...], same: bool) -> None:
    form = " {} ".join(TEXT.split()[at] + " " + TEXT[at * 90 : at * 90 + 60] for at in range(5))
    assert (
        align(words_of(form.format(1, 2, 3, 4)), words_of(form.format(*numbers))).same_numbers
        is same
    )


def test_boilerplate_does_not_count() -> None:
    own, footer = changed(TEXT, 1), changed(TEXT[::-1], 1)
    common = frozenset(words_of(footer).runs)
    one, other = words_of(f"{TEXT} {footer}"), words_of(f"{own} {footer}")
    assert align(one, other).shared > 0.4
    assert align(one, other, common).shared < 0.02


def test_marks_and_spelling_make_no_difference() -> None:
    plain = "اعلنت الشركه عن خطه جديده لتطوير النماذج الكبيره في مراكز البيانات " * 3
    marked = "أعلنت الشركة عن خطّة جديدة لتطوير النماذج الكبيرة في مراكز البيانات، " * 3
    assert sample(words_of(plain)) == sample(words_of(marked))


def test_a_script_without_spaces_is_compared_by_letters() -> None:
    text = "人工知能の新しい研究が東京で発表され多くの企業が注目している"
    assert shared(text, text[:25]) == 1


def test_a_short_text_has_no_sample() -> None:
    assert sample(words_of("word " * (MIN_WORDS - 1))) == []
    assert len(sample(words_of(" ".join(WORDS[:40])))) == FEWEST
    assert len(sample(words_of(" ".join(WORDS)))) == MOST


def test_a_half_has_half_of_the_sample() -> None:
    whole = {each.value for each in sample(words_of(TEXT))}
    half = {each.value for each in sample(words_of(TEXT[: len(TEXT) // 2]))}
    assert len(whole & half) >= 0.8 * len(half)


ARABIC = (
    "أعلنت الشركة عن خطّة جديدة لتطوير النماذج الكبيرة في مراكز البيانات خلال العام المقبل. " * 2
)


@pytest.mark.parametrize(
    ("text", "begins"),
    [(TEXT, "9e203b7aff000000db7cfc9e000a0000"), (ARABIC, "cf45528004900000ff923fbca1ff0000")],
    ids=["Latin", "Arabic"],
)
def test_the_signature_is_that_of_its_scheme(text: str, begins: str) -> None:
    """A library that hashes otherwise, or another folding, needs another SCHEME: stored signatures
    would match none."""
    sampled = sample(words_of(text))
    signature = packed(sampled)
    assert unpacked(signature) == tuple(each.value for each in sampled)
    assert signature[:16].hex() == begins
