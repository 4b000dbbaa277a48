"""Killed before any step on the disk, an export leaves the old one or the new one, whole."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from db.engine import open_engine, session_factory, upgrade
from db.export import BadExport, Manifest, export, verify
from db.export.delta import replay
from db.export.manifest import deltas
from db.export.parquet_writer import PIECE, ParquetWriter
from db.export.placing import Staging
from db.filters import Filters

ROWS = 400
EXPORTER = """
import os, signal, sys, tempfile
from pathlib import Path
from db.engine import open_engine, session_factory
from db.export import export
from db.export.delta import export_delta
from db.filters import Filters

STEPS = ("os.rename", "os.remove", "os.rmdir", "os.mkdir", "tempfile.", "ctypes.dlsym", "os.flock")
left = 0

def count(event, _arguments):
    global left
    if left and (event.startswith(STEPS) or event == "fcntl.flock"):
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)

def make(path, form, limit, way):
    with session_factory(engine, read_only=True)() as s:
        if way == "delta":
            export_delta(s, path, form, Filters(limit=limit))
        else:
            export(s, path, form, Filters(limit=limit))

sys.addaudithook(count)
engine = open_engine(sys.argv[1])
with tempfile.TemporaryDirectory() as folder:
    for form in ("parquet", "jsonl"):  # what is imported and compiled now is no child's work
        make(Path(folder) / form, form, 1, "whole")
engine.dispose()
for line in sys.stdin:
    path, form, limit, way, steps = line.split()
    child = os.fork()
    if child:
        print(child, flush=True)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
        continue
    try:
        left = int(steps)
        make(Path(path), form, int(limit), way)
        os._exit(0)
    finally:
        os._exit(1)
"""
"""Forks for each line. Steps are those on the disk that Python tells its audit of."""


class Exporter:
    """Makes exports in a process that is killed: before its so-manieth step, or at a time."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def run(
        self,
        path: Path,
        form: str,
        limit: int,
        *,
        way: str = "whole",
        steps: int = 0,
        kill_after_s: float | None = None,
    ) -> bool:
        """False where it was killed."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{path} {form} {limit} {way} {steps}\n")
        self._process.stdin.flush()
        child = int(self._process.stdout.readline())
        if kill_after_s is not None:
            time.sleep(kill_after_s)
            with suppress(ProcessLookupError):  # it was quicker
                os.kill(child, signal.SIGKILL)
        status = int(self._process.stdout.readline())
        assert status in (0, -signal.SIGKILL)
        return status == 0


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("base") / "rasid.db"
    engine = open_engine(path)
    upgrade(engine)
    with session_factory(engine).begin() as s:
        s.execute(
            text(
                "INSERT INTO sources (id, name, config, enabled, paused)"
                " VALUES ('tech', 'Tech', '{}', 1, 0)"
            )
        )
        numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :rows)"
        s.execute(
            text(
                f"{numbers} INSERT INTO articles (id, url, source_id, first_seen_at)"
                " SELECT i, 'https://news.example/' || i, 'tech',"
                " '2026-11-20 12:00:00.000000' FROM n"
            ),
            {"rows": ROWS},
        )
        s.execute(
            text(
                "INSERT INTO revisions (id, article_id, number, kind, title, authors, text, blocks,"
                " removed, tags, policy, content_hash, word_count, extractor, fetched_at)"
                " SELECT id, id, 1, 'first', 'Title ' || id, '[]', 'Text ' || id, '[]', '[]', '[]',"
                " '{}', 'hash' || id, 2, 'rasid/test', '2026-11-20 12:00:00.000000' FROM articles"
            )
        )
        s.execute(text("UPDATE articles SET current_revision_id = id"))
    engine.dispose()
    return path


@pytest.fixture(scope="module")
def exporter(base: Path) -> Iterator[Exporter]:
    with subprocess.Popen(
        [sys.executable, "-c", EXPORTER, str(base)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    ) as process:
        yield Exporter(process)
        assert process.stdin is not None
        process.stdin.close()


def make(base: Path, path: Path, form: str, limit: int) -> Manifest:
    engine = open_engine(base)
    with session_factory(engine, read_only=True)() as s:
        made = export(s, path, form, Filters(limit=limit))
    engine.dispose()
    return made


def names(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


def content(path: Path) -> dict[str, bytes]:
    files = [path, *path.rglob("*")]
    return {str(file.relative_to(path)): file.read_bytes() for file in files if file.is_file()}


@pytest.mark.parametrize("form", ["jsonl", "hf", "markdown"])
def test_killed_before_each_step(exporter: Exporter, base: Path, tmp_path: Path, form: str) -> None:
    path = tmp_path / "out" / "news"
    path.parent.mkdir()
    whole = {}
    for limit in (2, 3):
        make(base, path, form, limit)
        whole[limit] = content(path)
    make(base, path, form, 2)
    seen, now = set(), 2
    for steps in range(1, 60):
        ended = exporter.run(path, form, 5 - now, steps=steps)
        assert verify(path) == []
        assert content(path) in (whole[now], whole[5 - now])
        assert names(path.parent) == {"news", "news.manifest.json"}
        seen.add(content(path) == whole[now])
        now = Manifest.read(path).rows
        if ended:
            break
    assert ended
    assert seen == {True, False}


@pytest.mark.parametrize("form", ["jsonl", "parquet", "hf"])
def test_killed_at_any_moment(exporter: Exporter, base: Path, tmp_path: Path, form: str) -> None:
    chance = random.Random(form)
    path = tmp_path / "out" / "news"
    path.parent.mkdir()
    started = time.monotonic()
    assert exporter.run(path, form, ROWS)
    took_s = time.monotonic() - started
    whole = content(path)
    for _ in range(50):
        exporter.run(path, form, ROWS, kill_after_s=chance.random() * took_s)
        assert content(path) == whole
    assert verify(path) == []
    assert names(path.parent) == {"news", "news.manifest.json"}


@pytest.mark.parametrize("way", ["delta", "whole"])
def test_killed_where_there_are_deltas(exporter: Exporter, tmp_path: Path, way: str) -> None:
    """A delta more, or a whole export, after which none is left."""
    seen = set()
    for steps in range(1, 60):
        path = tmp_path / str(steps) / "news.jsonl"
        path.parent.mkdir()
        for limit in (2, 3):
            assert exporter.run(path, "jsonl", limit, way="delta")
        ended = exporter.run(path, "jsonl", 4, way=way, steps=steps)
        seen.add((replay(path, tmp_path / "again.jsonl").rows, len(deltas(path))))
        assert not [name for name in names(path.parent) if name.startswith(".news.jsonl.")]
        if ended:
            break
    assert ended
    assert seen == {(3, 1), (4, 2) if way == "delta" else (4, 0)}


def test_two_at_once(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    with Staging(path, folder=False) as one, Staging(path, folder=False) as other:
        one.made.write_text("one")
        other.made.write_text("other")
        assert one.made.read_text() == "one"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", [".", "..", "/", ""])
def test_a_path_without_a_name(base: Path, name: str) -> None:
    with pytest.raises(BadExport, match="is a folder"):
        make(base, Path(name), "jsonl", 1)


def test_what_is_no_export_is_not_replaced(base: Path, tmp_path: Path) -> None:
    with pytest.raises(BadExport, match="is a database"):
        make(base, base, "jsonl", 1)
    with pytest.raises(BadExport, match="give - to write to the standard output"):
        make(base, Path("/dev/null"), "jsonl", 1)
    path = tmp_path / "news"
    path.mkdir()
    make(base, path, "hf", 1)  # an empty folder holds nothing to lose
    (path / "mine.txt").touch()
    assert verify(path) == ["news/mine.txt: not in the manifest"]
    with pytest.raises(BadExport, match=r"mine\.txt: is not of the export"):
        make(base, path, "hf", 1)


def test_a_flipped_byte_and_files_missing_or_added(base: Path, tmp_path: Path) -> None:
    path = tmp_path / "news"
    make(base, path, "hf", 5)
    shard = path / "data" / "train-00000-of-00001.parquet"
    kept = shard.read_bytes()
    shard.write_bytes(kept[:-9] + bytes([kept[-9] ^ 1]) + kept[-8:])
    (path / "README.md").rename(path / "ReadMe.md")
    (path / "link").symlink_to("croissant.json")
    assert verify(path) == [
        "news/README.md: missing",
        "news/ReadMe.md: not in the manifest",
        "news/data/train-00000-of-00001.parquet: changed since",
        "news/link: not in the manifest",
    ]
    for broken in (b"", b"[]", b'{"files": []}', b'{"files": {"a": 1}}'):
        (tmp_path / "news.manifest.json").write_bytes(broken)
        assert "no readable manifest" in verify(path)[0]


def test_a_full_disk(base: Path, tmp_path: Path) -> None:
    """A limit to the size of files is met as a full disk is: the system refuses to write more."""
    path = tmp_path / "news.parquet"
    make(base, path, "parquet", 1)
    kept = path.read_bytes()
    script = """
import resource, signal, sys
from pathlib import Path
from db.engine import open_engine, session_factory
from db.export import BadExport, export

with session_factory(open_engine(sys.argv[1]), read_only=True)() as s:
    s.connection()
    resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    for form in ("jsonl", "csv", "parquet"):
        try:
            export(s, Path(sys.argv[2]), form)
        except BadExport as error:
            print(error)
"""
    ended = subprocess.run(
        [sys.executable, "-c", script, str(base), str(path)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert (ended.stdout, ended.stderr) == (f"{path}: File too large\n" * 3, "")
    assert names(tmp_path) == {path.name, f"{path.name}.manifest.json"}
    assert path.read_bytes() == kept


def test_a_disk_that_is_full_before_the_last_group() -> None:
    with Path("/dev/full").open("wb", buffering=0) as full:
        writer = ParquetWriter(full, with_removed=False, group_rows=PIECE)
        chance = random.Random(1)

        def row(number: int) -> list[Any]:
            values = dict.fromkeys(writer.keys) | {
                "id": number,
                "text": chance.randbytes(400).hex(),
            }
            return list(values.values())

        with pytest.raises(OSError, match="No space left"):
            writer.write([row(number) for number in range(PIECE)])
        writer.write([row(number) for number in range(PIECE - 1)])
        writer.close()
