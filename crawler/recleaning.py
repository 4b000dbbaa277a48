"""At a visit's end: lines that the source was found to repeat leave the articles stored before."""

from __future__ import annotations

from sqlalchemy.orm import Session

from crawler.visit import Visit
from db.recleaning import Recleaned, clean_stored
from pipeline.memory import WINDOW, repeated_lines

AT_ONCE = 50
"""Articles looked at in one transaction."""


async def clean_earlier(visit: Visit, known: frozenset[str]) -> None:
    """Clean again what this visit stored, and the newest of what was stored before it.

    `known` are the lines that were known to be repeated when the visit began: where no other was
    learned, there is nothing to do.
    """
    repeated = repeated_lines(visit.memory)
    if repeated <= known:
        return
    left, before = WINDOW + visit.outcomes["new"], None
    while left > 0:
        most = min(AT_ONCE, left)

        def clean(session: Session, most: int = most, before: int | None = before) -> Recleaned:
            return clean_stored(session, visit.source.id, repeated, most, before)

        done = await visit.database.write(clean)
        if done.articles:
            visit.outcomes["cosmetic"] += done.articles
        if done.last_id is None:
            return
        left, before = left - most, done.last_id
