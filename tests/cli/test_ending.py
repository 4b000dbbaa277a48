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
from collections.abc import Callable
from pathlib import Path

import pytest
from news_server import Answer, NewsServer

from cli.failures import EXIT_INTERRUPTED

SOON_S = 60.0


def start(folder: Path, *words: str) -> subprocess.Popen[bytes]:
    """The command; what it keeps for a while only stands in the folder `passing`."""
    (folder / "passing").mkdir(exist_ok=True)
    return subprocess.Popen(
        [sys.executable, "-m", "cli.main", "--contact", "me@example.org", *words],
        cwd=folder,
        env=os.environ | {"TMPDIR": str(folder / "passing")},
        stderr=subprocess.DEVNULL,
    )


def wait_for(seen: Callable[[], object]) -> None:
    end = time.monotonic() + SOON_S
    while not seen():
        assert time.monotonic() < end, "it did not come to it"
        time.sleep(0.002)


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGHUP])
def test_a_look_that_is_told_to_end(tmp_path: Path, told: signal.Signals) -> None:
    with NewsServer() as site:
        site.routes["/tech"] = Answer("late", wait_s=30.0)
        (tmp_path / "sources").mkdir()
        (tmp_path / "sources" / "s.toml").write_text(
            f'section = "{site.url("/tech")}"\nprivate_hosts = ["{site.host}"]\n'
        )
        looking = start(tmp_path, "sources", "--check", "s")
        wait_for(lambda: site.asked("/tech"))
        looking.send_signal(told)
        assert looking.wait(SOON_S) == EXIT_INTERRUPTED
    assert list((tmp_path / "passing").iterdir()) == []


def test_a_backup_that_is_killed_or_told_to_end(tmp_path: Path, upgraded: Path) -> None:
    """What a killed one left goes with the next; one that is told to end leaves nothing."""
    (tmp_path / "rasid.db").write_bytes(upgraded.read_bytes())
    with sqlite3.connect(tmp_path / "rasid.db") as database:  # many steps of a copy
        database.execute("CREATE TABLE filling (bytes BLOB)")
        database.execute("INSERT INTO filling VALUES (zeroblob(60000000))")
    database.close()
    copies = tmp_path / "copies"
    copies.mkdir()

    def ended_by(number: signal.Signals) -> list[str]:
        backup = start(tmp_path, "db", "backup", "copies/b.db")
        wait_for(lambda: any(path.stat().st_size for path in copies.glob(f".*.{backup.pid}.part")))
        backup.send_signal(number)
        backup.wait(SOON_S)
        return sorted(path.name for path in copies.iterdir())

    assert len(ended_by(signal.SIGKILL)) >= 1
    assert ended_by(signal.SIGTERM) == []
    ended_by(signal.SIGKILL)
    (copies / ".b.db.other").write_text("another's")
    assert start(tmp_path, "db", "backup", "copies/b.db").wait(SOON_S) == 0
    assert sorted(path.name for path in copies.iterdir()) == [".b.db.other", "b.db"]
