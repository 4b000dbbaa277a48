"""What the database says of the schedule, and what is written back: due times and past visits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from crawler.visit import LEASE_S
from db import read
from db.arrivals import arrivals
from db.engine import session_factory
from db.models import HostRow, RunRow, SourceRow
from db.write import end_run, interrupt_stale_runs, set_next_visit, sync_source
from pipeline.records import ListingKind, Source
from pipeline.urls import host_port
from scheduler.policy import (
    ROOT,
    Floors,
    QuietHours,
    Visit,
    is_learned,
    next_visit,
    zone_of,
)
from scheduler.processes import lives
from scheduler.profile import Profile, learn
from scheduler.tempo import MOST_S, Tempo, tempo_for

REMEMBERED = 50
"""Past visits that are looked at for failures in a row."""

LOOK_BACK_S = 84 * 86_400.0
"""How far back articles are learned from: six half-lives of the profile."""

FARTHEST_S = 7 * 86_400.0
"""A longer Retry-After counts as this: a slip must not silence a source for a year."""

OVERLAP_LOST = "listing:overlap-lost"
"""What a run counts where the newest page of a listing held no known article."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What holds for all sources: hours in which none is visited, and the tempo of
    learned visits."""

    quiet: QuietHours | None = None
    tempo: Tempo = ROOT


DEFAULT_RULES = Rules()
DIED = "its process died"


@dataclass(frozen=True, slots=True)
class Due:
    """When a source is to be visited; in the past where it is overdue."""

    source: Source
    at: datetime


def plan(
    engine: Engine,
    sources: Sequence[Source],
    now: datetime,
    *,
    chance: Callable[[], float],
    rules: Rules = DEFAULT_RULES,
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
            if at is None or changed or at > now + timedelta(seconds=2 * MOST_S + FARTHEST_S):
                at = reckon(session, source, now, chance=chance(), rules=rules)
                set_next_visit(session, source.id, at)
            found.append(Due(source, at))
    return sorted(found, key=lambda due: (due.at, due.source.id))


def _rule(row: SourceRow) -> tuple[float | None, str | None]:
    return row.config.get("every_s"), row.config.get("cron")


def reckon(
    session: Session, source: Source, now: datetime, *, chance: float, rules: Rules
) -> datetime:
    """When a source is due by all that the database knows of it."""
    profile = None
    if is_learned(source):
        profile = profile_of(session, source, now)
    return next_visit(
        source,
        visits(session, source.id),
        now,
        chance=chance,
        profile=profile,
        floors=_floors(session, source, now),
        quiet=rules.quiet,
        tempo=rules.tempo,
    )


def profile_of(session: Session, source: Source, now: datetime) -> Profile:
    """What is learned of a source since its first visit; articles found at that one had piled up
    before it, and say nothing of the pace."""
    horizon = now - timedelta(seconds=LOOK_BACK_S)
    first = session.scalar(
        select(func.min(RunRow.ended_at)).where(
            RunRow.source_id == source.id, RunRow.state == "finished"
        )
    )
    if first is None:
        return Profile(zone=zone_of(source))
    since = max(first, horizon)
    return learn(arrivals(session, source.id, since), since, now, zone_of(source))


def learned_tempo(
    engine: Engine, sources: Sequence[Source], visits_a_day: float, now: datetime
) -> Tempo:
    """The tempo of the sources whose visits are learned: so many visits a day in all, or as each
    needs where that is 0."""
    learned = [each for each in sources if is_learned(each)]
    with session_factory(engine, read_only=True)() as session:
        profiles = [profile_of(session, source, now) for source in learned if source.enabled]
    return tempo_for(profiles, visits_a_day)


def _floors(session: Session, source: Source, now: datetime) -> Floors:
    """What the hosts and listings of a source ask for. One listing that says nothing of how long
    it stays fresh may have changed at any time."""
    rows = read.listings(session, source.id)
    urls = {row.url for row in rows} | {source.section or ""}
    hosts = {host_port(url) for url in urls if url}
    until = session.scalar(
        select(func.max(HostRow.retry_after_until)).where(HostRow.host.in_(hosts))
    )
    asked = [row for row in rows if row.kind != ListingKind.SITEMAP]
    fresh = [
        row.checked_at + timedelta(seconds=row.ttl_s)
        for row in asked
        if row.ttl_s and row.checked_at and not row.failures
    ]
    stale_at = min(fresh) if asked and len(fresh) == len(asked) else None
    farthest = now + timedelta(seconds=FARTHEST_S)
    return Floors(until=min(until, farthest) if until else None, stale_at=stale_at)


def record_next_visit(
    engine: Engine,
    source: Source,
    now: datetime,
    chance: float,
    *,
    at: datetime | None = None,
    rules: Rules = DEFAULT_RULES,
) -> datetime:
    """Write when a source is due next: `at`, or as its history says."""
    with session_factory(engine).begin() as session:
        if at is None:
            at = reckon(session, source, now, chance=chance, rules=rules)
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
        failed=run.state == "failed",
        overlap_lost=OVERLAP_LOST in (run.counts.get("reasons") or {}),
        interrupted=run.state == "interrupted",
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
