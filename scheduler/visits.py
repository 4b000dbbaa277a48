"""Visits: at most so many crawls at once, one a host, each a process of its own that is watched."""

from __future__ import annotations

import asyncio
import logging
import re
import threading
from collections import deque
from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from random import random
from time import monotonic

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from crawler.events import EXIT_WRONG, CrawlRequest, RunResult
from crawler.hosts import host_of
from crawler.run import CrawlProcess, start_crawl
from db.health import AlertChange
from pipeline.records import Source
from scheduler.alerts import update_health
from scheduler.due import Rules, may_visit, record_next_visit
from scheduler.limits import watch
from scheduler.logs import line_of
from scheduler.orders import Orders
from scheduler.policy import is_learned
from scheduler.runs import busy, close_run
from scheduler.telling import Teller

log = logging.getLogger("rasid.schedule")

UNREADY_S = 3600.0
"""Wait after a crawl that could not even begin, where the file names no interval."""

_LEVEL = re.compile(r"[-\d]+ [:\d]+ \[[^\]]*\] (DEBUG|INFO|WARNING|ERROR|CRITICAL): ")
"""How a line of a crawl's log begins, by Scrapy's LOG_FORMAT."""

HELD_S = 60.0
"""Wait after a visit of which not even the next due time could be written: a full disk, say, on
which nothing is to be begun every few seconds."""


class Visits:
    """Makes visits of the sources it is given; `sources` and `rules` are kept up to date from
    outside. `in_charge` says, before each, whether this process still may."""

    def __init__(
        self,
        engine: Engine,
        orders: Orders,
        teller: Teller,
        in_charge: Callable[[], Awaitable[bool]],
    ) -> None:
        self.sources: Mapping[str, Source] = {}
        self.rules = Rules(orders.quiet)
        self._engine = engine
        self._orders = orders
        self._teller = teller
        self._in_charge = in_charge
        self._places = asyncio.Semaphore(orders.jobs)
        self._hosts: dict[str, asyncio.Lock] = {}
        self._visiting: set[str] = set()
        self._held: dict[str, float] = {}
        self._running: set[CrawlProcess] = set()
        self._tasks: set[asyncio.Task[RunResult | None]] = set()
        self._looking: set[asyncio.Task[None]] = set()
        self._ended: deque[tuple[RunResult, datetime]] = deque()
        self._closing = threading.Lock()
        self._stopping = False

    def free(self, source_id: str) -> bool:
        """Whether a visit of a source is neither under way nor put off."""
        return source_id not in self._visiting and monotonic() >= self._held.get(source_id, 0.0)

    async def begin(self, source_id: str) -> None:
        """Begin a visit, for APScheduler, which cancels its own tasks when it is shut down."""
        self.start(source_id)

    def start(self, source_id: str) -> asyncio.Task[RunResult | None]:
        """Begin a visit as a task of ours."""
        task = asyncio.create_task(self._visit(source_id))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    def stop(self) -> None:
        """Begin no further visit, and ask the running ones to end."""
        log.info("stopping crawls=%d", len(self._running))
        self._stopping = True
        for crawl in self._running:
            crawl.interrupt()

    def close_runs(self) -> None:
        """Write how crawls ended that could not write it themselves, those too for which there was
        no room in the database at the time. Raises DBAPIError where there still is none."""
        with self._closing:
            while self._ended:
                result, at = self._ended[0]
                close_run(self._engine, result, at, self._orders.archive.folder)
                self._ended.popleft()

    def kill_silent(self, sources: Collection[str]) -> None:
        """End the crawls of sources whose run was closed because nothing was heard of it: one that
        hangs, or was halted, would keep its source from being visited."""
        for crawl in self._running:
            if crawl.request.source in sources:
                log.warning("crawl-silent source=%s pid=%d", crawl.request.source, crawl.pid)
                crawl.kill()

    def kill(self) -> None:
        """End the running ones at once: what they stored stays."""
        for crawl in self._running:
            crawl.kill()

    async def end(self) -> None:
        """Wait until no visit is left; crawls that do not end in time are killed."""
        late: set[asyncio.Task[RunResult | None]] = set()
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=self._orders.stop_s)
        self.kill()
        if late:
            await asyncio.wait(late)
        if self._looking:
            await asyncio.wait(self._looking)

    async def _visit(self, source_id: str) -> RunResult | None:
        """One visit, when its host and a place are free; None where it is not made after all."""
        source = self.sources.get(source_id)
        if source is None or not self.free(source_id):
            return None
        self._visiting.add(source_id)
        try:
            async with self._hosts.setdefault(host_of(source), asyncio.Lock()), self._places:
                if not await self._may_begin(source):
                    return None
                result = await self._crawl(source)
            await self._record(source, result)
            return result
        except (DBAPIError, OSError) as error:
            log.error("visit-failed source=%s error=%s", source_id, line_of(error))
        except Exception:  # one visit that cannot be made must not end the service
            log.exception("visit-failed source=%s", source_id)
        finally:
            self._visiting.discard(source_id)
        self._held[source_id] = monotonic() + HELD_S
        return None

    async def _may_begin(self, source: Source) -> bool:
        """Much may have changed while it waited for its turn."""
        if self._stopping or self.sources.get(source.id) != source:
            return False
        ready = await asyncio.to_thread(may_visit, self._engine, source, now(), self.rules)
        return ready and await self._in_charge() and not self._stopping

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
        crawl = await start_crawl(request, Said(source.id))
        self._running.add(crawl)
        if self._stopping:  # it was told to stop while the process began
            crawl.interrupt()
        try:
            result = await watch(crawl, orders.limits)
        finally:
            self._running.discard(crawl)
        log.info(
            "run-ended source=%s state=%s counts=%s error=%s",
            source.id, result.state, dict(result.counts), result.error,
        )  # fmt: skip
        self._ended.append((result, now()))
        await asyncio.to_thread(self.close_runs)
        looking = asyncio.create_task(self._look_after(source))
        self._looking.add(looking)
        looking.add_done_callback(self._looking.discard)
        return result

    async def _record(self, source: Source, result: RunResult) -> None:
        """Write when the source is due next. What was cut short by the service's own end stays due,
        to be gone on with when it begins again."""
        at = None
        if (
            result.run_id is None and not result.died
        ):  # it could not even begin: there is no history to go by
            refused = result.exit == EXIT_WRONG and await asyncio.to_thread(
                busy, self._engine, source.id
            )
            if refused or self._stopping:  # somebody else crawls it: it is looked at again soon
                return
            at = now() + timedelta(seconds=source.every_s or UNREADY_S)
        elif self._stopping and result.state != "finished":
            return
        await asyncio.to_thread(
            record_next_visit, self._engine, source, now(), chance(), at=at, rules=self.rules
        )

    async def _look_after(self, source: Source) -> None:
        """Open and close the source's alerts, and tell of it; no fault of this ends anything."""
        try:
            changes = await asyncio.to_thread(
                update_health, self._engine, source, now(), self._teller.ways
            )
            tell_changes(changes)
            if changes:
                await asyncio.to_thread(self._teller.tell)
        except DBAPIError as error:
            log.error("health-unknown source=%s error=%s", source.id, line_of(error))


class Said:
    """What a crawl says, line by line, as events of its level: a line without one goes on with what
    the last one began."""

    def __init__(self, source_id: str) -> None:
        self._source_id = source_id
        self._level = logging.WARNING

    def __call__(self, line: str) -> None:
        if found := _LEVEL.match(line):
            self._level = logging.getLevelNamesMapping()[found[1]]
        if line:
            log.log(self._level, "crawl-said source=%s text=%s", self._source_id, line)


def tell_changes(changes: Iterable[AlertChange]) -> None:
    """Tell in the log of alerts that were opened and closed."""
    for change in changes:
        state = "opened" if change.opened else "closed"
        log.warning(
            "alert-%s source=%s kind=%s detail=%s",
            state, change.source_id, change.kind, change.detail,
        )  # fmt: skip


def chance() -> float:
    return random()  # noqa: S311  # spreads visits in time, guards nothing


def now() -> datetime:
    return datetime.now(UTC)
