"""The service: what is due is visited, and nothing is lost when it stops or dies."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, select, update

from crawler.processes import lives
from crawler.sources import write_source
from db import read
from db.engine import session_factory
from db.models import LeaseRow, ListingRow, RunRow, SourceRow
from db.write import set_paused
from demo.content import load_site
from demo.server import DemoSite, serve
from pipeline.records import Source
from pipeline.urls import host_port
from scheduler import lease
from scheduler.due import plan
from scheduler.limits import Limits
from scheduler.metrics import serve_metrics
from scheduler.orders import Orders
from scheduler.service import Service

ARTICLES = 11
"""Articles of the demo site's English section."""


@pytest.fixture
def site() -> Iterator[DemoSite]:
    with serve(load_site()) as running:
        yield running


def source_of(site: DemoSite, *, every_s: float | None = 3600.0, delay_s: float = 0.0) -> Source:
    return Source(
        id="watched",
        name="Watched",
        section=site.section_url("en-technology"),
        every_s=every_s,
        delay_s=delay_s,
        private_hosts=frozenset({host_port(site.origin)}),
    )


def orders(folder: Path) -> Orders:
    return Orders(
        db=str(folder / "rasid.db"),
        sources=folder / "sources",
        contact="me@example.org",
        refresh_s=0.2,
        stop_s=20.0,
    )


def row(engine: Engine) -> SourceRow:
    with session_factory(engine, read_only=True)() as session:
        found = session.get(SourceRow, "watched")
        assert found is not None
        return found


def runs(engine: Engine) -> list[RunRow]:
    with session_factory(engine, read_only=True)() as session:
        return read.runs(session)


def read_running(engine: Engine) -> list[RunRow]:
    return [run for run in runs(engine) if run.state == "running"]


def stored(engine: Engine) -> int:
    with session_factory(engine, read_only=True)() as session:
        return read.count_articles(session)


def wait_for(condition: Callable[[], object], seconds: float = 60.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.1)


def start_service(folder: Path, log: Path) -> subprocess.Popen[bytes]:
    words = ["--db", "rasid.db", "--sources", "sources", "--contact", "me@example.org", "schedule"]
    with log.open("ab") as stream:
        return subprocess.Popen([sys.executable, "-m", "cli.main", *words], cwd=folder,
                                stderr=stream)  # fmt: skip


@pytest.mark.usefixtures("prepared_processes")
def test_once_visits_what_is_due_and_nothing_else(
    tmp_path: Path, engine: Engine, site: DemoSite
) -> None:
    write_source(tmp_path / "sources", source_of(site))
    results = asyncio.run(Service(engine, orders(tmp_path)).run_once())
    assert [(result.state, result.exit) for result in results] == [("finished", 0)]
    assert stored(engine) == ARTICLES
    due = row(engine).next_visit_at
    assert due is not None
    assert due > datetime.now(UTC) + timedelta(minutes=50)
    assert asyncio.run(Service(engine, orders(tmp_path)).run_once()) == []


@pytest.mark.usefixtures("prepared_processes")
@pytest.mark.parametrize("every_s", [None, 60.0])
def test_a_learned_visit_leaves_a_fresh_listing_alone(
    tmp_path: Path, engine: Engine, site: DemoSite, every_s: float | None
) -> None:
    write_source(tmp_path / "sources", source_of(site, every_s=every_s))
    asyncio.run(Service(engine, orders(tmp_path)).run_once())
    assert {"listing", "feed"} <= {each.kind for each in site.take_log()}
    with session_factory(engine).begin() as session:  # the feed said so, and time went by
        session.execute(update(ListingRow).where(ListingRow.kind == "feed").values(ttl_s=7200.0))
        yesterday = datetime.now(UTC) - timedelta(days=1)
        session.execute(update(RunRow).values(started_at=yesterday))
        session.execute(update(SourceRow).values(next_visit_at=yesterday))
    (result,) = asyncio.run(Service(engine, orders(tmp_path)).run_once())
    assert (result.state, result.exit) == ("finished", 0)
    asked = {each.kind for each in site.take_log()}
    assert ("listing" in asked, "feed" in asked) == (True, every_s is not None)


def test_a_paused_or_disabled_source_is_not_due(
    tmp_path: Path, engine: Engine, site: DemoSite
) -> None:
    source = source_of(site)
    now = datetime.now(UTC)

    def due() -> list[str]:
        return [each.source.id for each in plan(engine, [source], now, chance=lambda: 0.5)]

    assert due() == ["watched"]
    with session_factory(engine).begin() as session:
        set_paused(session, "watched", True)
    assert due() == []


def test_a_shorter_interval_takes_effect_at_once(engine: Engine, site: DemoSite) -> None:
    now = datetime.now(UTC)
    patient, hasty = source_of(site), source_of(site, every_s=60.0)
    with session_factory(engine).begin() as session:
        session.add(SourceRow(id="watched", name="W", config={}))
        session.flush()
        session.add(RunRow(source_id="watched", started_at=now, heartbeat_at=now, state="finished"))
    assert plan(engine, [patient], now, chance=lambda: 0.5)[0].at == now + timedelta(hours=1)
    assert plan(engine, [hasty], now, chance=lambda: 0.5)[0].at == now + timedelta(minutes=1)


@pytest.mark.usefixtures("prepared_processes")
def test_the_service_visits_again_and_again_and_stops_when_told(
    tmp_path: Path, engine: Engine, site: DemoSite, caplog: pytest.LogCaptureFixture
) -> None:
    write_source(tmp_path / "sources", source_of(site, every_s=10.0))
    service = Service(engine, orders(tmp_path))

    async def until_two_runs() -> None:
        serving = asyncio.create_task(service.run_until_stopped())
        while len([run for run in runs(engine) if run.state == "finished"]) < 2:
            assert not serving.done()
            await asyncio.sleep(0.2)
        service.stop()
        await serving

    with caplog.at_level(logging.INFO, logger="rasid"):
        asyncio.run(asyncio.wait_for(until_two_runs(), 120))
    assert stored(engine) == ARTICLES
    assert all(run.state in ("finished", "interrupted") for run in runs(engine))
    assert "run-ended source=watched state=finished" in caplog.text


def test_a_second_service_refuses(tmp_path: Path, engine: Engine) -> None:
    (tmp_path / "sources").mkdir()
    with lease.hold(engine), serve_metrics(engine, 0) as port:
        refused = subprocess.run(
            [sys.executable, "-m", "cli.main", "--db", "rasid.db", "--contact", "me@example.org",
             "schedule"],
            cwd=tmp_path, capture_output=True, text=True, check=False,
            env=os.environ | {"RASID_METRICS_PORT": str(port)},
        )  # fmt: skip
    assert refused.returncode == 2
    assert f"another service is running (process {os.getpid()}" in refused.stderr
    assert refused.stderr.count("\n") == 1


def test_a_service_that_lost_its_lease_ends(tmp_path: Path, engine: Engine) -> None:
    (tmp_path / "sources").mkdir()

    async def lose() -> None:
        serving = asyncio.create_task(Service(engine, orders(tmp_path)).run_until_stopped())
        await asyncio.sleep(0.5)
        with session_factory(engine).begin() as session:
            session.execute(update(LeaseRow).values(holder="another"))
        await serving

    with pytest.raises(lease.AlreadyScheduled, match="took over"):
        asyncio.run(asyncio.wait_for(lose(), 60))
    with session_factory(engine, read_only=True)() as session:
        assert session.scalar(select(LeaseRow.holder)) == "another"


def test_a_service_waits_for_a_database_that_cannot_be_used(
    tmp_path: Path, engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "sources").mkdir()
    service = Service(engine, orders(tmp_path))

    def rename(before: str, after: str) -> None:
        with engine.begin() as connection:
            connection.exec_driver_sql(f"ALTER TABLE {before} RENAME TO {after}")

    async def lose_and_find() -> None:
        serving = asyncio.create_task(service.run_until_stopped())
        for event, change in (("started", ("leases", "away")), ("unusable", ("away", "leases"))):
            while event not in caplog.text:
                assert not serving.done()
                await asyncio.sleep(0.1)
            rename(*change)
        while "database-usable" not in caplog.text:
            assert not serving.done()
            await asyncio.sleep(0.1)
        service.stop()
        await serving

    with caplog.at_level(logging.INFO, logger="rasid"):
        asyncio.run(asyncio.wait_for(lose_and_find(), 60))
    assert caplog.text.count("database-unusable") == 1


@pytest.mark.usefixtures("prepared_processes")
def test_a_crawl_beyond_its_time_ends_and_the_rest_waits(
    tmp_path: Path, engine: Engine, site: DemoSite
) -> None:
    write_source(tmp_path / "sources", source_of(site, delay_s=4.0))
    short = replace(orders(tmp_path), limits=Limits(time_s=12.0))
    results = asyncio.run(Service(engine, short).run_once())
    assert [each.error for each in results] == ["took longer than 12 s"]
    assert not read_running(engine)
    assert stored(engine) < ARTICLES


def test_a_crawl_that_uses_too_much_memory_ends(
    tmp_path: Path, engine: Engine, site: DemoSite
) -> None:
    write_source(tmp_path / "sources", source_of(site, delay_s=2.0))
    small = replace(orders(tmp_path), limits=Limits(memory_mb=1))
    results = asyncio.run(Service(engine, small).run_once())
    assert [each.error for each in results] == ["used more than 1 MB"]
    assert stored(engine) < ARTICLES
    assert not read_running(engine)


def test_a_folder_named_as_one_of_ours_does_not_stand_in_its_way(
    tmp_path: Path, engine: Engine, site: DemoSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_source(tmp_path / "sources", source_of(site))
    for name in ("db", "crawler", "pipeline"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text("raise SystemExit('not ours')\n")
    monkeypatch.chdir(tmp_path)
    results = asyncio.run(Service(engine, orders(tmp_path)).run_once())
    assert [result.state for result in results] == ["finished"]


def test_sigterm_in_the_middle_of_a_crawl_ends_cleanly(
    tmp_path: Path, engine: Engine, site: DemoSite
) -> None:
    write_source(tmp_path / "sources", source_of(site, delay_s=2.0))
    process = start_service(tmp_path, tmp_path / "log")
    wait_for(lambda: stored(engine) >= 2)
    process.send_signal(signal.SIGTERM)
    time.sleep(0.2)
    process.send_signal(signal.SIGHUP)  # which neither ends it nor its crawls
    process.send_signal(signal.SIGTERM)
    assert process.wait(60) == 0
    assert [run.state for run in runs(engine)] == ["interrupted"]
    assert b"stopped" in (tmp_path / "log").read_bytes()
    assert stored(engine) >= 2
    next_visit = row(engine).next_visit_at
    assert next_visit is not None
    assert next_visit <= datetime.now(UTC)


def test_signals_at_the_very_end_change_nothing(tmp_path: Path, engine: Engine) -> None:
    (tmp_path / "sources").mkdir()
    process = start_service(tmp_path, tmp_path / "log")
    wait_for(lambda: b"started" in (tmp_path / "log").read_bytes())
    while process.poll() is None:
        process.send_signal(signal.SIGTERM)
        process.send_signal(signal.SIGHUP)
        time.sleep(0.001)
    assert process.returncode == 0
    assert b"Traceback" not in (tmp_path / "log").read_bytes()


@pytest.mark.usefixtures("prepared_processes")
def test_after_kill_9_the_next_service_goes_on(
    tmp_path: Path, engine: Engine, site: DemoSite
) -> None:
    write_source(tmp_path / "sources", source_of(site, delay_s=2.0))
    process = start_service(tmp_path, tmp_path / "log")
    wait_for(lambda: stored(engine) >= 2)
    pid = runs(engine)[0].pid
    assert pid is not None
    process.kill()
    process.wait(10)
    os.kill(pid, signal.SIGKILL)
    wait_for(lambda: not lives(pid))  # which returns before the process has ended
    assert stored(engine) < ARTICLES
    (tmp_path / "sources" / "watched.toml").unlink()
    write_source(tmp_path / "sources", source_of(site))
    results = asyncio.run(Service(engine, orders(tmp_path)).run_once())
    assert [result.state for result in results] == ["finished"]
    assert sorted(run.state for run in runs(engine)) == ["finished", "interrupted"]
    assert stored(engine) == ARTICLES
