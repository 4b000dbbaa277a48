"""The same articles give the same bytes, from SQLite and from PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from database_cases import add_sources, article, storing
from sqlalchemy import text
from sqlalchemy.orm import Session

from db.engine import open_engine, session_factory, upgrade
from db.export import FORMATS, export
from db.filters import Filters
from pipeline.records import Moment, Origin, Policy, Removed

BARE = Moment(date(2026, 11, 18), Origin.JSON_LD)
LATER = Moment(datetime(2026, 11, 20, 1, 2, 3, 456_000, tzinfo=UTC), Origin.JSON_LD)


@pytest.fixture
def both(tmp_path: Path, postgres_database: str) -> Iterator[tuple[Session, Session]]:
    """A session on each, which see equal articles."""
    engines = [open_engine(url) for url in (str(tmp_path / "rasid.db"), postgres_database)]
    for engine in engines:
        upgrade(engine)
        with session_factory(engine).begin() as session:
            add_sources(session)
            fill(session)
    factories = [session_factory(engine, read_only=True) for engine in engines]
    with factories[0]() as first, factories[1]() as second:
        yield first, second
    for engine in engines:
        engine.dispose()


def fill(s: Session) -> None:
    """Articles whose values databases keep each in its own way: no date and half a date, lists
    and none, moments, letters beyond the basic plane, truths, numbers, JSON."""
    store = storing(s)
    removed = (Removed("اقرأ أيضا: 10.0.0.1", "related", 1),)
    store(article("/ar", "عنوانٌ 📰", 'نصّ "أول"\nثانٍ \\ ثالث', language="ar", removed=removed))
    # What JSON escapes is escaped by SQLite there, and by orjson here.
    signs = "".join(map(chr, range(1, 0x30))) + "\x7f\x85\u2028\ufeff\U0010ffff'\\\"/"
    store(article("/signs", "Signs", signs))
    store(article("/bare", "Bare", published=BARE, modified=LATER, tags=("a;b", "ü", "A")))
    store(article("/none", "None", published=None, authors=(), section=None, language=None))
    policy = Policy(robots_meta=("nosnippet", "noindex"), tdm_reservation=False)
    store(article("/policy", "Policy", policy=policy, paywalled=True, live_blog=True))
    store(article("/no", "Reserved", policy=Policy(tdm_reservation=True)))
    store(article("/bare", "Bare", "Its second version."), source="other")
    store(article("/copy", "عنوانٌ 📰", article("/policy").text), source="other")
    for number in range(20):
        store(article(f"/{number}", f"Title {number}"), source=("tech", "other")[number % 2])
    s.execute(text("INSERT INTO stories (id) VALUES (70)"))
    s.execute(text("UPDATE articles SET story_id = 70 WHERE url LIKE '%/1_' OR url LIKE '%/ar'"))


def written(folder: Path) -> dict[str, bytes]:
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_every_format(both: tuple[Session, Session], tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("sqlite", "postgresql")]
    for session, folder in zip(both, folders, strict=True):
        folder.mkdir()
        for form, writer in FORMATS.items():
            path = folder / f"{form}{writer.endings[0] if writer.endings else ''}"
            manifest = export(session, path, form, include_removed=True)
            assert (manifest.rows, manifest.opted_out) == (26, 1)
        export(session, folder / "scrubbed.jsonl", scrub_pii=True)
    assert written(folders[0]) == written(folders[1])


def test_what_chooses(both: tuple[Session, Session], tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("sqlite", "postgresql")]
    since = Filters(since=datetime(2026, 11, 18, tzinfo=UTC), sources=("tech",))
    for session, folder in zip(both, folders, strict=True):
        folder.mkdir()
        for split in ("time", "hash"):
            export(session, folder / f"by {split}", "hf", split=split)
        for dedupe in ("exact", "story"):
            export(session, folder / f"{dedupe}.csv", "csv", dedupe=dedupe)
        assert export(session, folder / "since.jsonl", filters=since).rows > 1
        export(session, folder / "few.jsonl", filters=Filters(limit=3))
    assert written(folders[0]) == written(folders[1])
