"""The right to schedule: one service a database, on SQLite and on PostgreSQL.

It is a row with an expiry. A service that dies leaves it behind: on the same machine the next one
sees that its process is gone and takes over at once; elsewhere it waits until the lease expires.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from crawler.processes import is_dead, this_process
from db import lease as rows
from db.engine import session_factory
from scheduler.logs import line_of

log = logging.getLogger("rasid.schedule")

NAME = "schedule"

TTL_S = 60.0
"""Seconds that a lease holds unless it is renewed; the service renews it at every refresh."""


class AlreadyScheduled(Exception):  # noqa: N818  # named for what the caller learns
    """Another service holds this database; the message is one line."""


class Lease:
    """A lease that this process holds."""

    def __init__(self, engine: Engine) -> None:
        self._sessions = session_factory(engine)
        self._holder = this_process()
        self._renewed_at = monotonic()

    def renew(self) -> None:
        """Hold it for longer. Raises AlreadyScheduled where another service took it meanwhile."""
        with self._sessions.begin() as session:
            if not rows.renew(session, NAME, self._holder, rows.clock(session), TTL_S):
                raise AlreadyScheduled("another service took over while this one was silent")
        self._renewed_at = monotonic()

    def expired(self) -> bool:
        """Whether it was not renewed for so long that another service may have taken it."""
        return monotonic() - self._renewed_at > TTL_S

    def take(self) -> None:
        """Take it. Raises AlreadyScheduled where another service holds it."""
        with self._sessions.begin() as session:
            other = rows.acquire(session, NAME, self._holder, TTL_S, is_dead)
        if other is not None:
            until = other.expires_at.strftime("%H:%M:%S")
            raise AlreadyScheduled(
                f"another service is running (process {other.pid} on {other.machine.split()[0]}, "
                f"lease until {until} UTC): stop it first"
            )

    def give_back(self) -> None:
        with self._sessions.begin() as session:
            rows.give_back(session, NAME, self._holder)


@contextmanager
def hold(engine: Engine) -> Iterator[Lease]:
    """Hold the right to schedule on a database until the block ends.

    Raises AlreadyScheduled where another process holds it.
    """
    lease = Lease(engine)
    lease.take()
    try:
        yield lease
    finally:
        try:
            lease.give_back()
        except DBAPIError as error:  # it expires, or is seen to be of a dead process
            log.error("lease-not-given-back error=%s", line_of(error))
