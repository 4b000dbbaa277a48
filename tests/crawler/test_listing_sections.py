"""The sections that a home page leads to."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawler.listings.sections import find_sections
from crawler.listings.service_pages import is_directory
from crawler.listings.technology import is_technology
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
             "ٹیکنالوجی", "Technik", "Tecnología", "دانش و فن", "IT/과학", "Web", "علوم وتقنيات",
             "منوعات تقنية", "العلوم والتكنولوجيا", "מדע וטכנולוגיה", "Tech & Science",
             "Τεχνολογία & Επιστήμη", "Sciences & Tech", "Khoa học - Công nghệ", "컴퓨팅", "ไอที",
             "ＩＴ・科学", "टेक", "Наука и технологии", "Wetenschap & Techniek", "Věda a technika",
             "Tech & Trendy", "Știință și tehnologie", "Vetenskap & teknik", "Наука і техніка",
             "विज्ञान और तकनीक", "বিজ্ঞান ও প্রযুক্তি", "سوشيال ميديا وتكنولوجيا", "تكنولوجيا المعلومات",
             "Tudomány és technológia", "Znanost i tehnologija", "科学・技術", "산업·IT",
             "Multimédia", "Elm və texnologiya", "Sayansi na Teknolojia", "زانست و تەکنەلۆجیا",
             "Business & Tech", "علوم وتقانة", "التقانة"]
)  # fmt: skip
def test_names_of_technology(name: str) -> None:
    assert is_technology(name)


@pytest.mark.parametrize(
    "name",
    [
        "رياضة",
        "Sport",
        "",
        "Technology stocks",
        "Tech jobs",
        "وظائف تقنية",
        "Science",
        "علوم",
        "Digital-Abo",
        "News",
        "Biotech",
        "Business",
        "سيارات",
        "विज्ञान",
        "Mobile",
    ],
)
def test_other_names(name: str) -> None:
    assert not is_technology(name)


def test_names_of_pictures_and_addresses_of_tags() -> None:
    url = "http://news.example/"
    html = (
        '<nav><a href="/tag/ai">AI</a><a href="/t" aria-label="Sci/Tech"><svg></svg></a></nav>'
        '<main><a href="/tag/tech">Tech</a></main>'
    )
    now = datetime(2026, 11, 25, tzinfo=UTC)
    found = find_sections(Page(url, url, f"<html><body>{html}</body></html>".encode(), now))
    assert [link.url[19:] for link in found if link.technology][:1] == ["/t"]
    assert "/tag/tech" not in [link.url[19:] for link in found]


def test_what_is_about_a_site_is_no_section_of_it() -> None:
    menu = {
        "Über uns": "/ueber", "Schlagwörter": "/schlagworte/", "アーカイブ": "/all", "タグ 8": "/t",
        "Bookcase": "/archives/", "Novembre 2026 (3)": "/archives/2026/11/", "Boats": "/boats/",
        "Boats 2026": "/boats/2026-cup/", "Kategorien": "/categories/",
    }  # fmt: skip
    url = "http://news.example/"
    html = "".join(f'<a href="{path}">{name}</a>' for name, path in menu.items())
    now = datetime(2026, 11, 25, tzinfo=UTC)
    found = find_sections(Page(url, url, f"<html><nav>{html}</nav></html>".encode(), now))
    assert [link.name for link in found] == ["Boats", "Boats 2026", "Kategorien"]
    assert [is_directory(link.url) for link in found] == [False, False, True]


def test_a_field_of_technology_stands_behind_technology_as_such() -> None:
    url = "http://news.example/"
    names = ("Künstliche Intelligenz", "Autos", "Technik")
    menu = "".join(f'<a href="/{n}/">{name}</a>' for n, name in enumerate(names))
    now = datetime(2026, 11, 25, tzinfo=UTC)
    found = find_sections(Page(url, url, f"<nav>{menu}</nav>".encode(), now))
    assert [(link.url[20:], link.technology) for link in found] == [
        ("2/", True),
        ("0/", True),
        ("1/", False),
    ]
