"""Values as a person reads them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from web.wording import ago, direction, due, pieces, readable_url, said, size, way, web_address


@pytest.mark.parametrize(
    ("url", "good"),
    [
        ("https://news.example/a", True),
        ("HTTP://news.example/a", True),
        ("javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//news.example/a", False),
        ("https://", False),
        ("https://[bad", False),
        ("", False),
        (None, False),
    ],
)
def test_only_web_addresses_are_links(url: str | None, good: bool) -> None:
    assert web_address(url) == (url if good else None)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://a.example/%D8%AA%D9%82%D9%86%D9%8A%D8%A9", "https://a.example/تقنية"),
        ("https://a.example/%E2%80%AEgpj.exe", "https://a.example/%E2%80%AEgpj.exe"),
        ("https://a.example/%FF", "https://a.example/%FF"),
        ("https://a.example/a%20b", "https://a.example/a%20b"),
    ],
)
def test_addresses_are_readable_where_all_of_them_can_be_seen(url: str, shown: str) -> None:
    assert readable_url(url) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2026-11-20", "2026-11-20"),
        ("2026-11-20T10:30:00", "2026-11-20 10:30"),
        ("2026-11-20T10:30:00Z", "2026-11-20 10:30 UTC"),
        ("2026-11-20T10:30:00+00:00", "2026-11-20 10:30 UTC"),
        ("2026-11-20T10:30:00+03:00", "2026-11-20 10:30 +03:00"),
        (None, ""),
    ],
)
def test_dates_say_no_more_than_the_page(text: str | None, shown: str) -> None:
    assert said(text) == shown


def test_times() -> None:
    now = datetime(2026, 11, 20, tzinfo=UTC)
    assert ago(now - timedelta(hours=3), now) == "3 h ago"
    assert ago(now + timedelta(minutes=5), now) == "in 5 min"
    assert ago(None, now) == ""
    assert due(now - timedelta(days=2), now) == "2 d overdue"
    assert due(now + timedelta(seconds=40), now) == "in 40 s"


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("ChatGPT يتفوق", "ar", "rtl"),
        ("iPhone ۱۷ می‌آید", "fa-IR", "rtl"),
        ("We never sleep", "ar", "auto"),
        ("ChatGPT يتفوق", None, "auto"),
        ("The word راصد", "en", "auto"),
    ],
)
def test_a_text_runs_as_its_language_does(text: str, language: str | None, expected: str) -> None:
    assert way(text, language) == expected


def test_directions() -> None:
    assert [direction(code) for code in ("ar", "fa-IR", "en", None)] == [
        "rtl",
        "rtl",
        "ltr",
        "auto",
    ]


def test_pieces_give_back_the_text() -> None:
    found = list(pieces("one two three", ((0, 3), (8, 13))))
    assert found == [("one", True), (" two ", False), ("three", True)]


def test_sizes() -> None:
    assert [size(number) for number in (0, 812_000, 1_250_000)] == ["0 kB", "812 kB", "1.2 MB"]
