"""The sections that a home page leads to."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawler.listings.sections import find_sections, is_technology
from pipeline.records import Page

PAGE = Path(__file__).parent / "listing_pages" / "home_page.html"


def test_technology_comes_first() -> None:
    url = "http://news.example/"
    found = find_sections(
        Page(
            requested_url=url,
            final_url=url,
            body=PAGE.read_bytes(),
            fetched_at=datetime(2026, 11, 25, tzinfo=UTC),
        )
    )
    assert [(link.url[19:], link.technology) for link in found] == [
        ("/sci-tech", True),
        ("/ai", True),
        ("/politics", False),
        ("/sport", False),
    ]


@pytest.mark.parametrize(
    "name", ["تقنية", "التقنيّة", "علوم وتكنولوجيا", "Technology", "sci-tech", "TEKNOLOJİ", "فناوری",
             "ٹیکنالوجی", "Technik", "Tecnología", "دانش و فن", "IT/과학", "Web"]
)  # fmt: skip
def test_names_of_technology(name: str) -> None:
    assert is_technology(name)


@pytest.mark.parametrize("name", ["رياضة", "Sport", "", "Technology stocks"])
def test_other_names(name: str) -> None:
    assert not is_technology(name)
