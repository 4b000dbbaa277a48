"""Crawls and looks by processes that need not start: copies of one that has `loaded`.

To start the interpreter, load Scrapy and the rules and look up what a first page needs takes three
seconds of work, many times what a test's site does. Here the process that crawls and the one that
extracts for it have all that from their beginning, and are otherwise what they always are. Where
the start itself is tried, or a signal, memory, or who outlives whom, processes start as they do
elsewhere: see `Desk.start` and `Desk.crawl_cold`.
"""

from __future__ import annotations

import atexit
import os
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryFile

from copies import Copy, serve

_PROGRAM = """
import socket, sys
sys.path[:] = sys.argv[2:]
import copies, loaded
copies.serve(socket.socket(fileno=int(sys.argv[1])))
"""


def run(
    module: str, arguments: Sequence[str], folder: Path, limit_s: float, say: str = ""
) -> subprocess.CompletedProcess[str]:
    """What `python -m MODULE` with these arguments does in a folder, told `say` on its stdin.
    Raises TimeoutExpired."""
    work = partial(_run, module, arguments, folder, dict(os.environ))
    with TemporaryFile() as told, TemporaryFile() as out, TemporaryFile() as err:
        told.write(say.encode())
        told.seek(0)
        process = Copy(server(), work, [file.fileno() for file in (told, out, err)])
        try:
            status = process.wait(limit_s)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
        for file in (out, err):
            file.seek(0)
        said = out.read().decode(), err.read().decode()
    return subprocess.CompletedProcess([module, *arguments], status, *said)


@cache
def server() -> socket.socket:
    """The way to the server, which starts when it is first asked for and ends with this process."""
    ours, its = socket.socketpair()
    words = [sys.executable, "-P", "-c", _PROGRAM, str(its.fileno()), str(Path(__file__).parent)]
    process = subprocess.Popen(
        [*words, *sys.path], pass_fds=[its.fileno()], stdin=subprocess.DEVNULL
    )
    its.close()

    def end() -> None:
        ours.close()
        process.wait()

    atexit.register(end)
    return ours


def _run(
    module: str, arguments: Sequence[str], folder: Path, environment: Mapping[str, str]
) -> object:
    """What the copy does. Those that work for it are copies of a copy of it."""
    from crawler import probe
    from crawler.workers import process

    asking, asked = socket.socketpair()
    if not os.fork():
        asking.close()
        serve(asked)
    asked.close()
    process.start = partial(Extracting, asking)  # type: ignore[assignment]
    probe.start = partial(Looking, asking)  # type: ignore[assignment]
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = [module, *arguments]
    return import_module(module).main()


class Extracting(Copy):
    """A process of `crawler.workers.serving`."""

    def __init__(self, server: socket.socket) -> None:
        questions, asks = os.pipe()
        hears, answers = os.pipe()
        super().__init__(server, _extract, [questions, answers, 2])
        for file in (questions, answers):
            os.close(file)
        self.stdin, self.stdout = os.fdopen(asks, "wb", 0), os.fdopen(hears, "rb", 0)


def _extract() -> None:
    from crawler.workers import serving

    serving.main()


class Looking(Copy):
    """A process of `crawler.probe`."""

    def __init__(
        self, server: socket.socket, arguments: Sequence[str], environment: Mapping[str, str]
    ) -> None:
        hears, tells = os.pipe()
        work = partial(_run, "crawler.probe", arguments, Path.cwd(), dict(os.environ | environment))
        with Path(os.devnull).open("rb") as nothing:
            super().__init__(server, work, [nothing.fileno(), tells, 2])
        os.close(tells)
        self.stdout = os.fdopen(hears, encoding="utf-8")

    def __enter__(self) -> Looking:
        return self

    def __exit__(self, *_: object) -> None:
        self.stdout.close()
        self.wait()
