"""Near-duplicates: signatures and similarity of texts."""

from __future__ import annotations

import random

import pytest

from pipeline.copies import MIN_WORDS, VALUES, bands, runs_of, signature, similarity

WORDS = [f"w{number}" for number in range(5_000)]
TEXT = " ".join(random.Random(3).choices(WORDS, k=400))


def changed(text: str, share: float) -> str:
    draw = random.Random(5)
    words = [draw.choice(WORDS) if draw.random() < share else word for word in text.split()]
    return " ".join(words)


@pytest.mark.parametrize(
    ("copy", "least", "most"),
    [
        pytest.param(TEXT, 1, 1, id="the same"),
        pytest.param(TEXT.upper() + "!", 1, 1, id="case and punctuation"),
        pytest.param(TEXT[: len(TEXT) // 2], 0.98, 1, id="halved"),
        pytest.param(changed(TEXT, 0.1), 0.8, 0.95, id="a tenth changed"),
        pytest.param(changed(TEXT, 0.2), 0.6, 0.8, id="a fifth changed"),
        pytest.param(" ".join(random.Random(9).choices(WORDS, k=400)), 0, 0.02, id="another"),
        pytest.param("w1 w2", 0, 0, id="too short"),
        pytest.param("", 0, 0, id="empty"),
    ],
)
def test_similarity(copy: str, least: float, most: float) -> None:
    one, other = runs_of(TEXT), runs_of(copy)
    assert least <= similarity(one, other) <= most
    assert similarity(one, other) == similarity(other, one)


def test_marks_and_spelling_make_no_difference() -> None:
    plain = "اعلنت الشركه عن خطه جديده لتطوير النماذج الكبيره في مراكز البيانات " * 3
    marked = "أعلنت الشركة عن خطّة جديدة لتطوير النماذج الكبيرة في مراكز البيانات، " * 3
    assert signature(runs_of(plain)) == signature(runs_of(marked))


def test_a_script_without_spaces_is_compared_by_letters() -> None:
    text = "人工知能の新しい研究が東京で発表され多くの企業が注目している"
    assert similarity(runs_of(text), runs_of(text[:25])) == 1


def test_a_short_text_has_no_signature() -> None:
    assert signature(runs_of("word " * (MIN_WORDS - 1))) is None
    assert signature(runs_of("word " * MIN_WORDS)) is not None


def test_the_signature_is_that_of_its_scheme() -> None:
    """A library that hashes otherwise needs another SCHEME: stored signatures would match none."""
    signed = signature(runs_of(TEXT))
    assert signed is not None
    assert len(bands(signed)) == VALUES
    assert signed[:8].hex() == "e592530c17021000"
