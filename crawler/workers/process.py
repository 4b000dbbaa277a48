"""An extracting process as the crawl sees it: asked, listened to, ended."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterable
from concurrent.futures import Future
from contextlib import suppress
from itertools import count
from typing import IO, cast

from crawler.workers import frames

_PROGRAM = """
import sys
sys.path[:] = sys.argv[1:]
from pipeline import collector
with collector.at_rest():
    from crawler.workers.serving import main
main()
"""
"""What it runs: our modules may have been found where it would not look by itself."""


class Ended(Exception):  # noqa: N818  # named for what happened
    """The process ended before it answered. `own` is false of what another page took with it."""

    def __init__(self, status: int, *, own: bool) -> None:
        super().__init__(f"the process ended with {status}")
        self.status = status
        self.own = own


def start() -> subprocess.Popen[bytes]:
    """Start a process of `crawler.workers.serving`: asked on stdin, it answers on stdout."""
    return subprocess.Popen(  # noqa: S603  # our own interpreter and module, no shell
        [sys.executable, "-P", "-c", _PROGRAM, *sys.path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        bufsize=0,
    )


class Process:
    """A process of `crawler.workers.serving`. Not to be asked for two small pages at once: where it
    ends, the small page that it was at is known as the cause."""

    def __init__(self, set_up: bytes) -> None:
        """Start it, and wait until it is ready. Raises Ended where it does not become so."""
        self.asked = 0
        self.ended = False
        self._numbers = count(1)
        self._waiting: dict[int, tuple[Future[bytearray], bool]] = {}
        self._lock = threading.Lock()
        self._writing = threading.Lock()
        self._process = start()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        ready = self._ask(0, set_up)
        self._listener.start()
        try:
            ready.result()
        except Ended:
            self.kill()
            raise

    @property
    def is_idle(self) -> bool:
        return not self._waiting

    @property
    def has_small(self) -> bool:
        """Whether it was asked for a small page, and has not answered."""
        with self._lock:
            return any(not alone for _, alone in self._waiting.values())

    def ask(self, parts: Iterable[bytes], *, alone: bool, limit_s: float) -> Future[bytearray]:
        """The answer to come; Ended where the process ended before it. Waits where the pipe is
        full."""
        self.asked += 1
        return self._ask(next(self._numbers), *parts, alone=alone, limit_s=limit_s)

    def _ask(
        self, number: int, *parts: bytes, alone: bool = False, limit_s: float = 0.0
    ) -> Future[bytearray]:
        future: Future[bytearray] = Future()
        future.set_running_or_notify_cancel()  # who no longer waits leaves it to itself
        with self._lock:
            if self.ended:
                future.set_exception(Ended(self._process.wait(), own=False))
                return future
            self._waiting[number] = (future, alone)
        with suppress(BrokenPipeError), self._writing:  # the listener tells of its end
            pipe = cast(IO[bytes], self._process.stdin).fileno()
            frames.write(pipe, number, *parts, alone=alone, limit_s=limit_s)
        return future

    def _listen(self) -> None:
        assert self._process.stdout is not None
        while (frame := frames.read(self._process.stdout)) is not None:  # type: ignore[arg-type]  # a FileIO: bufsize is 0
            with self._lock:
                future, _ = self._waiting.pop(frame.number)
            future.set_result(frame.content)
        status = self._process.wait()
        with self._lock:
            self.ended = True
            waiting, self._waiting = [*self._waiting.values()], {}
        small = any(not alone for _, alone in waiting)
        for future, alone in waiting:
            future.set_exception(Ended(status, own=not (alone and small)))

    def kill(self) -> None:
        """End it; what it is at is given up."""
        self._process.kill()
        self._listener.join()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
