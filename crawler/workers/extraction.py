"""The pool of extracting processes: a time limit a page, and a page that kills its process is
the only one that is lost."""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
from collections.abc import Callable
from concurrent.futures import TimeoutError as PoolTimeoutError
from concurrent.futures.process import BrokenProcessPool
from typing import ParamSpec, TypeVar, cast

from pebble import ProcessExpired, ProcessPool

from crawler.database import CannotStore
from crawler.settings import Settings
from crawler.workers import apart, work
from crawler.workers.apart import Answer
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
    """Runs functions of crawler.workers.work in processes of their own; a large page in a child of
    one, which ends with it, so that its memory is free again. The child counts as the last of
    `workers`; there is one at a time.

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
        count = max(1, workers - 1)
        context = multiprocessing.get_context("forkserver")
        shared = ["crawler.workers.worker", "crawler.workers.languages"]
        # Of one process, a server that holds the modules would be a second copy.
        context.set_forkserver_preload(shared if count > 1 else [])
        self._pool = ProcessPool(
            max_workers=count,
            max_tasks=RECYCLE,
            initializer=work.set_up,
            initargs=(memory_mb, page_mb, page_limits),
            context=context,
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
            found = await self._run(apart.run, work, *args, **kwargs)
            if not isinstance(found, Rejected) or found is not OUT_OF_MEMORY:
                return found
        async with self._large:
            return await self._run(apart.run_in_child, work, *args, **kwargs)

    async def _run(
        self,
        way: Callable[..., T | Answer | Rejected],
        work: Callable[P, T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T | Rejected:
        try:  # in a thread: the first call starts the processes, and waits for them
            future = await asyncio.to_thread(
                self._pool.schedule,
                way,
                args=[work, *args],
                kwargs=dict(kwargs),
                timeout=self.time_limit_s,
            )
        except BrokenProcessPool as error:
            raise self._broken(error) from error
        try:
            result: T | Answer | Rejected = await asyncio.wrap_future(future)
            if isinstance(result, Answer):
                return cast(T, await asyncio.to_thread(result.read))
        except (PoolTimeoutError, TimeoutError):
            return Rejected(Reason.EXTRACTION_TIMEOUT, f"longer than {self.time_limit_s:g} s")
        except ProcessExpired as expired:
            return Rejected(Reason.EXTRACTION_CRASHED, f"the process ended with {expired.exitcode}")
        except MemoryError:
            return OUT_OF_MEMORY
        except BrokenProcessPool as error:  # each that was started ended before it was ready
            raise self._broken(error) from error
        except Exception as error:  # the page boundary: count it, show it, go on
            logger.exception("a page could not be extracted")
            return Rejected(Reason.EXTRACTION_ERROR, f"{type(error).__name__}: {error}"[:300])
        return result

    def _broken(self, error: BrokenProcessPool) -> CannotExtract:
        cause = error.__cause__ or error
        why = f"no extracting process starts ({type(cause).__name__}): see `rasid doctor`"
        self.on_failure(why)
        return CannotExtract(why)

    def close(self) -> None:
        """End the workers; what they are at is given up."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()
