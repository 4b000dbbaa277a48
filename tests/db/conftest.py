"""A fresh, upgraded database for each test, on SQLite and on PostgreSQL."""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import postgres_server
import pytest
from database_cases import Store, add_sources, storing
from sqlalchemy import Engine, make_url, text
from sqlalchemy.orm import Session

from db.engine import open_engine, session_factory, upgrade


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    given = os.environ.get("RASID_TEST_POSTGRES")
    if given:
        yield given
        return
    if postgres_server.find_programs() is None:
        if os.environ.get("RASID_TEST_REQUIRE_POSTGRES") == "1":
            pytest.fail(postgres_server.MISSING)
        pytest.skip(postgres_server.MISSING)
    with postgres_server.server() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database."""
    if request.param == "sqlite":
        return str(tmp_path / "rasid.db")
    url: str = request.getfixturevalue("postgres_database")
    return url


@pytest.fixture(scope="session")
def postgres_admin(postgres_url: str) -> Iterator[Engine]:
    """What makes databases on PostgreSQL, and drops them."""
    admin = open_engine(postgres_url)
    yield admin.execution_options(isolation_level="AUTOCOMMIT")
    admin.dispose()


@pytest.fixture
def postgres_database(postgres_admin: Engine) -> Iterator[str]:
    """The URL of an empty database on PostgreSQL."""
    with _made(postgres_admin, "template0") as url:
        yield url


@pytest.fixture(scope="session")
def postgres_tables(postgres_admin: Engine) -> Iterator[str]:
    """The name of a database on PostgreSQL with the present tables, of which copies are made."""
    with _made(postgres_admin, "template0") as url:
        engine = open_engine(url)
        upgrade(engine)
        engine.dispose()
        yield str(make_url(url).database)


@contextmanager
def _made(admin: Engine, template: str) -> Iterator[str]:
    """The URL of a new database, a copy of `template`, that is dropped in the end."""
    name = f"rasid_{uuid.uuid4().hex}"
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} ENCODING 'UTF8' TEMPLATE {template}"))
    yield admin.url.set(database=name).render_as_string(hide_password=False)
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path, upgraded: Path) -> Iterator[Engine]:
    """Of a database with the present tables and nothing in them."""
    with ExitStack() as made:
        if request.param == "sqlite":
            url = str(shutil.copy(upgraded, tmp_path / "rasid.db"))
        else:
            admin = request.getfixturevalue("postgres_admin")
            url = made.enter_context(_made(admin, request.getfixturevalue("postgres_tables")))
        engine = open_engine(url)
        yield engine
        engine.dispose()


@pytest.fixture
def s(engine: Engine) -> Iterator[Session]:
    """A session in an open transaction, with the sources `tech` and `other`."""
    with session_factory(engine).begin() as session:
        add_sources(session)
        yield session


@pytest.fixture
def store(s: Session) -> Store:
    return storing(s)
