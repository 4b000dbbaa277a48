"""Leases: one holder at a time, whatever happens to it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from db import lease
from db.engine import session_factory
from db.lease import Holder

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
ONE = Holder("here 1 100", "here", 1)
TWO = Holder("here 2 200", "here", 2)


def later(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def test_a_lease_is_taken_once_until_it_expires(s: Session) -> None:
    assert lease.take(s, "schedule", ONE, NOW, 60)
    assert not lease.take(s, "schedule", TWO, later(59), 60)
    assert lease.take(s, "other", TWO, NOW, 60)
    assert lease.take(s, "schedule", TWO, later(60), 60)
    assert not lease.renew(s, "schedule", ONE, later(61), 60)


def test_a_renewed_lease_lasts(s: Session) -> None:
    assert lease.take(s, "schedule", ONE, NOW, 60)
    assert lease.renew(s, "schedule", ONE, later(50), 60)
    assert not lease.take(s, "schedule", TWO, later(100), 60)


def test_an_expired_lease_that_nobody_took_is_renewed(s: Session) -> None:
    assert lease.take(s, "schedule", ONE, NOW, 60)
    assert lease.renew(s, "schedule", ONE, later(500), 60)
    assert not lease.take(s, "schedule", TWO, later(510), 60)


def test_a_dead_holder_keeps_nothing(s: Session) -> None:
    assert lease.take(s, "schedule", ONE, NOW, 60)
    assert not lease.take(s, "schedule", TWO, NOW, 60, dead="here 9 900")
    assert lease.take(s, "schedule", TWO, NOW, 60, dead=ONE.key)


def test_what_is_acquired_is_refused_until_its_holder_is_dead(s: Session) -> None:
    assert lease.acquire(s, "host a", ONE, 60, lambda row: False) is None
    other = lease.acquire(s, "host a", TWO, 60, lambda row: False)
    assert other is not None
    assert other.pid == ONE.pid
    assert lease.acquire(s, "host a", TWO, 60, lambda row: row.pid == ONE.pid) is None
    assert not lease.renew(s, "host a", ONE, lease.clock(s), 60)


def test_only_the_holder_gives_it_back(s: Session) -> None:
    assert lease.take(s, "schedule", ONE, NOW, 60)
    lease.give_back(s, "schedule", TWO)
    assert lease.held(s, "schedule") is not None
    lease.give_back(s, "schedule", ONE)
    assert lease.held(s, "schedule") is None
    assert lease.take(s, "schedule", TWO, NOW, 60)


def test_of_many_that_ask_at_once_one_has_it(engine: Engine) -> None:
    def ask(number: int) -> bool:
        with session_factory(engine).begin() as session:
            return lease.take(session, "schedule", Holder(f"h {number}", "h", number), NOW, 60)

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(ask, range(16))) == 1
