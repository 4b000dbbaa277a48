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
