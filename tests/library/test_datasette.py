"""`datasette rasid.db` opens with facets and full text."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

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


def get(path: Path, address: str) -> dict[str, Any]:
    options = ["--metadata", FOLDER / "metadata.json", "--plugins-dir", FOLDER / "plugins"]
    command = [sys.executable, "-m", "datasette", path, *options, "--get", address]
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, check=True, cwd=FOLDER.parents[1]
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_articles_have_facets(path: Path) -> None:
    found = get(path, "/rasid/current_articles.json?_size=1")
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
def test_full_text(path: Path, address: str, number: int) -> None:
    assert len(get(path, address)["rows"]) == number
