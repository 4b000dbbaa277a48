"""Stories: clusters of copies, kept up as articles are stored.

What is alike enough (`db.likeness`) is one story. Nothing here looks at more than a fixed number
of rows an article, however large the tables and the stories grow.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from db.likeness import Match, matches_of, sign
from db.models import (
    ArticleRow,
    BandRow,
    RevisionRow,
    SignatureRow,
    StoryMemberRow,
    StoryRow,
)
from pipeline.copies import runs_of, signature

_STORIES_LOCK = 7_205_759


@dataclass(frozen=True, slots=True)
class Member:
    """One article of a story.

    `similarity` is to `like_article_id`, the article for which it was taken in: the share of the
    shorter text's words that both have.
    """

    story_id: int
    article_id: int
    is_origin: bool
    origin_by: str | None
    like_article_id: int | None
    similarity: float
    source: str
    url: str
    title: str
    published_at: datetime | None
    published_as: str | None
    first_seen_at: datetime


def place_article(s: Session, article_id: int, body: str) -> int | None:
    """Finds the story of an article whose text is new or has changed, and gives its id.

    None for an article that is like no other. To be called in the transaction that stores the
    text, after it is flushed.
    """
    _one_at_a_time(s)
    runs = runs_of(body)
    signed = signature(runs)
    known = sign(s, article_id, signed)
    before = s.scalar(select(ArticleRow.story_id).where(ArticleRow.id == article_id))
    if not known and before is None and signed is None:
        return None
    matches = matches_of(s, article_id, runs, signed) if signed else []
    if not matches:
        if before is not None:
            _leave(s, article_id, before)
        return None
    joined = {match.story_id for match in matches if match.story_id is not None}
    if before is not None and before not in joined:
        _leave(s, article_id, before)
        s.flush()
        joined = _stories_of(s, matches)
    story_id = min(joined) if joined else _new_story(s)
    rivals = {article_id, *(match.article_id for match in matches), *_origins(s, joined)}
    for other in sorted(joined - {story_id}):
        _merge(s, other, story_id)
    best = matches[0]
    if not joined:
        _join(s, best.article_id, story_id, article_id, best.similarity)
    _join(s, article_id, story_id, best.article_id, best.similarity)
    for match in matches[1:]:
        if not _in_story(s, match.article_id):
            _join(s, match.article_id, story_id, article_id, match.similarity)
    _settle_origin(s, story_id, rivals)
    return story_id


def members(s: Session, story_id: int) -> list[Member]:
    """The articles of a story, the origin first, then by their first sight. Empty for no story."""
    rows = s.execute(
        select(StoryMemberRow, StoryRow, ArticleRow, RevisionRow)
        .join(StoryRow, StoryRow.id == StoryMemberRow.story_id)
        .join(ArticleRow, ArticleRow.id == StoryMemberRow.article_id)
        .join(RevisionRow, RevisionRow.id == ArticleRow.current_revision_id)
        .where(StoryMemberRow.story_id == story_id)
        .order_by(ArticleRow.first_seen_at, ArticleRow.id)
    ).all()
    found = [
        Member(
            story_id=story_id,
            article_id=article.id,
            is_origin=article.id == story.origin_article_id,
            origin_by=story.origin_by,
            like_article_id=member.like_article_id,
            similarity=member.similarity,
            source=article.source_id,
            url=article.url,
            title=revision.title,
            published_at=revision.published_at,
            published_as=revision.published_as,
            first_seen_at=article.first_seen_at,
        )
        for member, story, article, revision in rows
    ]
    return sorted(found, key=lambda member: not member.is_origin)


def rebuild_stories(s: Session, progress: Callable[[int], None] | None = None) -> int:
    """Makes all stories anew from the current texts, oldest article first; gives their number.

    For a database from before stories, or after a change of the scheme.
    """
    s.execute(update(ArticleRow).values(story_id=None))
    for table in (StoryMemberRow, StoryRow, SignatureRow, BandRow):
        s.execute(delete(table))
    s.expire_all()
    last, done = 0, 0
    while True:
        rows = s.execute(
            select(ArticleRow.id, RevisionRow.text)
            .join(RevisionRow, RevisionRow.id == ArticleRow.current_revision_id)
            .where(ArticleRow.id > last)
            .order_by(ArticleRow.id)
            .limit(500)
        ).all()
        if not rows:
            return s.scalar(select(func.count()).select_from(StoryRow)) or 0
        for article_id, body in rows:
            place_article(s, article_id, body)
        last, done = rows[-1][0], done + len(rows)
        if progress:
            progress(done)


def _one_at_a_time(s: Session) -> None:
    """Makes two writers wait for each other, or each would miss the other's copy.

    SQLite has one writer anyway.
    """
    if s.get_bind().dialect.name == "postgresql":
        s.execute(select(func.pg_advisory_xact_lock(_STORIES_LOCK)))


def _stories_of(s: Session, matches: Sequence[Match]) -> set[int]:
    ids = [match.article_id for match in matches]
    found = s.scalars(select(ArticleRow.story_id).where(ArticleRow.id.in_(ids)))
    return {story_id for story_id in found if story_id is not None}


def _in_story(s: Session, article_id: int) -> bool:
    return s.get(StoryMemberRow, article_id) is not None


def _new_story(s: Session) -> int:
    story = StoryRow()
    s.add(story)
    s.flush()
    return story.id


def _join(s: Session, article_id: int, story_id: int, like: int, alike: float) -> None:
    row = s.get(StoryMemberRow, article_id) or StoryMemberRow(article_id=article_id)
    row.story_id, row.like_article_id, row.similarity = story_id, like, alike
    s.add(row)
    s.execute(update(ArticleRow).where(ArticleRow.id == article_id).values(story_id=story_id))
    s.flush()


def _merge(s: Session, story_id: int, into: int) -> None:
    for table in (StoryMemberRow, ArticleRow):
        s.execute(update(table).where(table.story_id == story_id).values(story_id=into))
    s.execute(delete(StoryRow).where(StoryRow.id == story_id))


def _leave(s: Session, article_id: int, story_id: int) -> None:
    """Takes an article out of its story, which ends where a single one would be left."""
    s.execute(delete(StoryMemberRow).where(StoryMemberRow.article_id == article_id))
    s.execute(update(ArticleRow).where(ArticleRow.id == article_id).values(story_id=None))
    left = s.scalars(
        select(StoryMemberRow.article_id).where(StoryMemberRow.story_id == story_id).limit(2)
    ).all()
    if len(left) > 1:
        _settle_origin(s, story_id, None)
        return
    s.execute(delete(StoryMemberRow).where(StoryMemberRow.story_id == story_id))
    s.execute(update(ArticleRow).where(ArticleRow.story_id == story_id).values(story_id=None))
    s.execute(delete(StoryRow).where(StoryRow.id == story_id))


def _origins(s: Session, stories: Iterable[int]) -> list[int]:
    found = s.scalars(select(StoryRow.origin_article_id).where(StoryRow.id.in_(stories)))
    return [article_id for article_id in found if article_id is not None]


def _settle_origin(s: Session, story_id: int, among: Collection[int] | None) -> None:
    """Names the earliest of a story, or the earliest of some that are known to have it."""
    query = (
        select(
            ArticleRow.id,
            ArticleRow.first_seen_at,
            RevisionRow.published_at,
            RevisionRow.published_as,
        )
        .join(RevisionRow, RevisionRow.id == ArticleRow.current_revision_id)
        .where(ArticleRow.story_id == story_id)
    )
    if among is not None:
        query = query.where(ArticleRow.id.in_(among))
    _, article_id, evidence = min(
        _dated(row.id, row.first_seen_at, row.published_at, row.published_as)
        for row in s.execute(query)
    )
    s.execute(
        update(StoryRow)
        .where(StoryRow.id == story_id)
        .values(origin_article_id=article_id, origin_by=evidence)
    )


def _dated(
    article_id: int, seen: datetime, published: datetime | None, as_said: str | None
) -> tuple[datetime, int, str]:
    """When an article was there at the latest, and what says so.

    A page that names only a day came out by the end of it; none came out after it was seen.
    """
    if published is not None and as_said and "T" not in as_said:
        published += timedelta(days=1)
        evidence = "published-day"
    else:
        evidence = "published-at"
    if published is None or published >= seen:
        return seen, article_id, "first-seen-at"
    return published, article_id, evidence
