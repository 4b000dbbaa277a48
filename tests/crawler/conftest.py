"""Where crawls are started from, and the local news servers' place on the path."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from crawl_desk import Desk

from crawler.browser import NAMES

sys.path.insert(0, str(Path(__file__).parents[1] / "site"))


@pytest.fixture
def desk(tmp_path: Path, upgraded: Path) -> Desk:
    return Desk(tmp_path, upgraded)


@pytest.fixture(scope="session")
def make_desk(tmp_path_factory: pytest.TempPathFactory, upgraded: Path) -> Callable[[str], Desk]:
    """For crawls that several tests look at."""
    return lambda name: Desk(tmp_path_factory.mktemp(name), upgraded)


@pytest.fixture(scope="session")
def chromium() -> None:
    """Tests of rendering need Chromium, which `make test` installs where it can."""
    if not any(shutil.which(name) for name in NAMES):
        if os.environ.get("RASID_TEST_REQUIRE_BROWSER"):
            pytest.fail("no Chromium here, and RASID_TEST_REQUIRE_BROWSER is set")
        pytest.skip("no Chromium here")
