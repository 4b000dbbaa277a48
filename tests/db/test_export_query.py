"""Exports of what a search finds: the same articles, on both databases."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest
from database_cases import SITE, Store, article
from sqlalchemy.orm import Session

from db.export import export
from db.export.delta import export_delta
from db.filters import Filters, conditions
from db.search import BadQuery, search
from pipeline.records import Policy

TEXTS = {
    "/chips": ("Chips", "A chip maker's factory in Arizona runs at full speed."),
    "/robots": ("Robots", "Robots build chips in a factory near Leipzig."),
    "/ai": ("الذكاء الاصطناعي", "تعتمد الشركات على التـقـنـيـة الحديثة في السيارات."),
    "/tech": ("أخبار التقنيّة", "أعلنت الشركة عن تطبيقاتها."),
}


@pytest.fixture
def filled(s: Session, store: Store) -> Session:
    for path, (title, body) in TEXTS.items():
        store(article(path, title, body), source="other" if path == "/robots" else "tech")
    return s


def exported(s: Session, path: Path, **asked: object) -> set[str]:
    export(s, path, filters=Filters(**asked))  # type: ignore[arg-type]
    lines = path.read_bytes().splitlines()
    return {orjson.loads(line)["url"].removeprefix(SITE) for line in lines}


@pytest.mark.parametrize(
    "query",
    [
        "chips",
        "chip factory",
        "تقنية",
        '"الذكاء الاصطناعي"',
        "chips -robots",
        "source:other",
        "title:chips",
        "source:other factory",
        "chips OR تقنية",
        "nothing that is there",
    ],
)
def test_what_a_search_finds_and_no_more(filled: Session, tmp_path: Path, query: str) -> None:
    hits = {hit.url.removeprefix(SITE) for hit in search(filled, query, limit=100)}
    assert exported(filled, tmp_path / "a.jsonl", query=query) == hits


def test_beside_other_filters(filled: Session, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    assert exported(filled, path, query="factory") == {"/chips", "/robots"}
    assert exported(filled, path, query="factory", sources=("other",)) == {"/robots"}
    assert exported(filled, path, query="factory", limit=1) == {"/chips"}
    manifest = export(filled, path, filters=Filters(query="factory"), dedupe="exact")
    assert (manifest.rows, manifest.filters) == (2, {"query": "factory"})


def test_what_is_reserved_counts_where_it_is_found(
    s: Session, store: Store, tmp_path: Path
) -> None:
    store(article("/a", "Chips", "A factory of chips.", policy=Policy(robots_meta=("noai",))))
    store(article("/b", "Ships", "A wharf.", policy=Policy(robots_meta=("noai",))))
    assert export(s, tmp_path / "a.jsonl", filters=Filters(query="chips")).opted_out == 1


def test_a_delta_holds_what_is_found_since(filled: Session, store: Store, tmp_path: Path) -> None:
    path, asked = tmp_path / "a.jsonl", Filters(query="factory")
    assert export_delta(filled, path, "jsonl", asked).manifest.rows == 2
    store(article("/third", "Third", "One more factory."))
    store(article("/fourth", "Fourth", "A wharf."))
    made = export_delta(filled, path, "jsonl", asked)
    assert (made.manifest.changes or {})["new"] == 1
    assert made.manifest.rows == 3


def test_a_faulty_query_writes_nothing(filled: Session, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    for query in ('"chips', "source:nobody chips"):
        with pytest.raises(BadQuery):
            export(filled, path, filters=Filters(query=query))
    assert [found.name for found in tmp_path.iterdir() if found.name.startswith("a.")] == []


def test_other_readers_refuse_what_they_would_pass_over() -> None:
    with pytest.raises(ValueError, match="query"):
        conditions(Filters(query="chips"))
