"""Extraction again, from the archive: better rules reach articles that were stored before them.

No request is made. Each page is read with what is known of its source when the work begins, and at
the time at which it was fetched, so that the result depends neither on the order of the pages nor
on the number of processes. Whoever kills it loses a few pages' work; done again, it goes on with
what still differs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from sqlalchemy import Engine, select

from crawler.archive import BadRecord, read_page
from crawler.workers import worker
from crawler.workers.in_order import Workers, in_order
from db import read
from db.engine import session_factory
from db.models import SourceMemoryRow
from db.reprocessing import Kept, differs, kept_pages, revise
from pipeline.errors import Rejected
from pipeline.memory import EMPTY
from pipeline.records import Article, Link, Memory, Page, Source
from pipeline.urls import canonical_url

READ_AT_ONCE = 200
"""Articles asked of the database at once."""
SAVED_AT_ONCE = 20
"""Versions saved in one transaction: others wait for it."""


@dataclass(frozen=True, slots=True)
class Job:
    """What is the same for every page."""

    folder: Path
    sources: Mapping[str, Source]
    memories: Mapping[str, Memory]
    workers: Workers


@dataclass(frozen=True, slots=True)
class Unreadable:
    """The archive does not have the page; one line that says why. None where its file is gone,
    which is no fault: old ones are removed."""

    why: str | None


Found = Article | Rejected | Unreadable


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article: it changed, or not; `kept` where it stays as it was because its
    page gave none this time."""

    article_id: int
    changed: bool = False
    kept: Rejected | Unreadable | None = None


def reprocess(engine: Engine, ids: Sequence[str], job: Job) -> Iterator[Outcome]:
    """Extracts again what the archive holds of some sources, or (none named) of all."""
    results = in_order(
        _pages(engine, ids), _extract, lambda _, why: why, job.workers, partial(_begin, job)
    )
    reading = session_factory(engine, read_only=True)
    waiting: list[tuple[Kept, Article]] = []
    for found, kept in results:
        if not isinstance(found, Article):
            yield Outcome(kept.article_id, kept=found)
            continue
        with reading() as session:
            other = differs(session, kept, found)
        if not other:
            yield Outcome(kept.article_id)
            continue
        waiting.append((kept, found))
        if len(waiting) == SAVED_AT_ONCE:
            yield from _save(engine, waiting)
            waiting = []
    yield from _save(engine, waiting)


def memories(engine: Engine, ids: Sequence[str]) -> dict[str, Memory]:
    """What is known now of some sources, or (none named) of all, those without a file too."""
    with session_factory(engine, read_only=True)() as session:
        known = ids or session.scalars(select(SourceMemoryRow.source_id)).all()
        return {id_: read.memory(session, id_) for id_ in known}


def _pages(engine: Engine, ids: Sequence[str]) -> Iterator[Kept]:
    sessions, after = session_factory(engine, read_only=True), 0
    while True:
        with sessions() as session:
            batch = kept_pages(session, ids, after, READ_AT_ONCE)
        if not batch:
            return
        yield from batch
        after = batch[-1].article_id


def _save(engine: Engine, found: list[tuple[Kept, Article]]) -> list[Outcome]:
    if not found:
        return []
    with session_factory(engine).begin() as session:
        return [Outcome(k.article_id, changed=revise(session, k, article)) for k, article in found]


_job: Job | None = None
"""The job of this worker process; None in the parent."""


def _begin(job: Job) -> None:
    global _job
    _job = job


def _extract(kept: Kept) -> Found:
    assert _job is not None
    try:
        page = read_page(_job.folder, kept.file, kept.offset, _job.sources.get(kept.source_id))
    except BadRecord as error:
        return Unreadable(str(error) if (_job.folder / kept.file).exists() else None)
    page = replace(page, link=_link(kept, page))
    memory = _job.memories.get(kept.source_id, EMPTY)
    return worker.extract(page, memory, kept.fetched_at)


def _link(kept: Kept, page: Page) -> Link | None:
    """The link that led to the page, as well as it can be told."""
    url = canonical_url(page.requested_url)
    of_page = (link for link in kept.links if link.url == url)
    return next(of_page, next(iter(kept.links), None))
