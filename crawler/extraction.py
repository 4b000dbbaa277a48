"""The pool of extracting processes: a time limit a page, and a page that kills its process is
the only one that is lost."""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
from collections.abc import Callable
from concurrent.futures import TimeoutError as PoolTimeoutError
from typing import ParamSpec, TypeVar

from pebble import ProcessExpired, ProcessPool

from crawler import worker
from pipeline.errors import Reason, Rejected
from pipeline.records import Page

P = ParamSpec("P")
T = TypeVar("T")
logger = logging.getLogger(__name__)

LARGE_MEMORY_MB = 120
"""What a process may use that reads a large page, beyond what it has when it starts. The largest
of 309 real pages, of 2.2 MB, takes 15."""


def _is_large(body: bytes) -> bool:
    """True for what takes much memory to read: large pages, and what is compressed still."""
    return len(body) > worker.LARGE_PAGE or body.startswith(b"\x1f\x8b")


class ExtractionPool:
    """Runs functions of crawler.worker in processes of their own; a large page in one that ends
    with it, so that its memory is free again.

    Threads would crash: lxml under trafilatura is not safe in them.
    """

    def __init__(self, workers: int, time_limit_s: float, memory_mb: int) -> None:
        self.time_limit_s = time_limit_s
        self._large = asyncio.Lock()
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["crawler.worker"])
        self._pool = ProcessPool(
            max_workers=workers,
            initializer=worker.set_up,
            initargs=(memory_mb,),
            context=context,
        )
        self._for_large = ProcessPool(
            max_workers=1,
            max_tasks=1,
            initializer=worker.set_up,
            initargs=(memory_mb, LARGE_MEMORY_MB),
            context=context,
        )

    async def run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | Rejected:
        """The result of `work`, or the Rejected that says how it failed."""
        pages = (value for value in args if isinstance(value, Page))
        if any(_is_large(page.body) for page in pages):
            async with self._large:
                return await self._run(self._for_large, work, *args, **kwargs)
        return await self._run(self._pool, work, *args, **kwargs)

    async def _run(
        self, pool: ProcessPool, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs
    ) -> T | Rejected:
        # In a thread: the first call starts the processes, and waits for them.
        future = await asyncio.to_thread(
            pool.schedule,
            work,
            args=list(args),
            kwargs=dict(kwargs),
            timeout=self.time_limit_s,
        )
        try:
            result: T = await asyncio.wrap_future(future)
        except (PoolTimeoutError, TimeoutError):
            return Rejected(Reason.EXTRACTION_TIMEOUT, f"longer than {self.time_limit_s:g} s")
        except ProcessExpired as expired:
            return Rejected(Reason.EXTRACTION_CRASHED, f"the process ended with {expired.exitcode}")
        except MemoryError:
            return Rejected(Reason.TOO_LARGE, "more memory than a worker may use")
        except Exception as error:  # the page boundary: count it, show it, go on
            logger.exception("a page could not be extracted")
            return Rejected(Reason.EXTRACTION_ERROR, f"{type(error).__name__}: {error}"[:300])
        return result

    def close(self) -> None:
        """End the workers; what they are at is given up."""
        for pool in (self._pool, self._for_large):
            pool.stop()  # type: ignore[no-untyped-call]
            pool.join()
