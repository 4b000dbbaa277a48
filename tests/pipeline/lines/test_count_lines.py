"""Labels with the number right behind them, as templates print what they count."""

from __future__ import annotations

import pytest

from pipeline.lines.count_lines import is_count, may_be_of_device


@pytest.mark.parametrize(
    "text",
    [
        "Dauer21:41",
        "Duration 21:41",
        "مدة الحلقة 21:41",
        "Plays:1,903",
        "الزوار:٤١٢٠",
        "热度28378",
        "再生数:1903回",
        "تحميل١٢٠٠",
    ],
)
def test_a_count_is_no_text(text: str) -> None:
    assert is_count(text)


@pytest.mark.parametrize(
    "text",
    [
        "iPhone15",
        "Boeing737",
        "Price: 99",
        "At 21:41",
        "10:15",
        "AI:2027",
        "رؤية2030",
        "展望2025",
        "كورونا19",
        "Windows 11",
        "Matthew 5:3",
    ],
)
def test_what_is_named_with_a_number_stays(text: str) -> None:
    assert not is_count(text)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("重量：182", True),
        ("電池：5,000", True),
        ("浏览：1903", False),
        ("评论：12", False),
        ("Plays:12", False),
    ],
)
def test_what_a_device_has_is_told_from_what_a_site_counts(text: str, named: bool) -> None:
    assert may_be_of_device(text) is named
