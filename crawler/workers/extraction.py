"""The pool of extracting processes: a time limit a page, and a page that kills its process is
the only one that is lost."""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
from collections.abc import Callable
from concurrent.futures import TimeoutError as PoolTimeoutError
from concurrent.futures.process import BrokenProcessPool
from typing import ParamSpec, TypeVar

from pebble import ProcessExpired, ProcessPool

from crawler.database import CannotStore
from crawler.settings import Settings
from crawler.workers import work
from crawler.workers.heap import is_large
from pipeline.errors import Reason, Rejected
from pipeline.limits import Limits
from pipeline.records import Page, Source

P = ParamSpec("P")
T = TypeVar("T")
logger = logging.getLogger(__name__)

OUT_OF_MEMORY = Rejected(Reason.TOO_LARGE, "it takes more memory than a page may")
RECYCLE = 300
"""Pages after which a process is replaced: what libraries keep in mind adds up."""


class CannotExtract(CannotStore):
    """The extracting processes do not start: nothing that comes can be stored."""


class ExtractionPool:
    """Runs functions of crawler.workers.work in processes of their own; a large page in one that
    ends with it, so that its memory is free again: the last of `workers`, or one beside the only.

    `memory_mb` is a process's address space, `page_mb` what a page may take of it beyond what the
    process has at its start (of 306 real pages, up to 2.2 MB large, none takes more than 14).
    Threads would crash: lxml under trafilatura is not safe in them.
    """

    def __init__(
        self,
        workers: int,
        time_limit_s: float,
        memory_mb: int,
        *,
        page_mb: int = 64,
        page_limits: Limits | None = None,
    ) -> None:
        self.time_limit_s = time_limit_s
        self.on_failure: Callable[[str], None] = lambda why: None
        self._large = asyncio.Lock()
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["crawler.workers.worker", "crawler.workers.languages"])
        self._pool, self._for_large = (
            ProcessPool(
                max_workers=count,
                max_tasks=tasks,
                initializer=work.set_up,
                initargs=(memory_mb, most_mb, page_limits),
                context=context,
            )
            for count, tasks, most_mb in (
                (max(1, workers - 1), RECYCLE, page_mb // 2),
                (1, 1, page_mb),
            )
        )

    @classmethod
    def of(cls, settings: Settings, source: Source) -> ExtractionPool:
        """The pool for the visit of one source."""
        return cls(
            settings.worker_count,
            settings.page_time_limit_s,
            settings.worker_memory_mb,
            page_mb=settings.page_memory_mb,
            page_limits=settings.page_limits,
        )

    async def run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | Rejected:
        """The result of `work`, or the Rejected that says how it failed.

        What runs out of memory beside others is tried once more alone. Raises CannotExtract where
        no process can be started, once `on_failure` was told why.
        """
        pages = (value for value in args if isinstance(value, Page))
        if not any(is_large(page.body) for page in pages):
            found = await self._run(self._pool, work, *args, **kwargs)
            if not isinstance(found, Rejected) or found is not OUT_OF_MEMORY:
                return found
        async with self._large:
            return await self._run(self._for_large, work, *args, **kwargs)

    async def _run(
        self, pool: ProcessPool, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs
    ) -> T | Rejected:
        try:  # in a thread: the first call starts the processes, and waits for them
            future = await asyncio.to_thread(
                pool.schedule,
                work,
                args=list(args),
                kwargs=dict(kwargs),
                timeout=self.time_limit_s,
            )
        except BrokenProcessPool as error:
            cause = error.__cause__ or error
            why = f"no extracting process starts ({type(cause).__name__}): see `rasid doctor`"
            self.on_failure(why)
            raise CannotExtract(why) from error
        try:
            result: T = await asyncio.wrap_future(future)
        except (PoolTimeoutError, TimeoutError):
            return Rejected(Reason.EXTRACTION_TIMEOUT, f"longer than {self.time_limit_s:g} s")
        except ProcessExpired as expired:
            return Rejected(Reason.EXTRACTION_CRASHED, f"the process ended with {expired.exitcode}")
        except MemoryError:
            return OUT_OF_MEMORY
        except Exception as error:  # the page boundary: count it, show it, go on
            logger.exception("a page could not be extracted")
            return Rejected(Reason.EXTRACTION_ERROR, f"{type(error).__name__}: {error}"[:300])
        return result

    def close(self) -> None:
        """End the workers; what they are at is given up."""
        for pool in (self._pool, self._for_large):
            pool.stop()  # type: ignore[no-untyped-call]
            pool.join()
