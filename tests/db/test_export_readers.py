"""What pandas and polars make of exports: columns of the types that docs/exports.md tells."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pandas
import polars
import pytest
from database_cases import Store, article
from sqlalchemy.orm import Session

from db.export import export
from db.export.rows import KEYS
from pipeline.records import Moment, Origin

AT = datetime(2026, 11, 19, 8, 30, tzinfo=UTC)
TITLES = ["عنوان", "Two"]
TEXT = 'نصّ "أول"\n\nثانٍ, ثالث'


@pytest.fixture
def filled(s: Session, store: Store) -> Session:
    store(article("/a", TITLES[0], TEXT.replace("\n\n", "\n"), language="ar", tags=("ذكاء", "b")))
    bare = Moment(date(2026, 11, 18), Origin.JSON_LD)
    store(article("/b", TITLES[1], published=bare, authors=(), section=None, paywalled=True))
    return s


def test_parquet_in_polars(filled: Session, tmp_path: Path) -> None:
    export(filled, tmp_path / "a.parquet", "parquet")
    frame = polars.read_parquet(tmp_path / "a.parquet")
    schema = frame.schema
    for name in ("published_at", "modified_at", "first_seen_at", "fetched_at"):
        assert schema[name] == polars.Datetime("us", "UTC")
    for name in ("authors", "tags", "sources"):
        assert schema[name] == polars.List(polars.String)
    block = {"kind": polars.String, "text": polars.String, "level": polars.Int8}
    assert schema["blocks"] == polars.List(polars.Struct(block))
    assert (schema["id"], schema["paywalled"]) == (polars.Int64, polars.Boolean)
    assert frame["published_at"].to_list() == [AT, datetime(2026, 11, 18, tzinfo=UTC)]
    assert frame["published_as"].to_list() == ["2026-11-19T08:30:00+00:00", "2026-11-18"]
    assert frame["tags"].to_list() == [["ذكاء", "b"], []]
    assert (frame["title"].to_list(), frame["text"][0]) == (TITLES, TEXT)


def test_parquet_in_pandas(filled: Session, tmp_path: Path) -> None:
    export(filled, tmp_path / "a.parquet", "parquet")
    frame = pandas.read_parquet(tmp_path / "a.parquet")
    for name in ("published_at", "modified_at", "first_seen_at", "fetched_at"):
        assert str(frame.dtypes[name]) == "datetime64[us, UTC]"
    assert (str(frame.dtypes["id"]), str(frame.dtypes["word_count"])) == ("int64", "int64")
    assert list(frame["published_at"].dt.day) == [19, 18]
    assert list(frame["tags"][0]) == ["ذكاء", "b"]
    assert [block["kind"] for block in frame["blocks"][0]] == ["paragraph", "paragraph"]
    assert (list(frame["title"]), frame["text"][0]) == (TITLES, TEXT)


def test_csv(filled: Session, tmp_path: Path) -> None:
    export(filled, tmp_path / "a.csv", "csv")
    by_pandas = pandas.read_csv(tmp_path / "a.csv")
    by_polars = polars.read_csv(tmp_path / "a.csv")
    columns = [name for name in KEYS if name != "blocks"]
    assert list(by_pandas.columns) == by_polars.columns == columns
    assert str(by_pandas.dtypes["id"]) == "int64"
    assert by_polars.schema["id"] == polars.Int64
    assert list(by_pandas["title"]) == by_polars["title"].to_list() == TITLES
    assert by_pandas["text"][0] == by_polars["text"][0] == TEXT
    assert by_pandas["tags"][0] == by_polars["tags"][0] == "ذكاء; b"


@pytest.mark.parametrize("name", ["jsonl", "jsonl.gz", "jsonl.zst"])
def test_jsonl(filled: Session, tmp_path: Path, name: str) -> None:
    path = tmp_path / f"a.{name}"
    export(filled, path, name)
    by_pandas = pandas.read_json(path, lines=True, dtype=False)
    by_polars = polars.read_ndjson(path)
    assert list(by_pandas.columns) == by_polars.columns == list(KEYS)
    assert pandas.to_datetime(by_pandas["published_at"], format="ISO8601", utc=True)[0] == AT
    assert (str(by_pandas.dtypes["id"]), by_polars.schema["id"]) == ("int64", polars.Int64)
    assert by_polars.schema["tags"] == polars.List(polars.String)
    assert by_pandas["tags"][0] == by_polars["tags"][0].to_list() == ["ذكاء", "b"]
    assert list(by_pandas["title"]) == by_polars["title"].to_list() == TITLES
    assert by_pandas["text"][0] == by_polars["text"][0] == TEXT
    assert by_polars["published_at"].to_list() == ["2026-11-19T08:30:00+00:00", "2026-11-18"]


def test_columns_whose_first_values_are_null(s: Session, store: Store, tmp_path: Path) -> None:
    for number in range(150):
        store(article(f"/{number}", f"Title {number}", published=None))
    store(article("/last", "Last", description="Words", paywalled=True))
    export(s, tmp_path / "a.jsonl")
    export(s, tmp_path / "a.parquet", "parquet")
    by_polars = polars.read_ndjson(tmp_path / "a.jsonl", infer_schema_length=None)
    by_pandas = pandas.read_json(tmp_path / "a.jsonl", lines=True, dtype=False)
    for last in (by_polars["description"][-1], by_pandas["description"].iloc[-1]):
        assert last == "Words"
    assert by_polars.schema["paywalled"] == polars.Boolean
    assert polars.read_parquet(tmp_path / "a.parquet")["published_at"].null_count() == 150
