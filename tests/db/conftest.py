"""A fresh, upgraded database for each test, on SQLite and on PostgreSQL."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
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


@pytest.fixture
def postgres_database(postgres_url: str) -> Iterator[str]:
    """The URL of an empty database on PostgreSQL."""
    server_url = make_url(postgres_url)
    name = f"rasid_{uuid.uuid4().hex}"
    admin = open_engine(server_url.render_as_string(hide_password=False)).execution_options(
        isolation_level="AUTOCOMMIT"
    )
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} ENCODING 'UTF8' TEMPLATE template0"))
    yield server_url.set(database=name).render_as_string(hide_password=False)
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = open_engine(database_url)
    upgrade(engine)
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
