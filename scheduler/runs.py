"""Runs whose crawl has ended or died: closed in the database, and their WARC file made whole."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from time import monotonic

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from crawler.archive import file_of_run, mend
from crawler.events import RunResult
from crawler.processes import lives
from crawler.turns import TTL_S
from db import read
from db.engine import session_factory
from db.models import RunRow
from db.write import end_run

log = logging.getLogger("rasid.schedule")

DIED = "its process died"
SILENT = f"it was silent for {TTL_S:g} s"


class DeadRuns:
    """Finds runs that nobody works at any more.

    On SQLite, whose processes are of this machine, a run is dead as soon as its process is not
    there. Otherwise it is when its heartbeat stood still for TTL_S while we looked on: by our own
    monotonic clock, so that a clock that was set, or a machine that slept, kills none. What was
    silent before the first look is judged by the wall clock.
    """

    def __init__(self, engine: Engine, archive: Path | None = None) -> None:
        self._engine = engine
        self._archive = archive
        self._seen: dict[int, tuple[datetime, float]] | None = None

    def close(self, now: datetime) -> list[RunRow]:
        """Close them: `interrupted`, to be resumed at the next visit. Gives those that were silent,
        whose process may hang."""
        with session_factory(self._engine, read_only=True)() as session:
            running = read.runs_underway(session)
        dead = self._dead(running, now)
        if dead:
            with session_factory(self._engine).begin() as session:
                for run in dead:
                    row = session.get(RunRow, run.id)
                    if row is not None and row.state == "running":
                        why = DIED if self._is_gone(run) else SILENT
                        end_run(session, run.id, run.heartbeat_at, state="interrupted", error=why)
        for run in dead:
            if self._is_gone(run):
                mend_archive(self._archive, run.source_id, run.id)
        return dead

    def _dead(self, running: Sequence[RunRow], now: datetime) -> list[RunRow]:
        at, before = monotonic(), self._seen
        self._seen = {}
        dead = []
        for run in running:
            since = at
            if before is None:
                silent_s = (now - run.heartbeat_at).total_seconds()
            else:
                heartbeat, first = before.get(run.id, (None, at))
                since = first if heartbeat == run.heartbeat_at else at
                silent_s = at - since
            if self._is_gone(run) or silent_s >= TTL_S:
                dead.append(run)
            else:
                self._seen[run.id] = (run.heartbeat_at, since)
        return dead

    def _is_gone(self, run: RunRow) -> bool:
        local = self._engine.dialect.name == "sqlite"
        return local and run.pid is not None and not lives(run.pid)


def busy(engine: Engine, source_id: str) -> bool:
    """Whether a crawl of this source is open: one that somebody else began and that lives, or
    that is not yet known to be dead."""
    with session_factory(engine, read_only=True)() as session:
        return bool(read.runs_underway(session, source_id))


def close_run(
    engine: Engine, result: RunResult, now: datetime, archive: Path | None = None
) -> None:
    """Close the run of a crawl that has ended, where its process could not; and note why it was
    ended, where it does not know. `archive` is the folder of its WARC file."""
    if result.run_id is None and not result.died:
        return
    with session_factory(engine).begin() as session:
        run = _run_of(session, result)
        if run is None:
            return
        if run.state == "running":
            state = "interrupted" if result.died else result.state
            end_run(session, run.id, now, state=state, error=result.error)
        elif run.error is None:
            run.error = result.error
    if result.died:
        mend_archive(archive, result.source, run.id)


def _run_of(session: Session, result: RunResult) -> RunRow | None:
    """The run of a crawl; by its process's number where that died before it told."""
    if result.run_id is not None:
        return session.get(RunRow, result.run_id)
    found = read.runs_underway(session, result.source)
    return next((run for run in found if run.pid == result.pid), None)


def mend_archive(folder: Path | None, source_id: str, run: int) -> None:
    """Cut the torn last record off a dead run's WARC file; what cannot be mended is told."""
    path = file_of_run(folder, source_id, run) if folder is not None else None
    if path is None:
        return
    try:
        torn = mend(path)
    except OSError as error:
        log.error("archive-not-mended file=%s error=%s", path, error.strerror)
        return
    if torn:
        log.info("archive-mended file=%s bytes=%d", path, torn)
