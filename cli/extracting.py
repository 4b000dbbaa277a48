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
from cli.page_lines import BadLine, Id, PageLine, load_page, read_line
from crawler.workers.in_order import Workers, in_order
from pipeline.article_json import article_record
from pipeline.errors import Rejected
from pipeline.extract import extract_article
from pipeline.memory import EMPTY, learn
from pipeline.records import Article, Memory
from pipeline.urls import host_port

Result = TypeVar("Result")


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
            host = _host(read_line(line, job.folder))
            memories[host] = learn(memories.get(host, EMPTY), article, job.now.date())
    return memories


def hosts_with_several(lines: Iterable[bytes], folder: Path) -> set[str]:
    """The hosts that more than one line names: only these have something to teach."""
    counts = Counter(_host(read_line(line, folder)) for line in lines)
    return {host for host, count in counts.items() if host and count > 1}


def of_hosts(lines: Iterable[bytes], folder: Path, hosts: set[str]) -> Iterator[bytes]:
    """The lines whose page is of one of these hosts."""
    return (line for line in lines if _host(read_line(line, folder)) in hosts)


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


_job: Job | None = None
"""The job of this worker process; None in the parent."""


def _begin(job: Job) -> None:
    global _job
    _job = job


def _extract(line: bytes) -> tuple[Id, Article | Rejected | BadLine]:
    assert _job is not None
    read = read_line(line, _job.folder)
    if isinstance(read, BadLine):
        return read.id, read
    page = load_page(read, _job.now, _job.max_bytes)
    if isinstance(page, BadLine | Rejected):
        return read.id, page
    memory = _job.memories.get(_host(read), EMPTY)
    return read.id, extract_article(page, memory, _job.now)


def _outcome(line: bytes) -> Outcome:
    identity, found = _extract(line)
    if isinstance(found, Article):
        return Outcome(to_json({"id": identity, **article_record(found)}))
    return _no_article(identity, found)


def _article(line: bytes) -> Article | None:
    _, found = _extract(line)
    return found if isinstance(found, Article) else None


def _failure(line: bytes, folder: Path, why: Rejected) -> Outcome:
    return _no_article(read_line(line, folder).id, why)


def _no_article(identity: Id, why: Rejected | BadLine) -> Outcome:
    bad = isinstance(why, BadLine)
    reason, detail = (
        ("bad-input", why.why) if isinstance(why, BadLine) else (why.reason, why.detail)
    )
    record = {"id": identity, "rejected": str(reason), "detail": detail}
    return Outcome(to_json(record), rejected=str(reason), bad_line=bad)


def _host(line: PageLine | BadLine) -> str:
    """The host that a line's page is of, without www; "" where it names none."""
    if isinstance(line, BadLine):
        return ""
    try:
        return host_port(line.url).removeprefix("www.")
    except ValueError:
        return ""
