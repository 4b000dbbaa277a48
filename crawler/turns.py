"""Turns: of all crawls on one database, one at a time asks a host, whichever process began it.

The hosts that a source's file names are leases. A crawl takes all of them or none, so that no two
wait for each other. One that was killed loses them at once to a crawl on the same machine, and
after TTL_S to one elsewhere.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, sessionmaker

from crawler.events import Event
from crawler.processes import is_dead, this_process
from db import lease
from db.engine import BadDatabase, open_engine, schema_version, session_factory
from db.schema_version import head
from pipeline.records import Source
from pipeline.urls import site_of

T = TypeVar("T")

TTL_S = 60.0
"""Seconds without a heartbeat after which another crawl may take hosts, and a source, over."""
LOOK_S = 1.0
"""Seconds between two looks at whether a turn has come."""
RENEW_S = 5.0
"""Seconds between two renewals by who has no heartbeat of a run."""


class EndedWaiting(Exception):  # noqa: N818  # named for what happened
    """A crawl was asked to end before its turn had come: one line."""


class Turn:
    """One crawl's right to ask the hosts of its source."""

    def __init__(self, source: Source) -> None:
        urls = (source.section or "", *source.feeds, *source.sitemaps, *source.wordpress)
        self.names = [f"host {site}" for site in sorted({site_of(url) for url in urls} - {""})]
        self._holder = this_process()

    def take(self, session: Session) -> str | None:
        """Takes all hosts, or none. None where they are ours now, else who is waited for."""
        for place, name in enumerate(self.names):
            other = lease.acquire(session, name, self._holder, TTL_S, is_dead)
            if other is not None:
                for taken in self.names[:place]:
                    lease.give_back(session, taken, self._holder)
                machine = other.machine.partition(" ")[0]
                host = name.removeprefix("host ")
                return f"{host}, which process {other.pid} on {machine} is crawling"
        return None

    def renew(self, session: Session) -> bool:
        """Holds the hosts for longer. False where one of them is another crawl's now."""
        now = lease.clock(session)
        return all(lease.renew(session, name, self._holder, now, TTL_S) for name in self.names)

    def give_back(self, session: Session) -> None:
        """Lets the next crawl ask the hosts."""
        for name in self.names:
            lease.give_back(session, name, self._holder)


def wait_for(
    take: Callable[[], T | str],
    name: str,
    tell: Callable[[Event], None],
    ended: Callable[[], bool],
) -> T:
    """What `take` gives once it is no word of who is waited for, which is told once, with `name` as
    the source. Raises EndedWaiting as soon as `ended` is True."""
    told = False
    while isinstance(taken := take(), str):
        if not told:
            tell(Event("waiting", {"source": name, "message": f"waits for {taken}"}))
            told = True
        if ended():
            raise EndedWaiting(f"{name}: it was asked to end while it waited for {taken}")
        time.sleep(LOOK_S)
    return taken


@contextmanager
def turn_among_crawls(
    db: str, source: Source, tell: Callable[[Event], None], ended: Callable[[], bool]
) -> Iterator[None]:
    """The hosts of a source, held among the crawls of a database that keeps nothing of ours else.

    Where there is no such database, or none that a crawl could use, there is nobody to share with.
    Whoever loses its turn, since it slept, is asked to end by SIGTERM. Raises EndedWaiting.
    """
    engine = _opened(db)
    if engine is None:
        yield
        return
    turn, sessions, over = Turn(source), session_factory(engine), threading.Event()

    def take() -> str | bool:
        try:
            with sessions.begin() as session:
                return turn.take(session) or True
        except DBAPIError:  # a file that we may only read
            return False

    keeper = threading.Thread(target=_keep, args=(turn, sessions, over), daemon=True)
    try:
        if wait_for(take, source.id, tell, ended):
            keeper.start()
        yield
    finally:
        over.set()
        with suppress(DBAPIError), sessions.begin() as session:
            turn.give_back(session)
        engine.dispose()


def _opened(db: str) -> Engine | None:
    """The database, if it is there and of this version."""
    if not db or ("://" not in db and not Path(db).exists()):
        return None
    with suppress(BadDatabase, DBAPIError):
        engine = open_engine(db)
        if schema_version(engine) == head():
            return engine
        engine.dispose()
    return None


def _keep(turn: Turn, sessions: sessionmaker[Session], over: threading.Event) -> None:
    while not over.wait(RENEW_S):
        with suppress(DBAPIError), sessions.begin() as session:
            if not turn.renew(session):
                os.kill(os.getpid(), signal.SIGTERM)
                return
