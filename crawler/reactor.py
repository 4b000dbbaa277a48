"""Scrapy in this process: started for one visit, stopped by a signal, and watched meanwhile."""

from __future__ import annotations

import asyncio
import logging
import time
from datetime import UTC, datetime
from importlib import import_module
from typing import Any

from scrapy.crawler import AsyncCrawlerRunner
from scrapy.settings import Settings as ScrapySettings
from scrapy.utils.log import configure_logging
from scrapy.utils.misc import load_object
from scrapy.utils.reactor import install_reactor

from crawler import scrapy_settings as project
from crawler.database import CannotStore
from crawler.ending import Ending
from crawler.events import EXIT_DONE, EXIT_INTERRUPTED, EXIT_PARTLY, Event
from crawler.log_lines import ForPerson
from crawler.visit import HEARTBEAT_S, Visit
from crawler.workers import heap

logger = logging.getLogger(__name__)
STOP_LOOK_S = 0.05
PROGRESS_S = 0.5
"""Seconds between two progress events."""
EXITS = {"finished": EXIT_DONE, "failed": EXIT_PARTLY, "interrupted": EXIT_INTERRUPTED}


def crawl(
    visit: Visit,
    spider: str = "crawler.spiders.news:NewsSpider",
    *,
    ending: Ending,
    for_person: bool = False,
) -> int:
    """Make the visit and give the process's exit status. `spider` is the "module:class" of what
    makes it, imported once the reactor is installed; `ending` may ask for an end before its own.
    `for_person`: what is logged is read by a person, and not by the service."""
    heap.keep_small()
    install_reactor(project.TWISTED_REACTOR)
    from twisted.internet import reactor as installed

    module, _, name = spider.partition(":")
    spider_class = getattr(import_module(module), name)
    reactor: Any = installed  # Twisted's interfaces do not type-check
    scrapy_settings = ScrapySettings()
    scrapy_settings.setmodule(project, "project")
    scrapy_settings.set("SPIDER_MODULES", [], "cmdline")  # the spider is here: none is looked for
    scrapy_settings.set("LOG_LEVEL", visit.settings.log_level, "cmdline")
    if for_person and visit.settings.log_level in ("WARNING", "ERROR"):
        scrapy_settings.set("LOG_ENABLED", False, "cmdline")
        logging.getLogger().addHandler(ForPerson(visit.source.id, visit.settings.log_level))
    configure_logging(scrapy_settings)
    _load(scrapy_settings)
    runner = AsyncCrawlerRunner(scrapy_settings)
    named = {"run": visit.run_id, "source": visit.source.id, "name": visit.source.name}
    visit.tell(Event("started", named))
    loop = asyncio.get_event_loop()
    stop = _Stop(visit, runner, ending)
    ending.attach(loop, stop.begin)
    visit.database.on_failure = stop.give_up
    for name in ("scrapy.core.scraper", "scrapy.core.engine", "scrapy.utils.signal"):
        logging.getLogger(name).addFilter(_told)
    if visit.settings.log_level in ("WARNING", "ERROR"):  # what it warns of is a link's reason
        logging.getLogger("scrapy.core.downloader").setLevel(logging.ERROR)
    task = runner.crawl(spider_class, visit=visit)
    watch = loop.create_task(_watch(visit, stop))

    def done(finished: asyncio.Task[None]) -> None:
        watch.cancel()
        if not finished.cancelled() and (error := finished.exception()):
            if isinstance(error, CannotStore):
                visit.fail(str(error))
            else:
                logger.error("the crawl failed", exc_info=error)
                visit.fail(f"{type(error).__name__}: {error}")
        reactor.stop()

    task.add_done_callback(done)
    heap.settle()
    reactor.run(installSignalHandlers=False)
    return _told_as_ended(visit)


def _told_as_ended(visit: Visit) -> int:
    """End a visit and tell what became of it; the process's exit status."""
    visit.end()
    visit.progress()
    exit_status = EXITS[visit.state or "failed"]
    became = {
        "state": visit.state,
        "exit": exit_status,
        "counts": visit.counts,
        "requests": visit.requests,
        "bytes": visit.bytes,
        "seconds": round((datetime.now(UTC) - visit.started_at).total_seconds(), 3),
        "error": visit.error,
    }
    visit.tell(Event("ended", became))
    return exit_status


class _Stop:
    """The clean end of a visit before its own: the pages at hand are finished, nothing is begun."""

    def __init__(self, visit: Visit, runner: AsyncCrawlerRunner, ending: Ending) -> None:
        self.visit = visit
        self.runner = runner
        self.ending = ending
        self._task: asyncio.Task[None] | None = None

    def begin(self, why: str | None = None) -> None:
        """Begin it, once; `why` is what the run's error says, None for a signal."""
        if self._task is None:
            self.visit.interrupted = True
            self.visit.error = self.visit.error or why or self.ending.why
            self._start()

    def give_up(self, why: str) -> None:
        """End it because nothing can be stored: what is at hand is lost, and fetched again."""
        self.visit.cut_off = True
        self.visit.fail(why)
        if self._task is None:
            self._start()

    def _start(self) -> None:
        self._task = asyncio.get_event_loop().create_task(self._stop())

    async def _stop(self) -> None:
        """Scrapy's own stop does nothing while its engine is about to run, so that is awaited."""
        from crawler.fetching.waiting import drop_all

        while True:
            for crawler in self.runner.crawlers:
                engine = crawler._engine
                if engine is not None and engine.running:
                    drop_all(engine.downloader)
                    await self.runner.stop()
                    return
            await asyncio.sleep(STOP_LOOK_S)


def _told(record: logging.LogRecord) -> bool:
    """False for the traceback of what the visit tells as its error, in one line and once."""
    return not (record.exc_info and isinstance(record.exc_info[1], CannotStore))


def _load(settings: ScrapySettings) -> None:
    """Import what Scrapy would import in the running loop, which it would hold for a second."""
    for name in ("EXTENSIONS", "SPIDER_MIDDLEWARES", "DOWNLOADER_MIDDLEWARES", "ITEM_PIPELINES",
                 "DOWNLOAD_HANDLERS"):  # fmt: skip
        for path, place in settings.getwithbase(name).items():
            component = place if isinstance(place, str) else path
            if place is not None and isinstance(component, str):
                load_object(component)
    for name in ("SCHEDULER", "SCHEDULER_PRIORITY_QUEUE", "SCHEDULER_MEMORY_QUEUE",
                 "SCHEDULER_DISK_QUEUE", "STATS_CLASS", "DOWNLOADER", "DUPEFILTER_CLASS",
                 "ITEM_PROCESSOR", "TWISTED_DNS_RESOLVER"):  # fmt: skip
        load_object(settings[name])


async def _watch(visit: Visit, stop: _Stop) -> None:
    """Tell progress, say in the database that the visit lives, and see whether it is to end."""
    last_beat, last_told = time.monotonic(), None
    while True:
        await asyncio.sleep(PROGRESS_S)
        if stop.ending.asked:
            stop.begin()
        told = (visit.requests, sum(visit.outcomes.values()))
        if told != last_told:
            visit.progress()
            last_told = told
        if time.monotonic() - last_beat >= HEARTBEAT_S:
            if not await visit.beat():
                stop.begin("it was silent for so long that its run was closed")
            last_beat = time.monotonic()
