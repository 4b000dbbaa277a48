"""Work as an extracting process does it: a small page itself, a large one in a child that takes its
memory with it when it ends.

The child is a copy of the process, with all modules there: it begins at once, and holds nothing
twice but what it writes to.
"""

from __future__ import annotations

import os
import pickle
import resource
import signal
import threading
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NoReturn

from crawler.workers import heap
from pipeline.errors import Reason, Rejected

Work = Callable[[], Any]

SHARE = 2
"""A page that is not read alone may take a half of what one may that is."""


KEPT = 32 << 20
"""Bytes that pages may leave in a process, which are none of what a later one takes: 50 real pages
of many sites leave 27 MB, the forms of rules above all."""


@dataclass(slots=True)
class _Most:
    """Bytes of data that this process had at its start, and that a page may take beyond them."""

    start: int | None = None
    more: int = 0


_most = _Most()


@dataclass(frozen=True, slots=True)
class Child:
    """A process that works; `reader` is ready to be read when it has answered or has ended."""

    pid: int
    reader: int
    limit_s: float

    def end(self) -> bytes:
        """Its answer, as `answer_of` reads it: the Rejected that says how it ended without one."""
        try:
            with os.fdopen(self.reader, "rb") as reader:
                answer = reader.read()
        finally:
            status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
            heap.trim_if_grown()
        if status or not answer:
            return pickle.dumps((True, how_it_ended(status, self.limit_s)))
        return answer


def answer_of(answer: bytes | bytearray) -> Any:
    """The result of the work of which this is the answer; raises what the work raised."""
    ok, value = pickle.loads(answer)  # noqa: S301  # of a process of ours
    if ok:
        return value
    raise value


def how_it_ended(status: int, limit_s: float) -> Rejected:
    """Why a process did not answer that ended so."""
    if status == -signal.SIGALRM:
        return Rejected(Reason.EXTRACTION_TIMEOUT, f"longer than {limit_s:g} s")
    return Rejected(Reason.EXTRACTION_CRASHED, f"the process ended with {status}")


def limit_memory(more_mb: int) -> None:
    """Let pages take `more_mb` of memory beyond what this process has now, where it is told."""
    if (used := heap.data_bytes()) is None:
        return
    _most.start, _most.more = used, more_mb * 1024 * 1024
    _let_take(_most.more)


def _let_take(most: int) -> None:
    """Limit what this process may take beyond what it has, within what the system lets it have."""
    used = heap.data_bytes()
    if _most.start is None or used is None:
        return
    allowed = min(used, _most.start + KEPT) + most
    hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
    least = allowed if hard == resource.RLIM_INFINITY else min(allowed, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (least, hard))


def let_take_times(times: int) -> None:
    """Let what is read now take so many times as much as a page may."""
    _let_take(_most.more * times)


def end_with_parent() -> None:
    """End this process when its parent has died."""
    threading.Thread(target=_watch, args=(os.getppid(),), daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def run(work: Work, limit_s: float) -> bytes:
    """The answer of `work` on a small page: MemoryError beyond a small page's share. After
    `limit_s` this process is ended."""
    _let_take(_most.more // SHARE)
    signal.setitimer(signal.ITIMER_REAL, limit_s)
    try:
        return _answer(work)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        _let_take(_most.more)


def begin(work: Work, limit_s: float, not_its: Sequence[int] = ()) -> Child:
    """A child that does `work`, and is ended after `limit_s`. It closes the pipes `not_its`."""
    reader, writer = os.pipe()
    pid = os.fork()
    if not pid:
        for pipe in (reader, *not_its):
            os.close(pipe)
        _do(writer, work, limit_s)
    os.close(writer)
    return Child(pid, reader, limit_s)


def _do(writer: int, work: Work, limit_s: float) -> NoReturn:
    """Work, answer, and end: nothing of the process that this one is a copy of is to go on."""
    status = 1
    try:
        signal.setitimer(signal.ITIMER_REAL, limit_s)
        _let_take(_most.more)
        end_with_parent()
        with os.fdopen(writer, "wb") as answer:
            answer.write(_answer(work))
        status = 0
    finally:
        os._exit(status)


def _answer(work: Work) -> bytes:
    try:
        return pickle.dumps((True, work()))
    except MemoryError:
        return pickle.dumps((False, MemoryError()))
    except Exception as error:  # noqa: BLE001  # the page boundary: told in the other process
        error.add_note(traceback.format_exc())
        try:
            return pickle.dumps((False, error))
        except Exception:  # noqa: BLE001  # it may hold what cannot leave its process
            return pickle.dumps((False, ValueError(f"{type(error).__name__}: {error}")))
