"""Where crawls are started from, and the local news servers' place on the path."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from crawl_desk import Desk

sys.path.insert(0, str(Path(__file__).parents[1] / "site"))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture(scope="session")
def make_desk(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Desk]:
    """For crawls that several tests look at."""
    return lambda name: Desk(tmp_path_factory.mktemp(name))
