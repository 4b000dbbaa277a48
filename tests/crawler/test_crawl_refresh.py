"""A section whose page only leads on to another."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from crawl_desk import Desk
from misbehaviour import page
from news_content import make_stories
from news_server import Answer, NewsServer

from crawler.probe import probe

(STORY,) = make_stories(83, {"tech": 1})
ARTICLE = "/2026/11/a-story-of-the-section"
LIST = f"<html><body><main><h1>تقنية</h1><h2><a href='{ARTICLE}'>{STORY.title}</a></h2></main>"


def refresh(content: str) -> Answer:
    return Answer(f"<html><meta http-equiv=refresh content='{content}'></html>")


@pytest.fixture
def server() -> Iterator[NewsServer]:
    with NewsServer() as server:
        server.routes |= {
            "/old": refresh("0; url=/tech/"),
            "/late": refresh("120; url=/tech/"),
            "/unfilled": refresh("0; url=http://[link/"),
            "/forbidden": refresh("0; url=/private/"),
            "/robots.txt": Answer("User-agent: *\nDisallow: /private/", content_type="text/plain"),
            "/tech/": Answer(LIST),
            ARTICLE: Answer(page(STORY)),
        }
        yield server


def test_a_section_is_followed_to_where_it_is_now(server: NewsServer, desk: Desk) -> None:
    desk.watch("moved", server.url("/old"))
    assert desk.crawl("moved").ended["state"] == "finished"
    assert [row["title"] for row in desk.articles()] == [STORY.title]
    found = probe(server.url("/old"), contact="me@example.org", private_hosts=[server.host])
    assert found["url"] == server.url("/tech/")
    assert [each["title"] for each in found["articles"]] == [STORY.title]


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/late", "redirected-away: the page only leads on to /tech/"),
        ("/unfilled", "redirected-away: the page only leads on to http://[link/"),
        ("/forbidden", "robots: "),
    ],
)
def test_one_that_is_not_followed_says_so(
    server: NewsServer, desk: Desk, path: str, why: str
) -> None:
    desk.watch("moved", server.url(path))
    ended = desk.crawl("moved").ended
    assert ended["state"] == "failed"
    assert why in ended["error"]
    assert server.asked("/private/") == []
