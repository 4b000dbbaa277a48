"""Crawls started from the command line: several at once, watched, and ended cleanly by Ctrl-C."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from crawler.events import CrawlRequest, Event, RunResult
from crawler.run import CrawlProcess, start_crawl
from scheduler.signals import that_end

OnEvent = Callable[[CrawlRequest, Event], None]


@dataclass(slots=True)
class Crawls:
    """The crawls of one command, and what is known of them so far."""

    on_event: OnEvent
    jobs: int
    interrupted: bool = False
    results: list[RunResult] = field(default_factory=list)
    hosts: Mapping[str, str] = field(default_factory=dict)
    """By a source's id the host that it asks: crawls of one host take turns. A source without one
    has its host to itself."""
    _running: set[CrawlProcess] = field(default_factory=set)
    _turns: dict[str, asyncio.Lock] = field(default_factory=dict)

    def run(self, requests: Sequence[CrawlRequest]) -> list[RunResult]:
        """Make all crawls, at most `jobs` at once, and give their results as they ended.

        After Ctrl-C, SIGTERM or the end of the terminal no crawl begins and the running ones are
        asked to end; a second signal kills them.
        """
        asyncio.run(self._run(requests))
        return self.results

    async def _run(self, requests: Sequence[CrawlRequest]) -> None:
        loop = asyncio.get_running_loop()
        for number in that_end():
            loop.add_signal_handler(number, self._interrupt)
        places = asyncio.Semaphore(self.jobs)
        async with asyncio.TaskGroup() as group:
            for request in requests:
                group.create_task(self._crawl(request, places))

    async def _crawl(self, request: CrawlRequest, places: asyncio.Semaphore) -> None:
        host = self.hosts.get(request.source) or request.source
        async with self._turns.setdefault(host, asyncio.Lock()), places:
            if self.interrupted:
                return
            crawl = await start_crawl(request)
            self._running.add(crawl)
            try:
                async for event in crawl.events():
                    self.on_event(request, event)
                self.results.append(await crawl.wait())
            finally:
                self._running.discard(crawl)

    def _interrupt(self) -> None:
        for crawl in self._running:
            if self.interrupted:
                crawl.kill()
            else:
                crawl.interrupt()
        self.interrupted = True
