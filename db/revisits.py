"""When a page is looked at again: a stored article's for changes, a young one for its text."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy.orm import Session

from db.models import ArticleRow, LinkRow

PLAN = (timedelta(hours=1), timedelta(hours=6), timedelta(days=1), timedelta(days=7))
"""Ages at which an article is looked at: corrections come soon or not at all, so looks thin out."""

YOUNG = timedelta(days=1)
"""Age up to which a page that is no article may still become one."""


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


def plan_young_look(s: Session, link_id: int, said: datetime | date | None, now: datetime) -> None:
    """Saves when the page of a link that never was an article is to be looked at next."""
    link = s.get(LinkRow, link_id)
    if link is not None and link.article_id is None:
        link.next_check_at = young_look(said, now)


def young_look(said: datetime | date | None, now: datetime) -> datetime | None:
    """When a page that is no article yet, and that its list dates so, is looked at next.

    A flash is often listed before its text is there, or before all of a site's machines know it:
    until it is a day old it is looked at like an article. None where it is older, or undated.
    """
    if said is None:
        return None
    if not isinstance(said, datetime):
        said = datetime.combine(said, time())
    appeared = min(said if said.tzinfo else said.replace(tzinfo=UTC), now)
    look = next_look(appeared, now)
    return look if look is not None and look <= appeared + YOUNG else None
