"""A challenge or a consent dialog in place of an article: tried again, but not for ever."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from crawl_desk import Desk
from misbehaviour import SECTION, page, section_page
from news_content import make_stories
from news_server import Answer, NewsServer

WALLS = {
    "bot-challenge": Answer(
        "<html><head><title>Just a moment...</title></head><body><div id=cf-challenge></div>"
        "<p>Checking your browser</p></body></html>"
    ),
    "consent-wall": Answer(
        "<html><head><title>Before you continue</title></head><body><p>Cookies.</p></body></html>"
    ),
}
ATTEMPTS = ("--set", "attempts=2")


class Case:
    """An article path that a wall stands before."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.path = f"/2026/11/behind-a-{name}"


CASES = [Case(name) for name in WALLS]
STORIES = dict(zip(WALLS, make_stories(61, {"tech": len(WALLS)}), strict=True))


@pytest.fixture
def server() -> Iterator[NewsServer]:
    with NewsServer() as it:
        it.routes[SECTION] = section_page(CASES, STORIES)
        for case in CASES:
            it.routes[case.path] = WALLS[case.name]
        yield it


def let_time_pass(desk: Desk) -> None:
    with closing(sqlite3.connect(desk.db)) as connection, connection:
        connection.execute(
            "UPDATE links SET next_check_at = '2020-01-01 00:00:00.000000'"
            " WHERE next_check_at IS NOT NULL"
        )


def test_an_article_behind_a_wall_is_stored_when_the_wall_is_gone(
    server: NewsServer, desk: Desk
) -> None:
    desk.watch("walled", server.url(SECTION))
    desk.crawl("walled", *ATTEMPTS)
    for case in CASES:
        link = desk.link(server.url(case.path))
        assert (link["state"], link["reason"]) == ("failed", case.name)
        assert link["next_check_at"] is not None
        server.routes[case.path] = Answer(page(STORIES[case.name]))
    server.forget()
    desk.crawl("walled", *ATTEMPTS)
    assert server.asked("/2026/") == []
    let_time_pass(desk)
    desk.crawl("walled", *ATTEMPTS)
    texts = {row["title"]: row["text"] for row in desk.articles()}
    assert texts == {story.title: story.text for story in STORIES.values()}


def test_a_wall_that_stays_is_given_up(server: NewsServer, desk: Desk) -> None:
    desk.watch("walled", server.url(SECTION))
    for _ in range(3):
        desk.crawl("walled", *ATTEMPTS)
        let_time_pass(desk)
    for case in CASES:
        assert server.asked(case.path) == [case.path] * 2
        link = desk.link(server.url(case.path))
        assert (link["state"], link["next_check_at"]) == ("failed", None)
