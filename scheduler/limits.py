"""The limits of one crawl, watched from outside: time and memory."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, replace

from crawler.run import CrawlProcess, RunResult
from scheduler.processes import memory_bytes

log = logging.getLogger("rasid.schedule")

LOOK_S = 2.0
"""Seconds between two looks at a crawl's memory."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one crawl may use.

    Beyond `time_s` or `memory_mb` (resident, its extracting processes included) it is asked to
    end: what it has is kept, the rest waits for the next visit. Where it has not ended `grace_s`
    later it is killed, which loses no more than the page in hand.
    """

    time_s: float = 3600.0
    memory_mb: int = 4000
    grace_s: float = 40.0


async def watch(crawl: CrawlProcess, limits: Limits) -> RunResult:
    """Wait for a crawl's end, and bring it about where it uses more than it may."""
    clock = asyncio.get_running_loop().time
    began = clock()
    waiting = asyncio.ensure_future(crawl.wait())
    while True:
        left_s = began + limits.time_s - clock()
        done, _ = await asyncio.wait({waiting}, timeout=max(0.0, min(LOOK_S, left_s)))
        if done:
            return waiting.result()
        if clock() - began >= limits.time_s:
            return await _end(crawl, waiting, limits, f"took longer than {limits.time_s:g} s")
        if memory_bytes(crawl.pid) > limits.memory_mb * 1_000_000:
            return await _end(crawl, waiting, limits, f"used more than {limits.memory_mb} MB")


async def _end(
    crawl: CrawlProcess, waiting: asyncio.Future[RunResult], limits: Limits, why: str
) -> RunResult:
    log.warning("run-over-limit source=%s why=%s", crawl.request.source, why)
    crawl.interrupt()
    done, _ = await asyncio.wait({waiting}, timeout=limits.grace_s)
    if not done:
        crawl.kill()
    return replace(await waiting, error=why)
