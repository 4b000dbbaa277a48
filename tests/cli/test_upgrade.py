"""What is said before an old database is brought to the present schema."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from cli.main import run
from db.engine import open_engine

sys.path.insert(0, str(Path(__file__).parents[1] / "db"))
from old_database import make_old_database


@pytest.mark.parametrize(("articles", "warned"), [(50, False), (2_500, True)])
def test_a_long_upgrade_is_told_before_it_begins(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], articles: int, warned: bool
) -> None:
    path = tmp_path / "old.db"
    engine = open_engine(path)
    make_old_database(engine, "v0006", articles)
    engine.dispose()
    assert run(["--db", str(path), "--quiet", "db", "upgrade"]) == 0
    said = capfd.readouterr().err
    assert ("its search index of 2,500 versions" in said) == warned
    assert len(said.splitlines()) == warned
