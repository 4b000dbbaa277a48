"""`rasid sources --check`: a polite look at each source, several at once, nothing stored."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from crawler.probe import CannotProbe, probe
from pipeline.records import Source

AT_ONCE = 2
"""Looks at once, each a process of its own with an extracting process below it."""


@dataclass(frozen=True, slots=True)
class Check:
    """What a look at one source found. `problem` says why it is not `ok`; None where it is."""

    source: str
    ok: bool
    problem: str | None
    listed: int = 0
    read: int = 0
    """Articles that were tried and could be read."""
    requests: int = 0
    notes: tuple[str, ...] = ()
    """What went wrong on the way."""


@dataclass(slots=True)
class Looks:
    """The processes of the looks that are under way."""

    ended: bool = False
    _started: list[subprocess.Popen[str]] = field(default_factory=list)

    def begun(self, process: subprocess.Popen[str]) -> None:
        self._started.append(process)
        if self.ended:
            process.kill()

    def end(self) -> None:
        """End them all, and what is still to begin as it begins."""
        self.ended = True
        for process in self._started:
            process.kill()


def check_all(
    sources: Sequence[Source], contact: str | None, db: str, say: Callable[[str], None]
) -> Iterator[Check]:
    """Look at these sources, in their order; what each waits for among the crawls of the database
    is said. Who stops asking for more ends the looks that are under way."""
    looks = Looks()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        try:
            yield from pool.map(lambda source: check(source, contact, db, say, looks), sources)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
            looks.end()


def check(
    source: Source, contact: str | None, db: str, say: Callable[[str], None], looks: Looks
) -> Check:
    """Look at one source with a dozen requests at most."""
    try:
        found = probe(
            source.section or "",
            contact=contact,
            source=source,
            whole_site=True,
            db=db,
            on_waiting=lambda line: say(f"{source.id}: {line}"),
            on_started=looks.begun,
        )
    except CannotProbe as cannot:
        return Check(source.id, False, str(cannot))
    notes = tuple(found["problems"])
    read = len(found["articles"])
    problem = None
    if not found["links"]:
        problem = notes[0] if notes else "no articles listed"
    elif not read:
        problem = notes[0] if notes else "none of the articles tried could be read"
    return Check(
        source.id, problem is None, problem, found["links"], read, found["requests"], notes
    )
