"""`rasid story`: the copies of an article on a terminal and as JSON."""

from __future__ import annotations

import json
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
    assert found["articles"][0]["origin_by"] == "published-at"
    assert run(["--db", str(path), "story", "--rebuild"]) == 0
    assert run(["--db", str(path), "story", "https://news.example/1"]) == 0
    assert "published-at" in capfd.readouterr().out
    assert run(["--db", str(path), "story", "3"]) == 0
    assert run(["--db", str(path), "story", "9"]) == 2
    assert run(["--db", str(path), "story"]) == 2
