"""Leases: a right that one process at a time holds, until it gives it back or it expires.

Taking and renewing are one statement each, so that of two processes one wins, on SQLite and on
PostgreSQL alike.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import Executable, delete, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from db.models import LeaseRow


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a lease. `key` is of one process alone, `machine` of one space of numbers."""

    key: str
    machine: str
    pid: int


def clock(s: Session) -> datetime:
    """The time by which leases expire: the server's on PostgreSQL, so that machines whose clocks
    differ agree; this machine's on SQLite."""
    if s.get_bind().dialect.name == "postgresql":
        at: datetime = s.scalars(select(func.clock_timestamp())).one()
        return at.astimezone(UTC)
    return datetime.now(UTC)


def take(
    s: Session, name: str, holder: Holder, now: datetime, ttl_s: float, *, dead: str | None = None
) -> bool:
    """Takes a lease that nobody holds, or that has expired. True where it is ours now.

    `dead` is the key of a holder that is known to have died: its lease counts as expired.
    """
    values = {
        "holder": holder.key,
        "machine": holder.machine,
        "pid": holder.pid,
        "taken_at": now,
        "expires_at": now + timedelta(seconds=ttl_s),
    }
    dialect = s.get_bind().dialect.name
    insert = (postgresql if dialect == "postgresql" else sqlite).insert(LeaseRow)
    free = or_(LeaseRow.expires_at <= now, LeaseRow.holder == holder.key, LeaseRow.holder == dead)
    statement: Executable = (
        insert.values(name=name, **values)
        .on_conflict_do_update(index_elements=["name"], set_=values, where=free)
        .returning(LeaseRow.holder)
    )
    return bool(s.scalar(statement) == holder.key)


def acquire(
    s: Session, name: str, holder: Holder, ttl_s: float, is_dead: Callable[[LeaseRow], bool]
) -> LeaseRow | None:
    """Takes a lease by its clock, from a holder that `is_dead` too. None where it is ours now, else
    who has it."""
    now = clock(s)
    other = held(s, name)
    dead = other.holder if other is not None and is_dead(other) else None
    if take(s, name, holder, now, ttl_s, dead=dead):
        return None
    other = held(s, name)
    assert other is not None
    if other.expires_at > now + timedelta(seconds=2 * ttl_s):
        # Written by a clock that has been put back since. Who lives renews it at once; who does
        # not is not to block this database until the clock has come so far again.
        other.expires_at = now + timedelta(seconds=ttl_s)
    return other


def renew(s: Session, name: str, holder: Holder, now: datetime, ttl_s: float) -> bool:
    """Holds a lease for longer, even one that expired and that nobody took. False: it is lost."""
    renewed = (
        update(LeaseRow)
        .where(LeaseRow.name == name, LeaseRow.holder == holder.key)
        .values(expires_at=now + timedelta(seconds=ttl_s))
        .returning(LeaseRow.name)
    )
    return s.scalar(renewed) is not None


def give_back(s: Session, name: str, holder: Holder) -> None:
    """Ends a lease of ours; another's stays."""
    s.execute(delete(LeaseRow).where(LeaseRow.name == name, LeaseRow.holder == holder.key))


def held(s: Session, name: str) -> LeaseRow | None:
    """The lease as it is written, expired or not; None where there is none."""
    return s.scalar(select(LeaseRow).where(LeaseRow.name == name))
