"""`rasid serve`, as a process of its own."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from asking import ask

from db.engine import open_engine
from web.app import build_app
from web.server import BadAddress, address, is_local, listen, make_server

ROOT = Path(__file__).parents[2]


@pytest.fixture
def database(tmp_path: Path, upgraded: Path) -> Path:
    path: Path = shutil.copy(upgraded, tmp_path / "rasid.db")
    return path


@contextmanager
def rasid(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "cli.main", *arguments]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.mark.parametrize(("stop", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 0)])
def test_it_says_where_and_ends_when_told(
    database: Path, stop: signal.Signals, status: int
) -> None:
    with rasid("--db", str(database), "--quiet", "serve", "--port", "0") as process:
        assert process.stdout is not None
        where = process.stdout.readline().strip()
        assert where.startswith("http://127.0.0.1:")
        assert ask(where, "/healthz").status == 200
        assert "No articles yet" in ask(where, "/articles").body
        process.send_signal(stop)
        _, err = process.communicate(timeout=20)
    assert process.returncode == status
    assert err == ""


def test_it_is_interrupted_though_who_started_it_ignores_that(database: Path) -> None:
    """As a shell does for what a script starts in the background."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with rasid("--db", str(database), "--quiet", "serve", "--port", "0") as process:
            assert process.stdout is not None
            assert ask(process.stdout.readline().strip(), "/healthz").status == 200
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=20)
    finally:
        signal.signal(signal.SIGINT, before)
    assert process.returncode == 130


def test_a_port_that_is_taken_is_one_clear_line(database: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with rasid("--db", str(database), "serve", "--port", str(port)) as process:
            out, err = process.communicate(timeout=30)
    assert process.returncode == 2
    assert out == ""
    assert err == (
        f"rasid: 127.0.0.1:{port} is taken: another program listens there; give another --port\n"
    )


def test_a_missing_database_is_one_clear_line(tmp_path: Path) -> None:
    with rasid("--db", str(tmp_path / "none.db"), "serve", "--port", "0") as process:
        _, err = process.communicate(timeout=30)
    assert process.returncode == 2
    assert err.count("\n") == 1
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize("host", ["no such host", "203.0.113.9"])
def test_what_is_no_address_of_this_machine_is_refused(host: str) -> None:
    with pytest.raises(BadAddress, match="no address of this machine"):
        listen(host, 0)


def test_every_address_is_opened_by_the_local_one() -> None:
    with listen("0.0.0.0", 0) as listening:
        assert address(listening) == f"http://127.0.0.1:{listening.getsockname()[1]}/"
        assert not is_local(listening)


def test_a_database_that_does_not_answer_is_one_clear_line(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "empty.db")  # no tables
    with listen("127.0.0.1", 0) as listening:
        server = make_server(build_app(engine))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        where = address(listening)
        answers = [ask(where, path) for path in ("/api/runs", "/runs")]
        server.should_exit = True
        thread.join(10)
    engine.dispose()
    assert [answer.status for answer in answers] == [503, 503]
    assert answers[0].json["error"].startswith("the database: no such table")
    assert all("content-security-policy" in answer.headers for answer in answers)
