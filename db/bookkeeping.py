"""Saves of what surrounds articles: sources, listings, hosts, runs, and what is learned.

All are idempotent, and none commits: the caller's transaction does.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

import orjson
from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from db.models import UNDERWAY, Base, HostRow, ListingRow, RunRow, SourceMemoryRow, SourceRow
from db.upsert import insert_or_update
from pipeline.records import ListingKind, Memory, Source

SILENT_S = 120.0
"""Seconds without a heartbeat after which a running crawl counts as dead."""


def sync_source(s: Session, source: Source) -> None:
    """Saves what a source's file says now; pauses and due times stay."""
    values = {
        "id": source.id,
        "name": source.name,
        "section_url": source.section,
        "language": source.language,
        "config": _config(source),
        "enabled": source.enabled,
    }
    _put(s, SourceRow, values | {"paused": False}, keys=("id",), keep=("paused",))


def is_synced(row: SourceRow, source: Source) -> bool:
    """Whether the database holds already what a source's file says."""
    has = (row.name, row.section_url, row.language, row.enabled)
    says = (source.name, source.section, source.language, source.enabled)
    return has == says and row.config == orjson.loads(orjson.dumps(_config(source)))


def set_paused(s: Session, source_id: str, paused: bool) -> bool:
    """Stops or restarts the scheduling of a source. False where there is no such source."""
    row = s.get(SourceRow, source_id)
    if row is None:
        return False
    row.paused = paused
    return True


def disable(s: Session, source_ids: Collection[str]) -> None:
    """Saves that sources are not to be crawled: their files are gone. One that comes back says by
    itself whether it is."""
    s.execute(update(SourceRow).where(SourceRow.id.in_(source_ids)).values(enabled=False))


def set_next_visit(s: Session, source_id: str, at: datetime | None) -> None:
    """Saves when a source is due next."""
    s.execute(update(SourceRow).where(SourceRow.id == source_id).values(next_visit_at=at))


def is_redirect(status: int | None) -> bool:
    """Whether a list's last status says that it stands elsewhere than its address says."""
    return status is not None and 300 <= status < 400 and status != 304


def save_listing(
    s: Session,
    source_id: str,
    kind: ListingKind,
    url: str,
    now: datetime,
    *,
    status: int | None = None,
    etag: str | None = None,
    last_modified: str | None = None,
    ttl_s: float | None = None,
) -> None:
    """Saves that a listing was asked for, and what came.

    `status` is the HTTP status, None where no answer came; a failure keeps the validators of the
    last success, and adds to `failures`, which any success sets to 0; that a list stood elsewhere
    than its address says, by the status of a redirect, is kept through it. `ttl_s` are the seconds
    for which the listing asks to be left alone; an answer that says nothing takes the last word
    away.
    """
    row = s.scalar(
        select(ListingRow).where(ListingRow.source_id == source_id, ListingRow.url == url)
    )
    if row is None:
        row = ListingRow(source_id=source_id, url=url, kind=kind.value, failures=0)
        s.add(row)
    row.kind = kind.value
    row.checked_at = now
    failed = status is None or status >= 400
    if not (failed and is_redirect(row.last_status)):
        row.last_status = status
    if failed:
        row.failures += 1
        return
    row.failures = 0
    row.ttl_s = ttl_s
    if status != 304:
        row.etag, row.last_modified = etag, last_modified


def forget_listing(s: Session, source_id: str, url: str) -> None:
    """Removes what is known of a listing."""
    s.execute(delete(ListingRow).where(ListingRow.source_id == source_id, ListingRow.url == url))


def save_host(s: Session, host: str, **values: Any) -> None:
    """Saves what is known of a host; columns of `hosts` that are not named stay as they are."""
    row = s.get(HostRow, host)
    if row is None:
        row = HostRow(host=host, failures=0)
        s.add(row)
    for column, value in values.items():
        if column not in HostRow.__table__.columns:
            raise TypeError(f"hosts has no column {column}")
        setattr(row, column, value)


def save_memory(s: Session, source_id: str, memory: Memory) -> None:
    """Saves what is learned of a source, in place of what was."""
    values = {
        "source_id": source_id,
        "lines": {
            line: [count.articles, count.last_seen.isoformat()]
            for line, count in memory.lines.items()
        },
        "wrapper": memory.wrapper,
        "articles": memory.articles,
        "shapes": dict(memory.shapes),
        "version": memory.version,
    }
    _put(s, SourceMemoryRow, values, keys=("source_id",))


def forget(s: Session, source_id: str) -> None:
    """Forgets what is learned of a source; its articles and links stay."""
    s.execute(delete(SourceMemoryRow).where(SourceMemoryRow.source_id == source_id))


def start_run(s: Session, source_id: str, now: datetime, pid: int | None = None) -> int:
    """Opens a run and gives its id."""
    run = RunRow(source_id=source_id, started_at=now, heartbeat_at=now, state="running", pid=pid)
    s.add(run)
    s.flush()
    return run.id


def beat_run(
    s: Session,
    run_id: int,
    now: datetime,
    *,
    counts: Mapping[str, Any] | None = None,
    requests: int | None = None,
    bytes: int | None = None,  # noqa: A002  # the column's name
) -> bool:
    """Says that a run lives, and what it has done so far. False where it was closed meanwhile.

    `counts` is what `runs.counts` holds: `{"outcomes": {"new": 3, …}, "reasons": {…}}`.
    """
    values: dict[str, Any] = {"heartbeat_at": now}
    if counts is not None:
        values["counts"] = dict(counts)
    if requests is not None:
        values["requests"] = requests
    if bytes is not None:
        values["bytes"] = bytes
    beat = update(RunRow).where(RunRow.id == run_id).values(values).returning(RunRow.state)
    return s.scalar(beat) == "running"


def end_run(
    s: Session,
    run_id: int,
    now: datetime,
    *,
    state: str = "finished",
    error: str | None = None,
    counts: Mapping[str, Any] | None = None,
    requests: int | None = None,
    bytes: int | None = None,  # noqa: A002  # the column's name
) -> None:
    """Closes a run: `finished`, `failed` or `interrupted`."""
    beat_run(s, run_id, now, counts=counts, requests=requests, bytes=bytes)
    s.execute(
        update(RunRow).where(RunRow.id == run_id).values(state=state, ended_at=now, error=error)
    )


def interrupt_stale_runs(
    s: Session, now: datetime, *, source_id: str | None = None, silent_s: float | None = SILENT_S
) -> int:
    """Closes the runs whose process died without a word, and says how many there were: those that
    were silent for so long; all that are open, with None, where they are known to be dead.

    They ended, as far as anyone knows, with their last heartbeat.
    """
    stale = update(RunRow).where(UNDERWAY)
    if silent_s is not None:
        stale = stale.where(RunRow.heartbeat_at < now - timedelta(seconds=silent_s))
    if source_id is not None:
        stale = stale.where(RunRow.source_id == source_id)
    error = func.coalesce(RunRow.error, "its process died")
    stale = stale.values(state="interrupted", ended_at=RunRow.heartbeat_at, error=error)
    return len(s.execute(stale.returning(RunRow.id)).all())


def _put(
    s: Session,
    table: type[Base],
    values: Mapping[str, Any],
    *,
    keys: tuple[str, ...],
    keep: tuple[str, ...] = (),
) -> None:
    """Inserts a row, or updates the one with the same keys, without the columns to keep."""
    s.execute(insert_or_update(s, table, keys=keys, columns=set(values) - set(keep)), [values])


def _config(source: Source) -> dict[str, Any]:
    config = asdict(source)
    config["private_hosts"] = sorted(source.private_hosts)
    config["fields"] = {
        name: [
            {"css": rule.css, "until": rule.until.isoformat() if rule.until else None}
            for rule in rules
        ]
        for name, rules in source.fields.items()
    }
    return config
