"""The database beside the reactor: one thread in which all of a visit's sessions run."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError, DataError, IntegrityError, ProgrammingError
from sqlalchemy.orm import Session

from db.bad_database import line_of
from db.engine import session_factory

T = TypeVar("T")
_OUR_FAULT = (IntegrityError, DataError, ProgrammingError)
"""What one statement is refused for: others may be stored. All else is the database's: its disk,
its server, or that it is damaged."""


class CannotStore(Exception):  # noqa: N818  # named for what the caller knows
    """The disk is full, the file may not be written to or is damaged, the server is gone: one line
    for a person.

    What was to be saved is not; what was saved earlier stays.
    """


class Database:
    """Runs functions of a session in a thread of its own, one after the other.

    A write waits for other processes without holding the reactor; each is one transaction, kept
    whole or not at all. Where nothing can be stored any more they raise CannotStore, and
    `on_failure` is told why, in the reactor's thread.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.on_failure: Callable[[str], None] = lambda why: None
        self._sessions = session_factory(engine)
        self._reading = session_factory(engine, read_only=True)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="database")

    async def write(self, work: Callable[[Session], T]) -> T:
        """Run `work` in a transaction of its own and give its result once it is committed."""
        return await self._run(lambda: self._write(work))

    async def read(self, work: Callable[[Session], T]) -> T:
        """Run `work` in a transaction that writes nothing."""

        def reading() -> T:
            with self._reading() as session:
                return work(session)

        return await self._run(reading)

    def write_now(self, work: Callable[[Session], T]) -> T:
        """As `write`, in the caller's thread: for before and after the reactor runs."""
        return _storing(lambda: self._write(work))

    def _write(self, work: Callable[[Session], T]) -> T:
        with self._sessions.begin() as session:
            return work(session)

    async def _run(self, work: Callable[[], T]) -> T:
        loop = asyncio.get_running_loop()
        try:
            return await loop.run_in_executor(self._thread, _storing, work)
        except CannotStore as error:
            self.on_failure(str(error))
            raise

    def close(self) -> None:
        """Wait for what is queued, and close the connections."""
        self._thread.shutdown()
        self.engine.dispose()


def _storing(work: Callable[[], T]) -> T:
    """The result of `work`; CannotStore in place of what the database or the disk raises."""
    try:
        return work()
    except _OUR_FAULT:
        raise
    except DatabaseError as error:
        raise CannotStore(line_of(error.orig or error)) from error
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        raise CannotStore(f"{where}{str(error.strerror or error).lower()}") from error
