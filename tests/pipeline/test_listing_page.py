"""Pages that no listing named: which of them are lists."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.errors import Reason
from pipeline.extract import extract_article
from pipeline.listing_page import check_address, check_listing
from pipeline.memory import EMPTY
from pipeline.records import Article, Page

NOW = datetime(2026, 11, 25, tzinfo=UTC)
TEXT = (
    "<h1>A word on chips</h1>" + "<p>Chips are made of sand, and sand is found by the sea.</p>" * 4
)
OG_ARTICLE = '<meta property="og:type" content="article">'
DATED = '<meta property="article:published_time" content="2026-11-01T09:00:00Z">'


def typed(name: str) -> str:
    return (
        f'<script type="application/ld+json">{{"@type": "{name}", "headline": "A word"}}</script>'
    )


@pytest.mark.parametrize(
    ("path", "head", "is_list"),
    [
        ("/technology", "", True),
        ("/technology", OG_ARTICLE, False),
        ("/technology", DATED, False),
        ("/technology", typed("NewsArticle"), False),
        ("/a-word-on-chips", "", False),
        ("/a-word-on-chips", typed("CollectionPage"), True),
        ("/a-word-on-chips", OG_ARTICLE + typed("CollectionPage"), True),
        ("/tag/chips", OG_ARTICLE, True),
        ("/tag/chips", DATED, True),
        ("/archive/63076", typed("Article"), False),
        ("/technology", typed("Article") + typed("ItemList"), True),
    ],
)
def test_lists_and_articles(path: str, head: str, is_list: bool) -> None:
    url = f"https://news.example{path}"
    html = f"<html><head><title>A word on chips</title>{head}</head><body>{TEXT}</body></html>"
    page = Page(url, url, html.encode(), NOW)
    read = extract_article(page, EMPTY, NOW)  # what is plainly a front page is no article for it
    found = check_listing(page, read) if isinstance(read, Article) else read
    assert (found is not None) == is_list
    assert found is None or found.reason is Reason.LISTING_PAGE


def test_a_home_page_is_known_by_its_address() -> None:
    assert check_address("https://news.example/") is not None
    assert check_address("https://news.example/?p=13") is None
    assert check_address("https://news.example/technology") is None
