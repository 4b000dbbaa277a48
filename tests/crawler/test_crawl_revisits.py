"""Stored articles are looked at again while they are recent."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta

import pytest
from crawl_desk import Desk

from db.revisits import PLAN, next_look
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
