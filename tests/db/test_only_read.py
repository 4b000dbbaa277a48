"""A file that one process may only read while others write it: never a mixture of two states."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from db import only_read
from db.engine import BadDatabase, open_engine, session_factory
from db.write import sync_source
from pipeline.records import Source

READER = """
import sys
from pathlib import Path
from sqlalchemy import text
from db.engine import Unreachable, open_engine, session_factory
from db.upkeep import backup, check
engine = open_engine(sys.argv[1])
sessions = session_factory(engine, read_only=True)
for line in sys.stdin:
    try:
        if line == "backup\\n":
            print("reads", flush=True)
            backup(engine, Path(sys.argv[2]))
            print("sound" if check(engine) == [] else "damaged", flush=True)
            continue
        with sessions() as session:
            found = session.scalar(text("SELECT count(*) FROM sources"))
            if line == "slowly\\n":
                print("reads", flush=True)
                sys.stdin.readline()
    except Unreachable as error:
        found = error
    print(found, flush=True)
"""


class Reader:
    """A process for which the folder of the database is mounted so that it can only read."""

    def __init__(self, database: Path, copy: Path) -> None:
        folder = database.parent
        mount = f"mount --bind {folder} {folder} && mount -o remount,bind,ro {folder}"
        words = ["unshare", "-m", "sh", "-c", f'{mount} && exec "$@"', "sh"]
        self.process = subprocess.Popen(
            [*words, sys.executable, "-c", READER, str(database), str(copy)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
        )  # fmt: skip

    def asked(self, line: str) -> str:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()
        return self.told()

    def told(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    @contextmanager
    def halted(self) -> Iterator[None]:
        """In which it does nothing, wherever it is."""
        self.process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.process.send_signal(signal.SIGCONT)


@pytest.fixture
def database(tmp_path: Path, upgraded: Path) -> Path:
    return Path(shutil.copy(upgraded, tmp_path / "rasid.db"))


@pytest.fixture
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the reader may write a backup."""
    return tmp_path_factory.mktemp("copies") / "b.db"


@pytest.fixture
def reader(database: Path, copy: Path) -> Iterator[Reader]:
    if os.geteuid() or subprocess.run(["unshare", "-m", "true"], check=False).returncode:
        pytest.skip("only root can mount")
    reading = Reader(database, copy)
    with reading.process:
        yield reading
        assert reading.process.stdin is not None
        reading.process.stdin.close()


def write(database: Path, *names: str) -> None:
    """As a crawl does that begins, writes, and ends: nothing but the file is left."""
    engine = open_engine(database)
    with session_factory(engine).begin() as session:
        for name in names:
            sync_source(session, Source(id=name, name=name))
    engine.dispose()
    assert not database.with_name("rasid.db-wal").exists()


def test_what_is_written_later_is_read(database: Path, reader: Reader) -> None:
    assert reader.asked("") == "0"
    write(database, "a")
    assert reader.asked("") == "1"
    engine = open_engine(database)  # who has it open keeps a log beside it
    for number in range(3):
        with session_factory(engine).begin() as session:
            sync_source(session, Source(id=f"b{number}", name="B"))
        assert reader.asked("") == str(2 + number)
    engine.dispose()
    assert reader.asked("") == "4"
    with open_engine(database).connect():
        assert reader.asked("") == "4"


def test_what_changes_while_it_is_read_is_told(database: Path, reader: Reader) -> None:
    assert reader.asked("slowly") == "reads"
    write(database, *(f"s{number}" for number in range(300)))
    assert "was written to while it was read" in reader.asked("go on")
    assert reader.asked("") == "300"
    assert reader.asked("slowly") == "reads"
    assert reader.asked("go on") == "300"


@pytest.fixture
def large(database: Path) -> Path:
    """A database that takes many steps to be copied."""
    with closing(sqlite3.connect(database)) as filling, filling:
        filling.execute("CREATE TABLE filling (bytes BLOB)")
        filling.execute("INSERT INTO filling VALUES (zeroblob(200000000))")
    return database


def test_no_backup_is_made_of_two_states(large: Path, reader: Reader, copy: Path) -> None:
    assert reader.asked("backup") == "reads"
    end = time.monotonic() + 30
    while not _copied(copy):
        assert time.monotonic() < end
        time.sleep(0.002)
    with reader.halted():  # or it may be done before a busy machine has written
        assert _copied(copy) < large.stat().st_size
        write(large, *(f"s{number}" for number in range(300)))
    assert "was written to while it was read" in reader.told()
    assert list(copy.parent.iterdir()) == []
    assert reader.asked("backup") == "reads"
    assert reader.told() == "sound"


def _copied(copy: Path) -> int:
    """How many bytes of a backup are there while it is made."""
    return sum(part.stat().st_size for part in copy.parent.iterdir())


@pytest.mark.parametrize("name", ["", " ", "sqlite://", "sqlite:///", ":memory:"])
def test_what_names_no_file_is_refused(name: str) -> None:
    with pytest.raises(BadDatabase, match="names no file"):
        open_engine(name)


def test_what_a_killed_program_wrote_by_half_is_not_read(tmp_path: Path) -> None:
    whole, killed = tmp_path / "whole.db", tmp_path / "killed.db"
    with closing(sqlite3.connect(whole)) as writer:
        writer.execute("PRAGMA cache_size = 10")  # what does not fit is written before its end
        writer.execute("CREATE TABLE t (a, b)")
        writer.executemany("INSERT INTO t VALUES (?, ?)", [(0, "x" * 500)] * 2_000)
        writer.commit()
        writer.execute("UPDATE t SET a = 1")
        shutil.copy(whole, killed)
        shutil.copy(f"{whole}-journal", f"{killed}-journal")
    with closing(only_read.connect(killed, 0.1)) as reader, pytest.raises(sqlite3.Error):
        reader.execute("SELECT count(*) FROM t WHERE a = 1")
