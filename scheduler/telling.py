"""Tells of alerts beside everything else: a way that hangs holds up nothing but itself.

What is to be told stands in the database from the moment an alert changes, and goes when it was
told; a service that was killed, or whose receiver was away, tells it later. A change may be told
twice that way, never not at all.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from queue import SimpleQueue
from time import monotonic

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from db.engine import session_factory
from db.health import AlertChange
from db.notices import Notice, notices, remove_notice, remove_stale_notices
from scheduler.logs import line_of
from scheduler.notify import Hooks, attempt, ways

log = logging.getLogger("rasid.schedule")

KEPT = timedelta(days=7)
"""Age of a change from which on nobody is told of it any more."""


class _Way:
    """One hook with its queue, and the thread that works it off."""

    def __init__(
        self,
        name: str,
        hook: Callable[[AlertChange], None],
        pause_s: float,
        told: Callable[[Notice], None],
    ) -> None:
        self.name = name
        self._hook = hook
        self._pause_s = pause_s
        self._told = told
        self._taken: set[tuple[int, bool, datetime]] = set()
        self._queue: SimpleQueue[Notice | None] = SimpleQueue()
        # A daemon: a hook that hangs must not keep the service from ending.
        self._thread = threading.Thread(target=self._work, name=f"tell {name}", daemon=True)
        self._thread.start()

    def take(self, notice: Notice) -> None:
        """Tell it in its turn, once, however often it is asked for."""
        if (key := _key(notice)) not in self._taken:
            self._taken.add(key)
            self._queue.put(notice)

    def forget(self, waiting: Collection[tuple[int, bool, datetime]]) -> None:
        """Keep in mind what is still to be told alone."""
        self._taken.intersection_update(waiting)

    def _work(self) -> None:
        while (notice := self._queue.get()) is not None:
            change = notice.change
            if problem := attempt(self._hook, change, self._pause_s):
                log.error(
                    "alert-not-told way=%s source=%s kind=%s error=%s",
                    self.name, change.source_id, change.kind, problem,
                )  # fmt: skip
                self._taken.discard(_key(notice))  # to be tried again when it is asked for
            else:
                self._told(notice)

    def finish(self) -> None:
        """Take nothing more."""
        self._queue.put(None)

    def wait(self, timeout_s: float) -> None:
        """Wait until what it took is told, no longer than that."""
        self._thread.join(timeout_s)
        if self._thread.is_alive():
            log.error("alerts-untold way=%s left=%d", self.name, self._queue.qsize())


def _key(notice: Notice) -> tuple[int, bool, datetime]:
    return notice.change.alert_id, notice.change.opened, notice.change.at


class Teller:
    """The hooks of one service."""

    def __init__(self, engine: Engine, hooks: Hooks) -> None:
        self._engine = engine
        self._ways = {
            name: _Way(name, hook, hooks.pause_s, self._told) for name, hook in ways(hooks)
        }
        self._asking = threading.Lock()

    @property
    def ways(self) -> tuple[str, ...]:
        """The names of the hooks, for whom notices are made."""
        return tuple(self._ways)

    def tell(self) -> None:
        """Have told what is still to be told; does not wait for it. Raises DBAPIError."""
        with self._asking:
            with session_factory(self._engine, read_only=True)() as session:
                waiting = notices(session)
            keys = {_key(notice) for notice in waiting}
            for each in self._ways.values():
                each.forget(keys)
            for notice in waiting:
                if way := self._ways.get(notice.way):
                    way.take(notice)

    def tidy(self, now: datetime) -> None:
        """Give up what is too old, or was to be told by a way that is no more."""
        with session_factory(self._engine).begin() as session:
            given_up = remove_stale_notices(session, self.ways, now - KEPT)
        if given_up:
            log.error("alerts-given-up number=%d", given_up)

    def _told(self, notice: Notice) -> None:
        try:
            with session_factory(self._engine).begin() as session:
                remove_notice(session, notice)
        except DBAPIError as error:  # it will be told again
            log.error("database-unusable error=%s", line_of(error))

    def close(self, timeout_s: float) -> None:
        """Wait until all is told, no longer than that; what is not is told by the next service."""
        end = monotonic() + timeout_s
        for way in self._ways.values():
            way.finish()
        for way in self._ways.values():
            way.wait(max(0.0, end - monotonic()))
