"""Work as an extracting process does it: a small page itself, a large one in a child that takes its
memory with it when it ends.

The child is a copy of the process, with all modules there: it begins at once, and holds nothing
twice but what it writes to.
"""

from __future__ import annotations

import os
import pickle
import resource
import threading
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NoReturn, ParamSpec, TypeVar

from crawler.workers import heap
from pipeline.errors import Reason, Rejected

P = ParamSpec("P")
T = TypeVar("T")

SHARE = 2
"""A page that is not read alone may take a half of what one may that is."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a child answered, as it wrote it: read where it is wanted, and only once."""

    pickled: bytes

    def read(self) -> Any:
        """The result of the child's work; raises what the work raised."""
        ok, value = pickle.loads(self.pickled)  # noqa: S301  # of a child of ours
        if ok:
            return value
        raise value


@dataclass(slots=True)
class _Most:
    """Bytes of data that this process may have: beside others, and in a child."""

    beside: int = resource.RLIM_INFINITY
    alone: int = resource.RLIM_INFINITY


_most = _Most()


def limit_memory(more_mb: int) -> None:
    """Let pages take `more_mb` of memory beyond what this process has now, where it is told."""
    if (used := heap.data_bytes()) is None:
        return
    _most.alone = used + more_mb * 1024 * 1024
    _most.beside = used + more_mb * 1024 * 1024 // SHARE
    resource.setrlimit(resource.RLIMIT_DATA, (_most.alone, _most.alone))


def end_with_parent() -> None:
    """End this process when its parent has died."""
    threading.Thread(target=_watch, args=(os.getppid(),), daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def run(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """The result of `work` on a small page. Raises MemoryError beyond a small page's share."""
    resource.setrlimit(resource.RLIMIT_DATA, (_most.beside, _most.alone))
    try:
        return work(*args, **kwargs)
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (_most.alone, _most.alone))


def run_in_child(work: Callable[P, Any], *args: P.args, **kwargs: P.kwargs) -> Answer | Rejected:
    """What a child answers that does `work`; the Rejected that says how it ended without one."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        os.close(reader)
        _do(writer, work, args, kwargs)
    os.close(writer)
    try:
        with os.fdopen(reader, "rb") as answer:
            pickled = answer.read()
    finally:
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        heap.trim_if_grown()
    if status or not pickled:
        return Rejected(Reason.EXTRACTION_CRASHED, f"the process ended with {status}")
    return Answer(pickled)


def _do(
    writer: int, work: Callable[..., Any], args: Sequence[Any], kwargs: Mapping[str, Any]
) -> NoReturn:
    """Work, answer, and end: nothing of the process that this one is a copy of is to go on."""
    status = 1
    try:
        end_with_parent()
        with os.fdopen(writer, "wb") as answer:
            answer.write(_answer(work, args, kwargs))
        status = 0
    finally:
        os._exit(status)


def _answer(work: Callable[..., Any], args: Sequence[Any], kwargs: Mapping[str, Any]) -> bytes:
    try:
        return pickle.dumps((True, work(*args, **kwargs)))
    except MemoryError:
        return pickle.dumps((False, MemoryError()))
    except Exception as error:  # noqa: BLE001  # the page boundary: told in the other process
        error.add_note(traceback.format_exc())
        try:
            return pickle.dumps((False, error))
        except Exception:  # noqa: BLE001  # it may hold what cannot leave its process
            return pickle.dumps((False, ValueError(f"{type(error).__name__}: {error}")))
