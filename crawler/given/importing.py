"""Pages that were given, not fetched, into the database: as a crawl would have stored them then.

Each page is read at the time at which it was fetched. What is saved follows the order of the
pages, in one process; others read them. Whoever kills it loses a few pages' work; done again, it
passes by what is stored.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from sqlalchemy import Engine

from crawler.given.routes import Routes, watches_whole_site
from crawler.given.shelves import Shelves
from crawler.given.warc_files import Given, Skipped, page_of
from crawler.workers import worker
from crawler.workers.in_order import Workers, in_order
from db.engine import session_factory
from db.importing import OLDER, SAME, known_address
from pipeline.errors import Reason, Rejected, UnusablePage
from pipeline.listing_page import check_address, check_listing
from pipeline.memory import for_extraction
from pipeline.records import Article, Memory, Page, Source
from pipeline.urls import host_port

Item = TypeVar("Item")

SAVED_AT_ONCE = 20
"""Articles saved in one transaction: others wait for it."""
REFUSED_AT_ONCE = 200
"""The same of pages that gave none: a row each."""


@dataclass(frozen=True, slots=True)
class Job:
    """What is the same for every page. `any_section`: all articles of the site are taken."""

    routes: Routes
    any_section: bool
    max_bytes: int
    workers: Workers


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one page: as `db.importing.save_given` says, or why it gave no article."""

    url: str
    became: str | Rejected | Skipped


@dataclass(frozen=True, slots=True)
class Reading:
    """One page, with the sources that it may be of and what they repeat. `listed` is true where a
    list of the section named its address, or the source's archive has it: it was an article of the
    section already."""

    given: Given
    sources: tuple[tuple[Source, Memory], ...]
    listed: bool
    any_section: bool
    max_bytes: int


@dataclass(frozen=True, slots=True)
class Extracted:
    """What was read from a page, for one source."""

    source: Source
    article: Article
    page: Page


@dataclass(frozen=True, slots=True)
class Refused:
    """A page of a source's site that gave no article."""

    source: Source
    given: Given
    why: Rejected


Found = Extracted | Rejected | Skipped


def import_pages(
    engine: Engine, given: Iterable[Given], job: Job, shelves: Shelves
) -> Iterator[Outcome]:
    """What becomes of every page; those that need not be read come before their turn."""
    passed: list[Outcome] = []
    waiting: list[tuple[Given, Extracted]] = []
    refused: list[Refused] = []
    readings = _readings(engine, given, job, shelves, passed.append)
    try:
        for found, reading in in_order(readings, read_given, lambda _, why: why, job.workers):
            yield from _taken(passed)
            if not isinstance(found, Extracted):
                if isinstance(found, Rejected):
                    refused.append(Refused(reading.sources[0][0], reading.given, found))
                if len(refused) >= REFUSED_AT_ONCE:
                    _save_refused(engine, _taken(refused), shelves)
                yield Outcome(reading.given.url, found)
                continue
            waiting.append((reading.given, found))
            if len(waiting) == SAVED_AT_ONCE:
                yield from _save(engine, _taken(waiting), shelves)
        yield from _taken(passed)
        yield from _save(engine, waiting, shelves)
        _save_refused(engine, refused, shelves)
        shelves.clean(engine)
    finally:
        shelves.close()


def read_given(reading: Reading) -> Found:
    """What a page holds, for the first source whose section it says it belongs to."""
    try:
        page = page_of(reading.given, reading.max_bytes)
    except (OSError, ValueError, StopIteration) as error:
        return Rejected(Reason.BAD_INPUT, f"no HTTP response: {error}")
    if not isinstance(page, Page):
        return page
    why = Rejected(Reason.OUT_OF_SECTION, "the page does not say that it belongs to the section")
    for source, memory in reading.sources:
        own = replace(page, source=source)
        found = worker.extract(own, memory, page.fetched_at)
        if isinstance(found, Rejected):
            return found
        if not reading.listed and (listing := _listing(own, found)):
            return listing
        taken = reading.listed or reading.any_section or watches_whole_site(source)
        if taken or found.belongs is True:
            return Extracted(source, found, own)
    return why


def _listing(page: Page, article: Article) -> Rejected | None:
    try:
        return check_listing(page, article)
    except UnusablePage as unusable:
        return unusable.rejected


def _readings(
    engine: Engine,
    given: Iterable[Given],
    job: Job,
    shelves: Shelves,
    passed: Callable[[Outcome], None],
) -> Iterator[Reading]:
    """The pages that are to be read; what is stored already, or is of no source, is passed by."""
    sessions = session_factory(engine, read_only=True)
    for page in given:
        sources = job.routes.of(page.url)
        if not sources:
            passed(Outcome(page.url, Skipped("unknown-source", page.url)))
            continue
        kept = tuple(source for source in sources if source.id == page.kept_by)
        sources = kept or sources
        if not kept and any(
            page.url in (s.section, *s.feeds, *s.sitemaps, *s.wordpress) for s in sources
        ):
            passed(Outcome(page.url, Rejected(Reason.LISTING_PAGE, "a listing of the source")))
            continue
        address = page.requested_url or page.url
        with sessions() as session:
            known = known_address(session, address, [source.id for source in sources])
        if known.looked_at is not None and known.looked_at >= page.fetched_at:
            same = known.looked_at == page.fetched_at
            passed(Outcome(page.url, SAME if same else OLDER))
            continue
        listed = bool(kept) or known.listed_by is not None
        if not listed and (listing := check_address(page.url)):
            passed(Outcome(page.url, listing))
            continue
        sources = tuple(s for s in sources if known.listed_by in (None, s.id))
        yield Reading(
            given=page,
            sources=tuple(
                (source, for_extraction(shelves.memory(source.id))) for source in sources
            ),
            listed=listed,
            any_section=job.any_section,
            max_bytes=job.max_bytes,
        )


def _save(
    engine: Engine, found: Sequence[tuple[Given, Extracted]], shelves: Shelves
) -> Iterator[Outcome]:
    """Saves some pages in one transaction. The hosts come in one order, so that two who save do
    not wait for each other for ever."""
    if not found:
        return
    ordered = sorted(found, key=lambda each: host_port(each[1].article.url))
    with session_factory(engine).begin() as session:
        saved = [
            Outcome(given.url, shelves.save(session, given, each.source, each.article, each.page))
            for given, each in ordered
        ]
        shelves.save_memories(session)
    yield from saved


def _save_refused(engine: Engine, refused: Sequence[Refused], shelves: Shelves) -> None:
    """Saves why some pages gave no article, so that each can be explained."""
    if not refused:
        return
    with session_factory(engine).begin() as session:
        for each in refused:
            shelves.refuse(session, each.given, each.source, each.why)


def _taken(items: list[Item]) -> list[Item]:
    """What has gathered in a list, which is empty then."""
    taken = list(items)
    items.clear()
    return taken
