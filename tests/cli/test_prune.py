"""`rasid db prune`: what it says, what it leaves, and what it refuses."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from cli.main import run
from db.engine import open_engine, session_factory, upgrade
from db.models import RunRow, SourceRow


def make(db: Path) -> None:
    """A year and a half of daily visits, with a WARC file of two of them."""
    engine = open_engine(db)
    upgrade(engine)
    now = datetime.now(UTC)
    with session_factory(engine).begin() as s:
        s.add(SourceRow(id="s", name="S", config={}))
        s.flush()
        for days in range(550, 0, -1):
            at = now - timedelta(days=days, hours=-1)
            row = RunRow(
                source_id="s", started_at=at, heartbeat_at=at, ended_at=at, state="finished"
            )
            s.add(row)
    engine.dispose()
    for days in (500, 1):
        path = db.parent / "archive" / "s" / f"s-20260101T000000Z-{days}.warc.gz"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x" * 1_500)
        at_s = (now - timedelta(days=days)).timestamp()
        os.utime(path, (at_s, at_s))


def runs(db: Path) -> int:
    engine = open_engine(db)
    with session_factory(engine, read_only=True)() as s:
        number = s.scalar(select(func.count()).select_from(RunRow)) or 0
    engine.dispose()
    return number


def test_old_history_goes_when_it_is_asked_for(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    db = tmp_path / "rasid.db"
    make(db)
    prune = ["--db", str(db), "db", "prune", "--older", "1y"]
    assert run([*prune, "--archive", "--dry-run"]) == 0
    assert capfd.readouterr().out.splitlines() == [
        "runs: 184 of 550 would be removed",
        "alerts: 0 of 0 would be removed",
        f"{tmp_path / 'archive'}: 1 of 2 files, 1,500 bytes would be removed",
    ]
    assert (runs(db), len(list(tmp_path.rglob("*.warc.gz")))) == (550, 2)
    assert run(prune) == 0
    assert capfd.readouterr().out.splitlines()[0] == "runs: 184 of 550 removed"
    assert (runs(db), len(list(tmp_path.rglob("*.warc.gz")))) == (366, 2)
    assert run([*prune, "--archive", "--json"]) == 0
    assert json.loads(capfd.readouterr().out) == {
        "tables": [
            {"table": "runs", "removed": 0, "of": 366},
            {"table": "alerts", "removed": 0, "of": 0},
        ],
        "archive": {"removed": 1, "of": 2, "bytes": 1_500},
        "dry_run": False,
    }
    assert [path.name for path in tmp_path.rglob("*.warc.gz")] == ["s-20260101T000000Z-1.warc.gz"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--older", "0d"], "--older 0d: no age; write days, weeks or years: 90d, 26w, 1y"),
        (["--older", "2026-01-01"], "--older 2026-01-01: no age"),
        ([], "Missing option '--older'; see rasid db prune --help"),
        (["--older", "1y"], "no such database"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    db = tmp_path / "rasid.db"
    assert run(["--db", str(db), "db", "prune", *words]) == 2
    (line,) = capfd.readouterr().err.splitlines()
    assert said in line
    assert not db.exists()
