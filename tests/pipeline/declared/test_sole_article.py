"""Pages drawn of their data alone, with one title for the whole site."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from pipeline.errors import Rejected
from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article, Link, Page

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
URL = "https://news.example/tech/ferry-returns/"
TITLE = "The island gets its ferry back"
LINES = [
    "The ferry to the island will sail again from Friday, ten months after its engine burned out.",
    "Its new engine runs on batteries that are charged at the quay while passengers come aboard.",
    "The fare stays as it was until the summer, when the council will vote on the next budget.",
]
STORY = {
    "title": TITLE,
    "slug": "tech/ferry-returns",
    "publishedAt": "2026-11-20T08:00:00Z",
    "author": {"name": "Runa Vell"},
    "body": "".join(f"<p>{line}</p>" for line in LINES),
}
OTHER = {
    **STORY,
    "title": "The mill becomes a school",
    "slug": "tech/mill",
    "body": STORY["body"].replace("ferry", "mill"),
}


def _read(props: Any, tab: str = "Harbour Post", link: Link | None = None) -> Article | Rejected:
    data = json.dumps({"props": {"pageProps": props}})
    html = (
        f"<html lang=en><head><title>{tab}</title></head><body><div id=__next></div>"
        f"<script id=__NEXT_DATA__ type=application/json>{data}</script></body></html>"
    )
    return extract_article(Page(URL, URL, html.encode(), NOW, link=link), EMPTY, NOW)


@pytest.mark.parametrize(
    "props",
    [
        {"article": STORY},
        {"data": {"page": {"headline": {"rendered": TITLE}, **STORY}}},
        {"article": STORY, "more": [OTHER]},
        {"article": STORY, "more": [{"title": "The mill becomes a school", "excerpt": "Soon."}]},
    ],
)
def test_the_headline_beside_the_text_is_the_title(props: Any) -> None:
    found = _read(props)
    assert isinstance(found, Article)
    assert found.title == TITLE
    assert found.authors == ("Runa Vell",)
    assert found.published is not None
    assert found.published.value.date() == date(2026, 11, 20)
    assert found.text == "\n\n".join(LINES)


def test_of_several_the_one_that_the_listing_named() -> None:
    both = [{**OTHER, "slug": "m"}, {**STORY, "slug": "f"}]
    found = _read({"all": both}, link=Link(URL, "https://news.example/tech/", title=TITLE))
    assert isinstance(found, Article)
    assert found.title == TITLE
    unsure = _read({"all": both})
    assert isinstance(unsure, Rejected) or unsure.title == "Harbour Post"
