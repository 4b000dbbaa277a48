"""`rasid story`: the copies of an article on a terminal and as JSON."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from test_library import path  # noqa: F401  # the database of that file

from cli.main import run


def test_the_copies_of_an_article(
    path: Path,  # noqa: F811
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert run(["--db", str(path), "story", "2", "--json"]) == 0
    found = json.loads(capfd.readouterr().out)
    assert [(one["id"], one["origin"], one["like"]) for one in found["articles"]] == [
        (1, True, 2),
        (2, False, 1),
    ]
    assert (found["origin"], found["origin_by"]) == (1, "published-at")
    assert found["articles"][0]["origin_by"] == "published-at"
    assert run(["--db", str(path), "story", "--rebuild"]) == 0
    assert run(["--db", str(path), "story", "https://news.example/1"]) == 0
    assert "published-at" in capfd.readouterr().out
    assert run(["--db", str(path), "story", "3"]) == 0
    assert run(["--db", str(path), "story", "9"]) == 2
    assert run(["--db", str(path), "story"]) == 2


def test_an_older_scheme_is_told_and_mended(
    path: Path,  # noqa: F811
    capfd: pytest.CaptureFixture[str],
) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE signatures SET scheme = 'older'")
    assert run(["--db", str(path), "story", "2"]) == 0
    assert "rasid story --rebuild" in capfd.readouterr().err
    assert run(["--db", str(path), "story", "--rebuild"]) == 0
    capfd.readouterr()
    assert run(["--db", str(path), "story", "2"]) == 0
    assert "--rebuild" not in capfd.readouterr().err
