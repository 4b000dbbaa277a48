"""Extraction again from the archive: what older rules stored wrongly is mended, and no more."""

from __future__ import annotations

import json
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from crawl_desk import ROOT, Desk
from news_content import make_stories
from wordpress_site import WordPressSite

from cli.main import run
from db.engine import open_engine
from db.reprocessing import is_in_parts
from db.upkeep import check
from pipeline.records import Article

pytestmark = pytest.mark.usefixtures("prepared_pools")
NUMBER = 12
Reprocess = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def crawled(make_desk: Callable[[str], Desk]) -> Desk:
    desk = make_desk("archive")
    with WordPressSite(make_stories(11, {"tech": NUMBER, "sport": 2, "economy": 2})) as site:
        desk.watch("wp", site.url("/category/tech/"))
        assert desk.crawl("wp").exit == 0
    return desk


@pytest.fixture
def desk(crawled: Desk, tmp_path: Path) -> Desk:
    """A copy of it, whose site is gone."""
    shutil.copytree(crawled.folder, tmp_path, dirs_exist_ok=True)
    return Desk(tmp_path)


def words_of(desk: Desk, *words: str) -> list[str]:
    return ["reprocess", *words, "--db", str(desk.db), "--sources", str(desk.sources), "--quiet"]


@pytest.fixture
def reprocess(capfd: pytest.CaptureFixture[str]) -> Callable[..., dict[str, Any]]:
    def reprocess(desk: Desk, *words: str, exit_: int = 0) -> dict[str, Any]:
        assert run(words_of(desk, "--json", *words)) == exit_
        return dict(json.loads(capfd.readouterr().out))

    return reprocess


def spoil(desk: Desk) -> None:
    """As older rules might have stored it."""
    desk.change("UPDATE revisions SET text = 'Menu. ' || text, authors = '[]' WHERE id % 2")
    desk.change("UPDATE revisions SET published_at = NULL, published_as = NULL WHERE id % 3 = 0")


def said(desk: Desk) -> list[Any]:
    columns = "article_id, title, text, authors, published_as, blocks, tags, section, fetched_at"
    return desk.rows(
        f"SELECT {columns}, a.dated_at FROM revisions r JOIN articles a"
        " ON a.current_revision_id = r.id ORDER BY article_id"
    )


def numbers(desk: Desk) -> dict[str, int]:
    rows = desk.rows("SELECT kind, count(*) AS n FROM revisions GROUP BY kind")
    return {row["kind"]: row["n"] for row in rows}


def test_what_was_stored_wrongly_is_mended(desk: Desk, reprocess: Reprocess) -> None:
    right = said(desk)
    for workers in ("1", "3"):
        spoil(desk)
        wrong = len([row for row in said(desk) if row not in right])
        told = reprocess(desk, "wp", "--workers", workers)
        assert (told["pages"], told["kept"], told["unreadable"]) == (NUMBER, {}, 0)
        assert (told["changed"], told["same"]) == (wrong, NUMBER - wrong)
        assert said(desk) == right
        assert numbers(desk)["first"] == NUMBER
    assert reprocess(desk)["changed"] == 0
    engine = open_engine(desk.db)
    assert check(engine) == []
    engine.dispose()


def test_killed_at_any_moment(desk: Desk, reprocess: Reprocess) -> None:
    chance, right = random.Random(6), said(desk)
    spoil(desk)
    for _ in range(3):
        command = [sys.executable, "-m", "cli.main", *words_of(desk)]
        with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL) as process:
            time.sleep(1 + chance.random())
            process.send_signal(signal.SIGKILL)
    reprocess(desk)
    assert said(desk) == right
    assert numbers(desk)["cosmetic"] < NUMBER


def test_pages_that_are_not_there(desk: Desk, reprocess: Reprocess) -> None:
    before = said(desk)
    desk.change("UPDATE revisions SET warc_offset = warc_offset + 1 WHERE id = 2")
    told = reprocess(desk, exit_=1)
    assert (told["unreadable"], told["same"]) == (1, NUMBER - 1)
    for file in (desk.folder / "archive").rglob("*.warc.gz"):
        file.unlink()
    told = reprocess(desk)
    assert (told["pages"], told["removed"], told["unreadable"]) == (NUMBER, NUMBER, 0)
    desk.change("UPDATE revisions SET warc_file = NULL")
    assert reprocess(desk)["pages"] == 0
    assert said(desk) == before


def test_an_article_of_several_pages_stays_whole() -> None:
    """The archive has its first page alone."""
    first = Article(
        "https://a.example/1", None, "A title", (), "The first page. " * 30, "en", "", 90
    )
    joined = first.text * 2
    assert not is_in_parts(joined, first)
    assert is_in_parts(joined, replace(first, next_page_url="https://a.example/1?page=2"))
    assert not is_in_parts(first.text, replace(first, next_page_url="https://a.example/2"))


def test_wrong_requests(desk: Desk, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(words_of(desk, "wpp")) == 2
    assert capfd.readouterr().err == "rasid: no source wpp: did you mean wp?\n"
