"""`datasette rasid.db` opens with facets and full text."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from sqlalchemy import text

from bench.judged import store_documents
from db.engine import open_engine, session_factory, upgrade
from db.write import sync_source
from pipeline.records import Source

FOLDER = Path(__file__).parents[2] / "tools" / "datasette"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("datasette") / "rasid.db"
    engine = open_engine(path)
    upgrade(engine)
    with session_factory(engine).begin() as session:
        sync_source(session, Source(id="tech", name="Tech", section="https://judged.example/"))
        store_documents(session, "tech", 1)
        session.execute(
            text(
                "INSERT INTO appearances (article_id, source_id, first_seen_at)"
                " SELECT id, 'tech', first_seen_at FROM articles WHERE id = 1"
            )
        )
    engine.dispose()
    return path


@pytest.fixture(scope="module")
def origin(path: Path) -> Iterator[str]:
    """Where datasette serves the database."""
    options = ["--metadata", FOLDER / "metadata.json", "--plugins-dir", FOLDER / "plugins"]
    command = [sys.executable, "-m", "datasette", path, *options, "--port", "0"]
    with subprocess.Popen(
        [str(part) for part in command], cwd=FOLDER.parents[1], text=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    ) as server:  # fmt: skip
        assert server.stderr is not None
        said = next(line for line in server.stderr if "running on" in line)
        yield re.findall(r"http://[\d.:]+", said)[0]
        server.terminate()
        server.stderr.read()


def get(origin: str, address: str) -> dict[str, Any]:
    with urlopen(origin + quote(address, safe="/?=&+%")) as answer:
        found: dict[str, Any] = json.load(answer)
    return found


def test_articles_have_facets(origin: str) -> None:
    found = get(origin, "/rasid/current_articles.json?_size=1")
    assert found["filtered_table_rows_count"] == 25
    languages = found["facet_results"]["language"]["results"]
    assert {facet["value"]: facet["count"] for facet in languages} == {
        "ar": 10,
        "en": 6,
        "fa": 5,
        "ur": 4,
    }


@pytest.mark.parametrize(
    ("address", "number"),
    [
        pytest.param("/rasid/articles.json?_search=بالذكاء+الاصطناعي", 1, id="folded"),
        pytest.param('/rasid/revisions.json?_search="chip+maker"+-rocket', 1, id="the language"),
        pytest.param('/rasid/revisions.json?_search="', 0, id="a fault finds nothing"),
        pytest.param("/rasid/search.json?query=title:لعبة", 1, id="the canned query"),
        pytest.param("/rasid/articles.json?_search=كتاب+language:fa", 1, id="a filter"),
        pytest.param("/rasid/revisions.json?_search=كتاب+-source:tech", 1, id="a source"),
        pytest.param(
            "/rasid/search.json?query=كتاب+since:2026-11-20+until:2026-11-21+language:FA",
            1,
            id="filters in the canned query",
        ),
        pytest.param(
            "/rasid/search.json?query=كتاب+section:%22')%20OR%201%20--%22", 0, id="no SQL"
        ),
    ],
)
def test_full_text(origin: str, address: str, number: int) -> None:
    assert len(get(origin, address)["rows"]) == number
