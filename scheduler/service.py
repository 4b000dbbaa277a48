"""The long-running process: APScheduler decides when, each crawl is a process of its own.

The database is the truth: `sources.next_visit_at` says when a source is due, `runs` what became of
each visit. APScheduler holds one job a source, made from that; a service that was killed and
started again goes on where it was.
"""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import random
from time import monotonic
from urllib.parse import urlsplit

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.date import DateTrigger
from apscheduler.triggers.interval import IntervalTrigger
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from crawler.events import CrawlRequest, RunResult
from crawler.run import CrawlProcess, start_crawl
from crawler.sources import read_sources
from pipeline.records import Source
from scheduler import lease
from scheduler.alerts import update_health
from scheduler.archives import Keeping, remove_old
from scheduler.due import (
    Due,
    Rules,
    busy,
    close_dead_runs,
    close_run,
    learned_tempo,
    plan,
    record_next_visit,
)
from scheduler.limits import Limits, watch
from scheduler.notify import Hooks, tell
from scheduler.policy import QuietHours, is_learned

log = logging.getLogger("rasid.schedule")

REFRESH_S = 10.0
"""How often the files and the database are looked at again: a pause takes effect this soon."""

UNREADY_S = 3600.0
"""Wait after a crawl that could not even begin, where the file names no interval."""

NO_MORE_THAN = Limits()
NO_HOOKS = Hooks()
KEEP_ALL = Keeping()

UPKEEP_S = 3600.0
"""Seconds between two looks at what is old: archive files, and the tempo of all sources."""

TELL_S = 10.0
"""Seconds that hooks are given when the service stops."""

STOP_S = 40.0
"""Seconds that running crawls are given to end when the service stops, before they are killed."""


@dataclass(frozen=True, slots=True)
class Orders:
    """What the service is told: where things are, and how much it may do at once."""

    db: str
    sources: Path
    contact: str
    jobs: int = 2
    refresh_s: float = REFRESH_S
    limits: Limits = NO_MORE_THAN
    stop_s: float = STOP_S
    quiet: QuietHours | None = None
    visits_a_day: int = 0
    hooks: Hooks = NO_HOOKS
    archive: Keeping = KEEP_ALL


class Service:
    """Visits sources when they are due, until it is told to stop."""

    def __init__(self, engine: Engine, orders: Orders) -> None:
        self._engine = engine
        self._orders = orders
        # A job that is late is run all the same, and once however often it was missed.
        self._scheduler = AsyncIOScheduler(
            timezone=UTC, job_defaults={"misfire_grace_time": None, "coalesce": True}
        )
        self._places = asyncio.Semaphore(orders.jobs)
        self._hosts: dict[str, asyncio.Lock] = {}
        self._sources: dict[str, Source] = {}
        self._visiting: set[str] = set()
        self._running: set[CrawlProcess] = set()
        self._tasks: set[asyncio.Task[RunResult | None]] = set()
        self._stop = asyncio.Event()
        self._told_problems: frozenset[str] = frozenset()
        self._lease: lease.Lease | None = None
        self._renewed_at = monotonic()
        self._lost: Exception | None = None
        self._rules = Rules(orders.quiet)
        self._telling: set[asyncio.Task[None]] = set()
        self._kept_at = float("-inf")

    async def run_until_stopped(self) -> None:
        """Schedule until SIGTERM or SIGINT; then let running crawls end, and return.

        Raises scheduler.lease.AlreadyScheduled where another service holds the database.
        """
        with lease.hold(self._engine) as self._lease:
            self._listen()
            every = IntervalTrigger(seconds=self._orders.refresh_s, timezone=UTC)
            self._scheduler.add_job(self._refresh, every, id=" refresh", next_run_time=_now())
            self._scheduler.start()
            log.info("started jobs=%d db=%s", self._orders.jobs, self._engine.url)
            try:
                await self._stop.wait()
            finally:
                self._scheduler.shutdown(wait=False)
                await self._end_visits()
            log.info("stopped")
        if self._lost:
            raise self._lost

    async def run_once(self) -> list[RunResult]:
        """Visit every source that is due now, and give the results."""
        with lease.hold(self._engine):
            self._listen()
            close_dead_runs(self._engine, _now())
            self._plan()
            self._learn_tempo()
            due = [each for each in self._plan() if each.at <= _now()]
            results = await asyncio.gather(*(self._visit(each.source.id) for each in due))
            await asyncio.gather(*self._telling)
        return [result for result in results if result is not None]

    def _listen(self) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self.stop)

    def stop(self) -> None:
        """Begin no further visit, ask the running ones to end, and let the service return."""
        log.info("stopping, %d crawls to end", len(self._running))
        self._stop.set()
        for crawl in self._running:
            crawl.interrupt()

    def _plan(self) -> list[Due]:
        """When each source is due, by its file and the database; problems are told once."""
        sources, problems = read_sources(self._orders.sources)
        told = frozenset(str(problem) for problem in problems)
        for problem in sorted(told - self._told_problems):
            log.error("source-file %s", problem)
        self._told_problems = told
        self._sources = {source.id: source for source in sources}
        return plan(self._engine, sources, _now(), chance=_chance, rules=self._rules)

    async def _refresh(self) -> None:
        """Stay in charge, and see what is to be done. A database that cannot be used just now is
        told and tried again; a lease that is lost, or cannot be renewed in time, ends the service.
        """
        try:
            await asyncio.to_thread(self._stay)
            self._renewed_at = monotonic()
            planned = self._plan()
            if monotonic() - self._kept_at >= UPKEEP_S:
                self._kept_at = monotonic()
                await asyncio.to_thread(self._keep_up)
            self._plan_jobs(planned)
        except lease.AlreadyScheduled as lost:
            self._give_up(lost)
        except (DBAPIError, OSError) as error:
            log.error("database-unusable error=%s", str(error).splitlines()[0])
            if monotonic() - self._renewed_at > lease.TTL_S:
                self._give_up(error)

    def _give_up(self, reason: Exception) -> None:
        self._lost = reason
        self.stop()

    def _stay(self) -> None:
        assert self._lease is not None
        self._lease.renew()
        close_dead_runs(self._engine, _now())

    def _keep_up(self) -> None:
        """What is to be done now and then: old archives go, visits are shared out anew."""
        removed = remove_old(self._orders.archive, _now())
        if removed:
            log.info("archive-removed files=%d", removed)
        self._learn_tempo()

    def _learn_tempo(self) -> None:
        tempo = learned_tempo(
            self._engine, list(self._sources.values()), self._orders.visits_a_day, _now()
        )
        self._rules = Rules(self._orders.quiet, tempo)

    async def _look_after(self, source: Source) -> None:
        """Open and close the source's alerts, and tell of it; no fault of this ends anything."""
        try:
            changes = await asyncio.to_thread(update_health, self._engine, source, _now())
        except DBAPIError as error:
            log.error("health-unknown source=%s error=%s", source.id, str(error).splitlines()[0])
            return
        for change in changes:
            state = "opened" if change.opened else "closed"
            log.warning(
                "alert-%s source=%s kind=%s detail=%s",
                state, source.id, change.kind, change.detail,
            )  # fmt: skip
        await asyncio.to_thread(tell, self._orders.hooks, changes)

    def _plan_jobs(self, planned: Sequence[Due]) -> None:
        """Give every source that is to be scheduled its job, and take the others' away."""
        wanted = {each.source.id: each for each in planned}
        for job in self._scheduler.get_jobs():
            if job.id.startswith("visit ") and job.args[0] not in wanted:
                job.remove()
        for id_, each in wanted.items():
            if id_ not in self._visiting:
                self._schedule(id_, each.at)

    def _schedule(self, source_id: str, at: datetime) -> None:
        self._scheduler.add_job(
            self._begin_visit,
            DateTrigger(at, timezone=UTC),
            args=[source_id],
            id=f"visit {source_id}",
            replace_existing=True,
            misfire_grace_time=None,
        )

    async def _begin_visit(self, source_id: str) -> None:
        """Begin a visit as a task of ours: APScheduler cancels its own when it is shut down."""
        task = asyncio.create_task(self._visit(source_id))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _visit(self, source_id: str) -> RunResult | None:
        """One visit, when its host and a place are free; None where the service stops first."""
        source = self._sources.get(source_id)
        if source is None or source_id in self._visiting:
            return None
        self._visiting.add(source_id)
        try:
            async with self._hosts.setdefault(host_of(source), asyncio.Lock()), self._places:
                if self._stop.is_set() or busy(self._engine, source_id):
                    return None
                result = await self._crawl(source)
            if result.run_id is None:  # it could not even begin: there is no history to go by
                await asyncio.to_thread(self._postpone, source_id)
            elif not self._stop.is_set() or result.state == "finished":
                await asyncio.to_thread(
                    record_next_visit,
                    self._engine,
                    source,
                    _now(),
                    _chance(),
                    rules=self._rules,
                )
            return result
        except Exception:  # one visit that cannot be made must not end the service
            log.exception("visit-failed source=%s", source_id)
            await asyncio.to_thread(self._postpone, source_id)
            return None
        finally:
            self._visiting.discard(source_id)

    async def _crawl(self, source: Source) -> RunResult:
        orders = self._orders
        request = CrawlRequest(
            source=source.id,
            db=orders.db,
            sources=str(orders.sources),
            contact=orders.contact,
            due_only=is_learned(source),
        )
        log.info("run-started source=%s", source.id)
        crawl = await start_crawl(request)
        self._running.add(crawl)
        try:
            result = await watch(crawl, orders.limits)
        finally:
            self._running.discard(crawl)
        if result.run_id is not None:
            await asyncio.to_thread(close_run, self._engine, result.run_id, result.error, _now())
        telling = asyncio.create_task(self._look_after(source))
        self._telling.add(telling)
        telling.add_done_callback(self._telling.discard)
        log.info(
            "run-ended source=%s state=%s counts=%s error=%s",
            source.id, result.state, dict(result.counts), result.error,
        )  # fmt: skip
        return result

    def _postpone(self, source_id: str) -> None:
        source = self._sources[source_id]
        at = _now() + timedelta(seconds=source.every_s or UNREADY_S)
        record_next_visit(self._engine, source, _now(), _chance(), at=at)

    async def _end_visits(self) -> None:
        """Wait until no visit is left; crawls that do not end in time are killed."""
        late: set[asyncio.Task[RunResult | None]] = set()
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=self._orders.stop_s)
        for crawl in self._running:
            crawl.kill()
        if late:
            await asyncio.wait(late)
        if self._telling:
            await asyncio.wait(self._telling, timeout=TELL_S)


def host_of(source: Source) -> str:
    """The host that a source's listings are of: two sources of one host take turns."""
    for url in (source.section, *source.feeds, *source.sitemaps, *source.wordpress):
        if url:
            return urlsplit(url).netloc.lower().removeprefix("www.")
    return ""


def _chance() -> float:
    return random()  # noqa: S311  # spreads visits in time, guards nothing


def _now() -> datetime:
    return datetime.now(UTC)
