"""One crawl: a process of its own, started, watched, ended, recorded.

`python -m crawler.run --source ID …` visits one source and writes one JSON object a line to
stdout: an event. `start_crawl` starts such a process and reads its events.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any

from crawler.ending import Ending
from crawler.events import EXIT_INTERRUPTED, EXIT_PARTLY, EXIT_WRONG, CrawlRequest, Event, RunResult
from pipeline import collector

__all__ = ["CrawlProcess", "CrawlRequest", "Event", "RunResult", "main", "start_crawl"]

_LINE_LIMIT = 1 << 20
"""Bytes of one event's line."""
LINGER_S = 10.0
"""Seconds after a crawl's end in which the processes that extracted for it must be gone too."""


class CrawlProcess:
    """A running crawl process, as its parent sees it."""

    def __init__(
        self,
        request: CrawlRequest,
        process: asyncio.subprocess.Process,
        on_said: Callable[[str], None] | None = None,
    ) -> None:
        self.request = request
        self.process = process
        self._on_said = on_said
        self._run_id: int | None = None
        self._error: str | None = None
        self._ended: Mapping[str, Any] = {}

    @property
    def pid(self) -> int:
        return self.process.pid

    async def events(self) -> AsyncIterator[Event]:
        """The events as they come, until the process closes its output."""
        assert self.process.stdout is not None
        async for line in _lines(self.process.stdout):
            try:
                data = json.loads(line)
            except ValueError:  # the last line of a process that was killed
                continue
            event = Event(data.pop("event"), data)
            if event.kind == "started":
                self._run_id = data["run"]
            elif event.kind == "error":
                self._error = data["message"]
            elif event.kind == "ended":
                self._ended = data
            yield event

    async def wait(self) -> RunResult:
        """Read what events are left, wait for the end, and tell how it went."""
        reading = asyncio.ensure_future(self._read())
        code = await self.process.wait()
        _, late = await asyncio.wait({reading}, timeout=LINGER_S)
        if late:  # a process that extracted for it is stuck and holds the pipe
            self.kill()
        await reading
        if self._ended:
            error = self._ended["error"]
        elif self._error:
            error = self._error
        else:
            error = f"the crawl's process ended with {code} and without a word"
        return RunResult(
            source=self.request.source,
            run_id=self._run_id,
            state=self._ended.get("state", "failed"),
            exit=code if code >= 0 else EXIT_PARTLY,
            counts=self._ended.get("counts", {}),
            error=error,
            died=not self._ended and not self._error,
            pid=self.pid,
        )

    async def _read(self) -> None:
        said = asyncio.ensure_future(self._hear())
        async for event in self.events():
            if event.kind == "waiting" and self._on_said is not None:
                self._on_said(str(event.data["message"]))
        await said

    async def _hear(self) -> None:
        """Pass on what it writes to stderr, where somebody wants it."""
        if self.process.stderr is not None and self._on_said is not None:
            async for line in _lines(self.process.stderr):
                self._on_said(line.decode("utf-8", "replace").rstrip())

    def interrupt(self) -> None:
        """Ask for a clean end (SIGTERM): what is in flight is finished and kept."""
        with suppress(ProcessLookupError):
            self.process.terminate()

    def kill(self) -> None:
        """End at once (SIGKILL), with the processes that extract for it. What was committed stays;
        the next crawl goes on from there."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)


async def _lines(stream: asyncio.StreamReader) -> AsyncIterator[bytes]:
    """The lines of a stream to its end. Of one that is longer than _LINE_LIMIT only its end comes:
    what it is read by must not be what the process waits for."""
    while True:
        try:
            line = await stream.readline()
        except ValueError:
            continue
        if not line:
            return
        yield line


async def start_crawl(
    request: CrawlRequest, on_said: Callable[[str], None] | None = None
) -> CrawlProcess:
    """Start a crawl in a process of its own. Its log goes to our stderr, or line by line to
    `on_said` while somebody waits for its end."""
    process = await start(request.arguments(), request.environment(), heard=on_said is not None)
    return CrawlProcess(request, process, on_said)


async def start(
    arguments: Sequence[str], environment: Mapping[str, str], *, heard: bool
) -> asyncio.subprocess.Process:
    """Start the process of a crawl, whose stderr is ours or is heard.

    It leads a session of its own, so that Ctrl-C in a terminal reaches the parent alone, which
    then interrupts it. It ends when this process dies: nobody else would watch it.
    """
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-P",  # a folder named db/ where the user stands is not ours
        "-m",
        "crawler.run",
        *arguments,
        "--starter",
        str(os.getpid()),
        *(() if heard else ("--for-person",)),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE if heard else None,
        env=os.environ | environment,
        limit=_LINE_LIMIT,
        start_new_session=True,
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """The crawl process: visit one source, tell events on stdout, give the exit status."""
    request, starter, for_person = _parse(arguments)
    ending = Ending(starter)

    with collector.at_rest():
        # It walks through all modules for each of its names that it calls outdated: few are there.
        import scrapy.core.downloader.contextfactory  # noqa: F401
        from sqlalchemy.exc import DBAPIError

        from crawler.browser import NoBrowser
        from crawler.database import CannotStore
        from crawler.settings import BadSettings
        from crawler.turns import EndedWaiting
        from crawler.visit import CannotCrawl, open_visit
        from db.bad_database import line_of
        from db.engine import BadDatabase

    try:
        visit = open_visit(request, _tell, lambda: ending.asked)
    except EndedWaiting as ended:
        _tell(Event("error", {"message": str(ended)}))
        return EXIT_INTERRUPTED
    except (CannotCrawl, BadSettings, NoBrowser, BadDatabase, CannotStore) as error:
        _tell(Event("error", {"message": str(error)}))
        print(error, file=sys.stderr)
        return EXIT_PARTLY if isinstance(error, CannotStore) else EXIT_WRONG
    except DBAPIError as error:
        line = line_of(error.orig or error)
        _tell(Event("error", {"message": line}))
        print(line, file=sys.stderr)
        return EXIT_PARTLY
    with collector.at_rest():
        from crawler.reactor import crawl

    return crawl(visit, ending=ending, for_person=for_person)


def _parse(arguments: Sequence[str] | None) -> tuple[CrawlRequest, int | None, bool]:
    parser = argparse.ArgumentParser("crawler.run", description="Crawl one source.")
    parser.add_argument("--source", required=True)
    for name in ("db", "sources", "contact", "since"):
        parser.add_argument(f"--{name}")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--backfill", action="store_true")
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--due-only", action="store_true")
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE")
    parser.add_argument("--starter", type=int, help="process whose death ends the crawl")
    parser.add_argument("--for-person", action="store_true", help="a person reads what is logged")
    values = vars(parser.parse_args(arguments))
    starter, for_person = values.pop("starter"), values.pop("for_person")
    pairs = [pair.partition("=") for pair in values.pop("set")]
    return (
        CrawlRequest(**values, settings={name: value for name, _, value in pairs}),
        starter,
        for_person,
    )


def _tell(event: Event) -> None:
    """Write an event; a parent that is gone does not end the crawl."""
    try:
        sys.stdout.write(json.dumps({"event": event.kind, **event.data}, ensure_ascii=True) + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115  # for the rest of the process


if __name__ == "__main__":
    sys.exit(main())
