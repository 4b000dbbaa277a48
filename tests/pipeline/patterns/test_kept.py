"""What was made once is read by the next process, and made again where that cannot be."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from pipeline.patterns.kept import MAX_BYTES, Kept


def made_again() -> str:
    raise AssertionError("it was kept")


def test_a_value_is_made_once_for_all_processes(tmp_path: Path) -> None:
    path = tmp_path / "cache" / "rules.sqlite"
    value = {"ways": frozenset({"a", "b"}), "numbers": [1, 2**32 - 1], "none": None}
    assert Kept(path).value("kind", "source", lambda: value) == value
    assert Kept(path).value("kind", "source", made_again) == value


@pytest.mark.parametrize(("kind", "source"), [("other", "source"), ("kind", "other")])
def test_another_kind_or_source_is_another_value(tmp_path: Path, kind: str, source: str) -> None:
    path = tmp_path / "rules.sqlite"
    Kept(path).value("kind", "source", lambda: "one")
    assert Kept(path).value(kind, source, lambda: "two") == "two"


def test_half_of_a_pair_of_surrogates_is_a_source_too(tmp_path: Path) -> None:
    assert Kept(tmp_path / "rules.sqlite").value("kind", "\ud800", lambda: "made") == "made"


def test_a_damaged_file_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "rules.sqlite"
    path.write_bytes(b"no database" * 1000)
    for _ in range(2):  # the first finds the damage
        assert Kept(path).value("kind", "source", lambda: "made") == "made"
    assert Kept(path).value("kind", "source", made_again) == "made"


@pytest.mark.parametrize("value", [b"", b"no value", b"x\x9c"])
def test_a_damaged_value_is_made_again(tmp_path: Path, value: bytes) -> None:
    path = tmp_path / "rules.sqlite"
    Kept(path).value("kind", "source", lambda: "made")
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("UPDATE kept SET value = ?", (value,))
    assert Kept(path).value("kind", "source", lambda: "made") == "made"
    assert Kept(path).value("kind", "source", made_again) == "made"


def test_where_nothing_can_be_written_all_is_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for path in (tmp_path / "file" / "rules.sqlite", None):
        kept = Kept(path)
        assert [kept.value("kind", each, lambda: "made") for each in "ab"] == ["made", "made"]
        assert not kept.keeps


def test_while_another_writes_what_was_kept_is_read(tmp_path: Path) -> None:
    path = tmp_path / "rules.sqlite"
    Kept(path).value("kind", "source", lambda: "made")
    kept = Kept(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert kept.value("kind", "source", made_again) == "made"
        assert kept.value("kind", "other", lambda: "made") == "made"
        assert not kept.keeps
    assert Kept(path).keeps


def test_a_file_that_has_grown_too_large_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "rules.sqlite"
    Kept(path).value("kind", "old", lambda: "old")
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("INSERT INTO kept VALUES (x'00', zeroblob(?))", (MAX_BYTES,))
    Kept(path).value("kind", "new", lambda: "new")
    assert path.stat().st_size < MAX_BYTES
    assert Kept(path).value("kind", "new", made_again) == "new"


def test_processes_that_write_at_once_keep_what_each_made(tmp_path: Path) -> None:
    path = tmp_path / "rules.sqlite"
    code = (
        "import sys; from pathlib import Path; from pipeline.patterns.kept import Kept\n"
        "kept = Kept(Path(sys.argv[1]))\n"
        "for i in range(20): kept.value(sys.argv[2], str(i), lambda: i)"
    )
    running = [subprocess.Popen([sys.executable, "-c", code, path, name]) for name in ("a", "b")]
    assert [process.wait(60) for process in running] == [0, 0]
    kept = Kept(path)
    assert [kept.value("a", str(i), made_again) for i in range(20)] == list(range(20))
    assert [kept.value("b", str(i), made_again) for i in range(20)] == list(range(20))
