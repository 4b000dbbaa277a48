"""One crawl of a hostile site, and one more after it: a row of tests/site/hostile_pages a test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from crawl_desk import Crawled, Desk
from hostile_pages import NAMES, Row, all_rows, stories
from misbehaviour import SECTION, page, section_page
from news_server import Answer, NewsServer

LIMITS = (
    "--set", "timeout_s=6", "--set", "first_byte_s=4", "--set", "max_bytes=4000000",
    "--set", "page_time_limit_s=10",
)  # fmt: skip


@dataclass
class Survived:
    """The two crawls, the texts they left by their titles, and what the servers were asked."""

    desk: Desk
    server: NewsServer
    rows: dict[str, Row]
    texts: dict[str, str]
    first: Crawled
    asked: list[str]
    asked_again: list[str]
    canary: list[str]


@pytest.fixture(scope="module")
def survived(make_desk: Callable[[str], Desk]) -> Iterator[Survived]:
    desk, by_name = make_desk("hostile"), stories()
    with NewsServer() as canary, NewsServer() as server:
        rows = {row.name: row for group in all_rows(canary.host).values() for row in group}
        for row in rows.values():
            story = by_name[row.name]
            server.routes[row.path] = server.routes[f"{row.path}?page=2"] = row.make(story)
            server.routes[f"/now/{row.name}"] = Answer(page(story))
            server.routes.update(row.also)
        server.routes[SECTION] = section_page(rows.values(), by_name)
        desk.watch("hostile", server.url(SECTION))
        first = desk.crawl_cold("hostile", *LIMITS)
        asked = server.asked()
        server.forget()
        desk.crawl("hostile", *LIMITS)
        texts = {each["title"]: each["text"] for each in desk.articles()}
        yield Survived(desk, server, rows, texts, first, asked, server.asked(), canary.asked())


def test_the_visit_is_made(survived: Survived) -> None:
    assert survived.first.exit == 0, survived.first.stderr
    assert survived.first.ended["state"] == "finished"


def test_what_pages_do_is_recorded_and_not_shown(survived: Survived) -> None:
    assert "scrapy" not in survived.first.stderr.lower()
    assert "DOWNLOAD_" not in survived.first.stderr


def test_it_takes_little_memory(survived: Survived) -> None:
    assert survived.first.peak_mb < 300


@pytest.mark.parametrize("name", NAMES)
def test_what_became_of_it(survived: Survived, name: str) -> None:
    row, story = survived.rows[name], stories()[name]
    link = survived.desk.link(survived.server.url(row.path))
    outcome = link["state"] + (f":{link['reason']}" if link["reason"] else "")
    assert outcome in row.outcome.split(), link["detail"]
    assert 1 <= survived.asked.count(row.path) <= 2
    if row.outcome == "stored":
        assert survived.texts[story.title] == story.text
    elif outcome != "stored":
        assert story.title not in survived.texts


def test_the_second_visit_asks_for_no_article(survived: Survived) -> None:
    """What failed may be due again, where the first visit took longer than a minute."""
    links = {path: survived.desk.link(survived.server.url(path)) for path in survived.asked_again}
    pages = {path for path in links if path.startswith(("/2026/", "/now/"))}
    assert {path: links[path] for path in pages if links[path]["state"] != "failed"} == {}


def test_the_neighbour_is_never_asked(survived: Survived) -> None:
    assert survived.canary == []
