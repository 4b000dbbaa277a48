"""Deltas: replayed, they are the full export, byte for byte."""

from __future__ import annotations

import random
from pathlib import Path

import orjson
import pytest
from database_cases import NOW, Store, article
from sqlalchemy import text
from sqlalchemy.orm import Session

from db.export import BadExport, export, verify
from db.export.delta import Delta, deltas, export_delta, replay
from db.export.export import remember_export
from db.filters import Filters
from pipeline.records import Policy


def step(s: Session, store: Store, chance: random.Random) -> None:
    """One thing that happens to a database."""
    path = f"/{chance.randrange(12)}"
    match chance.randrange(6):
        case 0 | 1:
            store(article(path, f"Title of {path}"))
        case 2:
            store(article(path, f"Title of {path}", f"Changed {chance.random()}\nand more"))
        case 3:
            store(article(path, f"Title of {path}"), source="other")
        case 4:
            store(article(path, f"Title {path}", policy=Policy(tdm_reservation=True)))
        case _:
            ids = list(s.scalars(text("SELECT id FROM articles ORDER BY id")))
            if ids:
                s.execute(text("UPDATE links SET article_id = NULL"))
                values = {"id": chance.choice(ids)}
                s.execute(text("DELETE FROM appearances WHERE article_id = :id"), values)
                s.execute(
                    text("UPDATE articles SET current_revision_id = NULL WHERE id = :id"), values
                )
                s.execute(text("DELETE FROM revisions WHERE article_id = :id"), values)
                s.execute(text("DELETE FROM articles WHERE id = :id"), values)


def save(s: Session, path: Path, made: Delta) -> None:
    remember_export(s, path, made.manifest, NOW, made.state())


@pytest.mark.parametrize("seed", range(4))
def test_a_random_history(s: Session, store: Store, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    path = tmp_path / "news.jsonl"
    for round_ in range(6):
        for _ in range(chance.randrange(6)):
            step(s, store, chance)
        s.expire_all()
        made = export_delta(s, path)
        assert made.number == round_
        if chance.random() < 0.7:  # else the state is lost, and the files tell it
            save(s, path, made)
        full = export(s, tmp_path / "full.jsonl")
        assert b"".join(replay(path)) == (tmp_path / "full.jsonl").read_bytes()
        assert made.manifest.rows == full.rows
    assert all(verify(part) == [] for part in (path, *deltas(path)))


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


def test_what_cannot_follow(s: Session, store: Store, tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    store(article("/a"))
    export_delta(s, path)
    with pytest.raises(BadExport, match="with other filters or options"):
        export_delta(s, path, Filters(languages=("ar",)))
    export_delta(s, path)
    store(article("/b"))
    export_delta(s, path)
    assert len(deltas(path)) == 2
    (first, second) = deltas(path)
    first.write_bytes(b"{}\n")
    with pytest.raises(BadExport, match="changed since"):
        export_delta(s, path)
    export(s, path)
    assert deltas(path) == []
    assert not second.exists()
