"""Stored articles that a visit looks at again: recent ones, by conditional requests, at its end."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy.orm import Session

from crawler.visit import Visit
from db import read, write
from db.read import DueLink
from db.revisits import plan_look


class Revisits:
    """The looks of one visit, at most `revisits` of them; db.revisits has the plan."""

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        self._asked: set[int] = set()

    async def due(self) -> list[DueLink]:
        """Links of articles whose next look is due, each handed out once. None at a visit that is
        for something else: one with a limit, a backfill, or one that fetches everything again."""
        asked = self.visit.request
        left = self.visit.settings.revisits - len(self._asked)
        if left <= 0 or asked.limit is not None or asked.backfill or asked.full or asked.since:
            return []
        source_id, now = self.visit.source.id, datetime.now(UTC)
        most = left + len(self._asked)
        found = await self.visit.database.read(
            lambda session: read.links_due_again(session, source_id, now, most)
        )
        chosen = [due for due in found if due.id not in self._asked][:left]
        self._asked |= {due.id for due in chosen}
        return chosen

    def conditions(self, due: DueLink) -> dict[str, str]:
        """Headers that ask for a stored article's page only if it has changed."""
        if due.article_id is None or self.visit.request.full:
            return {}
        headers = {"If-None-Match": due.etag, "If-Modified-Since": due.last_modified}
        return {name: value for name, value in headers.items() if value}

    async def unchanged(self, due: DueLink) -> None:
        """Note that a page has not changed (HTTP 304)."""
        now = datetime.now(UTC)

        def save(session: Session) -> None:
            write.touch_link(session, due.id, now)
            plan_look(session, due.id, now)

        await self.visit.database.write(save)
        self.visit.stored(due.link.url, due.link.title or "", "unchanged")
