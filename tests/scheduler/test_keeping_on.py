"""What keeps a service of a year right: its lease, dead runs, quiet hours, the clock."""

from __future__ import annotations

import asyncio
import os
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, update
from sqlalchemy.exc import DBAPIError

from crawler.events import RunResult
from db.engine import session_factory
from db.gauges import gauges
from db.models import LeaseRow, RunRow, SourceRow
from db.write import set_paused
from pipeline.records import Source
from scheduler import lease
from scheduler.due import DEFAULT_RULES, Rules, may_visit, plan, record_next_visit, was_ahead
from scheduler.lease import AlreadyScheduled, Lease
from scheduler.notify import Hooks
from scheduler.orders import Orders
from scheduler.policy import QuietHours
from scheduler.runs import DeadRuns
from scheduler.service import Service
from scheduler.telling import Teller
from scheduler.visits import Visits

NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
HOURLY = Source(id="s", name="S", section="https://example.org/", every_s=3600.0)
QUIET = Source(
    id="s", name="S", section="https://example.org/", every_s=3600.0, timezone="Asia/Dubai",
    quiet="15:00-18:00",
)  # fmt: skip


def due(engine: Engine, source: Source, now: datetime, *, anew: bool = False) -> datetime:
    (found,) = plan(engine, [source], now, chance=lambda: 0.5, anew=anew)
    return found.at


def set_due(engine: Engine, at: datetime) -> None:
    with session_factory(engine).begin() as session:
        session.execute(update(SourceRow).values(next_visit_at=at))


def open_run(engine: Engine, heartbeat: datetime, pid: int | None, state: str = "running") -> None:
    with session_factory(engine).begin() as session:
        if session.get(SourceRow, "s") is None:
            session.add(SourceRow(id="s", name="S", config={}))
            session.flush()
        run = RunRow(source_id="s", started_at=NOW, heartbeat_at=heartbeat, state=state)
        run.pid = pid
        session.add(run)


def test_a_lease_of_a_clock_that_was_ahead_does_not_last_for_a_year(engine: Engine) -> None:
    with lease.hold(engine):
        with session_factory(engine).begin() as session:
            year = datetime.now(UTC) + timedelta(days=365)
            session.execute(update(LeaseRow).values(expires_at=year, holder="x", machine="x"))
        other = Lease(engine)
        with pytest.raises(AlreadyScheduled):
            other.take()
        with session_factory(engine)() as session:
            row = session.get(LeaseRow, lease.NAME)
            assert row is not None
            assert row.expires_at < datetime.now(UTC) + timedelta(seconds=2 * lease.TTL_S)


def test_a_run_that_lives_is_not_closed_by_a_clock_put_forward(engine: Engine) -> None:
    dead_runs = DeadRuns(engine)
    assert dead_runs.close(NOW) == []
    open_run(engine, NOW, os.getpid())
    assert dead_runs.close(NOW + timedelta(hours=5)) == []


def test_a_run_without_its_process_is_closed_at_once(engine: Engine) -> None:
    open_run(engine, NOW, 2**22 + 7)  # above the largest process number
    assert len(DeadRuns(engine).close(NOW)) == 1


def test_what_was_silent_before_the_first_look_is_dead(engine: Engine) -> None:
    open_run(engine, NOW - timedelta(minutes=5), None)
    open_run(engine, NOW - timedelta(seconds=5), None)
    assert len(DeadRuns(engine).close(NOW)) == 1


def test_quiet_hours_are_the_sources_and_by_its_clock(engine: Engine) -> None:
    evening = NOW.replace(hour=14)  # 18:00 in Dubai
    assert due(engine, QUIET, NOW) == evening
    assert not may_visit(engine, QUIET, NOW, DEFAULT_RULES)
    assert may_visit(engine, QUIET, evening, DEFAULT_RULES)


def test_an_overdue_source_waits_for_the_end_of_its_quiet_hours(engine: Engine) -> None:
    due(engine, QUIET, NOW)
    set_due(engine, NOW - timedelta(hours=20))
    assert due(engine, QUIET, NOW) == NOW.replace(hour=14)


def test_quiet_hours_that_are_taken_away_hold_no_longer(engine: Engine) -> None:
    """The due time that they made is reckoned anew when a service begins, and not before."""
    quiet = Rules(quiet=QuietHours(time(0), time(23, 59)))

    def due(rules: Rules, *, first: bool) -> datetime:
        (found,) = plan(engine, [HOURLY], NOW, chance=lambda: 0.5, rules=rules, first=first)
        return found.at

    night = NOW.replace(hour=23, minute=59)
    assert due(quiet, first=True) == night
    assert due(DEFAULT_RULES, first=False) == night
    assert due(quiet, first=True) == night
    assert due(DEFAULT_RULES, first=True) == NOW
    open_run(engine, NOW, None, "finished")
    set_due(engine, NOW + timedelta(hours=1))
    assert due(DEFAULT_RULES, first=True) == NOW + timedelta(hours=1)
    set_due(engine, NOW + timedelta(minutes=5))  # earlier is no fault
    assert due(DEFAULT_RULES, first=True) == NOW + timedelta(minutes=5)


def test_a_service_begins_with_the_rules_of_now(tmp_path: Path, engine: Engine) -> None:
    sources = tmp_path / "sources"
    sources.mkdir()
    (sources / "s.toml").write_text('section = "http://127.0.0.1:9/tech/"\nevery = "1h"\n')
    orders = Orders(db=str(tmp_path / "rasid.db"), sources=sources, contact="me@example.org")
    now = datetime.now(UTC)
    always = QuietHours((now - timedelta(hours=1)).time(), (now - timedelta(hours=2)).time())
    assert asyncio.run(Service(engine, replace(orders, quiet=always)).run_once()) == []
    (result,) = asyncio.run(Service(engine, orders).run_once())
    assert result.source == "s"


def test_a_paused_source_or_one_that_is_crawled_is_not_visited(engine: Engine) -> None:
    due(engine, HOURLY, NOW)
    assert may_visit(engine, HOURLY, NOW, DEFAULT_RULES)
    with session_factory(engine).begin() as session:
        set_paused(session, "s", True)
    assert not may_visit(engine, HOURLY, NOW, DEFAULT_RULES)
    with session_factory(engine).begin() as session:
        set_paused(session, "s", False)
    open_run(engine, NOW, os.getpid())
    assert not may_visit(engine, HOURLY, NOW, DEFAULT_RULES)


def test_due_times_are_reckoned_anew_after_a_clock_that_was_put_back(engine: Engine) -> None:
    due(engine, HOURLY, NOW)
    set_due(engine, NOW + timedelta(days=1))
    open_run(engine, NOW, None)
    assert due(engine, HOURLY, NOW) == NOW + timedelta(days=1)
    assert was_ahead(engine, NOW - timedelta(hours=3))
    assert not was_ahead(engine, NOW)
    assert due(engine, HOURLY, NOW, anew=True) <= NOW + timedelta(hours=1)


@pytest.mark.parametrize(
    "planned",
    [
        QUIET,
        replace(HOURLY, every_s=30 * 86_400.0),
        replace(HOURLY, every_s=None, cron="0 0 1 * *"),
    ],
    ids=["quiet", "monthly", "monthly by cron"],
)
def test_a_plan_that_holds_writes_nothing(engine: Engine, planned: Source) -> None:
    due(engine, planned, NOW)
    open_run(engine, NOW, None, state="finished")
    set_due(engine, record_next_visit(engine, planned, NOW, 0.5))
    statements: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *given: statements.append(given[2]))
    due(engine, planned, NOW)
    writing = ("INSERT", "UPDATE", "BEGIN IMMEDIATE")
    assert [each for each in statements if each.startswith(writing)] == []


def another_machine_holds(engine: Engine, seconds: float) -> None:
    until = datetime.now(UTC) + timedelta(seconds=seconds)
    with session_factory(engine).begin() as session:
        session.merge(
            LeaseRow(name=lease.NAME, holder="x", machine="x 1", pid=1, taken_at=until,
                     expires_at=until)
        )  # fmt: skip


def test_a_holder_that_may_be_dead_is_waited_out(engine: Engine) -> None:
    another_machine_holds(engine, 0.5)
    with lease.hold(engine) as held:
        assert held is not None
        held.renew()


def test_a_holder_that_renews_its_lease_lives(engine: Engine) -> None:
    another_machine_holds(engine, 40)
    looks = iter(range(10))

    def renewed() -> bool:
        another_machine_holds(engine, 50 + next(looks))
        return False

    with pytest.raises(AlreadyScheduled), lease.hold(engine, renewed):
        pass


def test_waiting_for_a_lease_ends_when_it_is_to(engine: Engine) -> None:
    another_machine_holds(engine, 40)
    told = iter((False, True))
    with lease.hold(engine, lambda: next(told)) as held:
        assert held is None


def test_a_source_whose_file_is_gone_is_due_no_more(engine: Engine) -> None:
    due(engine, HOURLY, NOW)
    assert plan(engine, [], NOW, chance=lambda: 0.5) == []
    with session_factory(engine)() as session:
        assert gauges(session, NOW + timedelta(days=9)).late_s == 0
    assert due(engine, HOURLY, NOW) == NOW


def test_how_a_crawl_ended_is_written_when_there_is_room_again(
    engine: Engine, tmp_path: Path
) -> None:
    open_run(engine, NOW, os.getpid())

    async def in_charge() -> bool:
        return True

    visits = Visits(
        engine, Orders("rasid.db", tmp_path, "me@example.org"), Teller(engine, Hooks()), in_charge
    )
    ended = RunResult("s", 1, "failed", 1, {}, "the database: database or disk is full")
    visits._ended.append((ended, NOW))
    with engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE runs RENAME TO away")
    with pytest.raises(DBAPIError):
        visits.close_runs()
    with engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE away RENAME TO runs")
    visits.close_runs()
    with session_factory(engine)() as session:
        run = session.get(RunRow, 1)
        assert run is not None
        assert (run.state, run.error) == ("failed", ended.error)
