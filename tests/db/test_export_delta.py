"""Deltas: replayed, they are the full export, byte for byte."""

from __future__ import annotations

import csv
import hashlib
import random
from dataclasses import replace
from functools import partial
from pathlib import Path

import orjson
import pyarrow.parquet as pq
import pytest
from database_cases import NOW, Store, article
from sqlalchemy import text
from sqlalchemy.orm import Session

from db.export import BadExport, Manifest, export
from db.export.checking import verify_all
from db.export.csv_writer import CsvWriter
from db.export.delta import FORMS, Delta, export_delta, replay
from db.export.export import Options, remember_export
from db.export.manifest import deltas, manifest_path
from db.export.writer import keys_of
from db.filters import EVERYTHING, Filters
from db.write import save_host
from pipeline.records import Policy


def step(s: Session, store: Store, chance: random.Random) -> None:
    """One thing that happens to a database."""
    path = f"/{chance.randrange(12)}"
    match chance.randrange(9):
        case 0 | 1:
            store(article(path, f"Title of {path}"))
        case 2:
            store(article(path, f"Title of {path}", f"Changed {chance.random()}\nand more"))
        case 3:
            store(article(path, f"Title of {path}"), source="other")
        case 4:
            store(article(path, f"Title {path}", policy=Policy(tdm_reservation=True)))
        case 5:  # an article changes its story, or has none any more
            s.execute(text("INSERT INTO stories (id) VALUES (1), (2) ON CONFLICT DO NOTHING"))
            story = chance.choice(("1", "2", "NULL"))
            s.execute(
                text(f"UPDATE articles SET story_id = {story} WHERE id % 3 = {len(path) % 3}")
            )
        case 6:  # a story has another origin
            query = "SELECT id FROM articles ORDER BY id LIMIT 1 OFFSET :n"
            s.execute(
                text(f"UPDATE stories SET origin_article_id = ({query}) WHERE id = 1"),
                {"n": chance.randrange(5)},
            )
        case 7:  # a site reserves some paths, or takes it back
            rules = [{"location": path, "reserved": chance.random() < 0.5, "policy": None}]
            save_host(s, "news.example:443", tdm_policy={"rules": rules})
        case _:
            ids = list(s.scalars(text("SELECT id FROM articles ORDER BY id")))
            if ids:
                s.execute(text("UPDATE links SET article_id = NULL"))
                values = {"id": chance.choice(ids)}
                s.execute(text("UPDATE stories SET origin_article_id = NULL"))
                s.execute(text("DELETE FROM appearances WHERE article_id = :id"), values)
                s.execute(
                    text("UPDATE articles SET current_revision_id = NULL WHERE id = :id"), values
                )
                s.execute(text("DELETE FROM revisions WHERE article_id = :id"), values)
                s.execute(text("DELETE FROM articles WHERE id = :id"), values)


def save(s: Session, path: Path, made: Delta) -> None:
    remember_export(s, path, made.manifest, NOW, made.state())


class Interrupted(Exception):  # noqa: N818  # it is what happens
    """Somebody stopped an export."""


def interrupt(_rows: int) -> None:
    raise Interrupted


@pytest.mark.parametrize("form", sorted(FORMS))
def test_a_random_history(s: Session, store: Store, tmp_path: Path, form: str) -> None:
    chance = random.Random(form)
    path, full, again = (tmp_path / name / f"news.{form}" for name in ("deltas", "full", "again"))
    for folder in (path.parent, full.parent, again.parent):
        folder.mkdir()
    for round_ in range(7):
        for _ in range(chance.randrange(2, 9)):
            step(s, store, chance)
        store(article("/of each round", "Changes", f"As it is in round {round_}."))
        s.expire_all()
        filters = chance.choice((EVERYTHING, EVERYTHING, Filters(sources=("other",))))
        options = Options(dedupe=chance.choice(("none", "exact", "story")))
        if round_ and chance.random() < 0.4:
            with pytest.raises(Interrupted):
                export_delta(s, path, form, filters, options=options, progress=interrupt)
        made = export_delta(s, path, form, filters, options=options)
        assert made.number == round_
        if chance.random() < 0.7:  # else the state is lost, and the files tell it
            save(s, path, made)
        whole = export(s, full, form, filters, dedupe=options.dedupe)
        assert replay(path, again) == whole
        assert again.read_bytes() == full.read_bytes()
        assert manifest_path(again).read_bytes() == manifest_path(full).read_bytes()
        assert made.manifest.rows == whole.rows
    assert verify_all(path) == []
    changes = [Manifest.read(part).changes or {} for part in deltas(path)]
    assert {kind for change in changes for kind, count in change.items() if count} == {
        *("new", "changed", "gone")
    }
    assert replay(path, path) == replace(whole, files={path.name: whole.files[full.name]})
    assert deltas(path) == []


@pytest.mark.parametrize("form", sorted(FORMS))
def test_nothing_is_written_where_nothing_has_changed(
    s: Session, store: Store, tmp_path: Path, form: str
) -> None:
    path = tmp_path / f"news.{form}"
    store(article("/a", "One"))
    save(s, path, export_delta(s, path, form))
    for number in (0, 1):
        there = sorted(tmp_path.iterdir())
        made = export_delta(s, path, form)
        assert (made.empty, made.number, made.path) == (True, number, [path, *deltas(path)][-1])
        assert sorted(tmp_path.iterdir()) == there
        save(s, path, made)
        store(article(f"/b{number}", f"Two {number}"))
        made = export_delta(s, path, form)
        assert (made.empty, made.number) == (False, number + 1)
        save(s, path, made)
    assert verify_all(path) == []


def test_what_the_manifest_of_a_full_export_would_tell_is_written(
    s: Session, store: Store, tmp_path: Path
) -> None:
    path, full, again = (tmp_path / name for name in ("news.jsonl", "full.jsonl", "again.jsonl"))
    store(article("/a", "One"))
    export_delta(s, path)
    filters = Filters(sources=("tech",))
    made = export_delta(s, path, filters=filters)
    assert (made.empty, made.manifest.changes) == (False, {"new": 0, "changed": 0, "gone": 0})
    assert export_delta(s, path, filters=filters).empty
    files = export(s, full, "jsonl", filters).files
    assert replay(path, again) == replace(
        export(s, full, "jsonl", filters), files={again.name: files[full.name]}
    )


def test_the_lines(s: Session, store: Store, tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    one = store(article("/a", "One"))
    two = store(article("/b", "Two"))
    save(s, path, export_delta(s, path))
    store(article("/b", "Two", "Another text altogether."))
    store(article("/a", "One", policy=Policy(tdm_reservation=True)))
    s.execute(
        text("UPDATE revisions SET policy = '{\"opted_out\": true}' WHERE article_id = :id"),
        {"id": one.article_id},
    )
    three = store(article("/c", "Three"))
    made = export_delta(s, path)
    lines = [orjson.loads(line) for line in made.path.read_bytes().splitlines()]
    assert [(line["change"], line["id"]) for line in lines] == [
        ("gone", one.article_id),
        ("changed", two.article_id),
        ("new", three.article_id),
    ]
    assert made.manifest.changes == {"new": 1, "changed": 1, "gone": 1}
    assert lines[1]["record"]["text"] == "Another text altogether."


@pytest.mark.parametrize("scrubbed", [True, False])
def test_masking_stays_as_it_was(s: Session, store: Store, tmp_path: Path, scrubbed: bool) -> None:
    path = tmp_path / "news.jsonl"
    store(article("/a", text="Write to mona@news.example for more."))
    export_delta(s, path, options=Options(scrub_pii=scrubbed))
    assert (b"mona@" in path.read_bytes()) is not scrubbed
    store(article("/b", text="Or to omar@news.example, who answers."))
    with pytest.raises(BadExport, match="or --scrub-pii: give the same"):
        export_delta(s, path, options=Options(scrub_pii=not scrubbed))
    made = export_delta(s, path, options=Options(scrub_pii=scrubbed))
    assert (b"omar@" in made.path.read_bytes()) is not scrubbed
    again = tmp_path / "again.jsonl"
    replay(path, again)
    assert len(again.read_bytes().splitlines()) == 2


def test_what_cannot_follow(s: Session, store: Store, tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    store(article("/a"))
    export_delta(s, path)
    with pytest.raises(BadExport, match="with other --include"):
        export_delta(s, path, options=Options(include_removed=True))
    with pytest.raises(BadExport, match="is jsonl, not csv"):
        export_delta(s, path, "csv")
    for another in ("/b", "/c"):
        store(article(another))
        export_delta(s, path)
    assert len(deltas(path)) == 2
    (first, second) = deltas(path)
    first.write_bytes(b"{}\n")
    with pytest.raises(BadExport, match="changed since"):
        export_delta(s, path)
    export(s, path)
    assert deltas(path) == []
    assert not second.exists()


def test_a_delta_has_the_columns_of_its_base(
    s: Session, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the database knows what was exported, so that no file needs to be read."""
    path = tmp_path / "news.csv"
    with monkeypatch.context() as earlier:
        without = partial(keys_of, without=("blocks", "gone_at"))
        earlier.setattr(CsvWriter, "columns", staticmethod(without))
        for name in ("/a", "/b"):
            store(article(name))
            save(s, path, export_delta(s, path, "csv"))
    store(article("/c"))
    with pytest.raises(BadExport, match="has other columns than this version writes"):
        export_delta(s, path, "csv")
    assert len(deltas(path)) == 1


def test_rows_of_csv_and_parquet(s: Session, store: Store, tmp_path: Path) -> None:
    one = store(article("/a", "One", 'A "quoted" text,\nof two lines'))
    for form in ("csv", "parquet"):
        export_delta(s, tmp_path / f"news.{form}", form)
    store(article("/b", "Two"))
    s.execute(text("UPDATE revisions SET policy = '{\"opted_out\": true}' WHERE number = 1"))
    store(article("/c", "=Three", 'Quotes: ""\r\n,'))
    made = [export_delta(s, tmp_path / f"news.{form}", form) for form in ("csv", "parquet")]
    with made[0].path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    table = pq.read_table(made[1].path).to_pylist()
    assert [row["change"] for row in rows] == ["gone", "new"] == [row["change"] for row in table]
    assert [int(row["id"]) for row in rows] == [row["id"] for row in table]
    assert rows[0] == dict.fromkeys(rows[0], "") | {"change": "gone", "id": str(one.article_id)}
    assert table[0] == dict.fromkeys(table[0]) | {"change": "gone", "id": one.article_id}
    assert (rows[1]["title"], table[1]["title"]) == ("'=Three", "=Three")


def test_what_is_wrong_with_deltas(s: Session, store: Store, tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    for number in range(4):
        store(article(f"/{number}"))
        export_delta(s, path, "csv")
    (_, second, third) = deltas(path)
    kept = manifest_path(second).read_bytes()
    manifest_path(second).unlink()
    assert verify_all(path) == [f"{second}: missing, and later ones are there"]
    manifest_path(second).write_bytes(kept.replace(b'"new": 1', b'"new": 2'))
    assert verify_all(path) == [f"{third}: follows another export than the one before it"]
    with pytest.raises(BadExport, match="follows another export"):
        replay(path, tmp_path / "again.csv")
    manifest_path(second).write_bytes(kept)
    assert replay(path, tmp_path / "again.csv").rows == 4
    with pytest.raises(BadExport, match=r"ending says jsonl, .*news\.csv is csv: give it that"):
        replay(path, tmp_path / "again.jsonl")
    assert not (tmp_path / "again.jsonl").exists()
    content = path.read_bytes().replace(b",url,", b",URL,")
    path.write_bytes(content)
    told = replace(Manifest.read(path), files={path.name: hashlib.sha256(content).hexdigest()})
    manifest_path(path).write_bytes(told.to_bytes())
    for delta in deltas(path):
        delta.unlink()
        manifest_path(delta).unlink()
    with pytest.raises(BadExport, match="has other columns than this version writes"):
        replay(path, tmp_path / "again.csv")
