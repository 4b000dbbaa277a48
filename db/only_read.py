"""SQLite files that this process may read and not write to.

Beside a file that somebody writes stands a log, and with it such a file is read as any other is.
Without one SQLite could read it only where it may make the log: then it is opened as a file that
does not change. Whether it did is seen before each use of a connection, which is made anew then,
and after it: what was read of a file that changed meanwhile may be of two states.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from types import TracebackType

from sqlalchemy import Engine, event
from sqlalchemy.exc import DBAPIError, DisconnectionError
from sqlalchemy.orm import Session

from db.bad_database import Unreachable

State = tuple[int, ...]
"""What tells that a file was written to; empty where there is none."""


class Connection(sqlite3.Connection):
    """A connection that only reads. `path` and `as_it_was` are of a file that was opened as one
    that does not change."""

    path: Path | None = None
    as_it_was: tuple[State, State] = ((), ())

    def has_changed(self) -> bool:
        """Whether the file was written to since it was opened so."""
        return self.path is not None and _state(self.path) != self.as_it_was[0]

    def is_outdated(self) -> bool:
        """Whether it is to be opened anew: it has changed, or its log says that it soon will."""
        return self.path is not None and _states(self.path) != self.as_it_was


def connect(path: Path, timeout_s: float) -> Connection:
    """Open a file that cannot be written to. Raises sqlite3.Error."""
    address = f"{path.resolve().as_uri()}?mode=ro"
    before = _states(path)
    found = _open(address, timeout_s)
    try:
        found.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError:
        if any(_size(beside) for beside in (_log_of(path), _journal_of(path))):
            return found  # without these it is not whole: whoever asks is told what is wrong
        found.close()
        found = _open(f"{address}&immutable=1", timeout_s)
        found.path, found.as_it_was = path, before
    return found


def watch(engine: Engine) -> None:
    """Let connections that are outdated be made anew when they are taken from the pool."""

    @event.listens_for(engine, "checkout")
    def look(connection: Connection, _record: object, _proxy: object) -> None:
        if connection.is_outdated():
            raise DisconnectionError("the file was written to")


class OfOneState(Session):
    """A session that tells at its end where the file was written to meanwhile."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        changed = _has_changed(self)
        super().__exit__(kind, error, trace)
        if changed and (error is None or isinstance(error, DBAPIError)):
            raise _changed(self) from error


def require_one_state(session: Session) -> None:
    """Raises Unreachable where what a session has read may be of two states of the file."""
    if isinstance(session, OfOneState) and _has_changed(session):
        raise _changed(session)


def require_unchanged(reading: object, engine: Engine) -> None:
    """The same for a connection of the driver."""
    if isinstance(reading, Connection) and reading.has_changed():
        raise _written_to(engine)


def _has_changed(session: Session) -> bool:
    if not session.in_transaction():
        return False
    reading = session.connection().connection.driver_connection
    return isinstance(reading, Connection) and reading.has_changed()


def _changed(session: Session) -> Unreachable:
    return _written_to(session.get_bind().engine)


def _written_to(engine: Engine) -> Unreachable:
    file = engine.url.database
    return Unreachable(
        f"{file}: was written to while it was read, by a program that does not know of this one, "
        "which may not write beside it: try again"
    )


def _open(address: str, timeout_s: float) -> Connection:
    return sqlite3.connect(
        address, uri=True, timeout=timeout_s, check_same_thread=False, factory=Connection
    )


def _states(path: Path) -> tuple[State, State]:
    return _state(path), _state(_log_of(path))


def _state(path: Path) -> State:
    try:
        found = path.stat()
    except FileNotFoundError:
        return ()
    return found.st_ino, found.st_size, found.st_mtime_ns


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _log_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _journal_of(path: Path) -> Path:
    """Where a program that keeps no log writes what was before, until it has written all."""
    return path.with_name(f"{path.name}-journal")
