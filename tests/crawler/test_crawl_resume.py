"""Crawls that are killed, interrupted, or started twice at once."""

from __future__ import annotations

import random
import re
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing

import pytest
from crawl_desk import ROOT, Desk
from news_content import Story, make_stories
from news_server import Answer, Asked
from wordpress_site import WordPressSite

SECTION = "/category/tech/"


class SlowSite(WordPressSite):
    """Takes a while over each article, so that a crawl can be stopped half-way."""

    def __init__(self, stories: list[Story]) -> None:
        super().__init__(stories)
        self.open = threading.Event()
        self.open.set()

    def answer(self, asked: Asked) -> Answer:
        time.sleep(0.05)
        self.open.wait(60)
        return super().answer(asked)


@pytest.fixture
def site() -> Iterator[SlowSite]:
    with SlowSite(make_stories(11, {"tech": 40, "sport": 4, "economy": 4})) as server:
        yield server


def test_goes_on_after_kill_9_at_any_time(site: SlowSite, desk: Desk) -> None:
    desk.watch("wp", site.url(SECTION))
    chance = random.Random(3)
    kills = 0
    for _ in range(4):
        process = desk.start("wp")
        wait_for_articles(process, chance.randint(0, 9))
        process.kill()
        process.communicate()
        kills += process.returncode == -signal.SIGKILL
    assert kills >= 2
    before = {row["url"] for row in desk.articles()}
    site.forget()
    crawled = desk.crawl("wp")
    assert crawled.exit == 0, crawled.stderr
    expected = {site.url(story.path): (story.title, story.text) for story in site.of("tech")}
    assert {row["url"]: (row["title"], row["text"]) for row in desk.articles()} == expected
    assert desk.rows("SELECT count(*) AS n FROM revisions") == [{"n": 40}]
    again = {site.url(path) for path in site.asked("/tech/")}
    assert not again & before, sorted(again & before)
    states = [row["state"] for row in desk.rows("SELECT state FROM runs ORDER BY id")]
    assert states == ["interrupted"] * 4 + ["finished"]


def wait_for_articles(process: object, count: int) -> None:
    """Read events until so many articles are stored."""
    assert hasattr(process, "stdout")
    seen = 0
    for line in process.stdout:
        seen += '"event": "article"' in line
        if seen >= count:
            return


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_visit_and_keeps_what_was_done(
    site: SlowSite, desk: Desk, number: signal.Signals
) -> None:
    desk.watch("wp", site.url(SECTION))
    process = desk.start("wp")
    wait_for_articles(process, 3)
    process.send_signal(number)
    process.communicate(timeout=30)
    assert process.returncode == 130
    done = len(desk.articles())
    assert 3 <= done < 40
    assert [row["state"] for row in desk.rows("SELECT state FROM runs")] == ["interrupted"]
    assert desk.crawl("wp").exit == 0
    assert len(desk.articles()) == 40
    assert desk.rows("SELECT count(*) AS n FROM links WHERE state = 'pending'") == [{"n": 0}]


def test_one_crawl_of_a_source_at_once(site: SlowSite, desk: Desk) -> None:
    desk.watch("wp", site.url(SECTION))
    process = desk.start("wp", "--set", "timeout_s=100")
    wait_for_articles(process, 1)
    site.open.clear()
    second = desk.crawl("wp")
    site.open.set()
    process.communicate(timeout=60)
    assert process.returncode == 0
    assert second.exit == 2
    assert "is being crawled" in second.stderr
    told = r"last heard of \d+ s ago\); wait for its end: if it was killed, for \d+ s"
    assert re.search(told, second.stderr)
    assert len(second.stderr.splitlines()) == 1


def test_workers_end_with_a_killed_crawl(site: SlowSite, desk: Desk) -> None:
    desk.watch("wp", site.url(SECTION))
    process = desk.start_cold("wp")
    wait_for_articles(process, 2)
    process.kill()
    process.communicate(timeout=10)  # ends only when no child holds the pipe any more


def test_a_visit_whose_last_step_fails_ends_as_failed(site: SlowSite, desk: Desk) -> None:
    desk.watch("wp", site.url(SECTION))
    desk.crawl("wp")
    with closing(sqlite3.connect(desk.db)) as database, database:
        database.execute(
            "INSERT INTO links (source_id, url, hints, state, attempts, first_seen_at)"
            " VALUES ('wp', ?, ?, 'pending', 0, '2026-01-01 00:00:00')",
            (site.url("/nowhere"), '{"certain": false, "kind": "sitemap"}'),
        )
        database.execute(
            "CREATE TRIGGER full BEFORE UPDATE OF state ON links"
            " BEGIN SELECT RAISE(ABORT, 'the disk is full'); END"
        )
    crawled = desk.crawl("wp")
    assert crawled.exit == 1
    assert crawled.ended["state"] == "failed"
    assert "the disk is full" in crawled.ended["error"]
    assert desk.rows("SELECT state FROM runs ORDER BY id DESC LIMIT 1") == [{"state": "failed"}]


def test_a_signal_at_any_moment_is_heeded(site: SlowSite, desk: Desk) -> None:
    """Before the run exists, while Scrapy begins, and later: the crawl ends, and says how."""
    desk.watch("wp", site.url(SECTION))
    for wait_s in (0.4, 1.0, 1.5):
        process = desk.start_cold("wp")
        time.sleep(wait_s)
        process.terminate()
        process.communicate(timeout=30)
        assert process.returncode in (130, -signal.SIGTERM)
    assert desk.crawl("wp").exit == 0
    states = [row["state"] for row in desk.rows("SELECT state FROM runs ORDER BY id")]
    assert states[-1] == "finished"
    assert set(states[:-1]) <= {"interrupted"}


def test_pages_that_wait_for_their_turn_do_not_hold_up_the_end(site: SlowSite, desk: Desk) -> None:
    desk.watch("wp", site.url(SECTION), more="delay_s = 6.0")
    process = desk.start("wp")
    assert process.stdout is not None
    for line in process.stdout:
        if '"event": "listing"' in line:
            break
    process.terminate()
    process.communicate(timeout=30)
    assert process.returncode == 130
    assert desk.rows("SELECT count(*) AS n FROM links WHERE state = 'failed'") == [{"n": 0}]
    assert desk.rows("SELECT sum(failures) AS n FROM listings") in ([{"n": 0}], [{"n": None}])


STARTER = """
import asyncio, os, signal, sys
from crawler.run import CrawlRequest, start_crawl

async def start():
    crawl = await start_crawl(CrawlRequest("wp", db=sys.argv[1], sources=sys.argv[2],
                                           contact="me@example.org"))
    async for event in crawl.events():
        if event.kind == "article":
            os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(start())
"""


def test_a_crawl_ends_when_its_starter_is_killed(site: SlowSite, desk: Desk) -> None:
    desk.watch("wp", site.url(SECTION))
    words = [sys.executable, "-c", STARTER, str(desk.db), str(desk.sources)]
    killed = subprocess.run(words, check=False, cwd=ROOT, timeout=60)
    assert killed.returncode == -signal.SIGKILL
    end = time.monotonic() + 30
    while desk.rows("SELECT state FROM runs")[0]["state"] == "running":
        assert time.monotonic() < end
        time.sleep(0.1)
    assert desk.rows("SELECT state, error FROM runs") == [
        {"state": "interrupted", "error": "the process that started it died"}
    ]
    assert 0 < len(desk.articles()) < 40
    assert desk.crawl("wp").exit == 0
    assert len(desk.articles()) == 40


def test_a_crawl_whose_run_was_closed_ends(site: SlowSite, desk: Desk) -> None:
    """The machine slept, say, and somebody took the crawl for dead."""
    desk.watch("wp", site.url(SECTION), more="delay_s = 1.0")
    process = desk.start("wp")
    wait_for_articles(process, 1)
    with closing(sqlite3.connect(desk.db, timeout=30)) as database, database:
        database.execute("UPDATE runs SET state = 'interrupted', ended_at = heartbeat_at")
    process.communicate(timeout=30)
    assert process.returncode == 130
    assert len(desk.articles()) < 40
