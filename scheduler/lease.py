"""The right to schedule: one service a database.

SQLite: a lock on a file beside the database. PostgreSQL: an advisory lock on a connection of its
own. Both are let go by the system when the process dies, however it dies.
"""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, text

_KEY = 0x52617363  # "Rasc": the advisory lock that the service holds on PostgreSQL


class AlreadyScheduled(Exception):  # noqa: N818  # named for what the caller learns
    """Another service holds this database; the message is one line."""


@contextmanager
def hold(engine: Engine) -> Iterator[None]:
    """Hold the right to schedule on a database until the block ends.

    Raises AlreadyScheduled where another process holds it.
    """
    if engine.dialect.name == "postgresql":
        with engine.connect() as connection:
            if not connection.scalar(text("SELECT pg_try_advisory_lock(:key)"), {"key": _KEY}):
                raise AlreadyScheduled(_refusal(engine))
            connection.commit()
            yield
        return
    path = Path(f"{engine.url.database}.schedule-lock")
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyScheduled(_refusal(engine)) from None
        yield


def _refusal(engine: Engine) -> str:
    return f"another service is running on {engine.url.database}: stop it first"
