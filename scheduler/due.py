"""What the database says of the schedule, and what is written back: due times and past visits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeGuard

from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from crawler.list_reasons import LIST_EMPTY, OVERLAP_LOST
from db import read
from db.arrivals import arrivals, stated_before
from db.engine import session_factory
from db.health import LATEST_RUNS
from db.models import HostRow, RunRow, SourceRow
from db.write import is_synced, set_next_visit, sync_source
from pipeline.records import ListingKind, Source
from pipeline.urls import host_port
from scheduler.policy import (
    MOST_PATIENCE,
    ROOT,
    Floors,
    QuietHours,
    Visit,
    is_learned,
    next_visit,
    zone_of,
)
from scheduler.profile import Profile, learn
from scheduler.tempo import MOST_S, Tempo, tempo_for

LOOK_BACK_S = 84 * 86_400.0
"""How far back articles are learned from: six half-lives of the profile."""

LEAST_STATED = 8
"""Articles of the first visit whose pages state an exact time from which on these times count."""

FARTHEST_S = 7 * 86_400.0
"""No Retry-After counts for longer (crawler.fetching.politeness): what is farther was noted by a
clock that was ahead."""

LONGEST_CRON_S = 8 * 366 * 86_400.0
"""No crontab line waits longer for its next time: eight years lie between two 29ths of February
around a year such as 2100."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What holds for all sources: hours in which none is visited, and the tempo of
    learned visits."""

    quiet: QuietHours | None = None
    tempo: Tempo = ROOT


DEFAULT_RULES = Rules()


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
    anew: bool = False,
    first: bool = False,
) -> list[Due]:
    """The due times of all sources that are to be scheduled, the earliest first.

    Sources that the database does not know are written into it. A due time that the file no
    longer allows (a shorter `every`, another `cron`, quiet hours) is reckoned anew; with `anew`
    every one that is still to come, as after a clock that was put back; `first`, at a service's
    first look, those that are later than the rules of now would make them: hours that were quiet
    need be so no more. A source that is known and not among these, its file gone or at fault, is
    due no more. Where nothing is to be written the database is only read.
    """
    with session_factory(engine, read_only=True)() as session:
        rows = {row.id: row for row in session.scalars(select(SourceRow))}
        late = {s.id for s in sources if first and _is_late(session, rows.get(s.id), s, now, rules)}
    changed = [
        each
        for each in sources
        if each.id in late or not _is_right(rows.get(each.id), each, now, rules, anew)
    ]
    watched = {source.id for source in sources}
    gone = [row.id for row in rows.values() if row.next_visit_at and row.id not in watched]
    if changed or gone:
        with session_factory(engine).begin() as session:
            for id_ in gone:
                set_next_visit(session, id_, None)
            for source in changed:
                again = anew or source.id in late
                rows[source.id] = _put_right(session, source, now, chance(), rules, again)
    found = []
    for source in sources:
        row = rows[source.id]
        if source.enabled and not row.paused and row.next_visit_at is not None:
            found.append(Due(source, row.next_visit_at))
    return sorted(found, key=lambda due: (due.at, due.source.id))


def _is_right(
    row: SourceRow | None, source: Source, now: datetime, rules: Rules, anew: bool
) -> bool:
    """Whether the database holds of a source what it should."""
    if row is None or not is_synced(row, source):
        return False
    if not source.enabled or row.paused:
        return True
    at = row.next_visit_at
    return _stands(at, source, now, anew) and _awake(source, max(at, now), rules) == max(at, now)


def _is_late(
    session: Session, row: SourceRow | None, source: Source, now: datetime, rules: Rules
) -> bool:
    """Whether a due time is later than any that is reckoned by the rules of now."""
    if row is None or row.paused or not source.enabled:
        return False
    at = row.next_visit_at
    if at is None or at <= now:
        return False
    return at > reckon(session, source, now, chance=1.0, rules=rules)


def _stands(at: datetime | None, source: Source, now: datetime, anew: bool) -> TypeGuard[datetime]:
    """Whether a due time may be kept: it is not farther off than any that is reckoned."""
    longest_s = (source.every_s or 0.0) * MOST_PATIENCE
    if source.cron:
        longest_s = LONGEST_CRON_S
    if at is None or at > now + timedelta(seconds=2 * MOST_S + longest_s + FARTHEST_S):
        return False
    return not (anew and at > now)


def _put_right(
    session: Session, source: Source, now: datetime, chance: float, rules: Rules, anew: bool
) -> SourceRow:
    """Write a source's file into the database, and its due time where that does not stand."""
    known = session.get(SourceRow, source.id)
    obeyed = known is not None and _rule(known) == (source.every_s, source.cron, source.quiet)
    sync_source(session, source)
    session.flush()
    row = session.get(SourceRow, source.id, populate_existing=True)
    assert row is not None
    if source.enabled and not row.paused:
        at = row.next_visit_at
        if not obeyed or not _stands(at, source, now, anew):
            row.next_visit_at = reckon(session, source, now, chance=chance, rules=rules)
        elif (awake := _awake(source, max(at, now), rules)) > max(at, now):
            row.next_visit_at = awake
    return row


def _rule(row: SourceRow) -> tuple[float | None, str | None, str | None]:
    return row.config.get("every_s"), row.config.get("cron"), row.config.get("quiet")


def quiet_of(source: Source, rules: Rules) -> QuietHours | None:
    """The hours in which a source is not visited: its file's own, or those of all."""
    return QuietHours.parse(source.quiet) if source.quiet else rules.quiet


def _awake(source: Source, moment: datetime, rules: Rules) -> datetime:
    """The moment itself, or the end of the quiet hours that it falls into."""
    quiet = quiet_of(source, rules)
    return quiet.after(moment, zone_of(source)) if quiet else moment


def may_visit(engine: Engine, source: Source, now: datetime, rules: Rules) -> bool:
    """Whether a source that is due may be visited just now: it is not paused, its hours are not
    quiet, and no crawl of it is open."""
    if _awake(source, now, rules) > now:
        return False
    with session_factory(engine, read_only=True)() as session:
        row = session.get(SourceRow, source.id)
        open_ = read.runs_underway(session, source.id)
    return not open_ and not (row is not None and row.paused)


def was_ahead(engine: Engine, now: datetime) -> bool:
    """Whether runs are of a time that is still to come: the clock was put back meanwhile."""
    with session_factory(engine, read_only=True)() as session:
        last = session.scalar(select(func.max(RunRow.started_at)))
    return last is not None and last > now + timedelta(seconds=60)


def reckon(
    session: Session, source: Source, now: datetime, *, chance: float, rules: Rules
) -> datetime:
    """When a source is due by all that the database knows of it."""
    profile = None
    if is_learned(source):
        profile = profile_of(session, source, now, with_stated=True)
    return next_visit(
        source,
        visits(session, source.id),
        now,
        chance=chance,
        profile=profile,
        floors=_floors(session, source, now),
        quiet=quiet_of(source, rules),
        tempo=rules.tempo,
    )


def profile_of(
    session: Session, source: Source, now: datetime, *, with_stated: bool = False
) -> Profile:
    """What is learned of a source since its first visit.

    Articles found at that one had piled up before it. With `with_stated` the times that their
    pages state count: a guess that is good enough to say when to look again, not that something is
    wrong.
    """
    horizon = now - timedelta(seconds=LOOK_BACK_S)
    first = session.scalar(
        select(func.min(RunRow.ended_at)).where(
            RunRow.source_id == source.id, RunRow.state == "finished"
        )
    )
    if first is None:
        return Profile(zone=zone_of(source))
    since = max(first, horizon)
    appeared = arrivals(session, source.id, since)
    if with_stated and (stated := _covered(stated_before(session, source.id, first, horizon))):
        since, appeared = stated[0], [*stated[1:], *appeared]
    return learn(appeared, since, now, zone_of(source))


def _covered(stated: Sequence[datetime]) -> Sequence[datetime]:
    """Those of the times before the first visit since which the listings held all that came: not
    the oldest quarter, which may have been pinned or picked; none where they are few."""
    return stated[len(stated) // 4 :] if len(stated) >= LEAST_STATED else ()


def learned_tempo(
    engine: Engine, sources: Sequence[Source], visits_a_day: float, now: datetime
) -> Tempo:
    """The tempo of the sources whose visits are learned: so many visits a day in all, or as each
    needs where that is 0."""
    learned = [each for each in sources if is_learned(each)]
    with session_factory(engine, read_only=True)() as session:
        profiles = [
            profile_of(session, source, now, with_stated=True)
            for source in learned
            if source.enabled
        ]
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
    return Floors(until=until if until and until <= farthest else None, stale_at=stale_at)


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
        for run in read.runs(session, source_id=source_id, limit=LATEST_RUNS)
        if run.state != "running"
    ]


def _visit(run: RunRow) -> Visit:
    outcomes, reasons = run.counts.get("outcomes") or {}, run.counts.get("reasons") or {}
    return Visit(
        started_at=run.started_at,
        new=int(outcomes.get("new", 0)),
        failed=run.state == "failed",
        overlap_lost=OVERLAP_LOST in reasons,
        interrupted=run.state == "interrupted",
        list_empty=LIST_EMPTY in reasons,
    )
