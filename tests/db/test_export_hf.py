"""The folder for the Hub: its shards, card and Croissant metadata."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson
import pyarrow.parquet as pq
import pytest
import yaml
from database_cases import Store, article
from sqlalchemy import text
from sqlalchemy.orm import Session

from db.export import BadExport, export, verify
from db.export.hf_writer import HfWriter
from db.export.split import NAMES
from pipeline.records import Moment, Origin, Policy


@pytest.fixture
def many(s: Session, store: Store) -> Session:
    for number in range(40):
        store(article(f"/{number}", f"Title {number}"), source="tech" if number % 3 else "other")
    store(article("/no", "Reserved", policy=Policy(tdm_reservation=True)))
    return s


def header(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((folder / "README.md").read_text().split("---\n")[1])
    return found


def test_the_folder(many: Session, tmp_path: Path) -> None:
    manifest = export(many, tmp_path / "news", "hf")
    assert (manifest.rows, manifest.opted_out) == (40, 1)
    assert verify(tmp_path / "news") == []
    shard = tmp_path / "news" / "data" / "train-00000-of-00001.parquet"
    assert pq.read_table(shard).num_rows == 40
    found = header(tmp_path / "news")
    files = found["configs"][0]["data_files"]
    assert files == [{"split": "train", "path": "data/train-*.parquet"}]
    assert (found["language"], found["size_categories"]) == (["en"], ["n<1K"])
    card = (tmp_path / "news" / "README.md").read_text()
    assert "40 news articles" in card
    assert "Articles whose page or site reserves text and data mining are left out: 1." in card
    assert "tech  ██████████████████████████████ 26" in card
    assert "| tech | Tech | https://news.example/tech |" in card
    assert 'load_dataset("news")' in card
    assert "`removed`" not in card
    described = orjson.loads((tmp_path / "news" / "croissant.json").read_bytes())
    assert described["datePublished"] == "2026-11-20"
    assert "fetched until 2026-11-20, exported by Rasid" in described["citeAs"]
    assert described["citeAs"] in card
    (file, files) = described["distribution"]
    assert file["sha256"] == hashlib.sha256(shard.read_bytes()).hexdigest()
    names = {field["name"] for field in described["recordSet"][0]["field"]}
    assert names == set(pq.read_schema(shard).names) - {"blocks"}


@pytest.mark.parametrize("split", ["hash", "time"])
def test_splits_are_apart_and_whole(many: Session, tmp_path: Path, split: str) -> None:
    if split == "time":
        sql = "UPDATE revisions SET published_as = '2026-01-' || :day, published_at = :at"
        for number in range(1, 21):
            at = f"2026-01-{number:02} 00:00:00"
            values = {"day": f"{number:02}", "at": at, "id": number}
            many.execute(text(f"{sql} WHERE id = :id"), values)
    export(many, tmp_path / "news", "hf", split=split)
    ids: list[int] = []
    for file in sorted((tmp_path / "news" / "data").iterdir()):
        ids += pq.read_table(file).column("id").to_pylist()
    assert sorted(ids) == sorted(set(ids))
    assert len(ids) == 40
    named = [entry["split"] for entry in header(tmp_path / "news")["configs"][0]["data_files"]]
    assert named == [name for name in NAMES if name in named]
    assert len(named) > 1


def test_copies_are_in_one_split(many: Session, tmp_path: Path) -> None:
    many.execute(text("INSERT INTO stories (id) VALUES (7)"))
    many.execute(text("UPDATE articles SET story_id = 7 WHERE id <= 20"))
    export(many, tmp_path / "news", "hf", split="hash")
    files = (tmp_path / "news" / "data").iterdir()
    stories = [pq.read_table(file).column("story").to_pylist() for file in files]
    assert len([found for found in stories if 7 in found]) == 1


def test_a_split_by_time_keeps_copies_with_the_first(
    s: Session, store: Store, tmp_path: Path
) -> None:
    for day in range(1, 32):
        published = Moment(datetime(2026, 10, day, tzinfo=UTC), Origin.JSON_LD)
        store(article(f"/{day:02}", f"Title {day}", published=published))
    newest = Moment(datetime(2026, 10, 31, tzinfo=UTC), Origin.JSON_LD)
    equal = article("/02", "Title 2", url="https://copy.example/equal", published=newest)
    store(equal, source="other")
    store(article("/reworded", "Title 32", published=newest), source="other")
    s.execute(text("UPDATE articles SET story_id = NULL"))
    s.execute(text("INSERT INTO stories (id) VALUES (7)"))
    story = "UPDATE articles SET story_id = 7 WHERE url LIKE '%/01' OR url LIKE '%/reworded'"
    s.execute(text(story))
    export(s, tmp_path / "news", "hf", split="time")
    splits = {
        url.rpartition("/")[2]: file.name.partition("-")[0]
        for file in (tmp_path / "news" / "data").iterdir()
        for url in pq.read_table(file).column("url").to_pylist()
    }
    assert splits["31"] == "test"
    assert [splits[name] for name in ("01", "reworded", "02", "equal")] == ["train"] * 4
    assert len(splits) == 33


def test_shards(many: Session, tmp_path: Path) -> None:
    writer = HfWriter(tmp_path / "news", with_removed=False, shard_rows=7)
    row = dict.fromkeys(writer.keys) | {"source": "tech", "word_count": 3, "blocks": b"[]"}
    writer.write([list((row | {"id": number}).values()) for number in range(15)])
    writer.close()
    names = sorted(file.name for file in (tmp_path / "news" / "data").iterdir())
    assert names == [f"train-0000{number}-of-00003.parquet" for number in range(3)]


def test_the_datasets_library_opens_it(
    many: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setenv("HF_HOME", str(tmp_path / "cache"))
    import datasets

    export(many, tmp_path / "news", "hf", split="hash")
    opened = datasets.load_dataset(str(tmp_path / "news"), cache_dir=str(tmp_path / "cache"))
    assert sum(len(split) for split in opened.values()) == 40
    first = opened["train"][0]
    assert first["blocks"][0]["kind"] == "paragraph"
    assert first["authors"] == ["Mona Said"]


def test_no_article_is_a_dataset_too(s: Session, tmp_path: Path) -> None:
    assert export(s, tmp_path / "news", "hf").rows == 0
    (shard,) = (tmp_path / "news" / "data").iterdir()
    assert pq.read_table(shard).num_rows == 0


def test_a_split_of_another_format(s: Session, tmp_path: Path) -> None:
    with pytest.raises(BadExport, match="--split is for --format hf alone"):
        export(s, tmp_path / "a.jsonl", split="hash")
