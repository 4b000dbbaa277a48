"""The right to schedule: one service a database, on SQLite and on PostgreSQL.

It is a row with an expiry. A service that dies leaves it behind: on the same machine the next one
sees that its process is gone and takes over at once; elsewhere, and after the machine was started
anew, it waits until the lease expires.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from time import sleep

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from crawler.processes import is_dead, is_here, this_process
from db import lease as rows
from db.engine import session_factory
from scheduler.logs import line_of

log = logging.getLogger("rasid.schedule")

NAME = "schedule"

TTL_S = 60.0
"""Seconds that a lease holds unless it is renewed; the service renews it at every refresh."""
LOOK_S = 1.0
"""Seconds between two looks at whether a lease has expired."""


class AlreadyScheduled(Exception):  # noqa: N818  # named for what the caller learns
    """Another service holds this database; the message is one line.

    `until` is when its lease expires. `surely` is False where it may be dead: a process of another
    machine, of another container, or of this machine before it was started anew.
    """

    def __init__(self, line: str, until: datetime | None = None, *, surely: bool = True) -> None:
        super().__init__(line)
        self.until = until
        self.surely = surely


class Lease:
    """A lease that this process holds."""

    def __init__(self, engine: Engine) -> None:
        self._sessions = session_factory(engine)
        self._holder = this_process()

    def renew(self) -> None:
        """Hold it for longer. Raises AlreadyScheduled where another service took it meanwhile."""
        with self._sessions.begin() as session:
            if not rows.renew(session, NAME, self._holder, rows.clock(session), TTL_S):
                raise AlreadyScheduled("another service took over while this one was silent")

    def take(self) -> None:
        """Take it. Raises AlreadyScheduled where another service holds it."""
        with self._sessions.begin() as session:
            other = rows.acquire(session, NAME, self._holder, TTL_S, is_dead)
            surely = other is None or is_here(other)
        if other is not None:
            until, host = f"{other.expires_at:%H:%M:%S}", other.machine.partition(" ")[0]
            raise AlreadyScheduled(
                f"another service is running (process {other.pid} on {host}, "
                f"lease until {until} UTC): stop it first",
                other.expires_at,
                surely=surely,
            )

    def take_in_time(self, stopped: Callable[[], bool] = lambda: False) -> bool:
        """Take it, from a holder that may be dead too, as soon as that proves to be: it lives if it
        renews its lease, and is dead if it lets it expire. False where `stopped` says so first.

        Raises AlreadyScheduled where another service holds it.
        """
        first: AlreadyScheduled | None = None
        while not stopped():
            try:
                self.take()
            except AlreadyScheduled as refused:
                if refused.surely or (first and refused.until != first.until):
                    raise
                if first is None:
                    first = refused
                    log.warning("waits-for-lease until=%s reason=%s", refused.until, refused)
                sleep(LOOK_S)
            else:
                return True
        return False

    def give_back(self) -> None:
        with self._sessions.begin() as session:
            rows.give_back(session, NAME, self._holder)


@contextmanager
def hold(engine: Engine, stopped: Callable[[], bool] = lambda: False) -> Iterator[Lease | None]:
    """Hold the right to schedule on a database until the block ends; None where `stopped` said so
    before it was ours.

    Raises AlreadyScheduled where another process holds it.
    """
    lease = Lease(engine)
    if not lease.take_in_time(stopped):
        yield None
        return
    try:
        yield lease
    finally:
        try:
            lease.give_back()
        except DBAPIError as error:  # it expires, or is seen to be of a dead process
            log.error("lease-not-given-back error=%s", line_of(error))
