"""A rule's pattern matches whole lines, whatever the case of their letters."""

from __future__ import annotations

import pytest

from pipeline.patterns.line_pattern import of_source
from pipeline.patterns.rule_words import folded_line


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("read more", "READ More"),
        ("[a-z]{4}", "MORE"),
        (r"[\u0061-\u007a]{4}", "MORE"),
        (r"\x6dore", "More"),
        ("اقرأ(?: the)? أيضا", "اقرأ THE أيضا"),
        (r"[\u4e00-\u9fff]{2,4}记者", "新京报记者"),
        (r"\w+：[一-龥]+", "ABC：记者"),
        ("читайте также", "Читайте Также"),
    ],
)
def test_matches_in_any_case(source: str, line: str) -> None:
    assert of_source(source).matches(line, folded_line(line))


@pytest.mark.parametrize(
    ("source", "line"), [(r"[\u4e00-\u9fff]{2,4}记者", "记者"), (r"\d{2} 记者", "第2 记者")]
)
def test_signs_without_case_are_told_apart(source: str, line: str) -> None:
    assert not of_source(source).matches(line, folded_line(line))


@pytest.mark.parametrize(
    "source", ["پیام‌هایی که .{2,20}منتشر نمی‌?شود", "پیام ?هایی که .{2,20}منتشر نمی‌شود"]
)
@pytest.mark.parametrize("joint", ["\u200c", " ", ""])
def test_parts_of_persian_words_are_set_apart_in_any_way(source: str, joint: str) -> None:
    line = f"پیام{joint}هایی که توهین باشد منتشر نمی{joint}شود"
    assert of_source(source).matches(line, folded_line(line))


def test_a_joint_within_a_class_and_a_blank_between_other_letters_stay_as_they_are() -> None:
    assert of_source("خبر[ \u200c]نامه").source == "خبر[ \u200c]نامه"
    assert of_source("back ?up").source == "back ?up"
