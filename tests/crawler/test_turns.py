"""The turns of crawls: all hosts of a source, or none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from crawler.processes import this_process
from crawler.turns import Turn
from db.engine import open_engine, session_factory
from db.lease import Holder
from db.models import LeaseRow
from pipeline.records import Source

LIST = "https://www.news.test/tech/"
FEED = "https://feeds.news.test/tech.xml"
OTHER = "http://news.test/sport/"


@pytest.fixture
def session(tmp_path: Path, upgraded: Path) -> Session:
    return session_factory(open_engine(shutil.copy(upgraded, tmp_path / "turns.db")))()


def turn(*urls: str, number: int = 0) -> Turn:
    """A turn of a process of its own, which lives as long as this one."""
    made = Turn(Source(id="x", name="x", section=urls[0], feeds=urls[1:]))
    own = this_process()
    made._holder = Holder(f"{own.key} {number}", "elsewhere 1", own.pid + number)
    return made


def test_one_host_in_two_spellings_is_one_turn(session: Session) -> None:
    first, second = turn(LIST, number=1), turn(OTHER, number=2)
    assert first.take(session) is None
    assert second.take(session) == (
        f"news.test:443, which process {this_process().pid + 1} on elsewhere is crawling"
    )
    first.give_back(session)
    assert second.take(session) is None


def test_all_hosts_are_taken_or_none(session: Session) -> None:
    first, second, third = turn(LIST, number=1), turn(FEED, LIST, number=2), turn(FEED, number=3)
    assert first.take(session) is None
    assert second.take(session)
    assert third.take(session) is None
    assert session.scalar(select(func.count()).select_from(LeaseRow)) == 2


def test_a_turn_that_passed_on_is_not_renewed(session: Session) -> None:
    first, second = turn(LIST, number=1), turn(LIST, number=2)
    assert first.take(session) is None
    assert first.renew(session)
    first.give_back(session)
    assert second.take(session) is None
    assert not first.renew(session)
