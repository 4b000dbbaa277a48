"""One visit of one source: what was asked, what is known, what is counted.

The spider, the middlewares and the item pipeline share it, and nothing else.
"""

from __future__ import annotations

import difflib
import logging
import os
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from crawler.archive import Archive
from crawler.browser import find_browser
from crawler.database import CannotStore, Database
from crawler.dead_lists import TRIED, DeadLists
from crawler.events import CrawlRequest, Event
from crawler.hosts import Hosts
from crawler.list_reasons import DEAD_LINKS, OVERLAP_LOST
from crawler.processes import lives
from crawler.rule_faults import rule_faults
from crawler.settings import Settings, read_settings
from crawler.sources import BadSources, read_sources
from crawler.turns import TTL_S, Turn, wait_for
from db import read, write
from db.engine import open_engine, upgrade
from db.models import UNDERWAY, RunRow
from db.read import DueLink
from pipeline.errors import Reason, Rejected
from pipeline.memory import EMPTY
from pipeline.records import Memory, Source

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

logger = logging.getLogger(__name__)

HEARTBEAT_S = 5.0
CACHE_KIB = 8_192
"""What a visit's connection to SQLite keeps of the file: it stores an article a second."""
BACKFILL_REQUESTS = 20
"""How many times more requests a visit may make with --backfill."""


class CannotCrawl(ValueError):  # noqa: N818  # named for what the caller reports
    """The request itself is wrong: one line that says how, and what to do."""


@dataclass
class Visit:
    """One visit. `run_id` is its row in `runs`; `horizon` and pages are the spider's business."""

    request: CrawlRequest
    settings: Settings
    source: Source
    database: Database
    run_id: int
    started_at: datetime
    tell: Callable[[Event], None]
    turn: Turn
    memory: Memory = EMPTY
    outcomes: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    looks: dict[str, list[int]] = field(default_factory=dict)
    """See `crawler.rule_faults.Looks`."""
    requests: int = 0
    bytes: int = 0
    listings: int = 0
    pending: int = 0
    leads: frozenset[str] = frozenset()
    """Stories before the section's heading that are of it, where they do not say otherwise."""
    interrupted: bool = False
    """It was asked to end before its own end."""
    cut_off: bool = False
    """It ends because nothing can be stored any more."""
    error: str | None = None
    """One line, where the visit could not do what it was for."""
    state: str | None = None
    """How the visit ended, as `runs.state`; None until it has."""

    def __post_init__(self) -> None:
        self.hosts = Hosts(self.source, self.settings)
        self.dead_lists = DeadLists(TRIED * (BACKFILL_REQUESTS if self.request.backfill else 1))
        folder = self.settings.archive_folder
        self.archive = (
            Archive(folder, self.source.id, self.started_at, str(self.run_id)) if folder else None
        )

    @property
    def since(self) -> date | None:
        """Links that a listing dates before this day are left alone."""
        return date.fromisoformat(self.request.since) if self.request.since else None

    @property
    def max_pages(self) -> int:
        """Pages of one listing that this visit follows."""
        if self.request.backfill:
            return self.settings.backfill_pages
        return self.source.max_pages or self.settings.max_pages

    @property
    def stopping(self) -> bool:
        """True once no further page is to be begun."""
        return self.interrupted or self.cut_off

    def out_of_requests(self) -> bool:
        """True once the visit's budget of requests is used."""
        more = BACKFILL_REQUESTS if self.request.backfill else 1
        return self.requests >= self.settings.max_requests * more

    def exhausted(self) -> bool:
        """True once nothing that is asked for could be answered: the budget is used, or every host
        is left alone."""
        return self.out_of_requests() or self.hosts.all_closed

    def limit_reached(self) -> bool:
        """True once as many new articles are stored as were asked for."""
        return self.request.limit is not None and self.outcomes["new"] >= self.request.limit

    def stored(self, url: str, title: str, outcome: str) -> None:
        """Count and tell one stored article."""
        self.outcomes[outcome] += 1
        self.tell(Event("article", {"url": url, "title": title, "outcome": outcome}))

    def answered(self, due: DueLink, reason: Reason | None) -> None:
        """Note for the list that named a page what became of it; None: an article."""
        if self.dead_lists.answered(due.link.found_in, reason):
            self.reasons[DEAD_LINKS] += 1

    def refused(self, url: str, outcome: str, rejected: Rejected) -> None:
        """Count and tell one link that became no article: rejected, failed or gone."""
        self.outcomes[outcome] += 1
        self.reasons[rejected.reason.value] += 1
        data = {"url": url, "reason": rejected.reason.value, "detail": rejected.detail}
        self.tell(Event(outcome if outcome != "gone" else "rejected", data))

    def progress(self) -> None:
        """Tell how far the visit is."""
        data = {
            "pages": self.requests,
            "articles": self.outcomes["new"],
            "rejected": self.outcomes["rejected"] + self.outcomes["gone"],
            "failed": self.outcomes["failed"],
            "pending": self.pending,
        }
        self.tell(Event("progress", data))

    @property
    def counts(self) -> dict[str, Any]:
        """What `runs.counts` holds."""
        counts: dict[str, Any] = {"outcomes": dict(self.outcomes), "reasons": dict(self.reasons)}
        return counts | ({"rules": self.looks} if self.looks else {})

    def looked(self, rule: str, matches: int) -> None:
        """Note for a rule of the source's file how often it matched on one more page."""
        looks = self.looks.setdefault(rule, [0, 0])
        looks[0] += matches
        looks[1] += 1

    def look_at_overlap(self) -> None:
        """A list of which nothing was known has lost none where most of it proved to be what is
        stored, under other addresses: the site gave its articles new ones."""
        known, new = self.outcomes["duplicate"], self.outcomes["new"]
        if known and known >= new:
            del self.reasons[OVERLAP_LOST]

    def warn(self) -> None:
        """Tell which rules of the source's file matched nothing in this visit, and that it ended
        for the number of its requests."""
        if self.out_of_requests():
            told = f"ended after {self.requests:,} requests (max_requests); the next visit goes on"
            self.tell(Event("warning", {"message": told}))
        for line in rule_faults(self.source, [self.looks], datetime.now(UTC).date()):
            self.tell(Event("warning", {"message": line}))

    def fail(self, line: str) -> None:
        """Note why the visit could not do what it was for; the first line stays."""
        self.error = self.error or line

    async def beat(self) -> bool:
        """Say in the database that the visit lives, and what it has done so far.

        False where its run was closed meanwhile, or its turn passed on: the machine slept, or this
        process hung, and somebody took it for dead. It must end then, since another crawl may have
        begun. That it ended by itself while this was being said is no such thing."""
        with suppress(CannotStore):  # the database has told of it
            return await self.database.write(self._beat) or self.state is not None
        return True

    def _beat(self, session: Session) -> bool:
        alive = write.beat_run(
            session,
            self.run_id,
            datetime.now(UTC),
            counts=self.counts,
            requests=self.requests,
            bytes=self.bytes,
        )
        return self.turn.renew(session) and alive

    def end(self) -> None:
        """Record the end, once; where it cannot be, the next crawl of the source closes the run."""
        if self.state is not None:
            return
        state = "interrupted" if self.interrupted else "failed" if self.error else "finished"

        def save(session: Session) -> None:
            write.save_memory(session, self.source.id, self.memory)
            for where, host in self.hosts:
                write.save_host(
                    session, where, failures=host.failures, retry_after_until=host.resumes_at
                )
            self.turn.give_back(session)
            write.end_run(
                session,
                self.run_id,
                datetime.now(UTC),
                state=state,
                error=self.error,
                counts=self.counts,
                requests=self.requests,
                bytes=self.bytes,
            )

        try:
            self.database.write_now(save)
        except CannotStore as error:
            self.fail(str(error))
            state = "failed"
        if self.archive:
            self.archive.close()
        self.database.close()
        self.state = state


def open_visit(
    request: CrawlRequest,
    tell: Callable[[Event], None],
    ended: Callable[[], bool] = lambda: False,
) -> Visit:
    """Read the settings and the source, open the database, take the source's lease, and wait for
    its hosts' turn for as long as `ended` is False.

    Raises CannotCrawl, BadSettings, NoBrowser, BadDatabase or EndedWaiting: each one line for a
    person.
    """
    settings = read_settings(
        db=request.db, sources=request.sources, contact=request.contact, **request.settings
    )
    source = find_source(request.source, Path(settings.sources))
    settings.user_agent  # noqa: B018  # raises the line that says how to set a contact
    if source.render:
        find_browser(settings.browser)
    if request.since:
        try:
            date.fromisoformat(request.since)
        except ValueError:
            raise CannotCrawl(f"since is {request.since!r}, no date such as 2026-11-25") from None
    engine = open_engine(settings.db, cache_kib=CACHE_KIB)
    upgrade(engine)
    database = Database(engine)
    turn = Turn(source)
    begun = wait_for(
        lambda: database.write_now(lambda s: _begun(s, source, turn)), source.id, tell, ended
    )
    run_id, memory, now = begun
    return Visit(request, settings, source, database, run_id, now, tell, turn, memory)


def _begun(session: Session, source: Source, turn: Turn) -> tuple[int, Memory, datetime] | str:
    """A run that is begun, in one transaction with the right to it; or who is waited for."""
    now = datetime.now(UTC)
    write.sync_source(session, source)
    _take_lease(session, source.id, now)
    if other := turn.take(session):
        return other
    run_id = write.start_run(session, source.id, now, os.getpid())
    return run_id, read.memory(session, source.id), now


def visit_of(crawler: Crawler) -> Visit:
    """The visit that Scrapy's crawler makes: its spider has it."""
    visit = getattr(crawler.spider, "visit", None)
    assert isinstance(visit, Visit)
    return visit


def find_source(source_id: str, folder: Path) -> Source:
    """The source of an id. Raises CannotCrawl, with all that is wrong with its file."""
    sources, problems = read_sources(folder)
    for source in sources:
        if source.id == source_id:
            return source
    own = [each for each in problems if each.file == folder or each.file.stem == source_id]
    if own:
        raise CannotCrawl(str(BadSources(own)))
    near = difflib.get_close_matches(source_id, [each.id for each in sources], n=1)
    hint = f"did you mean {near[0]}?" if near else f"see the files in {folder}"
    raise CannotCrawl(f"no source {source_id!r}; {hint}")


def _take_lease(session: Session, source_id: str, now: datetime) -> None:
    """Close the runs that died, and refuse where one lives: one crawl a source at once."""
    running = select(RunRow).where(RunRow.source_id == source_id, UNDERWAY)
    local = session.get_bind().dialect.name == "sqlite"
    for run in session.scalars(running):
        silent_s = (now - run.heartbeat_at).total_seconds()
        if silent_s < TTL_S and not (local and run.pid and not lives(run.pid)):
            heard = f"last heard of {max(0, silent_s):.0f} s ago"
            raise CannotCrawl(
                f"{source_id} is being crawled (run {run.id}, process {run.pid}, {heard}); "
                f"wait for its end: if it was killed, for {TTL_S - silent_s:.0f} s"
            )
    write.interrupt_stale_runs(session, now, source_id=source_id, silent_s=None)
