"""Stored articles are looked at again while they are recent."""

from __future__ import annotations

import sqlite3
from datetime import UTC, date, datetime, timedelta

import pytest
from crawl_desk import Desk
from misbehaviour import page
from news_content import make_stories
from news_server import Answer, NewsServer

from db.revisits import LATE, PLAN, late_look, next_look, young_look
from demo.content import load_site
from demo.server import serve

NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("age", "next_age"),
    [
        (timedelta(0), PLAN[0]),
        (timedelta(minutes=61), PLAN[1]),
        (timedelta(hours=7), PLAN[2]),
        (timedelta(days=2), PLAN[3]),
        (timedelta(days=7), None),
        (timedelta(days=700), None),
    ],
    ids=str,
)
def test_looks_thin_out_and_end(age: timedelta, next_age: timedelta | None) -> None:
    appeared = NOW - age
    assert next_look(appeared, NOW) == (None if next_age is None else appeared + next_age)


def test_a_due_look_asks_once_and_the_gone_are_marked(desk: Desk) -> None:
    with serve(load_site()) as site:
        desk.watch("watched", site.section_url("en-technology"))
        first = desk.crawl("watched")
        new = first.ended["counts"]["outcomes"]["new"]
        assert desk.crawl("watched").ended["counts"]["outcomes"] == {}
        stored = [row["url"] for row in desk.rows("SELECT url FROM links WHERE state = 'stored'")]
        gone = stored[0].rsplit("/", 2)[0] + "/no-such-article/"
        connection = sqlite3.connect(desk.db)
        with connection:
            connection.execute(
                "UPDATE links SET next_check_at = '2020-01-01 00:00:00.000000' WHERE url IN (?, ?)",
                stored[:2],
            )
            connection.execute("UPDATE links SET url = ? WHERE url = ?", (gone, stored[0]))
        connection.close()
        counts = desk.crawl("watched").ended["counts"]["outcomes"]
    assert counts.pop("unchanged", 0) + counts.pop("cosmetic", 0) + counts.pop("content", 0) == 1
    assert counts.pop("gone") == 1
    rows = desk.rows("SELECT gone_at, current_revision_id FROM articles")
    assert len(rows) == new
    assert sum(row["gone_at"] is not None for row in rows) == 1
    assert all(row["current_revision_id"] for row in rows)


@pytest.mark.parametrize(
    ("said", "look"),
    [
        (NOW - timedelta(minutes=5), NOW + timedelta(minutes=55)),
        (NOW - timedelta(hours=2), NOW + timedelta(hours=4)),
        (NOW - timedelta(hours=7), NOW + timedelta(hours=17)),
        (NOW.replace(tzinfo=None), NOW + timedelta(hours=1)),
        (NOW + timedelta(days=3), NOW + timedelta(hours=1)),
        (date(2026, 3, 10), datetime(2026, 3, 11, tzinfo=UTC)),
        (NOW - timedelta(hours=25), None),
        (None, None),
    ],
)
def test_what_is_no_article_yet_is_looked_at_while_it_is_young(
    said: datetime | date | None, look: datetime | None
) -> None:
    assert young_look(said, NOW) == look


@pytest.mark.parametrize(
    ("said", "age", "look"),
    [
        (None, timedelta(0), LATE[0]),
        (None, timedelta(days=1, hours=1), LATE[1]),
        (None, timedelta(days=8), None),
        (NOW - timedelta(days=3), timedelta(0), LATE[0]),
        (date(2025, 3, 10), timedelta(0), None),
    ],
)
def test_what_was_no_article_is_looked_at_twice_more_unless_it_is_of_an_archive(
    said: datetime | date | None, age: timedelta, look: timedelta | None
) -> None:
    seen = NOW - age
    assert late_look(said, seen, NOW) == (None if look is None else seen + look)


def test_an_article_that_a_wall_or_a_file_stood_in_for_is_stored_when_it_is_there(
    desk: Desk,
) -> None:
    stories = make_stories(29, {"tech": 6})
    cards = "".join(
        f'<article><h2><a href="{story.path}">{story.title}</a></h2></article>' for story in stories
    )
    section = f"<html><head><title>T</title></head><body><main><h1>T</h1>{cards}</main></body>"
    pages = {story.path: Answer(page(story)) for story in stories}
    wall = "<title>Log in</title><h1>Log in</h1><form><input type=password></form>"
    shell = "<title>T</title><body><div id=root></div><script src=/app.js></script>"
    instead = [Answer(b"%PDF-1.7 \x00\x01"), Answer(wall), Answer(shell), Answer("", status=410)]
    with NewsServer({"/tech": Answer(section), **pages}) as server:
        for story, answer in zip(stories, instead, strict=False):
            server.routes[story.path] = answer
        desk.watch("late", server.url("/tech"))
        desk.crawl("late")
        assert len(desk.articles()) == 2
        server.routes.update(pages)
        desk.change(
            "UPDATE links SET next_check_at = '2020-01-01 00:00:00' WHERE next_check_at > 0"
        )
        desk.crawl("late")
    assert len(desk.articles()) == 6


def test_a_flash_that_was_listed_before_its_text_is_stored_when_it_has_it(desk: Desk) -> None:
    stories = make_stories(23, {"tech": 6})
    early = datetime.now(UTC) - timedelta(minutes=90)
    cards = "".join(
        f'<article><h2><a href="{story.path}">{story.title}</a></h2>'
        f'<time datetime="{early.isoformat()}">x</time></article>'
        for story in stories
    )
    section = f"<html><head><title>T</title></head><body><main><h1>T</h1>{cards}</main></body>"
    pages = {story.path: Answer(page(story)) for story in stories}
    stub = f"<html><title>{stories[0].title}</title><h1>{stories[0].title}</h1><p>Soon.</p></html>"
    with NewsServer({"/tech": Answer(section), **pages}) as server:
        server.routes[stories[0].path] = Answer(stub)
        server.routes[stories[1].path] = Answer("", status=404)
        desk.watch("early", server.url("/tech"))
        desk.crawl("early")
        assert len(desk.articles()) == 4
        server.routes.update(pages)
        server.forget()
        desk.crawl("early")
        assert not server.asked(stories[0].path)
        desk.change(
            "UPDATE links SET next_check_at = '2020-01-01 00:00:00' WHERE next_check_at > 0"
        )
        desk.crawl("early")
    assert len(desk.articles()) == 6


def test_a_site_that_moved_to_www_and_back_has_no_known_article_fetched_again(desk: Desk) -> None:
    with serve(load_site()) as site:
        desk.watch("moved", site.section_url("en-technology"))
        stored = desk.crawl("moved").ended["counts"]["outcomes"]["new"]
        kept = desk.rows("SELECT url FROM links ORDER BY id DESC LIMIT 1")[0]["url"]
        www = "UPDATE links SET url = replace(url, '//', '//www.'), next_check_at = NULL"
        desk.change(f"{www} WHERE url != ?", kept)
        known = desk.rows("SELECT url FROM links")
        assert desk.crawl("moved").ended["counts"]["outcomes"] == {}
    assert desk.rows("SELECT url FROM links") == known
    assert len(desk.articles()) == stored


def test_an_article_that_was_gone_by_a_fault_stands_again_when_its_page_does(desk: Desk) -> None:
    due = "UPDATE links SET next_check_at = '2020-01-01' WHERE next_check_at > 0"
    with serve(load_site()) as site:
        desk.watch("watched", site.section_url("en-technology"))
        desk.crawl("watched")
        desk.change("UPDATE revisions SET published_at = NULL")
        there = desk.rows("SELECT url FROM links WHERE state = 'stored'")[0]["url"]
        gone = there.rsplit("/", 2)[0] + "/no-such-article/"
        desk.change("UPDATE links SET next_check_at = '2020-01-01' WHERE url = ?", there)
        desk.change("UPDATE links SET url = ? WHERE url = ?", gone, there)
        desk.crawl("watched")
        marked = "SELECT url FROM articles WHERE gone_at IS NOT NULL"
        assert len(desk.rows(marked)) == 1
        desk.change("UPDATE links SET url = ? WHERE url = ?", there, gone)
        desk.change(due)
        desk.crawl("watched")
    assert desk.rows(marked) == []
