"""Opens the database: SQLite by default, PostgreSQL when one file is not enough.

Whoever opens it gets an engine whose connections are set up, or `BadDatabase`, which says in one
line what is wrong, where, and how to mend it.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import orjson
from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.orm import Session, sessionmaker

from db import only_read
from db.bad_database import BadDatabase, Unreachable
from db.column_types import storable_value
from db.schema_version import MIGRATIONS, head, revisions

BUSY_TIMEOUT_MS = 30_000
"""How long a writer waits for another one before it gives up."""
CACHE_KIB = 32_768
"""Of a connection, where SQLite has 2 MiB: an article touches some forty pages of the indexes."""

__all__ = [
    "BadDatabase",
    "Unreachable",
    "head",
    "open_engine",
    "require_current",
    "schema_version",
    "session_factory",
    "upgrade",
]

_SQLITE_HEADER = b"SQLite format 3\x00"
_UPGRADE_LOCK = 0x52617369  # "Rasi": the advisory lock that upgrades hold on PostgreSQL


def open_engine(url_or_path: str | Path, *, cache_kib: int = CACHE_KIB) -> Engine:
    """An engine for a path (SQLite) or a SQLAlchemy URL; checked, but with no table made.

    `cache_kib` is what a connection to SQLite keeps of the file. Raises BadDatabase where it
    cannot be used.
    """
    url = _parse(str(url_or_path))
    if url.get_backend_name() == "sqlite":
        connected: dict[str, Any] = {"connect_args": {"timeout": BUSY_TIMEOUT_MS / 1000}}
        if reads_only := not _check_file(url):
            path, timeout_s = Path(str(url.database)), BUSY_TIMEOUT_MS / 1000
            connected = {"creator": partial(only_read.connect, path, timeout_s)}
        engine = create_engine(url, **_JSON, **connected)
        engine.update_execution_options(rasid_reads_only=reads_only)
        _set_up_sqlite(engine, cache_kib)
        if reads_only:
            only_read.watch(engine)
    else:
        try:
            in_utc = {"options": "-c timezone=UTC"}
            engine = create_engine(url, **_JSON, pool_pre_ping=True, connect_args=in_utc)
        except ModuleNotFoundError as missing:
            raise BadDatabase(
                f"{_shown(url)}: the driver {missing.name} is not installed: "
                "pip install 'rasid[postgresql]'"
            ) from missing
    try:
        with engine.connect():
            pass
    except (DBAPIError, sqlite3.Error) as error:
        engine.dispose()
        raise _unusable(url, error) from error
    return engine


def session_factory(engine: Engine, *, read_only: bool = False) -> sessionmaker[Session]:
    """Sessions on an engine.

    A session takes SQLite's write lock when it begins, so that two writers wait for each other and
    never fail half-way; with `read_only` it takes none, sees one state of the database throughout,
    and cannot write.
    """
    bind = engine.execution_options(rasid_read_only=True) if read_only else engine
    if read_only and engine.dialect.name == "postgresql":
        bind = bind.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    if engine.get_execution_options().get("rasid_reads_only"):
        return sessionmaker(bind, class_=only_read.OfOneState, expire_on_commit=False)
    return sessionmaker(bind, expire_on_commit=False)


def upgrade(engine: Engine, progress: Callable[[int, int], None] | None = None) -> None:
    """Brings the tables to the present schema, from an empty database too.

    `progress` is told how many revisions are in the search index and how many there are, where it
    has to be made anew: once before it begins. Idempotent, and safe where several processes start
    at once: one does the work, the others wait.
    Raises BadDatabase for a database of a later version, or of another program.
    """
    if engine.get_execution_options().get("rasid_reads_only"):
        raise BadDatabase(
            f"{_shown(engine.url)}: can be read and not written to: change the rights of the file "
            "and its folder, or give another --db; what only reads works"
        )
    if schema_version(engine) == head():
        return
    # Imported where there is work to do, which is once: it takes 8 MB of each process.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _UPGRADE_LOCK})
        _check_known(connection)
        config.attributes |= {"connection": connection, "progress": progress}
        try:
            command.upgrade(config, "head")
        except DBAPIError as error:
            raise BadDatabase(
                f"{_shown(engine.url)}: the upgrade failed and changed nothing: "
                f"{_first_line(error)}"
            ) from error


def schema_version(engine: Engine) -> str | None:
    """The revision that the database is at; None where it has no tables of ours yet."""
    with engine.execution_options(rasid_read_only=True).connect() as connection:
        return _check_known(connection)


def require_current(engine: Engine) -> None:
    """Raises BadDatabase unless the schema is the present one: for those who only read."""
    found = schema_version(engine)
    if found is None:
        raise BadDatabase(f"{_shown(engine.url)}: has no articles yet: run rasid crawl first")
    if found != head():
        raise BadDatabase(f"{_shown(engine.url)}: has an older schema: run rasid db upgrade")


def _check_known(connection: Connection) -> str | None:
    where = _shown(connection.engine.url)
    tables = inspect(connection)
    found: str | None = None
    if tables.has_table("alembic_version"):
        found = connection.scalar(text("SELECT version_num FROM alembic_version"))
    if found is None:
        sqlite = (
            connection.dialect.name == "sqlite"
        )  # a server's databases are shared, files are not
        others = tables.get_table_names() if sqlite else ()
        if tables.has_table("articles") or set(others) - {"alembic_version"}:
            raise BadDatabase(f"{where}: has tables of another program: give another --db")
        return None
    if found not in revisions():
        raise BadDatabase(
            f"{where}: was written by a later version of Rasid (schema {found}): "
            "pip install --upgrade rasid"
        )
    return found


def _parse(url_or_path: str) -> URL:
    if "://" not in url_or_path:
        return URL.create("sqlite", database=url_or_path)
    try:
        url = make_url(url_or_path)
        if url.drivername in ("postgresql", "postgres"):
            url = url.set(drivername="postgresql+psycopg")
        url.get_dialect()
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise BadDatabase(
            f"{url_or_path}: is no database URL: give a path, or postgresql://user@host/name"
        ) from error
    except ModuleNotFoundError as missing:
        raise BadDatabase(
            f"{_shown(url)}: the driver {missing.name} is not installed: "
            "pip install 'rasid[postgresql]'"
        ) from missing
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        raise BadDatabase(f"{_shown(url)}: only SQLite and PostgreSQL are known")
    return url


def _check_file(url: URL) -> bool:
    """Whether a file can be written to, or made; False where it can be read alone. Raises
    BadDatabase where it cannot be used."""
    if (url.database or "").strip() in ("", ":memory:") or url.query.get("mode") == "memory":
        raise BadDatabase(
            f"{url.render_as_string()}: names no file, and memory is gone with the command: "
            "give the path of one"
        )
    if url.query:
        raise BadDatabase(
            f"{url.render_as_string()}: a SQLite database has no options: leave out what stands "
            "from the ? on; a file that may only be read is opened so"
        )
    path = Path(str(url.database))
    if not path.parent.is_dir():
        raise BadDatabase(f"{path}: the folder {path.parent} does not exist: make it first")
    if path.is_dir():
        raise BadDatabase(f"{path}: is a folder: give the path of a file")
    if not path.exists():
        if not os.access(path.parent, os.W_OK):
            raise BadDatabase(f"{path}: the folder cannot be written to: give another --db")
        return True
    if not os.access(path, os.R_OK):
        raise BadDatabase(f"{path}: cannot be read by this user: change its rights")
    with path.open("rb") as file:
        start = file.read(len(_SQLITE_HEADER))
    if start not in (b"", _SQLITE_HEADER):
        raise BadDatabase(f"{path}: is no SQLite database: give another --db")
    return os.access(path, os.W_OK)


def _set_up_sqlite(engine: Engine, cache_kib: int) -> None:
    """Own transactions in place of the driver's, which begin too late to be safe.

    WAL, NORMAL: what was committed survives the death of the process at any instant; only a power
    cut may take the last commits, never the database.
    """

    @event.listens_for(engine, "connect")
    def set_up(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute(f"PRAGMA cache_size = -{cache_kib}")
        # The words of the search index, for searches: a view, which each connection has for itself.
        connection.execute(
            "CREATE VIRTUAL TABLE temp.search_terms USING fts5vocab(main, search_index, instance)"
        )
        reads_only = engine.get_execution_options().get("rasid_reads_only")
        if not reads_only and connection.execute("PRAGMA journal_mode").fetchone() == ("delete",):
            _set_wal(connection)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        read_only = bool(connection.get_execution_options().get("rasid_read_only"))
        connection.exec_driver_sql(f"PRAGMA query_only = {int(read_only)}")
        connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")


def _set_wal(connection: sqlite3.Connection) -> None:
    """Sets the journal mode, which stays with the file; the busy timeout does not cover it."""
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        if "locked" not in str(error):
            raise
        # Another process is about to set it; the next connection finds it set.


def _to_json(value: Any) -> str:
    try:
        return orjson.dumps(value).decode().replace("\\u0000", "")
    except TypeError:  # a lone surrogate somewhere inside
        return orjson.dumps(storable_value(value)).decode().replace("\\u0000", "")


_JSON: dict[str, Any] = {"json_serializer": _to_json, "json_deserializer": orjson.loads}


def _shown(url: URL) -> str:
    """The URL as a person may see it: a path for SQLite, no password elsewhere."""
    return str(url.database) if url.get_backend_name() == "sqlite" else str(url)


def _first_line(error: Exception) -> str:
    cause = getattr(error, "orig", None) or error
    return str(cause).strip().splitlines()[0].rstrip(".")


def _unusable(url: URL, error: Exception) -> BadDatabase:
    what = f"{_shown(url)}: {_first_line(error)}"
    if url.get_backend_name() != "sqlite":
        mend = "is the server running, and are host, user and password right?"
        return Unreachable(f"{what}: {mend}")
    if "locked" in what:
        return Unreachable(f"{what}: another program holds it: end that, or wait for its end")
    return BadDatabase(f"{what}: give another --db, or restore a backup")
