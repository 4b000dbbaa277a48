"""For all tests: no property fails because the machine was busy, the long ones begin first, the
tables of a database are made once, and what was collected is not looked through for garbage."""

from __future__ import annotations

import gc
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import settings

from db.engine import open_engine, upgrade

settings.register_profile("busy machine", deadline=None)
settings.load_profile("busy machine")

ROOT = Path(__file__).parent
sys.path.insert(0, str(ROOT / "processes"))

import prepared  # noqa: E402

LONG_FIRST = ("scheduler", "cli", "crawler", "library", "web", "db", "demo", "docs")
"""Rooms whose tests start processes and wait: a worker that begins with them at the end works on
while the others have nothing left."""


@pytest.fixture(scope="session")
def upgraded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite database with the present tables and nothing in them, to be copied: making them
    anew, a version after the other, takes longer than most tests do."""
    path: Path = tmp_path_factory.mktemp("upgraded") / "rasid.db"
    engine = open_engine(path)
    upgrade(engine)
    engine.dispose()
    return path


@pytest.fixture
def prepared_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Crawls and looks that this process starts, and what extracts here, need not start."""
    for module, start in prepared.starters(prepared.server()):
        monkeypatch.setattr(module, "start", start)


@pytest.fixture(scope="session")
def prepared_pools() -> None:
    """Nor need the processes of pools that this process makes (see crawler.workers.in_order)."""
    prepared.serve_pools()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Each file's tests stay together, and in their order; of the rooms that start no process the
    largest file comes first, lest one worker be at it when the others have nothing left."""
    sizes = Counter(item.path for item in items)

    def order(item: pytest.Item) -> tuple[int, int]:
        place = _place(item.path.relative_to(ROOT).parts[0])
        return place, -sizes[item.path] if place == len(LONG_FIRST) else 0

    items.sort(key=order)


def pytest_collection_finish() -> None:
    """Fifteen thousand tests and the modules that they import stay until the end: to search all of
    them for garbage takes a quarter of a second each time, a twentieth of what tests of `db` do."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def _place(room: str) -> int:
    return LONG_FIRST.index(room) if room in LONG_FIRST else len(LONG_FIRST)
