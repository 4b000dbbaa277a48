"""What a host reserves for all its pages, and one article under many addresses, through crawls."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape

import pytest
from crawl_desk import Desk
from misbehaviour import page
from news_content import Story, make_stories
from news_server import Answer, NewsServer

SECTION = "/tech/"
STORIES = make_stories(41, {"tech": 12})


@pytest.fixture
def server() -> Iterator[NewsServer]:
    with NewsServer() as it:
        yield it


def list_paths(server: NewsServer, paths: list[tuple[str, Story]]) -> None:
    cards = "".join(
        f'<article><h2><a href="{path}">{escape(story.title)}</a></h2>'
        f"<p>{escape(story.paragraphs[0])}</p></article>"
        for path, story in paths
    )
    server.routes[SECTION] = Answer(
        f'<html lang="ar"><title>تقنية</title><main><h1>تقنية</h1>{cards}</main></html>'
    )


def test_what_a_host_reserves_is_asked_once_and_kept(server: NewsServer, desk: Desk) -> None:
    paths = [
        ("/2026/open-story/", STORIES[0]),
        ("/2026/closed-story/", STORIES[1]),
        ("/2026/own-word-story/", STORIES[2]),
    ]
    list_paths(server, paths)
    for path, story in paths:
        server.routes[path] = Answer(page(story))
    server.routes[paths[2][0]] = Answer(
        page(STORIES[2], head='<meta name="tdm-reservation" content="0">')
    )
    rules = [
        {"location": "/2026/*closed*", "tdm-reservation": 1, "tdm-policy": "https://x.org/p"},
        {"location": "/2026/own-word-story/", "tdm-reservation": 1},
        {"location": "/*", "tdm-reservation": 0},
        {"location": 7},
        None,
    ]
    server.routes["/.well-known/tdmrep.json"] = Answer(
        json.dumps(rules), content_type="application/json"
    )
    server.routes["/robots.txt"] = Answer(
        "User-agent: GPTBot\nDisallow: /\n\nUser-agent: *\n"
        "Content-Signal: ai-train=no, search=yes\n"
        "Allow: /\n",
        content_type="text/plain",
    )
    desk.watch("host", server.url(SECTION))
    assert desk.crawl("host").exit == 0
    desk.crawl("host")
    assert len(server.asked("/.well-known/")) == 1
    found = {
        row["url"]: (row["text"], json.loads(row["policy"]))
        for row in desk.rows(
            "SELECT a.url, r.text, r.policy FROM articles a JOIN revisions r"
            " ON r.id = a.current_revision_id"
        )
    }
    text, policy = found[server.url("/2026/open-story/")]
    assert text == STORIES[0].text
    assert policy["tdm_reservation"] is False
    assert policy["content_signal"] == ["ai-train=no", "search=yes"]
    assert policy["robots_ai"] == ["GPTBot"]
    text, policy = found[server.url("/2026/closed-story/")]
    assert text == ""
    assert policy["tdm_reservation"] is True
    assert policy["tdm_policy"] == "https://x.org/p"
    text, policy = found[server.url("/2026/own-word-story/")]
    assert text == STORIES[2].text
    (host,) = desk.rows("SELECT tdm_policy FROM hosts")
    assert json.loads(host["tdm_policy"])["ai_groups"] == ["GPTBot"]


def test_one_article_under_many_addresses_is_one(server: NewsServer, desk: Desk) -> None:
    story = STORIES[0]
    main = "/2026/11/the-story/"
    forms = [
        main, f"{main}?utm_source=x", f"{main}amp/", f"{main}?print=1", "/m/2026/11/the-story/",
        "/2026/11/THE-story/", "/2026/11/the-story",
    ]  # fmt: skip
    canonical = f'<link rel="canonical" href="{main}">'
    for path in forms:
        server.routes[path] = Answer(page(story, head=canonical))
    list_paths(server, [(path, story) for path in forms])
    desk.watch("host", server.url(SECTION))
    desk.crawl("host")
    (row,) = desk.articles()
    assert row["url"] == server.url(main)
    assert row["text"] == story.text
    assert row["number"] == 1


FALSE_CANONICALS = ("/", SECTION, "https://example.org/other/", "/2026/the-same-for-all/", "//[")


def test_a_false_canonical_hides_no_article(server: NewsServer, desk: Desk) -> None:
    """Two articles name each of them."""
    paths = []
    for number, story in enumerate(STORIES[: 2 * len(FALSE_CANONICALS)]):
        named = FALSE_CANONICALS[number // 2]
        head = f'<link rel="canonical" href="{named}"><meta property="og:url" content="{named}">'
        paths.append((f"/2026/story-number-{number}/", story))
        server.routes[paths[-1][0]] = Answer(page(story, head=head))
    list_paths(server, paths)
    desk.watch("host", server.url(SECTION))
    desk.crawl("host")
    texts = {row["title"]: row["text"] for row in desk.articles()}
    assert texts == {story.title: story.text for _, story in paths}


def test_a_redirect_is_remembered(server: NewsServer, desk: Desk) -> None:
    story = STORIES[3]
    server.routes["/old/story-that-moved/"] = Answer(
        status=301, headers={"Location": "/2026/story-that-moved/"}
    )
    server.routes["/2026/story-that-moved/"] = Answer(page(story))
    list_paths(server, [("/old/story-that-moved/", story)])
    desk.watch("host", server.url(SECTION))
    desk.crawl("host")
    list_paths(server, [("/old/story-that-moved/", story), ("/2026/story-that-moved/", story)])
    desk.crawl("host")
    (row,) = desk.articles()
    assert row["url"] == server.url("/2026/story-that-moved/")
    assert server.asked("/old/") == ["/old/story-that-moved/"]
