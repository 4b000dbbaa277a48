"""Where given pages are put: each source's row, memory and archive, and what its hosts reserve."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from crawler.archive import Archive
from crawler.fetching.reservations import Rule, reserved
from crawler.fetching.robots import Robots, read_robots
from crawler.given.warc_files import Given
from crawler.pages import without_text
from db import read, write
from db.engine import session_factory
from db.importing import save_given, save_refused
from db.recleaning import KNOWN_TITLES, articles_to_clean, clean_stored
from pipeline.errors import Rejected
from pipeline.memory import known_later, learn
from pipeline.records import Article, Memory, Page, Source
from pipeline.urls import host_port

LASTING = frozenset({"new", "headline", "content"})
"""Outcomes that teach, as in a crawl."""
CLEANED_AT_ONCE = 50
"""Articles cleaned again in one transaction."""


class Shelves:
    """What an import holds of the sources while it runs. `archive` is the archive's folder, None
    where nothing is archived."""

    def __init__(self, engine: Engine, archive: Path | None) -> None:
        self._reading = session_factory(engine, read_only=True)
        self._folder = archive
        self._now = datetime.now(UTC)
        self._archives: dict[str, Archive] = {}
        self._memories: dict[str, Memory] = {}
        self._known: dict[str, frozenset[str]] = {}
        self._learned: set[str] = set()
        self._new: Counter[str] = Counter()
        self._hosts: dict[str, tuple[tuple[Rule, ...], Robots | None]] = {}
        self._synced: set[str] = set()

    def memory(self, source_id: str) -> Memory:
        """What is known of a source now."""
        if source_id not in self._memories:
            with self._reading() as session:
                memory = read.memory(session, source_id)
            self._memories[source_id] = memory
            self._known[source_id] = known_later(memory)
        return self._memories[source_id]

    def save(
        self, session: Session, given: Given, source: Source, found: Article, page: Page
    ) -> str:
        """Saves one article, and what became of it: see `db.importing.save_given`."""
        self._sync(session, source)
        article = reserved(found, *self._host(session, found.url))
        withheld = article.policy.withheld and source.respect_tdm
        headers = dict(page.headers)
        outcome = save_given(
            session,
            source.id,
            without_text(article) if withheld else article,
            given.requested_url or given.url,
            given.fetched_at,
            datetime.now(UTC),
            archive=None if withheld else self._keeping(given, source, page),
            etag=headers.get("etag"),
            last_modified=headers.get("last-modified"),
        )
        if outcome in LASTING:
            self._new[source.id] += outcome == "new"
            memory = self.memory(source.id)
            self._memories[source.id] = learn(memory, article, self._now.date())
            self._learned.add(source.id)
        return outcome

    def refuse(self, session: Session, given: Given, source: Source, why: Rejected) -> None:
        """Saves why a page gave no article."""
        self._sync(session, source)
        address = given.requested_url or given.url
        save_refused(session, source.id, address, why, datetime.now(UTC))

    def save_memories(self, session: Session) -> None:
        """Saves what was learned since the last time."""
        for source_id in sorted(self._learned):
            write.save_memory(session, source_id, self._memories[source_id])
        self._learned.clear()

    def clean(self, engine: Engine) -> None:
        """At the end: lines that a source was found to repeat leave what was stored before."""
        for source_id, memory in self._memories.items():
            repeated = known_later(memory)
            learned = not repeated <= self._known[source_id]
            left, before = articles_to_clean(self._new[source_id], learned=learned), None
            if not left:
                continue
            with self._reading() as session:
                titles = read.titles(session, source_id, KNOWN_TITLES)
            while left > 0:
                most = min(CLEANED_AT_ONCE, left)
                with session_factory(engine).begin() as session:
                    done = clean_stored(session, source_id, repeated, most, before, titles)
                if done.last_id is None:
                    break
                left, before = left - most, done.last_id

    def close(self) -> None:
        """Closes the archive's files."""
        for archive in self._archives.values():
            archive.close()

    def _sync(self, session: Session, source: Source) -> None:
        if source.id not in self._synced:
            write.sync_source(session, source)
            self._synced.add(source.id)

    def _keeping(
        self, given: Given, source: Source, page: Page
    ) -> Callable[[], tuple[str, int]] | None:
        """What gives a page its place in the archive: it is written there, but where it comes from
        there. None where nothing is archived."""
        archive = self._archive(source.id)
        if archive is None or self._folder is None:
            return None
        if given.kept_at is not None:
            file, offset = given.kept_at[0].resolve(), given.kept_at[1]
            folder = self._folder.resolve()
            if file.is_relative_to(folder):
                return lambda: (file.relative_to(folder).as_posix(), offset)
        return lambda: archive.write(page)

    def _archive(self, source_id: str) -> Archive | None:
        if self._folder is None:
            return None
        if source_id not in self._archives:
            name = f"import-{uuid4().hex[:8]}"
            self._archives[source_id] = Archive(self._folder, source_id, self._now, name)
        return self._archives[source_id]

    def _host(self, session: Session, url: str) -> tuple[Iterable[Rule], Robots | None]:
        """What a host reserves, as a crawl last heard it: no request is made."""
        where = host_port(url)
        if where not in self._hosts:
            row = read.host(session, where)
            kept = (row.tdm_policy if row else None) or {}
            rules = tuple(Rule(**rule) for rule in kept.get("rules", ()))
            robots = read_robots(row.robots_status, row.robots_text) if row else None
            self._hosts[where] = (rules, robots)
        return self._hosts[where]
