"""Backups while others write, and checks that see what is wrong."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from database_cases import NOW, SITE, article
from sqlalchemy import Engine, text

from db.engine import BadDatabase, open_engine, session_factory
from db.read import link
from db.search import rebuild_index, search
from db.upkeep import backup, check
from db.write import save_links, store_article, sync_source
from pipeline.records import Link, Source


def fill(engine: Engine, *paths: str) -> None:
    with session_factory(engine).begin() as s:
        sync_source(s, Source(id="tech", name="Tech"))
        save_links(s, "tech", [Link(SITE + path, SITE) for path in paths], NOW)
        for path in paths:
            row = link(s, "tech", SITE + path)
            assert row is not None
            store_article(s, row.id, article(path), NOW)


def test_a_sound_database(engine: Engine) -> None:
    fill(engine, "/a", "/b")
    assert check(engine) == []


@pytest.mark.parametrize(
    ("damage", "problem"),
    [
        ("UPDATE articles SET current_revision_id = NULL", "1 articles without a revision"),
        ("DELETE FROM appearances", "1 articles that appear in no source"),
        ("UPDATE links SET article_id = NULL", "1 links that are stored and have no article"),
    ],
)
def test_what_a_check_sees(engine: Engine, damage: str, problem: str) -> None:
    fill(engine, "/a")
    with engine.begin() as connection:
        connection.execute(text(damage))
    assert check(engine) == [problem]


def test_a_revision_that_is_not_indexed(engine: Engine) -> None:
    fill(engine, "/a")
    is_sqlite = engine.dialect.name == "sqlite"
    with engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO search_index (search_index) VALUES ('delete-all')"
                if is_sqlite
                else "DELETE FROM search_index"
            )
        )
    mend = "rasid db reindex makes it anew"
    assert f"1 revisions are not in the search index: {mend}" in check(engine)


def test_a_backup_of_a_database_in_use(tmp_path: Path) -> None:
    from db.engine import upgrade

    engine = open_engine(tmp_path / "a.db")
    upgrade(engine)
    fill(engine, "/a")
    with session_factory(engine)() as s:
        s.execute(text("UPDATE sources SET name = 'in the midst of a change'"))
        backup(engine, tmp_path / "b.db")
        s.rollback()
    copy = open_engine(tmp_path / "b.db")
    assert check(copy) == []
    with session_factory(copy)() as s:
        assert s.scalar(text("SELECT name FROM sources")) == "Tech"
        assert len(search(s, "article")) == 1
    with pytest.raises(BadDatabase, match="does not exist"):
        backup(engine, tmp_path / "no" / "b.db")
    for opened in (engine, copy):
        opened.dispose()


def test_no_backup_is_made_of_what_is_damaged(tmp_path: Path, upgraded: Path) -> None:
    path, copy = tmp_path / "a.db", tmp_path / "b.db"
    whole = bytearray(upgraded.read_bytes())
    with closing(sqlite3.connect(upgraded)) as connection:
        of_links = "SELECT rootpage FROM sqlite_master WHERE name = 'links'"
        (page,) = connection.execute(of_links).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    at = (page - 1) * size
    whole[at : at + 100] = b"\x07" * 100
    path.write_bytes(whole)
    engine = open_engine(path)
    with pytest.raises(BadDatabase, match=r"no copy is made: the database is damaged"):
        backup(engine, copy)
    engine.dispose()
    assert not [left for left in tmp_path.iterdir() if "b.db" in left.name]


def test_a_backup_ends_while_another_process_writes_all_the_time(tmp_path: Path) -> None:
    """A copy that began anew at each write would never end."""
    from db.engine import upgrade

    engine = open_engine(tmp_path / "a.db")
    upgrade(engine)
    with engine.begin() as connection:  # several steps of a copy
        connection.execute(text("CREATE TABLE filling (bytes BLOB)"))
        connection.execute(text("INSERT INTO filling VALUES (zeroblob(30000000))"))
    enough = threading.Event()
    other = open_engine(tmp_path / "a.db")

    def write() -> None:
        number = 0
        while not enough.is_set():
            number += 1
            with session_factory(other).begin() as s:
                sync_source(s, Source(id="tech", name=f"Tech {number}"))

    writer = threading.Thread(target=write)
    copier = threading.Thread(target=backup, args=(engine, tmp_path / "b.db"))
    writer.start()
    copier.start()
    copier.join(30)
    ended = not copier.is_alive()
    enough.set()
    writer.join()
    copier.join()
    assert ended
    copy = open_engine(tmp_path / "b.db")
    assert check(copy) == []
    for opened in (engine, other, copy):
        opened.dispose()


def test_a_check_holds_no_writer_up(engine: Engine) -> None:
    fill(engine, "/a")
    with session_factory(engine).begin() as s:
        s.execute(text("UPDATE sources SET name = 'in the midst of a change'"))
        assert check(engine) == []


def test_a_search_index_that_is_damaged_inside(tmp_path: Path) -> None:
    from db.engine import upgrade

    engine = open_engine(tmp_path / "a.db")
    upgrade(engine)
    fill(engine, "/a")
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM search_index_data WHERE id > 10"))
    assert any("search_index" in problem for problem in check(engine))
    engine.dispose()


DAMAGE = {
    "its words": "UPDATE search_index_data SET block = x'00ff00ff' WHERE id > 100",
    "its structure": "UPDATE search_index_data SET block = x'00000000ff' WHERE id = 10",
    "its form": "DELETE FROM search_index_config",
    "all of it": "DELETE FROM search_index_data",
    "its parts": "DELETE FROM search_index_docsize",
    "it is gone": "DROP TABLE search_index",
    "a table of it is gone": "DELETE FROM sqlite_master WHERE name = 'search_index_data'",
    "its name is gone": "DELETE FROM sqlite_master WHERE name = 'search_index'",
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_search_index_is_made_anew_whatever_befell_it(
    tmp_path: Path, upgraded: Path, damage: str
) -> None:
    path: Path = shutil.copy(upgraded, tmp_path / "a.db")
    engine = open_engine(path)
    fill(engine, "/a")
    engine.dispose()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        declared = _declared(connection)
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(damage)
    engine = open_engine(path)
    problems = check(engine)
    assert problems
    assert all("rasid db reindex makes it anew" in problem for problem in problems)
    with session_factory(engine).begin() as s:
        assert rebuild_index(s) == 1
    assert check(engine) == []
    with session_factory(engine, read_only=True)() as s:
        assert len(search(s, "the text")) == 1
    engine.dispose()
    with closing(sqlite3.connect(path)) as connection:
        assert _declared(connection) == declared


def _declared(connection: sqlite3.Connection) -> str:
    query = "SELECT sql FROM sqlite_master WHERE name = 'search_index'"
    return str(connection.execute(query).fetchone()[0])


def test_postgresql_has_its_own(engine: Engine, tmp_path: Path) -> None:
    if engine.dialect.name == "postgresql":
        with pytest.raises(BadDatabase, match="pg_dump"):
            backup(engine, tmp_path / "b.db")
