"""Whole small pages, most without metadata: each field as a reader of the page would name it."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from pipeline.days.dates import extract_dates
from pipeline.declared.metadata import read_metadata
from pipeline.images import extract_image
from pipeline.page.html import parse_text
from pipeline.people.authors import extract_authors
from pipeline.records import Moment
from pipeline.section import extract_section
from pipeline.tags import extract_tags
from pipeline.titles.title import extract_title

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
CASES: dict[str, dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "cases" / "pages.toml").read_text(encoding="utf-8")
)


def _iso(moment: Moment | None) -> str:
    return moment.isoformat() if moment else ""


@pytest.mark.parametrize("name", CASES)
def test_fields_of_a_page(name: str) -> None:
    case = CASES[name]
    html = case["html"].replace("FAR", "<i></i>" * 420)  # elements that no byline is found beyond
    doc = parse_text(html, case.get("url", "https://news.example/a/story"))
    meta = read_metadata(doc)
    title = extract_title(doc, meta)
    dates = extract_dates(doc, meta, None, NOW, None, title)
    found = {
        "title": title or "",
        "authors": list(extract_authors(doc, meta, None, title)),
        "published": _iso(dates.published),
        "modified": _iso(dates.modified),
        "section": extract_section(doc, meta, None, title) or "",
        "tags": list(extract_tags(doc, meta)),
        "image": extract_image(doc, meta) or "",
    }
    wanted = {field: case[field] for field in found if field in case}
    assert {field: found[field] for field in wanted} == wanted
