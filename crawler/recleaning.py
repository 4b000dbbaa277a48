"""At a visit's end: lines that the source was found to repeat leave the articles stored before."""

from __future__ import annotations

from sqlalchemy.orm import Session

from crawler.visit import Visit
from db import read
from db.recleaning import KNOWN_TITLES, Recleaned, articles_to_clean, clean_stored
from pipeline.memory import known_later

AT_ONCE = 50
"""Articles looked at in one transaction."""


async def clean_earlier(visit: Visit, known: frozenset[str]) -> None:
    """Clean again what this visit stored, and the newest of what was stored before it.

    `known` are the lines that were known to be repeated when the visit began: where no other was
    learned, only what this visit stored may announce articles that were not known yet.
    """
    repeated = known_later(visit.memory)
    learned = not repeated <= known
    left, before = articles_to_clean(visit.outcomes["new"], learned=learned), None
    if not left:
        return
    source_id = visit.source.id
    titles = await visit.database.read(lambda s: read.titles(s, source_id, KNOWN_TITLES))
    while left > 0:
        most = min(AT_ONCE, left)

        def clean(session: Session, most: int = most, before: int | None = before) -> Recleaned:
            return clean_stored(session, source_id, repeated, most, before, titles)

        done = await visit.database.write(clean)
        if done.articles:
            visit.outcomes["cosmetic"] += done.articles
        if done.last_id is None:
            return
        left, before = left - most, done.last_id
