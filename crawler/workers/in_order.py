"""Work on many pages by a pool of processes: results in the order of the items, in bounded memory.

A page that hangs or kills its process costs itself alone: pebble starts a new one. What goes to a
process is where the page is to be found, not the page.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeout
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import forkserver, resource_tracker
from typing import Any, TypeVar

from pebble import ProcessExpired, ProcessPool

from crawler.settings import BadSettings, Settings
from crawler.workers.work import Named, set_up
from pipeline.errors import Reason, Rejected

Item = TypeVar("Item")
Result = TypeVar("Result")

WAITING_PER_WORKER = 4
"""Items handed out ahead of the one whose turn it is: enough to keep every process busy."""


@dataclass(frozen=True, slots=True)
class Workers:
    """The processes: how many, and what a page may take of one."""

    count: int
    time_limit_s: float
    memory_mb: int

    @staticmethod
    def of(settings: Settings, count: int) -> Workers:
        """As many as are asked for here, else in the settings, else as there are cores."""
        count = count or settings.workers or len(os.sched_getaffinity(0))
        return Workers(count, settings.page_time_limit_s, settings.worker_memory_mb)


def in_order(
    items: Iterable[Item],
    work: Callable[[Item], Result],
    failure: Callable[[Item, Rejected], Result],
    workers: Workers,
    start: Callable[[], None] | None = None,
) -> Iterator[tuple[Result, Item]]:
    """`work` on every item in some process, with the item. `failure` gives the result of one whose
    process hung, died or raised. Each process calls `start` before all; both are pickled, or
    `Named`."""
    module = work.module if isinstance(work, Named) else work.__module__
    with _pool(workers, module, start) as pool:
        waiting: deque[tuple[Future[Result], Item]] = deque()

        def next_result() -> tuple[Result, Item]:
            future, item = waiting.popleft()
            try:
                return future.result(), item
            except FutureTimeout:
                limit = f"took over {workers.time_limit_s:g} s"
                why = Rejected(Reason.EXTRACTION_TIMEOUT, limit)
            except ProcessExpired as expired:
                why = Rejected(Reason.EXTRACTION_CRASHED, f"the worker ended: {expired.exitcode}")
            except Exception as error:  # noqa: BLE001  # the page boundary: told, counted, passed
                why = Rejected(Reason.EXTRACTION_ERROR, f"{type(error).__name__}: {error}")
            return failure(item, why), item

        for item in items:
            if len(waiting) >= workers.count * WAITING_PER_WORKER:
                yield next_result()
            future = pool.schedule(work, args=(item,), timeout=workers.time_limit_s)
            waiting.append((future, item))
        while waiting:
            yield next_result()


@contextmanager
def _pool(workers: Workers, preload: str, start: Callable[[], None] | None) -> Iterator[Any]:
    """A pool that is stopped at once where its user fails or is interrupted."""
    # A server that forks the workers: this process has threads, which a fork would not survive.
    context = multiprocessing.get_context("forkserver")
    modules = ["crawler.workers.stopped_early", "crawler.workers.begin", preload]
    context.set_forkserver_preload(modules)
    _begin_server()
    pool: Any = ProcessPool(
        max_workers=workers.count,
        initializer=_start,
        initargs=(workers.memory_mb, start),
        context=context,
    )
    try:
        yield pool
    except BaseException:
        pool.stop()
        raise
    finally:
        pool.close()
        pool.join()


def _begin_server() -> None:
    """Start the server, where none runs. Ctrl-C reaches neither it nor its copies: the parent alone
    answers it, and stops them."""
    _refuse_long_folder()
    resource_tracker.ensure_running()  # it lets the signal through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


MOST_SOCKET_BYTES = 107
"""Bytes of the path of a socket, see unix(7): one of its 108 ends it."""
_SOCKET_BYTES = len("/pymp-12345678/listener-12345678")


def _refuse_long_folder() -> None:
    """Raise `BadSettings` where the server's socket has no room in the folder of passing files."""
    folder = tempfile.gettempdir()
    room = MOST_SOCKET_BYTES - _SOCKET_BYTES
    if len(os.fsencode(folder)) > room:
        why = f"sockets have no room in a path of more than {room} bytes"
        raise BadSettings(f"TMPDIR={folder}: {why}: set TMPDIR to a folder with a shorter path")


def _start(memory_mb: int, start: Callable[[], None] | None) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if start is not None:
        start()
    set_up(memory_mb)
