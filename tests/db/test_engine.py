"""Opening: what is wrong is said in one line, and several may begin at once."""

from __future__ import annotations

import multiprocessing
import shutil
import sqlite3
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from database_cases import NOW
from old_database import make_old_database
from sqlalchemy import Engine, inspect, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from db.bad_database import line_of
from db.engine import (
    BadDatabase,
    head,
    open_engine,
    require_current,
    schema_version,
    session_factory,
    upgrade,
)
from db.models import Base, SourceRow
from db.search import search
from db.write import start_run, sync_source
from pipeline.records import Source


def test_an_empty_database_is_upgraded_and_stays_so(database_url: str) -> None:
    engine = open_engine(database_url)
    assert schema_version(engine) is None
    with pytest.raises(BadDatabase, match="has no articles yet"):
        require_current(engine)
    upgrade(engine)
    upgrade(engine)
    require_current(engine)
    assert schema_version(engine) == head()
    engine.dispose()


@pytest.mark.parametrize("revision", ["v0006", "v0013"])
def test_an_old_database_gets_a_new_search_index(database_url: str, revision: str) -> None:
    engine = open_engine(database_url)
    make_old_database(engine, revision, 600)
    told: list[tuple[int, int]] = []
    upgrade(engine, lambda done, total: told.append((done, total)))
    assert told == [(0, 600), (500, 600), (600, 600)]
    with session_factory(engine, read_only=True)() as session:
        assert [hit.id for hit in search(session, "أسعار 77")] == [77]
        assert len(search(session, "أسعار", limit=1_000)) == 600
    engine.dispose()


def test_the_migrations_make_what_the_models_say(engine: Engine) -> None:
    with engine.connect() as connection:
        tables = set(Base.metadata.tables)

        def ours(name: str | None, kind: str, _parents: object) -> bool:
            return kind != "table" or name in tables

        context = MigrationContext.configure(connection, opts={"include_name": ours})
        assert compare_metadata(context, Base.metadata) == []
        views = inspect(connection).get_view_names()
    assert set(views) == {"current_articles", "daily_counts", "story_articles"}


def _upgrade(url: str, start: threading.Barrier) -> None:
    engine = open_engine(url)
    start.wait()
    upgrade(engine)
    with session_factory(engine).begin() as s:
        sync_source(s, Source(id="tech", name="Tech"))
        start_run(s, "tech", NOW)
    engine.dispose()


def _upgrade_by_four(url: str) -> None:
    """What a process of its own does, which has no threads: it becomes four."""
    context = multiprocessing.get_context("fork")
    start = context.Barrier(4)
    processes = [context.Process(target=_upgrade, args=(url, start)) for _ in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    sys.exit(str([process.exitcode for process in processes]))


def test_four_processes_that_start_at_once(
    database_url: str, capfd: pytest.CaptureFixture[str]
) -> None:
    apart = multiprocessing.get_context("spawn").Process(
        target=_upgrade_by_four, args=(database_url,)
    )
    apart.start()
    apart.join()
    assert capfd.readouterr().err == "[0, 0, 0, 0]\n"
    engine = open_engine(database_url)
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM runs")) == 4
    engine.dispose()


def test_writers_wait_for_each_other_and_readers_for_none(engine: Engine) -> None:
    sessions = session_factory(engine)
    with sessions.begin() as s:
        sync_source(s, Source(id="tech", name="0"))

    def count_up() -> None:
        for _ in range(20):
            with sessions.begin() as s:
                row = s.get_one(SourceRow, "tech", with_for_update=True)
                row.name = str(int(row.name) + 1)

    threads = [threading.Thread(target=count_up) for _ in range(4)]
    for thread in threads:
        thread.start()
    with session_factory(engine, read_only=True)() as reader:
        first = reader.scalar(text("SELECT name FROM sources"))
        for thread in threads:
            thread.join()
        assert reader.scalar(text("SELECT name FROM sources")) == first
    with sessions() as s:
        assert s.get_one(SourceRow, "tech").name == "80"


def test_a_reader_cannot_write(engine: Engine) -> None:
    with session_factory(engine, read_only=True)() as reader, pytest.raises(DBAPIError):
        sync_source(reader, Source(id="tech", name="Tech"))
    with session_factory(engine).begin() as s:
        sync_source(s, Source(id="tech", name="Tech"))


def test_json_is_readable_in_sql(s: Session) -> None:
    sync_source(s, Source(id="t", name="ت", section="https://news.example/تقنية"))
    assert "تقنية" in str(s.scalar(text("SELECT CAST(config AS TEXT) FROM sources WHERE id = 't'")))


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("not a database, but long enough to be looked at")
    with pytest.raises(BadDatabase, match=r"notes\.txt: is no SQLite database: give another --db"):
        open_engine(path)


def test_a_damaged_database(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 4_000)
    with pytest.raises(BadDatabase, match=r"a\.db: .*restore a backup"):
        open_engine(path)


def test_folders(tmp_path: Path) -> None:
    with pytest.raises(BadDatabase, match=r"the folder .* does not exist"):
        open_engine(tmp_path / "no" / "a.db")
    with pytest.raises(BadDatabase, match="is a folder"):
        open_engine(tmp_path)


def test_a_later_schema(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'v9999'"))
    for use in (upgrade, require_current):
        with pytest.raises(BadDatabase, match="later version of Rasid"):
            use(engine)


@pytest.mark.parametrize("table", ["articles", "customers"])
def test_tables_of_another_program(tmp_path: Path, table: str) -> None:
    connection = sqlite3.connect(tmp_path / "a.db")
    connection.execute(f"CREATE TABLE {table} (id INTEGER)")
    connection.close()
    engine = open_engine(tmp_path / "a.db")
    with pytest.raises(BadDatabase, match="tables of another program"):
        upgrade(engine)
    engine.dispose()


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("mysql://host/name", "driver MySQLdb is not installed|only SQLite and PostgreSQL"),
        ("nonsense://host/name", "is no database URL"),
        ("sqlite:///a.db?mode=ro", "has no options: leave out what stands from the [?] on"),
        ("sqlite:///file:a.db?uri=true", "has no options"),
        ("postgresql://:x", "is no database URL|server running"),
        ("postgresql://rasid@127.0.0.1:1/none", "is the server running"),
    ],
)
def test_urls_that_lead_nowhere(url: str, message: str) -> None:
    with pytest.raises(BadDatabase, match=message) as caught:
        open_engine(url)
    assert "\n" not in str(caught.value)


def test_a_database_that_another_program_holds_is_told_with_what_to_do(
    tmp_path: Path, upgraded: Path
) -> None:
    path = shutil.copy(upgraded, tmp_path / "a.db")
    holder = sqlite3.connect(path, isolation_level=None)
    other = sqlite3.connect(path, timeout=0)
    with closing(holder), closing(other):
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(sqlite3.OperationalError) as caught:
            other.execute("DELETE FROM runs")
    mend = "end what holds it open for writing, or try again"
    assert line_of(caught.value) == f"the database is locked by another program: {mend}"
