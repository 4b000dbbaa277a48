"""A look at a section before it becomes a source: `python -m crawler.probe`, and its parent.

The look is a crawl process like any other, on a source file and a database that live in a folder
of their own for as long as it takes.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from crawler.ending import Ending
from crawler.events import EXIT_WRONG, CrawlRequest, Event
from crawler.sources import write_source
from pipeline.records import Source

SOURCE_ID = "probe"
TIME_LIMIT_S = 300.0
"""Seconds after which a probe is given up: a dozen requests at the slowest pace."""


class CannotProbe(ValueError):  # noqa: N818  # named for what the caller reports
    """The page could not be looked at: one line that says why."""


def probe(
    url: str, *, contact: str | None, private_hosts: Sequence[str] = (), render: bool = False
) -> Mapping[str, Any]:
    """What a look at a section or home page found: the keys of `crawler.spiders.probe.Findings`.

    Raises CannotProbe where nothing could be looked at.
    """
    with tempfile.TemporaryDirectory(prefix="rasid-probe-") as folder:
        source = Source(
            id=SOURCE_ID,
            name=SOURCE_ID,
            section=url,
            private_hosts=frozenset(private_hosts),
            render=render,
        )
        write_source(Path(folder) / "sources", source)
        done = subprocess.run(  # noqa: S603  # our own interpreter and module, no shell
            [sys.executable, "-P", "-m", "crawler.probe", folder, contact or ""],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
            check=False,
            timeout=TIME_LIMIT_S,
        )
    events = [json.loads(line) for line in done.stdout.splitlines()]
    for event in events:
        if event.pop("event", None) == "probe":
            return dict(event)
    said = [str(event["message"]) for event in events if "message" in event]
    said += [str(event["error"]) for event in events if event.get("error")]
    raise CannotProbe(said[0] if said else f"the probe ended with {done.returncode}")


def main(arguments: Sequence[str] | None = None) -> int:
    """The probe's process: the folder and the contact are its arguments."""
    from crawler.browser import NoBrowser
    from crawler.settings import BadSettings
    from crawler.visit import CannotCrawl, open_visit
    from db.engine import BadDatabase

    folder, contact = arguments or sys.argv[1:]
    request = CrawlRequest(
        SOURCE_ID,
        db=str(Path(folder) / "probe.db"),
        sources=str(Path(folder) / "sources"),
        contact=contact or None,
        settings={"archive": "off"},
    )
    try:
        visit = open_visit(request, _tell)
    except (CannotCrawl, BadSettings, NoBrowser, BadDatabase) as error:
        _tell(Event("error", {"message": str(error)}))
        return EXIT_WRONG
    from crawler.reactor import crawl

    return crawl(visit, "crawler.spiders.probe:ProbeSpider", ending=Ending())


def _tell(event: Event) -> None:
    print(json.dumps({"event": event.kind, **event.data}, default=str), flush=True)


if __name__ == "__main__":
    sys.exit(main())
