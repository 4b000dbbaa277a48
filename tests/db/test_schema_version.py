"""Whether a file has the present schema, told without SQLAlchemy."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from db.engine import open_engine, schema_version, upgrade
from db.schema_version import has_present_schema, head


def test_a_file_has_it_after_an_upgrade_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "rasid database?.db"
    engine = open_engine(path)
    upgrade(engine)
    assert schema_version(engine) == head()
    engine.dispose()
    before = sorted(file.name for file in tmp_path.iterdir())
    assert has_present_schema(str(path))
    assert sorted(file.name for file in tmp_path.iterdir()) == before


def _older(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("CREATE TABLE alembic_version (version_num TEXT)")
        file.execute("INSERT INTO alembic_version VALUES ('v0001')")


def _of_another_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("CREATE TABLE articles (id INTEGER)")


@pytest.mark.parametrize(
    "make",
    [
        lambda path: None,
        lambda path: path.touch(),
        lambda path: path.mkdir(),
        lambda path: path.write_text("no database"),
        _older,
        _of_another_program,
    ],
)
def test_a_file_that_is_to_be_made_or_upgraded_has_not(
    tmp_path: Path, make: Callable[[Path], object]
) -> None:
    path = tmp_path / "rasid.db"
    make(path)
    existed = path.exists()
    assert not has_present_schema(str(path))
    assert path.exists() == existed


def test_of_a_server_it_is_not_told() -> None:
    assert not has_present_schema("postgresql://localhost/rasid")


def test_the_watcher_of_crawls_does_without_sqlalchemy() -> None:
    told = "import cli.crawl, sys; print('sqlalchemy' in sys.modules)"
    result = subprocess.run(
        [sys.executable, "-c", told], capture_output=True, text=True, check=True
    )
    assert result.stdout == "False\n"
