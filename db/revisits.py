"""When a page is looked at again: a stored article's for changes, a young one for its text."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy.orm import Session

from db.models import ArticleRow, LinkRow

PLAN = (timedelta(hours=1), timedelta(hours=6), timedelta(days=1), timedelta(days=7))
"""Ages at which an article is looked at: corrections come soon or not at all, so looks thin out."""

YOUNG = timedelta(days=1)
"""Age up to which a page that is no article may still become one."""

LATE = (timedelta(days=1), timedelta(days=7))
"""Ages, since its link was first seen, at which a page that is no article is looked at again."""


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


def plan_further_look(
    s: Session, link_id: int, said: datetime | date | None, now: datetime, *, young: bool
) -> None:
    """Saves when the page of a link that never was an article is to be looked at next; `young`
    where it may have been listed before its text."""
    link = s.get(LinkRow, link_id)
    if link is not None and link.article_id is None:
        look = young_look(said, now) if young else None
        link.next_check_at = look or late_look(said, link.first_seen_at, now)


def young_look(said: datetime | date | None, now: datetime) -> datetime | None:
    """When a page that is no article yet, and that its list dates so, is looked at next.

    A flash is often listed before its text is there, or before all of a site's machines know it:
    until it is a day old it is looked at like an article. None where it is older, or undated.
    """
    if said is None:
        return None
    appeared = min(_moment(said), now)
    look = next_look(appeared, now)
    return look if look is not None and look <= appeared + YOUNG else None


def late_look(said: datetime | date | None, seen: datetime, now: datetime) -> datetime | None:
    """When a page that was no article when it was first `seen` is looked at once more: a wall, an
    empty frame or a wrong file may have stood in its place for a day. None where it has been, or
    where its list dates it so long before that it belongs to an archive."""
    if said is not None and _moment(said) < seen - LATE[-1]:
        return None
    return next((seen + age for age in LATE if seen + age > now), None)


def _moment(said: datetime | date) -> datetime:
    if not isinstance(said, datetime):
        said = datetime.combine(said, time())
    return said if said.tzinfo else said.replace(tzinfo=UTC)
