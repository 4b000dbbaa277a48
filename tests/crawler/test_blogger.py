"""A blog of Blogger's, whose robots.txt forbids the pages of its labels."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from crawl_desk import Desk
from misbehaviour import page
from news_content import Story, make_stories
from news_server import Answer, NewsServer

from crawler.probe import probe

ROBOTS = "User-agent: *\nDisallow: /search\nAllow: /\n"
LABEL = "/search/label/Tech"
FEED = "/feeds/posts/default/-/Tech"


@dataclass
class Blog:
    server: NewsServer
    stories: list[Story]


@pytest.fixture
def blog() -> Iterator[Blog]:
    stories = make_stories(11, {"tech": 4})
    with NewsServer() as server:
        entries = "".join(
            f"<entry><id>{n}</id><title>{story.title}</title>"
            f"<link rel='alternate' href='{server.url(story.path)}'/></entry>"
            for n, story in enumerate(stories)
        )
        server.routes["/robots.txt"] = Answer(ROBOTS, content_type="text/plain")
        server.routes[FEED] = Answer(
            f"<feed xmlns='http://www.w3.org/2005/Atom'><title>Blog</title>{entries}</feed>",
            content_type="application/atom+xml",
        )
        for story in stories:
            server.routes[story.path] = Answer(page(story))
        yield Blog(server, stories)


def test_the_label_s_feed_is_looked_at_in_its_page_s_place(blog: Blog) -> None:
    found = probe(
        blog.server.url(LABEL), contact="me@example.org", private_hosts=[blog.server.host]
    )
    assert found["feeds"] == [blog.server.url(FEED)]
    assert len(found["articles"]) == 3
    assert LABEL not in blog.server.asked()


def test_a_visit_does_without_the_page(make_desk: Callable[[str], Desk], blog: Blog) -> None:
    desk = make_desk("blog")
    desk.watch("blog", blog.server.url(LABEL), more=f'feeds = ["{blog.server.url(FEED)}"]')
    assert desk.crawl("blog").ended["state"] == "finished"
    assert {each["title"] for each in desk.articles()} == {story.title for story in blog.stories}


def test_a_visit_of_which_no_list_may_be_read_has_failed(
    make_desk: Callable[[str], Desk], blog: Blog
) -> None:
    blog.server.routes[FEED] = Answer("gone", status=404)
    desk = make_desk("blog")
    desk.watch("blog", blog.server.url(LABEL), more=f'feeds = ["{blog.server.url(FEED)}"]')
    ended = desk.crawl("blog").ended
    assert ended["state"] == "failed"
    assert "robots" in ended["error"]
