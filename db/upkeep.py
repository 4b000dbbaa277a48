"""Backup and check of a database."""

from __future__ import annotations

import fcntl
import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Select, column, func, select, table, text
from sqlalchemy.exc import DBAPIError

from db.bad_database import REINDEX, damaged
from db.engine import BadDatabase
from db.only_read import require_unchanged

_PAGES_A_STEP = 2_000
"""Pages (8 MB) copied at a time: writers wait for one step, not for the whole."""

_CHECKS_INDEXES = (3, 44)
"""From this version of SQLite on, its integrity check looks into full-text indexes too."""

_ORPHANS = {
    "articles without a revision": (
        "SELECT count(*) FROM articles WHERE current_revision_id IS NULL"
    ),
    "articles whose current revision is another's": (
        "SELECT count(*) FROM articles a JOIN revisions r ON r.id = a.current_revision_id "
        "WHERE r.article_id <> a.id"
    ),
    "articles that appear in no source": (
        "SELECT count(*) FROM articles a WHERE NOT EXISTS "
        "(SELECT 1 FROM appearances p WHERE p.article_id = a.id)"
    ),
    "links that are stored and have no article": (
        "SELECT count(*) FROM links WHERE state = 'stored' AND article_id IS NULL"
    ),
    "links that are rejected without a reason": (
        "SELECT count(*) FROM links WHERE state = 'rejected' AND reason IS NULL"
    ),
    "runs that ended without a time": (
        "SELECT count(*) FROM runs WHERE state <> 'running' AND ended_at IS NULL"
    ),
}


def backup(engine: Engine, path: Path) -> None:
    """Copies a SQLite database while others read and write it; the copy is one state of it.

    The copy appears under its name when it is whole and sound. Raises BadDatabase on PostgreSQL,
    which has pg_dump, where the copy cannot be written, and where the database is damaged.
    """
    if engine.dialect.name != "sqlite":
        raise BadDatabase("backup copies SQLite databases; for PostgreSQL use pg_dump")
    if not path.parent.is_dir():
        raise BadDatabase(f"{path}: the folder {path.parent} does not exist: make it first")
    pooled = engine.raw_connection()
    source = pooled.driver_connection
    assert isinstance(source, sqlite3.Connection)
    try:
        with _part_of(path) as part:
            _copy(source, part)
            require_unchanged(source, engine)
            _require_sound(part)
            part.replace(path)
    except (OSError, sqlite3.Error) as error:
        why = getattr(error, "strerror", None) or error
        raise BadDatabase(f"{path}: the copy failed: {why}") from error
    finally:
        source.rollback()
        pooled.close()


def _copy(source: sqlite3.Connection, part: Path) -> None:
    # A copy begins anew whenever another connection writes between two of its steps, and would
    # never end beside a crawl. In a transaction that reads it sees one state throughout, and
    # with a write-ahead log it holds no writer up.
    source.execute("BEGIN")
    source.execute("SELECT count(*) FROM sqlite_master").fetchone()
    with closing(sqlite3.connect(part)) as target:
        source.backup(target, pages=_PAGES_A_STEP, sleep=0.01)
        target.execute("PRAGMA journal_mode = DELETE")


def _require_sound(part: Path) -> None:
    """A copy of a damaged database is damaged, page by page: whoever keeps some copies and lets the
    older ones go would have none in the end. Raises BadDatabase."""
    with closing(sqlite3.connect(part)) as copy:
        try:
            said = str(copy.execute("PRAGMA quick_check(1)").fetchone()[0])
        except sqlite3.DatabaseError as error:
            said = str(error)
    if said != "ok":
        raise BadDatabase(f"no copy is made: {damaged(said.splitlines()[-1])}")


@contextmanager
def _part_of(path: Path) -> Iterator[Path]:
    """The file, beside its place, in which a copy is made. It is locked as long as it is at work:
    what killed copies left is not, and goes."""
    parts = re.compile(re.escape(f".{path.name}.") + r"\d+\.part")
    for left in [left for left in path.parent.iterdir() if parts.fullmatch(left.name)]:
        with left.open("rb") as file:
            if _locked(file.fileno()):
                _discard(left)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    with part.open("wb") as file:
        _locked(file.fileno())
        try:
            yield part
        finally:
            _discard(part)


def _locked(number: int) -> bool:
    """Lock a file that nobody else has locked."""
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _discard(part: Path) -> None:
    for name in (part.name, *(f"{part.name}-{what}" for what in ("journal", "wal", "shm"))):
        part.with_name(name).unlink(missing_ok=True)


def check(engine: Engine) -> list[str]:
    """What is wrong with a database, a line each; empty for a sound one.

    It reads one state of the database and holds no writer up, however long it takes.
    """
    reading = engine.execution_options(rasid_read_only=True)
    is_sqlite = engine.dialect.name == "sqlite"
    with reading.connect() as connection:
        if is_sqlite:
            # A connection keeps parts of the full-text index in memory; where another process has
            # written since, SQLite's check takes them for damage. A new one keeps nothing.
            connection.invalidate()
        unopened = _unopened(connection) if is_sqlite else None
        problems = _sqlite_problems(connection, unopened) if is_sqlite else []
        problems += [] if unopened else _index_problems(connection)
        for what, query in _ORPHANS.items():
            number = connection.execute(text(query)).scalar_one()
            if number:
                problems.append(f"{number} {what}")
        require_unchanged(connection.connection.driver_connection, engine)
        connection.rollback()
    if is_sqlite and not unopened and sqlite3.sqlite_version_info < _CHECKS_INDEXES:
        problems += _index_damage(engine)
    return problems


def _unopened(connection: Connection) -> str | None:
    """What SQLite says of a search index that it cannot open; None where it can."""
    try:
        connection.exec_driver_sql("SELECT rowid FROM search_index LIMIT 1").all()
        connection.exec_driver_sql("SELECT id FROM search_index_docsize LIMIT 1").all()
    except DBAPIError as error:
        return str(error.orig)
    return None


def _sqlite_problems(connection: Connection, unopened: str | None) -> list[str]:
    problems = [f"the search index cannot be opened: {unopened}: {REINDEX}"] if unopened else []
    for checked in _parts_to_check(connection) if unopened else ("20",):
        for row in connection.exec_driver_sql(f"PRAGMA integrity_check({checked})"):
            if "search_index" in row[0]:
                problems.append(f"the search index is damaged: {row[0]}: {REINDEX}")
            elif row[0] != "ok":
                problems.append(f"the file is damaged: {row[0]}")
    problems += [
        f"{row[0]} row {row[1]} names a row of {row[2]} that is not there"
        for row in connection.exec_driver_sql("PRAGMA foreign_key_check")
    ]
    return problems


def _parts_to_check(connection: Connection) -> list[str]:
    """The tables beside the search index. A check of all opens it, and ends where it cannot."""
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search_index%'"
    return [f"'{name}'" for name in connection.exec_driver_sql(query).scalars()]


def _index_damage(engine: Engine) -> list[str]:
    """What an older SQLite finds wrong inside the search index. It takes the write lock for it."""
    try:
        with engine.begin() as connection:
            connection.exec_driver_sql(
                "INSERT INTO search_index (search_index) VALUES ('integrity-check')"
            )
    except DBAPIError as error:
        return [f"the search index is damaged: {error.orig}: {REINDEX}"]
    return []


def _index_problems(connection: Connection) -> list[str]:
    """The index holds every revision, and nothing else."""
    revisions: Select[Any] = select(column("id")).select_from(table("revisions"))
    if connection.dialect.name == "sqlite":
        indexed: Select[Any] = select(column("id")).select_from(table("search_index_docsize"))
    else:
        indexed = select(column("revision_id")).select_from(table("search_index"))
    problems = []
    for what, odd in (
        ("revisions are not in the search index", revisions.except_(indexed)),
        ("rows of the search index have no revision", indexed.except_(revisions)),
    ):
        number = connection.scalar(select(func.count()).select_from(odd.subquery()))
        if number:
            problems.append(f"{number} {what}: {REINDEX}")
    return problems
