"""Killed while it writes, an export leaves the old one whole."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from db.engine import open_engine, session_factory, upgrade
from db.export import export, verify

ROWS = 2_000
EXPORTER = """
import sys
from pathlib import Path
from db.engine import open_engine, session_factory
from db.export import export

def tell(rows):
    print(rows, flush=True)
    if rows >= 1000:
        sys.stdin.read()  # until it is killed

with session_factory(open_engine(sys.argv[1]), read_only=True)() as s:
    export(s, Path(sys.argv[2]), sys.argv[3], progress=tell)
"""


@pytest.fixture
def base(tmp_path: Path) -> Path:
    path = tmp_path / "rasid.db"
    engine = open_engine(path)
    upgrade(engine)
    with session_factory(engine).begin() as s:
        s.execute(
            text(
                "INSERT INTO sources (id, name, config, enabled, paused)"
                " VALUES ('tech', 'Tech', '{}', 1, 0)"
            )
        )
        numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :rows)"
        s.execute(
            text(
                f"{numbers} INSERT INTO articles (id, url, source_id, first_seen_at)"
                " SELECT i, 'https://news.example/' || i, 'tech',"
                " '2026-11-20 12:00:00.000000' FROM n"
            ),
            {"rows": ROWS},
        )
        s.execute(
            text(
                "INSERT INTO revisions (id, article_id, number, kind, title, authors, text, blocks,"
                " removed, tags, policy, content_hash, word_count, extractor, fetched_at)"
                " SELECT id, id, 1, 'first', 'Title ' || id, '[]', 'Text ' || id, '[]', '[]', '[]',"
                " '{}', 'hash' || id, 2, 'rasid/test', '2026-11-20 12:00:00.000000' FROM articles"
            )
        )
        s.execute(text("UPDATE articles SET current_revision_id = id"))
    engine.dispose()
    return path


@pytest.mark.parametrize("form", ["jsonl", "hf"])
def test_killed_in_the_middle(base: Path, tmp_path: Path, form: str) -> None:
    path = tmp_path / "out" / "news"
    path.parent.mkdir()
    with session_factory(open_engine(base), read_only=True)() as s:
        before = export(s, path, form)
    command = [sys.executable, "-c", EXPORTER, str(base), str(path), form]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]
    ) as process:
        assert process.stdout is not None
        while int(process.stdout.readline() or ROWS) < 1000:
            pass
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    assert verify(path) == []
    with session_factory(open_engine(base), read_only=True)() as s:
        assert export(s, path, form) == before
    assert verify(path) == []
