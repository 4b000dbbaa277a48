"""What `rasid status` says while a service runs and sources are in every state."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from cli.main import run
from db.engine import open_engine, session_factory, upgrade
from db.models import AlertRow, LeaseRow, RunRow, SourceRow
from scheduler import lease


def test_status_tells_all_states(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sources").mkdir()
    for name in ("runs", "fails", "rests", "waits", "young"):
        (tmp_path / "sources" / f"{name}.toml").write_text('section = "https://example.org/t"')
    (tmp_path / "sources" / "bad.toml").write_text("every = 1")
    off = 'section = "https://example.org/t"\nenabled = false'
    (tmp_path / "sources" / "off.toml").write_text(off)
    began = datetime.now(UTC) - timedelta(hours=2)
    later = datetime.now(UTC) + timedelta(minutes=90)
    engine = open_engine("rasid.db")
    upgrade(engine)
    with session_factory(engine).begin() as session:
        for name in ("runs", "fails", "rests", "gone", "off", "waits"):
            paused, due = name == "waits", later
            session.add(SourceRow(id=name, name=name, config={}, next_visit_at=due, paused=paused))
        session.flush()
        states = (("runs", "running"), ("fails", "failed"), ("gone", "failed"), ("off", "running"))
        for name, state in states:
            heard = datetime.now(UTC) if name == "runs" else began
            session.add(
                RunRow(source_id=name, started_at=began, heartbeat_at=heard, ended_at=began,
                       state=state, error="no answer" if state == "failed" else None)
            )  # fmt: skip
        for name in ("rests", "gone", "off"):
            session.add(AlertRow(source_id=name, kind="failing", detail="why", opened_at=began))
    with lease.hold(engine):
        assert run(["status"]) == 0
        lines = capsys.readouterr().out.splitlines()
        with session_factory(engine).begin() as session:
            session.execute(update(LeaseRow).values(expires_at=began))
        assert run(["status"]) == 0
        assert "silent" in capsys.readouterr().out.splitlines()[0]
    engine.dispose()
    assert lines[0].startswith(f"service  process {os.getpid()} on ")
    assert lines[1].startswith("running  off  run 4, began 2 h ago, last heard of 2 h ago: it was")
    assert lines[2] == "running  runs  run 1, began 2 h ago"
    assert lines[3:5] == ["failed   fails  no answer", "alert    rests  failing: why"]
    assert sum(line.startswith("at fault sources/bad.toml") for line in lines) == 2
    assert [line.split()[1] for line in lines if line[:3] == "due"] == ["fails", "rests", "young"]
    assert "due      young  when the service runs" in lines
    assert "paused   waits  until rasid resume waits" in lines
    assert run(["status"]) == 0
    assert capsys.readouterr().out.startswith("service  none runs")


def test_a_source_whose_file_is_at_fault_has_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "tech.toml").write_text('sektion = "https://a.example/"\n')
    engine = open_engine("rasid.db")
    upgrade(engine)
    with session_factory(engine).begin() as session:
        for name in ("gone", "tech"):
            session.add(SourceRow(id=name, name=name, config={}))
    engine.dispose()
    assert run(["sources"]) == 1
    lines = {line.split()[0]: line for line in capsys.readouterr().out.splitlines()}
    assert "at fault" in lines["tech"]
    assert "no file" in lines["gone"]


def test_a_folder_of_sources_that_is_gone_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A disk that is not mounted, for one: nothing is crawled meanwhile."""
    monkeypatch.chdir(tmp_path)
    engine = open_engine("rasid.db")
    upgrade(engine)
    assert run(["status"]) == 0
    assert "at fault" not in capsys.readouterr().out
    with session_factory(engine).begin() as session:
        session.add(SourceRow(id="tech", name="tech", config={}))
    engine.dispose()
    assert run(["status"]) == 0
    assert "at fault sources: no such folder; make it" in capsys.readouterr().out
