"""What a reader is told of an article beside its text."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cli.main import run
from db.engine import open_engine, session_factory
from db.write import gone_link, save_links, store_article, sync_source
from pipeline.errors import Reason
from pipeline.fingerprints import content_hash
from pipeline.records import Article, Block, BlockKind, Link, Policy, Source

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
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
        gone_link(session, 2, Reason.GONE, "HTTP 410", NOW)
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
