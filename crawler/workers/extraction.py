"""The pool of extracting processes: a time limit a page, and a page that kills its process is
the only one that is lost."""

from __future__ import annotations

import asyncio
import logging
import pickle
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from typing import Any, ParamSpec, TypeVar, cast

from crawler.database import CannotStore
from crawler.settings import Settings
from crawler.workers.apart import answer_of, how_it_ended
from crawler.workers.frames import pickled
from crawler.workers.heap import is_large
from crawler.workers.process import Ended, Process
from pipeline.errors import Reason, Rejected
from pipeline.limits import Limits
from pipeline.records import Page, Source

P = ParamSpec("P")
T = TypeVar("T")
logger = logging.getLogger(__name__)

OUT_OF_MEMORY = Rejected(Reason.TOO_LARGE, "it takes more memory than a page may")
RECYCLE = 300
"""Pages after which a process is replaced: what libraries keep in mind adds up."""
AGAIN = 3
"""How often a large page is read anew whose process ended for a small one's sake."""


class CannotExtract(CannotStore):
    """The extracting processes do not start: nothing that comes can be stored."""


class ExtractionPool:
    """Runs functions of crawler.workers.work in processes of their own; a large page in a child of
    one, which ends with it, so that its memory is free again. The child counts as the last of
    `workers`; there is one at a time, and small pages are read meanwhile.

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
        page_mb: int = 48,
        page_limits: Limits | None = None,
    ) -> None:
        self.time_limit_s = time_limit_s
        self.on_failure: Callable[[str], None] = lambda why: None
        self._count = max(1, workers - 1)
        self._small = asyncio.Semaphore(self._count)
        self._large = asyncio.Lock()
        self._set_up = pickle.dumps((memory_mb, page_mb, page_limits))
        self._processes: list[Process] = []
        self._choosing = threading.Lock()

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
            async with self._small:
                found = await self._run(False, work, *args, **kwargs)
            if not isinstance(found, Rejected) or found is not OUT_OF_MEMORY:
                return found
        async with self._large:
            return await self._run(True, work, *args, **kwargs)

    async def _run(
        self, alone: bool, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs
    ) -> T | Rejected:
        try:
            answer = await self._answer(alone, work, args, kwargs)
            return cast(T, await asyncio.to_thread(answer_of, answer))
        except Ended as ended:
            return how_it_ended(ended.status, self.time_limit_s)
        except MemoryError:
            return OUT_OF_MEMORY
        except CannotExtract as cannot:  # of a thread: who is told works in the loop's
            self.on_failure(str(cannot))
            raise
        except Exception as error:  # the page boundary: count it, show it, go on
            logger.exception("a page could not be extracted")
            return Rejected(Reason.EXTRACTION_ERROR, f"{type(error).__name__}: {error}"[:300])

    async def _answer(
        self, alone: bool, work: Callable[..., T], args: Sequence[object], kwargs: Mapping[str, Any]
    ) -> bytearray:
        def ask() -> Future[bytearray]:
            asked = pickled((work, args, kwargs))
            return self._process(alone).ask(asked, alone=alone, limit_s=self.time_limit_s)

        for _ in range(AGAIN):
            # In a thread: a process may have to be started, and pages are larger than pipes.
            answer = await asyncio.to_thread(ask)
            try:
                return await asyncio.wrap_future(answer)
            except Ended as ended:
                if ended.own:
                    raise
        raise Ended(1, own=True)

    def _process(self, alone: bool) -> Process:
        """A process for a page, started where there is none. Waits until it is ready."""
        with self._choosing:
            for process in [*self._processes]:
                if process.ended or (process.asked >= RECYCLE and process.is_idle):
                    process.kill()
                    self._processes.remove(process)
            for process in self._processes:
                if alone or not process.has_small:
                    return process
            try:
                self._processes.append(Process(self._set_up))
            except (Ended, OSError) as error:
                why = f"no extracting process starts ({error}): see `rasid doctor`"
                raise CannotExtract(why) from error
            return self._processes[-1]

    def close(self) -> None:
        """End the workers; what they are at is given up."""
        with self._choosing:
            for process in self._processes:
                process.kill()
            self._processes = []
