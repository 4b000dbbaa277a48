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

P = ParamSpec("P")
T = TypeVar("T")
logger = logging.getLogger(__name__)


class ExtractionPool:
    """Runs functions of crawler.worker in processes of their own.

    Threads would crash: lxml under trafilatura is not safe in them.
    """

    def __init__(self, workers: int, time_limit_s: float, memory_mb: int) -> None:
        self.time_limit_s = time_limit_s
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["crawler.worker"])
        self._pool = ProcessPool(
            max_workers=workers,
            initializer=worker.set_up,
            initargs=(memory_mb,),
            context=context,
        )

    async def run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | Rejected:
        """The result of `work`, or the Rejected that says how it failed."""
        future = self._pool.schedule(
            work, args=list(args), kwargs=dict(kwargs), timeout=self.time_limit_s
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
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()
