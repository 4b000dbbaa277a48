"""What a page's site is called, and what only its menus say."""

from __future__ import annotations

import pytest

from pipeline.declared.metadata import read_metadata
from pipeline.page.html import parse_text
from pipeline.titles.site_names import house_keys


def _called(menu: str) -> frozenset[str]:
    html = f"<html><head><title>A second plant</title></head><body>{menu}<p>…</p></body></html>"
    doc = parse_text(html, "https://www.gazette.example/story")
    return house_keys(doc, read_metadata(doc), "A second plant")


@pytest.mark.parametrize(
    "word", ["Startseite", "Inicio", "الرئيسية", "الأولى", "Ana Sayfa", "صفحہ اول"]
)
def test_a_menu_s_word_for_the_front_page_is_no_name(word: str) -> None:
    known = _called("<a href='/'>The Gazette</a>")
    assert "thegazette" in known
    assert _called(f"<a href='/'>The Gazette</a><ul><li><a href='/'>{word}</a></li></ul>") == known
