"""How a command ends that is told to, or killed, in the midst of its work: nothing is left behind.

What a signal does is asked of processes that start as a person starts them.
"""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from news_server import Answer, NewsServer

from cli.failures import EXIT_INTERRUPTED, EXIT_WRONG

SOON_S = 60.0


@pytest.fixture
def passing() -> Iterator[Path]:
    """A folder for what is kept for a while only: of a short path, since sockets stand in it."""
    with TemporaryDirectory(prefix="r-") as folder:
        yield Path(folder)


def start(folder: Path, passing: Path, *words: str) -> subprocess.Popen[bytes]:
    """The command; what it keeps for a while only stands in the folder `passing`."""
    return subprocess.Popen(
        # Whoever runs the tests behind «&» does not hear Ctrl-C, nor does what they start.
        [
            "env",
            "--default-signal=INT",
            sys.executable,
            "-m",
            "cli.main",
            "--contact",
            "me@example.org",
            *words,
        ],
        cwd=folder,
        env=os.environ | {"TMPDIR": str(passing)},
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def end_of(process: subprocess.Popen[bytes]) -> tuple[int, str]:
    """Its status, and what it said."""
    _, said = process.communicate(timeout=SOON_S)
    return process.returncode, said.decode().strip()


def wait_for(seen: Callable[[], object]) -> None:
    end = time.monotonic() + SOON_S
    while not seen():
        assert time.monotonic() < end, "it did not come to it"
        time.sleep(0.002)


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGHUP])
def test_a_look_that_is_told_to_end(tmp_path: Path, passing: Path, told: signal.Signals) -> None:
    with NewsServer() as site:
        site.routes["/tech"] = Answer("late", wait_s=30.0)
        (tmp_path / "sources").mkdir()
        (tmp_path / "sources" / "s.toml").write_text(
            f'section = "{site.url("/tech")}"\nprivate_hosts = ["{site.host}"]\n'
        )
        looking = start(tmp_path, passing, "sources", "--check", "s")
        wait_for(lambda: site.asked("/tech"))
        looking.send_signal(told)
        assert end_of(looking)[0] == EXIT_INTERRUPTED
    assert list(passing.iterdir()) == []


def test_a_backup_that_is_killed_or_told_to_end(
    tmp_path: Path, passing: Path, upgraded: Path
) -> None:
    """What a killed one left goes with the next; one that is told to end leaves nothing."""
    (tmp_path / "rasid.db").write_bytes(upgraded.read_bytes())
    with sqlite3.connect(tmp_path / "rasid.db") as database:  # many steps of a copy
        database.execute("CREATE TABLE filling (bytes BLOB)")
        database.execute("INSERT INTO filling VALUES (zeroblob(60000000))")
    database.close()
    copies = tmp_path / "copies"
    copies.mkdir()

    def ended_by(number: signal.Signals) -> list[str]:
        backup = start(tmp_path, passing, "db", "backup", "copies/b.db")
        wait_for(lambda: any(path.stat().st_size for path in copies.glob(f".*.{backup.pid}.part")))
        backup.send_signal(number)
        end_of(backup)
        return sorted(path.name for path in copies.iterdir())

    assert len(ended_by(signal.SIGKILL)) >= 1
    assert ended_by(signal.SIGTERM) == []
    ended_by(signal.SIGKILL)
    (copies / ".b.db.other").write_text("another's")
    assert end_of(start(tmp_path, passing, "db", "backup", "copies/b.db"))[0] == 0
    assert sorted(path.name for path in copies.iterdir()) == [".b.db.other", "b.db"]


@pytest.mark.parametrize("after_s", [0.0, 0.3, 0.6, 1.2])
def test_ctrl_c_while_the_extracting_processes_are_being_made(
    tmp_path: Path, passing: Path, after_s: float
) -> None:
    """A terminal sends it to all of them; none of them answers."""
    (tmp_path / "a.html").write_text("<title>A</title><p>One sentence of a page.</p>")
    line = '{"id": 1, "url": "https://e.example/a", "path": "a.html"}\n'
    (tmp_path / "in.jsonl").write_text(line * 20_000)
    extracting = start(tmp_path, passing, "extract", "--pages", "in.jsonl", "--out", "out.jsonl")
    children = Path(f"/proc/{extracting.pid}/task/{extracting.pid}/children")
    wait_for(lambda: len(children.read_text().split()) > 1)
    time.sleep(after_s)
    os.killpg(extracting.pid, signal.SIGINT)
    status, said = end_of(extracting)
    assert said == ""
    assert status in (EXIT_INTERRUPTED, -signal.SIGINT)


def test_a_folder_of_passing_files_with_a_long_path_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<title>A</title><p>One sentence of a page.</p>")
    line = '{"id": 1, "url": "https://e.example/a", "path": "a.html"}\n'
    (tmp_path / "in.jsonl").write_text(line)
    long = tmp_path / ("long" * 20)
    long.mkdir()
    status, said = end_of(
        start(tmp_path, long, "extract", "--pages", "in.jsonl", "--out", "o.jsonl")
    )
    assert status == EXIT_WRONG
    assert said.startswith(f"rasid: TMPDIR={long}: ")
    assert "\n" not in said
