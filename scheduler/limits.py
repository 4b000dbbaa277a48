"""The limits of one crawl, watched from outside: time and memory."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, replace

from crawler.processes import memory_bytes
from crawler.run import CrawlProcess, RunResult

log = logging.getLogger("rasid.schedule")

LOOK_S = 2.0
"""Seconds between two looks at a crawl's memory."""


HARD = 1.5
"""A crawl that was asked to end for its memory, and comes to so many times its bound, is killed."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one crawl may use.

    Beyond `time_s` or `memory_mb` (resident, its extracting processes included) it is asked to
    end: what it has is kept, the rest waits for the next visit. Where it has not ended `grace_s`
    later, or takes HARD times the memory, it is killed, which loses no more than the page in hand.
    """

    time_s: float = 3600.0
    memory_mb: int = 4000
    grace_s: float = 40.0


async def watch(crawl: CrawlProcess, limits: Limits) -> RunResult:
    """Wait for a crawl's end, and bring it about where it uses more than it may."""
    waiting = asyncio.ensure_future(crawl.wait())
    why = await _over(crawl, waiting, limits.time_s, limits.memory_mb)
    if why is None:
        return waiting.result()
    log.warning("run-over-limit source=%s why=%s", crawl.request.source, why)
    crawl.interrupt()
    if await _over(crawl, waiting, limits.grace_s, limits.memory_mb * HARD):
        crawl.kill()
    return replace(await waiting, error=why)


async def _over(
    crawl: CrawlProcess, waiting: asyncio.Future[RunResult], time_s: float, memory_mb: float
) -> str | None:
    """What a crawl used more of than it may; None once it has ended."""
    clock = asyncio.get_running_loop().time
    end = clock() + time_s
    while True:
        done, _ = await asyncio.wait({waiting}, timeout=max(0.0, min(LOOK_S, end - clock())))
        if done:
            return None
        if clock() >= end:
            return f"took longer than {time_s:g} s"
        if memory_bytes(crawl.pid) > memory_mb * 1_000_000:
            return f"used more than {memory_mb:g} MB"
