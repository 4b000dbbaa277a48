"""What a worker process of `rasid extract` makes of one line of a file of pages."""

from __future__ import annotations

from cli.documents import to_json
from cli.extracting import Job, Outcome, host_of, no_article
from cli.page_lines import BadLine, Id, load_page, read_line
from pipeline.article_json import article_record
from pipeline.errors import Rejected
from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article

_job: Job | None = None
"""The job of this process."""


def begin(job: Job) -> None:
    """Keep what is the same for every page."""
    global _job
    _job = job


def outcome(line: bytes) -> Outcome:
    """What becomes of the line."""
    identity, found = _extract(line)
    if isinstance(found, Article):
        return Outcome(to_json({"id": identity, **article_record(found)}))
    return no_article(identity, found)


def article(line: bytes) -> Article | None:
    """The article of the line's page; None where it has none."""
    _, found = _extract(line)
    return found if isinstance(found, Article) else None


def _extract(line: bytes) -> tuple[Id, Article | Rejected | BadLine]:
    assert _job is not None
    read = read_line(line, _job.folder)
    if isinstance(read, BadLine):
        return read.id, read
    page = load_page(read, _job.now, _job.max_bytes)
    if isinstance(page, BadLine | Rejected):
        return read.id, page
    memory = _job.memories.get(host_of(read), EMPTY)
    return read.id, extract_article(page, memory, _job.now)
