"""The section."""

from __future__ import annotations

import json

import pytest

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


STORY = "A battery that charges in five minutes is built"
OWN = "https://news.example/technology/2026/a-battery-that-charges.html"


def _section(html: str) -> str | None:
    doc = parse_text(html, OWN)
    return extract_section(doc, read_metadata(doc), None, STORY)


def _article(top: str, end: str = "") -> str:
    text = f"<p>{'The cell takes five minutes to charge, its makers say. ' * 8}</p>"
    return f"<article>{top}<h1>{STORY}</h1>{text}{end}</article>"


@pytest.mark.parametrize(
    "name",
    ["Главная", "Trang chủ", "홈", "หน้าแรก", "Sin categoría", "Без рубрики", "Genel", "未分類",
     "بدون تصنيف", "دسته‌بندی نشده", "undefined", "{{ section }}", "i"],
)  # fmt: skip
def test_the_front_page_and_what_is_filed_under_nothing_are_no_sections(name: str) -> None:
    assert _section(f"<meta property='article:section' content='{name}'>") is None


def _crumbs(*parts: tuple[int, str, str]) -> str:
    items = [
        {"@type": "ListItem", "position": place, "name": name, **({"item": url} if url else {})}
        for place, name, url in parts
    ]
    data = json.dumps({"@type": "BreadcrumbList", "itemListElement": items})
    return f"<script type='application/ld+json'>{data}</script>"


def test_a_breadcrumb_ends_with_the_page_or_with_its_section() -> None:
    home, tech = (1, "Home", "https://news.example/"), (2, "Tech", "https://news.example/tech")
    assert _section(_crumbs(home, tech)) == "Tech"
    assert _section(_crumbs(tech)) == "Tech"
    filed = (2, "Tech", "https://news.example/category/gear/phones-and-tablets/")
    assert _section(_crumbs(home, filed)) == "Tech"
    short = parse_text(_crumbs(home, tech), "https://news.example/a-battery-that-charges/")
    assert extract_section(short, read_metadata(short), None, STORY) == "Tech"
    mobile = "https://m.news.example/technology/2026/a-battery-that-charges"
    assert _section(_crumbs(home, tech, (3, "The story", mobile))) == "Tech"
    assert _section(_crumbs(home, tech, (3, STORY, ""))) == "Tech"
    assert _section(_crumbs((3, STORY, OWN), home, tech)) == "Tech"
    assert _section(_crumbs(home, tech, (3, "The story", OWN))) == "Tech"
    assert _section(_crumbs(home, tech, (3, STORY[:24] + "…", f"{OWN}?x=1"))) == "Tech"


@pytest.mark.parametrize(
    "trail",
    [
        '<nav aria-label="مسار التنقل"><a href="/">الرئيسية</a> <a href="/t">Tech</a></nav>',
        '<nav aria-label="Fil d’Ariane"><a href="/">Accueil</a> <a href="/t">Tech</a></nav>',
        '<div itemtype="https://schema.org/BreadcrumbList"><a href="/">Главная</a><a href="/t">Tech'
        "</a></div>",
        '<div typeof="BreadcrumbList"><a href="/">Start</a> › <a href="/t">Tech</a></div>',
        f'<p class=breadcrumb><a href="/">Home</a><a href="/t">Tech</a><a href=x>{STORY[:25]}…</a>',
        '<p class=breadcrumb><a href="/t">Tech</a><a href="/y">2013</a><a href="/m">July</a></p>',
    ],
)
def test_a_trail_is_told_by_its_label_or_kind(trail: str) -> None:
    assert _section(trail + _article("")) == "Tech"


def test_a_row_of_many_links_is_a_menu_whatever_it_is_called() -> None:
    links = "".join(f"<a href='/{n}'>Part {n}</a>" for n in range(12))
    assert _section(f"<div class=breadcrumb>{links}</div>{_article('')}") is None


def test_a_link_above_the_headline_to_the_folder_that_the_page_stands_in() -> None:
    assert _section(_article('<a class="sc-a1" href="/technology">Tech</a>')) == "Tech"
    assert _section(_article('<a class="sc-a1" href="/podcast">Listen</a>')) is None
    assert _section(_article('<a href="/technology/2026/">November</a>')) is None
    doc = parse_text(_article('<a href="/technology">Ann Rowe</a>'), OWN)
    assert extract_section(doc, read_metadata(doc), None, STORY, ("Ann Rowe",)) is None


def test_categories_of_other_articles_and_links_in_sentences_name_none() -> None:
    card = '<a rel="category" href="/category/sport/">Sport</a><a href="/s">The team wins</a>'
    assert _section(_article("", f'<div class="related-posts"><div>{card}</div></div>')) is None
    prose = f"<p>{'Many have bought it. ' * 8}<a href='/category/tax/'>taxes</a> are low.</p>"
    assert _section(_article("", prose)) is None
    named = "<div class='itemCategory'><span>In</span> <a href='/tech'>Tech</a></div>"
    assert _section(_article("", named)) == "Tech"


def test_signs_and_labels_around_a_name_are_none_of_it() -> None:
    for written in ("› Tech", "Category: Tech", "Tech ·"):
        assert _section(f"<meta property='article:section' content='{written}'>") == "Tech"
