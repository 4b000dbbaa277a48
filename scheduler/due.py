"""What the database says of the schedule, and what is written back: due times and past visits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from crawler.visit import LEASE_S
from db import read
from db.engine import session_factory
from db.models import RunRow, SourceRow
from db.write import end_run, interrupt_stale_runs, set_next_visit, sync_source
from pipeline.records import Source
from scheduler.policy import Visit, next_visit
from scheduler.processes import lives

REMEMBERED = 200
"""Past visits that the pace is learned from."""


DIED = "its process died"


@dataclass(frozen=True, slots=True)
class Due:
    """When a source is to be visited; in the past where it is overdue."""

    source: Source
    at: datetime


def plan(
    engine: Engine, sources: Sequence[Source], now: datetime, *, chance: Callable[[], float]
) -> list[Due]:
    """The due times of all sources that are to be scheduled, the earliest first.

    Sources that the database does not know are written into it. A due time that the file no
    longer allows (a shorter `every`, another `cron`) is reckoned anew.
    """
    found = []
    with session_factory(engine).begin() as session:
        for source in sources:
            known = session.get(SourceRow, source.id)
            changed = known is None or _rule(known) != (source.every_s, source.cron)
            sync_source(session, source)
            session.flush()
            row = session.get(SourceRow, source.id, populate_existing=True)
            assert row is not None
            if not source.enabled or row.paused:
                continue
            at = row.next_visit_at
            if at is None or changed:
                at = next_visit(source, visits(session, source.id), now, chance=chance())
                set_next_visit(session, source.id, at)
            found.append(Due(source, at))
    return sorted(found, key=lambda due: (due.at, due.source.id))


def _rule(row: SourceRow) -> tuple[float | None, str | None]:
    return row.config.get("every_s"), row.config.get("cron")


def record_next_visit(
    engine: Engine, source: Source, now: datetime, chance: float, *, at: datetime | None = None
) -> datetime:
    """Write when a source is due next: `at`, or as its history says."""
    with session_factory(engine).begin() as session:
        if at is None:
            at = next_visit(source, visits(session, source.id), now, chance=chance)
            at = max(at, now + timedelta(seconds=1))
        set_next_visit(session, source.id, at)
    return at


def visits(session: Session, source_id: str) -> list[Visit]:
    """The past visits of a source, as far as the policy looks back."""
    return [
        _visit(run)
        for run in read.runs(session, source_id=source_id, limit=REMEMBERED)
        if run.state != "running"
    ]


def _visit(run: RunRow) -> Visit:
    outcomes = run.counts.get("outcomes") or {}
    return Visit(
        started_at=run.started_at,
        new=int(outcomes.get("new", 0)),
        failed=run.state in ("failed", "interrupted"),
    )


def close_dead_runs(engine: Engine, now: datetime) -> None:
    """Close the runs whose process is gone: `interrupted`, to be resumed at the next visit.

    A run is dead when it was silent for long. On SQLite, whose processes are of this machine, it is
    so as soon as its process is not there.
    """
    with session_factory(engine).begin() as session:
        interrupt_stale_runs(session, now, silent_s=LEASE_S)
        if engine.dialect.name == "sqlite":
            for run in read.runs(session, state="running", limit=None):
                if run.pid is not None and not lives(run.pid):
                    end_run(session, run.id, run.heartbeat_at, state="interrupted", error=DIED)


def busy(engine: Engine, source_id: str) -> bool:
    """Whether a crawl of this source is open: one that somebody else began and that lives, or
    that is not yet known to be dead."""
    with session_factory(engine, read_only=True)() as session:
        return bool(read.runs(session, source_id=source_id, state="running", limit=1))


def close_run(engine: Engine, run_id: int, error: str | None, now: datetime) -> None:
    """Close the run of a crawl that has ended, where its process died before it could; and note
    why it was ended, where it does not know."""
    with session_factory(engine).begin() as session:
        run = session.get(RunRow, run_id)
        if run is not None and run.state == "running":
            end_run(session, run_id, now, state="interrupted", error=error)
        elif run is not None and run.error is None:
            run.error = error
