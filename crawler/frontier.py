"""Which links a visit asks for. The table `links` is the queue; nothing else remembers."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime

from sqlalchemy.orm import Session

from crawler.visit import Visit
from db import read, write
from db.read import DueLink
from pipeline.errors import Reason
from pipeline.records import Link
from pipeline.urls import same_site

AT_ONCE = 500
"""Links taken from the database at a time."""


class Frontier:
    """The links of one visit: saved as listings name them, handed out once each."""

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        self.asked: set[int] = set()
        self.uncertain_asked = 0
        self.look_at_uncertain = False
        """True where links of site-wide listings are to be looked at, to see if they belong."""

    async def save(self, links: Sequence[Link], home: str) -> int:
        """Save the links of one listing page in one batch; how many were new to the source."""
        wanted = [link for link in links if same_site(link.url, home) and self._recent(link)]
        source_id, now = self.visit.source.id, datetime.now(UTC)
        saved = await self.visit.database.write(
            lambda session: write.save_links(session, source_id, wanted, now)
        )
        return saved.new

    async def old(self, url: str, links: Sequence[Link]) -> Collection[str]:
        """Those of the links that were known when the listing was last gone through whole."""
        source_id = self.visit.source.id
        urls = [link.url for link in links]

        def known(session: Session) -> Collection[str]:
            row = read.listing(session, source_id, url)
            if row is None or row.checked_at is None:
                return ()
            return read.known_urls(session, source_id, urls, before=row.checked_at)

        if self.visit.request.backfill or self.visit.request.full:
            return ()
        return await self.visit.database.read(known)

    async def due(self, also: Sequence[str] = ()) -> list[DueLink]:
        """The links to ask for now, each handed out once; `also` are URLs of stored articles to
        ask for again."""
        source_id, now = self.visit.source.id, datetime.now(UTC)

        def pending(session: Session) -> list[DueLink]:
            found = read.pending_links(session, source_id, now, AT_ONCE + len(self.asked))
            return found + read.stored_links(session, source_id, also)

        found = await self.visit.database.read(pending)
        waiting = [due for due in found if due.id not in self.asked]
        chosen = []
        for due in waiting:
            if self._enough():
                break
            if due.link.certain or self._look_at_one_more():
                self.asked.add(due.id)
                chosen.append(due)
        certain = sum(due.link.certain for due in waiting)
        self.visit.pending = certain - sum(due.link.certain for due in chosen)
        return chosen

    async def leave_uncertain(self) -> None:
        """Settle the links that only lists beside the section's name: they are not of it. They
        are taken up again if one day the section's own list names them."""
        source_id, now = self.visit.source.id, datetime.now(UTC)
        detail = "only a list beside the section's names it"

        def leave(session: Session) -> None:
            for due in read.pending_links(session, source_id, now):
                if not due.link.certain:
                    write.reject_link(session, due.id, Reason.OUT_OF_SECTION, detail, now)

        await self.visit.database.write(leave)

    def _look_at_one_more(self) -> bool:
        if not self.look_at_uncertain:
            return False
        self.uncertain_asked += 1
        return self.uncertain_asked <= self.visit.settings.uncertain_links

    def _enough(self) -> bool:
        """True where as many links are asked for as may still become new articles."""
        limit = self.visit.request.limit
        if limit is None:
            return False
        missed = sum(self.visit.outcomes.values()) - self.visit.outcomes["new"]
        return len(self.asked) - missed >= limit

    def _recent(self, link: Link) -> bool:
        since = self.visit.since
        if since is None or link.published is None:
            return True
        day = link.published.date() if isinstance(link.published, datetime) else link.published
        assert isinstance(day, date)
        return day >= since
