"""Extraction of many saved pages by a pool of worker processes, in order, in bounded memory.

What goes to a worker is the line, not the page; what comes back is the finished record.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from cli.documents import to_json
from cli.page_lines import BadLine, Id, PageLine, read_line
from crawler.workers.in_order import Workers, in_order
from crawler.workers.work import Named
from pipeline.errors import Rejected
from pipeline.records import Memory
from pipeline.urls import host_port

Result = TypeVar("Result")

_WORK = "cli.page_work"
_begin, _outcome, _article = (Named(_WORK, name) for name in ("begin", "outcome", "article"))
_learn = Named("pipeline.memory", "learn")


@dataclass(frozen=True, slots=True)
class Job:
    """What is the same for every page. `memories` is by host, empty without --learn."""

    folder: Path
    now: datetime
    max_bytes: int
    workers: Workers
    memories: Mapping[str, Memory] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one line: `record` as JSON. `bad_line` where the input was at fault."""

    record: bytes
    rejected: str | None = None
    bad_line: bool = False


def extract_lines(lines: Iterable[bytes], job: Job) -> Iterator[Outcome]:
    """The outcome of every line, in the order of the lines."""
    yield from (outcome for outcome, _ in _run(lines, job, _outcome, _failure))


def learn_hosts(lines: Iterable[bytes], job: Job) -> dict[str, Memory]:
    """What the pages of each host teach together, from an extraction with nothing known.

    The result depends on the order of the lines alone, not on the number of workers.
    """
    memories: dict[str, Memory] = {}
    for article, line in _run(lines, job, _article, lambda *_: None):
        if article is not None:
            host = host_of(read_line(line, job.folder))
            memories[host] = _learn(memories.get(host, Memory()), article, job.now.date())
    return memories


def hosts_with_several(lines: Iterable[bytes], folder: Path) -> set[str]:
    """The hosts that more than one line names: only these have something to teach."""
    counts = Counter(host_of(read_line(line, folder)) for line in lines)
    return {host for host, count in counts.items() if host and count > 1}


def of_hosts(lines: Iterable[bytes], folder: Path, hosts: set[str]) -> Iterator[bytes]:
    """The lines whose page is of one of these hosts."""
    return (line for line in lines if host_of(read_line(line, folder)) in hosts)


def _run(
    lines: Iterable[bytes],
    job: Job,
    work: Callable[[bytes], Result],
    failure: Callable[[bytes, Path, Rejected], Result],
) -> Iterator[tuple[Result, bytes]]:
    """`work` on every line in some worker, the results in the order of the lines."""

    def failed(line: bytes, why: Rejected) -> Result:
        return failure(line, job.folder, why)

    return in_order(lines, work, failed, job.workers, partial(_begin, job))


def _failure(line: bytes, folder: Path, why: Rejected) -> Outcome:
    return no_article(read_line(line, folder).id, why)


def no_article(identity: Id, why: Rejected | BadLine) -> Outcome:
    """What becomes of a line whose page gives none."""
    bad = isinstance(why, BadLine)
    reason, detail = (
        ("bad-input", why.why) if isinstance(why, BadLine) else (why.reason, why.detail)
    )
    record = {"id": identity, "rejected": str(reason), "detail": detail}
    return Outcome(to_json(record), rejected=str(reason), bad_line=bad)


def host_of(line: PageLine | BadLine) -> str:
    """The host that a line's page is of, without www; "" where it names none."""
    if isinstance(line, BadLine):
        return ""
    try:
        return host_port(line.url).removeprefix("www.")
    except ValueError:
        return ""
