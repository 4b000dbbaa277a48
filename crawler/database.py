"""The database beside the reactor: one thread in which all of a visit's sessions run."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from db.engine import session_factory

T = TypeVar("T")


class Database:
    """Runs functions of a session in a thread of its own, one after the other.

    A write waits for other processes without holding the reactor; each is one transaction, kept
    whole or not at all.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._sessions = session_factory(engine)
        self._reading = session_factory(engine, read_only=True)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="database")

    async def write(self, work: Callable[[Session], T]) -> T:
        """Run `work` in a transaction of its own and give its result once it is committed."""
        return await self._run(lambda: self.write_now(work))

    async def read(self, work: Callable[[Session], T]) -> T:
        """Run `work` in a transaction that writes nothing."""

        def reading() -> T:
            with self._reading() as session:
                return work(session)

        return await self._run(reading)

    def write_now(self, work: Callable[[Session], T]) -> T:
        """As `write`, in the caller's thread: for before and after the reactor runs."""
        with self._sessions.begin() as session:
            return work(session)

    async def _run(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    def close(self) -> None:
        """Wait for what is queued, and close the connections."""
        self._thread.shutdown()
        self.engine.dispose()
