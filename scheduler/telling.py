"""Tells of alerts beside everything else: a way that hangs holds up nothing but itself."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from queue import SimpleQueue
from time import monotonic

from db.health import AlertChange
from scheduler.notify import Hooks, attempt, ways

log = logging.getLogger("rasid.schedule")


class _Way:
    """One hook with its queue, and the thread that works it off."""

    def __init__(self, name: str, hook: Callable[[AlertChange], None], pause_s: float) -> None:
        self.name = name
        self._hook = hook
        self._pause_s = pause_s
        self.queue: SimpleQueue[AlertChange | None] = SimpleQueue()
        # A daemon: a hook that hangs must not keep the service from ending.
        self.thread = threading.Thread(target=self._work, name=f"tell {name}", daemon=True)
        self.thread.start()

    def _work(self) -> None:
        while (change := self.queue.get()) is not None:
            problem = attempt(self._hook, change, self._pause_s)
            if problem:
                log.error(
                    "alert-not-told way=%s source=%s kind=%s error=%s",
                    self.name, change.source_id, change.kind, problem,
                )  # fmt: skip


class Teller:
    """The hooks of one service."""

    def __init__(self, hooks: Hooks) -> None:
        self._ways = [_Way(name, hook, hooks.pause_s) for name, hook in ways(hooks)]

    def tell(self, changes: Sequence[AlertChange]) -> None:
        """Have all hooks told; returns at once."""
        for way in self._ways:
            for change in changes:
                way.queue.put(change)

    def close(self, timeout_s: float) -> None:
        """Wait until all is told, no longer than that; what is not is logged, and stays stored."""
        end = monotonic() + timeout_s
        for way in self._ways:
            way.queue.put(None)
        for way in self._ways:
            way.thread.join(max(0.0, end - monotonic()))
            if way.thread.is_alive():
                log.error("alerts-untold way=%s left=%d", way.name, way.queue.qsize())
