"""When a stored article's page is looked at again for changes."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from db.models import ArticleRow, LinkRow

PLAN = (timedelta(hours=1), timedelta(hours=6), timedelta(days=1), timedelta(days=7))
"""Ages at which an article is looked at: corrections come soon or not at all, so looks thin out."""


def next_look(appeared: datetime, now: datetime) -> datetime | None:
    """When an article that appeared then is to be looked at next; None where it is too old."""
    return next((appeared + age for age in PLAN if appeared + age > now), None)


def plan_look(s: Session, link_id: int, now: datetime) -> datetime | None:
    """Saves when the article of a link is to be looked at next, and gives it; None for never.

    Its age counts from its own date, so that an archive that is read for the first time is not
    read a second time; from when it was first seen where it has none, or one that is to come.
    """
    link = s.get(LinkRow, link_id)
    if link is None or link.article_id is None:
        return None
    article = s.get(ArticleRow, link.article_id)
    said = article.current.published_at if article is not None and article.current else None
    appeared = min(said, link.first_seen_at) if said is not None else link.first_seen_at
    link.next_check_at = next_look(appeared, now)
    return link.next_check_at
