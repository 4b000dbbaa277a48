"""Old history goes; what anything looks back on, and what is open, stays."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from database_cases import NOW, SITE, add_sources
from sqlalchemy import Engine, func, select

from db import pruning
from db.engine import session_factory
from db.health import LATEST_RUNS, run_facts
from db.models import AlertNoticeRow, AlertRow, LinkRow, RunRow
from db.pruning import Pruned, prune
from db.upkeep import check
from db.write import save_links
from pipeline.records import Link, Source
from scheduler.due import profile_of, visits

YEAR_AGO = NOW - timedelta(days=365)
LIVELY = Source(id="tech", name="Tech", section=f"{SITE}/tech")
DEAD = Source(id="other", name="Other", section=f"{SITE}/other")


def a_run(source_id: str, at: datetime, *, new: int = 0, state: str = "finished") -> RunRow:
    counts = {"outcomes": {"new": new} if new else {}, "reasons": {}}
    ended = None if state == "running" else at
    return RunRow(
        source_id=source_id, started_at=at, heartbeat_at=at, ended_at=ended, state=state,
        counts=counts,
    )  # fmt: skip


@pytest.fixture
def history(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """A source of 500 days, and one that has not been visited for as long, nor found anything in
    its last hundred visits; a run that is underway, and one of that source that was interrupted."""
    monkeypatch.setattr(pruning, "PAUSE_S", 0.0)
    monkeypatch.setattr(pruning, "BATCH", 40)
    with session_factory(engine).begin() as s:
        add_sources(s)
        s.flush()
        start = NOW - timedelta(days=500)
        s.add_all(a_run("tech", start + timedelta(days=day), new=day % 2) for day in range(500))
        before = start - timedelta(days=400)
        s.add_all(
            a_run("other", before + timedelta(days=day), new=day if day < 200 else 0)
            for day in range(300)
        )
        s.flush()
        s.add(a_run("other", before, state="running"))
        s.add(a_run("other", start, state="interrupted"))
        save_links(s, "tech", [Link(f"{SITE}/tech/a", f"{SITE}/tech")], before)
    return engine


def looked_back_on(engine: Engine) -> list[object]:
    with session_factory(engine, read_only=True)() as s:
        return [
            (
                visits(s, source.id),
                run_facts(s, source.id),
                run_facts(s, source.id, counting="outcomes"),
                profile_of(s, source, NOW),
            )
            for source in (LIVELY, DEAD)
        ]


def test_what_is_looked_back_on_is_the_same_after_as_before(history: Engine) -> None:
    before = looked_back_on(history)
    found = prune(history, YEAR_AGO, dry_run=True)
    # Of `tech` the first of the days before the year, of `other` the first, the last fifty, the
    # last fifty that found something, and the one underway.
    runs = Pruned("runs", 134 + 199, 802)
    assert found == [runs, Pruned("alerts", 0, 0)]
    assert prune(history, YEAR_AGO) == found
    assert looked_back_on(history) == before
    with session_factory(history)() as s:
        assert s.scalar(select(func.count()).select_from(RunRow)) == runs.of - runs.removed
        assert s.scalars(select(RunRow.source_id).where(RunRow.state == "running")).all() == [
            "other"
        ]
        assert s.scalar(select(func.count()).select_from(LinkRow)) == 1
    assert prune(history, YEAR_AGO)[0].removed == 0
    assert check(history) == []


def test_the_latest_runs_stay_however_near_the_time_is(history: Engine) -> None:
    before = looked_back_on(history)
    prune(history, NOW + timedelta(days=1))
    assert looked_back_on(history) == before
    with session_factory(history)() as s:
        latest = select(func.count()).where(RunRow.source_id == "tech")
        # The last fifty, as many of them and before them that found something, the first.
        assert s.scalar(latest) == LATEST_RUNS + LATEST_RUNS // 2 + 1


def test_alerts_go_when_they_are_closed_and_told(history: Engine) -> None:
    old = YEAR_AGO - timedelta(days=1)
    with session_factory(history).begin() as s:
        closed = {"told": old, "untold": old, "open": None, "young": YEAR_AGO}
        alerts = [
            AlertRow(source_id="tech", kind=kind, detail="", opened_at=old, closed_at=at)
            for kind, at in closed.items()
        ]
        s.add_all(alerts)
        s.flush()
        s.add(AlertNoticeRow(alert_id=alerts[1].id, opened=False, way="command"))
    assert prune(history, YEAR_AGO)[1] == Pruned("alerts", 1, 4)
    with session_factory(history)() as s:
        assert s.scalars(select(AlertRow.kind).order_by(AlertRow.id)).all() == [
            "untold", "open", "young"
        ]  # fmt: skip
        assert s.scalar(select(func.count()).select_from(AlertNoticeRow)) == 1
