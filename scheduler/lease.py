"""The right to schedule: one service a database, on SQLite and on PostgreSQL.

It is a row with an expiry. A service that dies leaves it behind: on the same machine the next one
sees that its process is gone and takes over at once; elsewhere it waits until the lease expires.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from time import monotonic

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from db import lease as rows
from db.engine import session_factory
from db.models import LeaseRow
from scheduler.processes import is_dead, this_process

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
            other = self._take(session)
        if other is not None:
            until = other.expires_at.strftime("%H:%M:%S")
            raise AlreadyScheduled(
                f"another service is running (process {other.pid} on {other.machine.split()[0]}, "
                f"lease until {until} UTC): stop it first"
            )

    def _take(self, session: Session) -> LeaseRow | None:
        """None where it is ours now, else who has it."""
        now = rows.clock(session)
        other = rows.held(session, NAME)
        dead = other.holder if other is not None and is_dead(other) else None
        if rows.take(session, NAME, self._holder, now, TTL_S, dead=dead):
            return None
        other = rows.held(session, NAME)
        assert other is not None
        if other.expires_at > now + timedelta(seconds=2 * TTL_S):
            # Written by a clock that has been put back since. Who lives renews it at once; who
            # does not is not to block this database until the clock has come so far again.
            other.expires_at = now + timedelta(seconds=TTL_S)
        return other

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
            log.error("lease-not-given-back error=%s", str(error).splitlines()[0])
