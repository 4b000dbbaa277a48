"""Fingerprints: equal where a reader sees the same article."""

from __future__ import annotations

import pytest

from pipeline.fingerprints import content_hash, skeleton


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The  Chip", "the chip"),
        ("«ميتا» تعلن", "“ميتا” تعلن"),
        ("عام ٢٠٢٥", "عام 2025"),
        ("التقنـية", "التقنية"),
        ("إنَّ", "إن"),
        ("می\u200cشود", "میشود"),
    ],
)
def test_the_same_to_a_reader(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)
    assert content_hash("t", one) == content_hash("t", other)


def test_other_words_are_another_article() -> None:
    assert content_hash("t", "one two") != content_hash("t", "one three")
    assert content_hash("a", "text") != content_hash("b", "text")


def test_title_and_text_do_not_run_together() -> None:
    assert content_hash("ab", "c") != content_hash("a", "bc")


def test_the_hash_is_sha_256_in_hex() -> None:
    assert len(content_hash("", "")) == 64
