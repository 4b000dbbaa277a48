"""Old history goes: runs that ended and alerts that were closed before a time.

Links and articles never do: a link is how the crawl knows what it has seen. Of each source those
runs stay that anything looks back on, however old they are, so that due times and alerts are the
same after as before (docs/decisions/0024-what-is-pruned.md).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine, bindparam, delete, func, select
from sqlalchemy.orm import Session

from db.engine import session_factory
from db.health import LATEST_RUNS, ended_runs
from db.models import AlertNoticeRow, AlertRow, RunRow, SourceRow

BATCH = 2_000
"""Rows a transaction, which holds SQLite's write lock for some 60 ms where there are a million."""
PAUSE_S = 0.1
"""Between two transactions. Who waits for SQLite's write lock looks at it at least this often, so
that crawls come first."""


@dataclass(frozen=True, slots=True)
class Pruned:
    """How many rows of a table go, of how many."""

    table: str
    removed: int
    of: int


def prune(engine: Engine, before: datetime, *, dry_run: bool = False) -> list[Pruned]:
    """Removes runs and alerts that ended before a time, and says how many; with `dry_run` it
    removes none.

    Beside crawls and the service, in short transactions. Interrupted, it leaves the rest.
    """
    found: list[Pruned] = []
    for table, old in _TABLES.items():
        with session_factory(engine, read_only=True)() as session:
            of = session.scalar(select(func.count()).select_from(table)) or 0
            ids = old(session, before)
        found.append(Pruned(table.__tablename__, len(ids), of))
        gone = delete(table).where(table.id == bindparam("old"))
        for at in range(0, 0 if dry_run else len(ids), BATCH):
            with engine.begin() as connection:
                connection.execute(gone, [{"old": id_} for id_ in ids[at : at + BATCH]])
            time.sleep(PAUSE_S)
    return found


def _old_runs(s: Session, before: datetime) -> list[int]:
    """A row with an end has ended: one that is underway has none."""
    ids: list[int] = []
    for source_id in s.scalars(select(SourceRow.id)).all():
        of_source = select(RunRow.id).where(RunRow.source_id == source_id)
        looked_at = [
            of_source.order_by(RunRow.id.desc()).limit(LATEST_RUNS),
            # From the first visit on, articles are taken to have been seen as they came.
            of_source.where(RunRow.state == "finished").order_by(RunRow.ended_at).limit(1),
            *(
                ended_runs(source_id, LATEST_RUNS, counting).with_only_columns(RunRow.id)
                for counting in (None, "outcomes", "rules")
            ),
        ]
        kept = {id_ for query in looked_at for id_ in s.scalars(query)}
        old = s.scalars(of_source.where(RunRow.ended_at < before).order_by(RunRow.id))
        ids += [id_ for id_ in old if id_ not in kept]
    return ids


def _old_alerts(s: Session, before: datetime) -> list[int]:
    """But for those that somebody has still to be told of."""
    untold = select(AlertNoticeRow.alert_id)
    old = select(AlertRow.id).where(AlertRow.closed_at < before, AlertRow.id.not_in(untold))
    return list(s.scalars(old.order_by(AlertRow.id)))


_TABLES: dict[type[RunRow] | type[AlertRow], Callable[[Session, datetime], list[int]]] = {
    RunRow: _old_runs,
    AlertRow: _old_alerts,
}
