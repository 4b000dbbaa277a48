"""The section."""

from __future__ import annotations

from pipeline.declared.metadata import Metadata, read_metadata
from pipeline.page.html import Document, parse_text
from pipeline.records import Link
from pipeline.section import extract_section


def _read(html: str) -> tuple[Document, Metadata]:
    doc = parse_text(html, "https://news.example/story")
    return doc, read_metadata(doc)


def test_section_of_metadata() -> None:
    doc, meta = _read("<meta property='article:section' content='تقنية'>")
    assert extract_section(doc, meta) == "تقنية"


def test_the_listing_names_the_section() -> None:
    doc, meta = _read("<meta property='article:section' content='Tech'>")
    assert extract_section(doc, meta, Link("https://x/a", "https://x/", section="تقنية")) == "تقنية"


def test_section_of_a_breadcrumb() -> None:
    doc, meta = _read(
        '<script type="application/ld+json">{"@type":"BreadcrumbList","itemListElement":['
        '{"@type":"ListItem","position":1,"name":"Home"},'
        '{"@type":"ListItem","position":2,"item":{"@id":"/tech","name":"Technology"}},'
        '{"@type":"ListItem","position":3,"name":"A story"}]}</script><h1>A story</h1>'
    )
    assert extract_section(doc, meta) == "Technology"


def test_section_of_a_category_link() -> None:
    doc, meta = _read(
        "<nav><a href='/category/sport/'>Sport</a></nav><article><h1>A story</h1>"
        "<a href='/category/tech/'>Tech</a><p>Text.</p></article>"
    )
    assert extract_section(doc, meta) == "Tech"


def test_no_section() -> None:
    doc, meta = _read("<h1>A story</h1><nav><a href='/category/sport/'>Sport</a></nav>")
    assert extract_section(doc, meta) is None


def test_a_trail_through_days_names_no_section() -> None:
    days = "<a href='/2026/'>2026</a> <a href='/2026/11/'>November</a>"
    doc, meta = _read(
        f"<ul class='breadcrumbs'><a href='/blog/'>Blog</a> {days}</ul><article><h1>A story</h1>"
        "<a rel='category' href='/c/tech/'>Tech</a><p>Text.</p></article>"
    )
    assert extract_section(doc, meta) == "Tech"


def test_of_sections_glued_together_the_first_and_never_the_headline() -> None:
    doc, meta = _read("<meta property='article:section' content='Global,Innovation'>")
    assert extract_section(doc, meta) == "Global"
    doc, meta = _read("<meta property='article:section' content='Books, Arts & Manners'>")
    assert extract_section(doc, meta) == "Books, Arts & Manners"
    title = "Has a start-up built enough batteries for a motorcycle?"
    doc, meta = _read(f"<meta property='article:section' content='{title}'>")
    assert extract_section(doc, meta, None, title) is None
