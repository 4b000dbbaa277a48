"""One crawl of a source whose feeds and sitemaps are hostile: tests/site/hostile_lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from crawl_desk import Crawled, Desk
from hostile_lists import ROWS, ListRow, list_stories, source_lines
from misbehaviour import page
from news_server import Answer, NewsServer

SECTION = "/tech/"


@dataclass
class Read:
    desk: Desk
    server: NewsServer
    crawled: Crawled
    asked: list[str]
    canary: list[str]


@pytest.fixture(scope="module")
def read(make_desk: Callable[[str], Desk]) -> Iterator[Read]:
    desk, by_name = make_desk("lists"), list_stories()
    with NewsServer() as canary, NewsServer() as server:
        for row in ROWS:
            path = f"/tech/2026/11/{row.name}-story/"
            server.routes[row.path] = row.make(server.url(path), canary.host)
            server.routes[path] = Answer(page(by_name[row.name]))
        server.routes[SECTION] = Answer(
            f"<html><title>تقنية</title><h1>تقنية</h1><p>{by_name['good'].text}</p></html>"
        )
        desk.watch("lists", server.url(SECTION), more=source_lines(server.url("")))
        crawled = desk.crawl("lists")
        yield Read(desk, server, crawled, server.asked(), canary.asked())


def test_the_visit_ends(read: Read) -> None:
    assert read.crawled.ended["state"] == "finished"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_what_it_yields(read: Read, row: ListRow) -> None:
    story = list_stories()[row.name]
    texts = {each["title"]: each["text"] for each in read.desk.articles()}
    assert 1 <= read.asked.count(row.path) <= 2
    if row.yields:
        assert texts.get(story.title) == story.text


def test_a_list_is_no_article(read: Read) -> None:
    assert read.server.url(SECTION) not in {each["url"] for each in read.desk.articles()}
    assert read.desk.link(read.server.url(SECTION))["state"] == "unknown"


def test_nothing_else_is_asked(read: Read) -> None:
    assert not [path for path in read.asked if "passwd" in path]
    assert len([path for path in read.asked if "elsewhere" in path]) <= 100  # uncertain_links


def test_the_neighbour_is_never_asked(read: Read) -> None:
    assert read.canary == []
