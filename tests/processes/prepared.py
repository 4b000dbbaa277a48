"""Crawls and looks by processes that need not start: copies of one that has `loaded`.

To start the interpreter, load Scrapy and the rules and look up what a first page needs takes three
seconds of work, many times what a test's site does. Here the process that crawls and the one that
extracts for it have all that from their beginning, and are otherwise what they always are. Where
the start itself is tried, or a signal, memory, or who outlives whom, processes start as they do
elsewhere: see `Desk.start_cold` and `Desk.crawl_cold`.
"""

from __future__ import annotations

import asyncio
import atexit
import os
import socket
import subprocess
import sys
from asyncio import StreamReader, StreamReaderProtocol
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from importlib import import_module
from multiprocessing import forkserver
from pathlib import Path
from tempfile import TemporaryFile
from threading import Timer
from types import MappingProxyType, ModuleType
from typing import Self

from copies import Copy, serve, way

_PROGRAM = """
import socket, sys
sys.path[:] = sys.argv[2:]
import copies, loaded
copies.serve(socket.socket(fileno=int(sys.argv[1])))
"""


def start(module: str, arguments: Sequence[str], folder: Path, *, say: str = "") -> Running:
    """Start what `python -m MODULE` with these arguments does in a folder, told `say` on stdin."""
    return Running(server(), module, arguments, folder, say=say)


@cache
def server() -> socket.socket:
    """The way to the server, which starts when it is first asked for and ends with this process."""
    ours, its = way()
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


def serve_pools() -> None:
    """Let multiprocessing's fork server, where it does not run yet, load `loaded` at its start. It
    finds that by the environment."""
    path = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join([str(Path(__file__).parent), *sys.path])
    forkserver.set_forkserver_preload(["loaded"])
    forkserver.ensure_running()
    del os.environ["PYTHONPATH"]
    if path is not None:
        os.environ["PYTHONPATH"] = path


def _run(
    module: str, arguments: Sequence[str], folder: Path, environment: Mapping[str, str]
) -> object:
    """What the copy does. Those that work for it are copies of a copy of it."""
    asking, asked = way()
    if not os.fork():
        asking.close()
        serve(asked)
    asked.close()
    for of, start in starters(asking):
        of.start = start  # type: ignore[attr-defined]
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = [module, *arguments]
    return import_module(module).main()


def starters(server: socket.socket) -> Iterator[tuple[ModuleType, Callable[..., object]]]:
    """The modules whose `start` starts a process, with what copies this server in its place."""
    from crawler import probe, run
    from crawler.workers import process

    yield process, partial(Extracting, server)
    yield probe, partial(Looking, server)
    yield run, partial(Crawling.start, server)


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


class Running(Copy):
    """`python -m MODULE` with these arguments in a folder, told `say` on its stdin. Its stderr is
    this process's own, or heard as its stdout is."""

    def __init__(
        self,
        server: socket.socket,
        module: str,
        arguments: Sequence[str],
        folder: Path,
        more: Mapping[str, str] = MappingProxyType({}),
        *,
        say: str = "",
        heard: bool = True,
    ) -> None:
        work = partial(_run, module, arguments, folder, {**os.environ, **more})
        (hears, tells), (minds, complains) = os.pipe(), os.pipe()
        with TemporaryFile() as told:
            told.write(say.encode())
            told.seek(0)
            super().__init__(server, work, [told.fileno(), tells, complains if heard else 2])
        for pipe in (tells, complains):
            os.close(pipe)
        self.stdout = os.fdopen(hears, encoding="utf-8")
        self.stderr = os.fdopen(minds, encoding="utf-8")

    def communicate(self, timeout: float = 240.0) -> tuple[str, str]:
        """What it still writes to stdout and stderr, once it has ended. Raises TimeoutExpired."""
        limit = Timer(timeout, self.kill)
        limit.start()
        with self, ThreadPoolExecutor(1) as beside:
            err = beside.submit(self.stderr.read)
            out = self.stdout.read()
            self.wait()
            if not limit.is_alive():
                raise subprocess.TimeoutExpired(f"process {self.pid}", timeout)
            limit.cancel()
            return out, err.result()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.wait()
        self.stdout.close()
        self.stderr.close()


class Looking(Running):
    """A process of `crawler.probe`."""

    def __init__(
        self, server: socket.socket, arguments: Sequence[str], more: Mapping[str, str]
    ) -> None:
        super().__init__(server, "crawler.probe", arguments, Path.cwd(), more, heard=False)


class Crawling:
    """A process of `crawler.run` that leads a session of its own and ends with who started it, as
    asyncio shows it."""

    def __init__(self, copy: Copy, stdout: StreamReader, stderr: StreamReader | None) -> None:
        self.pid, self.terminate, self._copy = copy.pid, copy.terminate, copy
        self.stdout, self.stderr = stdout, stderr

    @classmethod
    async def start(
        cls,
        server: socket.socket,
        arguments: Sequence[str],
        environment: Mapping[str, str],
        *,
        heard: bool,
    ) -> Crawling:
        work = partial(_crawl, arguments, Path.cwd(), {**os.environ, **environment})
        (hears, tells), (minds, complains) = os.pipe(), os.pipe()
        with Path(os.devnull).open("rb") as nothing:
            copy = Copy(server, work, [nothing.fileno(), tells, complains if heard else 2])
        for pipe in (tells, complains):
            os.close(pipe)
        stdout, stderr = await _stream(hears), await _stream(minds)
        return cls(copy, stdout, stderr if heard else None)

    async def wait(self) -> int:
        return await asyncio.to_thread(self._copy.wait)


async def _stream(pipe: int) -> StreamReader:
    stream = StreamReader(limit=1 << 20)
    await asyncio.get_running_loop().connect_read_pipe(
        lambda: StreamReaderProtocol(stream), os.fdopen(pipe, "rb")
    )
    return stream


def _crawl(arguments: Sequence[str], folder: Path, environment: Mapping[str, str]) -> object:
    os.setsid()
    starter = str(os.getppid())
    return _run("crawler.run", [*arguments, "--starter", starter], folder, environment)
