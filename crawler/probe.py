"""A look at a section before it becomes a source: `python -m crawler.probe`, and its parent.

The look is a crawl process like any other, on a source file and a database that live in a folder
of their own for as long as it takes. It takes its turn at the host among the crawls of the person's
database, where there is one.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from crawler.ending import Ending
from crawler.events import EXIT_WRONG, CrawlRequest, Event
from crawler.sources import write_source
from pipeline.records import Source

SOURCE_ID = "probe"
SHARED, WHOLE_SITE = "shared", "whole-site"
TIME_LIMIT_S = 300.0
"""Seconds after which a probe is given up: a dozen requests at the slowest pace."""


class CannotProbe(ValueError):  # noqa: N818  # named for what the caller reports
    """The page could not be looked at: one line that says why."""


def probe(
    url: str,
    *,
    contact: str | None,
    private_hosts: Sequence[str] = (),
    render: bool = False,
    whole_site: bool = False,
    source: Source | None = None,
    db: str | None = None,
    on_waiting: Callable[[str], None] = lambda line: None,
    on_started: Callable[[subprocess.Popen[str]], None] = lambda process: None,
) -> Mapping[str, Any]:
    """What a look at a section or home page found: the keys of `crawler.findings.Findings`.

    `whole_site` takes a home page as the list of all the site's articles, not as the way to its
    sections. `source` is what is looked at where it has a file already: its own rules hold, and
    its lists stand in for a section. `db` is the database whose crawls may be asking the host: one
    of them is waited for, which `on_waiting` is told in one line. `on_started` gets the look's
    process, for whoever may have to end it. Raises CannotProbe where nothing could be looked at.
    """
    events = []
    with tempfile.TemporaryDirectory(prefix="rasid-probe-") as folder:
        bare = Source(
            id=SOURCE_ID,
            name=SOURCE_ID,
            section=url,
            private_hosts=frozenset(private_hosts),
            render=render,
        )
        looked_at = replace(source, id=SOURCE_ID, enabled=True) if source else bare
        write_source(Path(folder) / "sources", looked_at)
        flags = [WHOLE_SITE] if whole_site else []
        with _started(folder, contact or "", db, flags) as process, _Limit(process) as limit:
            on_started(process)
            for line in process.stdout or ():
                event = json.loads(line)
                if event["event"] == "waiting":
                    limit.lift()
                    on_waiting(str(event["message"]))
                elif event["event"] == "started":
                    limit.set()
                events.append(event)
    told = {event.pop("event"): event for event in events}
    if "probe" in told:
        return dict(told["probe"])
    said = [str(event["message"]) for kind, event in told.items() if kind == "error"]
    said += [str(event["error"]) for event in told.values() if event.get("error")]
    if limit.reached:
        raise CannotProbe(f"it took longer than {TIME_LIMIT_S:.0f} s")
    raise CannotProbe(said[0] if said else f"the probe ended with {process.returncode}")


def start(arguments: Sequence[str], environment: Mapping[str, str]) -> subprocess.Popen[str]:
    """Start the probe's process, which writes its events to its stdout."""
    return subprocess.Popen(  # noqa: S603  # our own interpreter and module, no shell
        [sys.executable, "-P", "-m", "crawler.probe", *arguments],
        env=os.environ | environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
    )


@contextmanager
def _started(
    folder: str, contact: str, db: str | None, flags: Sequence[str]
) -> Iterator[subprocess.Popen[str]]:
    """The probe's process; it is over once the block is, whatever ends that. The database's address
    may hold a password, so that it is told in the environment."""
    words = [folder, contact, *flags] + ([SHARED] if db else [])
    with start(words, {"RASID_DB": db} if db else {}) as process:
        try:
            yield process
        except BaseException:
            process.kill()
            raise


class _Limit:
    """Ends a process that goes on for longer than TIME_LIMIT_S since the limit was set."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self._timer: threading.Timer | None = None
        self.reached = False

    def __enter__(self) -> _Limit:
        self.set()
        return self

    def __exit__(self, *_: object) -> None:
        self.lift()

    def set(self) -> None:
        self.lift()
        self._timer = threading.Timer(TIME_LIMIT_S, self._reach)
        self._timer.daemon = True
        self._timer.start()

    def lift(self) -> None:
        if self._timer:
            self._timer.cancel()

    def _reach(self) -> None:
        self.reached = True
        self._process.kill()


def main(arguments: Sequence[str] | None = None) -> int:
    """The probe's process. Its arguments are its folder and the contact, then SHARED where it takes
    its turn among the crawls of a database, and WHOLE_SITE for a site without sections."""
    from crawler.browser import NoBrowser
    from crawler.settings import BadSettings, read_settings
    from crawler.sources import BadSources, load_sources
    from crawler.turns import EndedWaiting, turn_among_crawls
    from crawler.visit import CannotCrawl, open_visit
    from db.engine import BadDatabase

    folder, contact, *flags = arguments or sys.argv[1:]
    ending = Ending(os.getppid())
    request = CrawlRequest(
        SOURCE_ID,
        db=str(Path(folder) / "probe.db"),
        sources=str(Path(folder) / "sources"),
        contact=contact or None,
        settings={"archive": "off"},
    )
    try:
        (source,) = load_sources(Path(request.sources or ""))
        db = read_settings().db if SHARED in flags else ""
        with turn_among_crawls(db, source, _tell, lambda: ending.asked):
            visit = open_visit(request, _tell)
            from crawler.reactor import crawl

            spider = "SiteProbeSpider" if WHOLE_SITE in flags else "ProbeSpider"
            return crawl(visit, f"crawler.spiders.probe:{spider}", ending=ending, for_person=True)
    except (CannotCrawl, BadSettings, BadSources, NoBrowser, BadDatabase, EndedWaiting) as error:
        _tell(Event("error", {"message": str(error)}))
        return EXIT_WRONG


def _tell(event: Event) -> None:
    print(json.dumps({"event": event.kind, **event.data}, default=str), flush=True)


if __name__ == "__main__":
    sys.exit(main())
