"""The long-running process: APScheduler decides when, each crawl is a process of its own.

The database is the truth: `sources.next_visit_at` says when a source is due, `runs` what became of
each visit. APScheduler holds one job a source, made from that anew at every refresh; a service that
was killed and started again goes on where it was. The refresh itself keeps to the monotonic clock,
so that a clock that is set neither stops nor hurries it.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import ExitStack, asynccontextmanager, suppress
from time import monotonic

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.date import DateTrigger
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from crawler.events import RunResult
from pipeline.records import Source
from scheduler import lease
from scheduler.alerts import close_unwatched
from scheduler.archives import remove_old
from scheduler.clock import Clock
from scheduler.due import Due, Rules, learned_tempo, plan, was_ahead
from scheduler.files import SourceFiles
from scheduler.metrics import serve_metrics
from scheduler.orders import Orders
from scheduler.runs import DeadRuns
from scheduler.signals import listening
from scheduler.telling import Teller
from scheduler.trouble import Trouble
from scheduler.visits import Visits, chance, now, tell_changes

log = logging.getLogger("rasid.schedule")

UPKEEP_S = 3600.0
"""Seconds between two looks at what is old: archive files, untold alerts, the sources' tempo."""

TELL_S = 10.0
"""Seconds that hooks are given when the service stops."""


class Service:
    """Visits sources when they are due, until it is told to stop."""

    def __init__(self, engine: Engine, orders: Orders) -> None:
        self._engine = engine
        self._orders = orders
        # A job that is late is run all the same, and once however often it was missed.
        self._scheduler = AsyncIOScheduler(
            timezone="UTC", job_defaults={"misfire_grace_time": None, "coalesce": True}
        )
        self._teller = Teller(engine, orders.hooks)
        self._visits = Visits(engine, orders, self._teller, self._in_charge)
        self._dead_runs = DeadRuns(engine, orders.archive.folder)
        self._files = SourceFiles(orders.sources)
        self._stop = asyncio.Event()
        self._lease: lease.Lease | None = None
        self._lost: lease.AlreadyScheduled | None = None
        self._trouble = Trouble()
        self._kept_at = float("-inf")
        self._clock = Clock()
        self._anew = self._first = True

    async def run_until_stopped(self) -> None:
        """Schedule until it is told to stop; then let running crawls end, and return.

        Raises scheduler.lease.AlreadyScheduled where another service holds the database, or took it
        while this one was silent.
        """
        async with self._holding() as held:
            if not held:
                return
            self._scheduler.start()
            shown = self._engine.url.render_as_string(hide_password=True)
            log.info("started jobs=%d db=%s", self._orders.jobs, shown)
            refreshing = asyncio.create_task(self._refresh_again_and_again())
            refreshing.add_done_callback(lambda _: self._stop.set())
            async with self._staying():
                await self._stop.wait()
                self._scheduler.shutdown(wait=False)
                await self._visits.end()
                await refreshing
                await asyncio.to_thread(self._teller.close, TELL_S)
            log.info("stopped")
        if self._lost:
            raise self._lost

    async def run_once(self) -> list[RunResult]:
        """Visit every source that is due now, and give the results."""
        async with self._holding() as held:
            if not held:
                return []
            self._dead_runs.close(now())
            sources = self._read_files()
            self._keep_up()
            due = [each for each in self._plan(sources) if each.at <= now()]
            async with self._staying():
                visits = [self._visits.start(each.source.id) for each in due]
                made = asyncio.gather(*visits)
                made.add_done_callback(lambda _: self._stop.set())
                await self._stop.wait()
                await self._visits.end()
                results = await made
                await asyncio.to_thread(self._teller.close, TELL_S)
        if self._lost:
            raise self._lost
        return [result for result in results if result is not None]

    def stop(self) -> None:
        """Begin no further visit, ask the running ones to end, and let the service return."""
        if not self._stop.is_set():
            self._stop.set()
            self._visits.stop()

    # In charge --------------------------------------------------------------------------------

    @asynccontextmanager
    async def _holding(self) -> AsyncIterator[bool]:
        """Listen to signals, and hold the lease until the block has ended. False where the service
        was told to stop before it had it."""
        with ExitStack() as stack:
            stack.enter_context(listening(self.stop, self._visits.kill))
            hold = lease.hold(self._engine, self._stop.is_set)
            self._lease = await asyncio.to_thread(stack.enter_context, hold)
            if self._lease is not None and self._orders.metrics_port:
                stack.enter_context(serve_metrics(self._engine, self._orders.metrics_port))
            yield self._lease is not None

    async def _in_charge(self) -> bool:
        """Renew the lease. False where it is lost, which ends the service, or could not be renewed:
        then no visit is begun until the database can be used again."""
        assert self._lease is not None
        try:
            await asyncio.to_thread(self._lease.renew)
        except lease.AlreadyScheduled as lost:
            log.error("lease-lost error=%s", lost)
            self._lost = lost
            self.stop()
            return False
        except SQLAlchemyError as error:
            self._trouble.is_there(error)
            return False
        self._trouble.is_over()
        return True

    @asynccontextmanager
    async def _staying(self) -> AsyncIterator[None]:
        """Renew the lease until the block has ended, the end of the last crawl included."""

        async def stay() -> None:
            while True:
                await asyncio.sleep(self._orders.refresh_s)
                await self._in_charge()

        task = asyncio.create_task(stay())
        try:
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    # Refreshing -------------------------------------------------------------------------------

    async def _refresh_again_and_again(self) -> None:
        while not self._stop.is_set():
            await self._refresh()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stop.wait(), self._orders.refresh_s)

    async def _refresh(self) -> None:
        """See what is to be done."""
        try:
            silent, planned = await asyncio.to_thread(self._look_around)
        except SQLAlchemyError as error:
            self._trouble.is_there(error)
            return
        except Exception:  # one look that fails must not end a service of a year
            log.exception("look-failed")
            return
        self._visits.kill_silent(silent)
        if not self._stop.is_set():
            self._plan_jobs(planned)

    def _look_around(self) -> tuple[set[str], list[Due]]:
        self._visits.close_runs()
        silent = {run.source_id for run in self._dead_runs.close(now())}
        sources = self._read_files()
        if monotonic() - self._kept_at >= UPKEEP_S:
            self._kept_at = monotonic()
            self._keep_up()
        return silent, self._plan(sources)

    def _read_files(self) -> list[Source]:
        sources = self._files.read()
        self._visits.sources = {source.id: source for source in sources}
        return sources

    def _plan(self, sources: Sequence[Source]) -> list[Due]:
        """When each source is due, by its file and the database."""
        if self._clock.was_put_back():
            log.warning("clock-put-back")
            self._anew = True
        elif self._anew:  # at the first look
            self._anew = was_ahead(self._engine, now())
        planned = plan(
            self._engine,
            sources,
            now(),
            chance=chance,
            rules=self._visits.rules,
            anew=self._anew,
            first=self._first,
        )
        self._anew = self._first = False
        return planned

    def _keep_up(self) -> None:
        """What is to be done now and then: old archives go, alerts of sources that are watched no
        more are closed, what nobody could be told of alerts is told again, visits are shared out
        anew."""
        self._teller.tidy(now())
        sources = self._visits.sources.values()
        tell_changes(
            close_unwatched(self._engine, sources, self._files.there, now(), self._teller.ways)
        )
        self._teller.tell()
        try:
            removed = remove_old(self._orders.archive, now())
        except OSError as error:
            log.error("archive-not-removed file=%s error=%s", error.filename, error.strerror)
        else:
            if removed:
                log.info("archive-removed files=%d", removed)
        self._learn_tempo()

    def _learn_tempo(self) -> None:
        tempo = learned_tempo(
            self._engine, list(self._visits.sources.values()), self._orders.visits_a_day, now()
        )
        self._visits.rules = Rules(self._orders.quiet, tempo)

    def _plan_jobs(self, planned: Sequence[Due]) -> None:
        """Give every source that is to be scheduled its job, and take the others' away."""
        wanted = {each.source.id: each for each in planned if self._visits.free(each.source.id)}
        for job in self._scheduler.get_jobs():
            if job.id not in wanted:
                job.remove()
        for id_, each in wanted.items():
            self._scheduler.add_job(
                self._visits.begin,
                DateTrigger(each.at, timezone="UTC"),
                args=[id_],
                id=id_,
                replace_existing=True,
                misfire_grace_time=None,
            )
