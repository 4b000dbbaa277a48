"""What a reader is told of an article beside its text."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from cli.main import run
from db.engine import open_engine, session_factory
from db.write import fail_link, gone_link, save_links, store_article, sync_source
from pipeline.errors import Reason
from pipeline.fingerprints import content_hash
from pipeline.records import Article, Block, BlockKind, Link, Policy, Source

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
LATER = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
SITE = "https://news.example"
WITHHELD, GONE = f"{SITE}/withheld", f"{SITE}/gone"


def article(url: str) -> Article:
    text = "A short text in English."
    return Article(
        url=url,
        canonical_url=None,
        title=url.rpartition("/")[2].title(),
        blocks=(Block(BlockKind.PARAGRAPH, text),),
        text=text,
        language="en",
        content_hash=content_hash(url, text),
        word_count=5,
        extractor="rasid/test",
    )


@pytest.fixture
def db(tmp_path: Path, upgraded: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path: Path = shutil.copy(upgraded, tmp_path / "rasid.db")
    engine = open_engine(path)
    withheld = replace(
        article(WITHHELD), blocks=(), text="", policy=Policy(robots_meta=("noarchive",))
    )
    with session_factory(engine).begin() as session:
        sync_source(session, Source(id="tech", name="Tech", section=SITE))
        save_links(session, "tech", [Link(url, SITE) for url in (WITHHELD, GONE)], NOW)
        store_article(session, 1, withheld, NOW)
        store_article(session, 2, article(GONE), NOW)
        gone_link(session, 2, Reason.GONE, "HTTP 410", LATER)
    engine.dispose()
    return path


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(list(arguments)) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_why_a_text_is_missing(db: Path, capsys: pytest.CaptureFixture[str], form: str) -> None:
    shown = said(capsys, "show", WITHHELD, "--format", form)
    assert "The text is not kept: its robots meta says noarchive" in shown
    assert "not kept" not in said(capsys, "show", GONE, "--format", form)
    told = said(capsys, "explain", WITHHELD)
    assert "(5 words, which are not kept: its robots meta says noarchive)" in told


def test_what_a_site_took_away_is_marked(
    db: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = said(capsys, "show", GONE)
    assert "The site took this page away; that was seen 2026-11-21 09:30 UTC." in shown
    assert "took this page away" not in said(capsys, "show", WITHHELD)
    assert run(["export", "out.jsonl", "--quiet", "--include-opted-out"]) == 0
    records = [json.loads(line) for line in Path("out.jsonl").read_text("utf-8").splitlines()]
    assert [record["gone_at"] for record in records] == [None, "2026-11-21T09:30:00Z"]
    assert json.loads(said(capsys, "show", GONE, "--json"))["gone_at"] == "2026-11-21T09:30:00Z"
    for form in ("csv", "parquet"):
        assert run(["export", f"out.{form}", "--quiet", "--include-opted-out"]) == 0
    assert "2026-11-21T09:30:00Z" in Path("out.csv").read_text("utf-8-sig")
    seen = [row["gone_at"] for row in pq.read_table("out.parquet").to_pylist()]
    assert seen == [None, LATER]


def test_what_is_gone_is_told_once(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    events = json.loads(said(capsys, "explain", GONE, "--json"))["events"]
    assert [event["what"] for event in events if event["what"] == "gone"] == ["gone"]
    assert events[-1]["reason"] == "gone"


@pytest.mark.parametrize("path", ["/gone/", "/gone"])
def test_the_last_slash_of_an_address_may_be_missing(
    db: Path, capsys: pytest.CaptureFixture[str], path: str
) -> None:
    assert "revision 1" in said(capsys, "explain", SITE + path)
    assert "A short text in English." in said(capsys, "show", SITE + path)


@contextmanager
def clock_of(zone: str) -> Iterator[None]:
    """The clock on the wall of another place, for this process."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = zone
    time.tzset()
    try:
        yield
    finally:
        del os.environ["TZ"]
        if before is not None:
            os.environ["TZ"] = before
        time.tzset()


def test_times_of_what_comes_next_are_for_people(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    engine = open_engine(db)
    with session_factory(engine).begin() as session:
        save_links(session, "tech", [Link(SITE + "/slow", SITE)], NOW)
        fail_link(session, 3, Reason.TIMEOUT, "no answer", NOW, retry_at=LATER)
    engine.dispose()
    assert "next at 2026-11-21 09:30 UTC" in said(capsys, "explain", SITE + "/slow")
    with clock_of("Asia/Dubai"):
        told = said(capsys, "explain", SITE + "/slow")
    assert "next at 2026-11-21 13:30" in told
    assert "UTC" not in told
