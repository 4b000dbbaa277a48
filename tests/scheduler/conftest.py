"""The database of a test, up to date."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from db.engine import open_engine, session_factory
from db.models import SourceRow


@pytest.fixture
def engine(tmp_path: Path, upgraded: Path) -> Iterator[Engine]:
    engine = open_engine(shutil.copy(upgraded, tmp_path / "rasid.db"))
    yield engine
    engine.dispose()


@pytest.fixture
def one_source(engine: Engine) -> None:
    """The database knows a source `s`."""
    with session_factory(engine).begin() as session:
        session.add(SourceRow(id="s", name="S", config={}))
