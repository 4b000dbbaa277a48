"""Stories: clusters of copies, kept up as articles are stored.

What is alike enough (`db.clusters.likeness`) is one story. Nothing here looks at more than a fixed
number of rows an article, however large the tables and the stories grow.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from db.clusters.boilerplate import Boilerplate
from db.clusters.likeness import Match, compare, matches_of, sign
from db.clusters.origin import note_evidence, settle_origin
from db.models import ArticleRow, RevisionRow, StoryMemberRow, StoryRow
from pipeline.alignment import align
from pipeline.copies import sample, words_of

SAME_PART = 0.2
"""Share of the smaller of two parts of a text that must be the same part for the articles that have
them to be of one story: a round-up of two reports has one part with each."""
NEARLY_ALL = 0.9
"""The share of an article from which on another has it as a whole."""
_LOOKED_AT = 8
"""Members of a story that an article is held against before it joins."""
_STORIES_LOCK = 7_205_759


@dataclass(frozen=True, slots=True)
class Member:
    """One article of a story.

    `similarity` is to `like_article_id`, the article for which it was taken in: the share of the
    shorter text's words that both have. `origin_by` says why the story's origin is taken for it;
    the rest is each member's own evidence: the agency that it credits, the other site's address
    that it names as canonical, when its page says it was published, when it was first seen.
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
    credit: str | None
    canonical_url: str | None
    gone_at: datetime | None


def place_article(s: Session, article_id: int, body: str) -> int | None:
    """Finds the story of an article whose text is new or has changed, and gives its id.

    None for an article that is like no other. To be called in the transaction that stores the
    text, after it is flushed.
    """
    _one_at_a_time(s)
    words = words_of(body)
    sign(s, article_id, sample(words))
    before, source_id = s.execute(
        select(ArticleRow.story_id, ArticleRow.source_id).where(ArticleRow.id == article_id)
    ).one()
    matches, boilerplate = matches_of(s, article_id, source_id, words)
    if boilerplate.known_since:
        _look_again(s, boilerplate)
        matches, _ = matches_of(s, article_id, source_id, words)
    return _placed(s, article_id, len(words), before, matches)


def _placed(
    s: Session, article_id: int, number: int, before: int | None, matches: Sequence[Match]
) -> int | None:
    chosen = _of_one_story(s, article_id, number, matches)
    if not chosen:
        if before is not None:
            _leave(s, article_id, before)
        return None
    joined = {match.story_id for match in chosen if match.story_id is not None}
    if before is not None and before not in joined:
        _leave(s, article_id, before)
        s.flush()
    story_id = min(joined) if joined else _new_story(s)
    rivals = {article_id, *(match.article_id for match in chosen), *_origins(s, joined)}
    for other in sorted(joined - {story_id}):
        _merge(s, other, story_id)
    for match in chosen:
        if match.story_id is None:
            _join(s, match.article_id, story_id, article_id, match.similarity)
    _join(s, article_id, story_id, chosen[0].article_id, chosen[0].similarity)
    settle_origin(s, story_id, rivals)
    return story_id


def _look_again(s: Session, boilerplate: Boilerplate) -> None:
    """Parts those articles that were joined by what is now known for boilerplate."""
    found = s.execute(
        select(StoryMemberRow.article_id, StoryMemberRow.like_article_id, StoryMemberRow.story_id)
        .where(StoryMemberRow.article_id.in_(boilerplate.known_since))
        .order_by(StoryMemberRow.article_id)
    ).all()
    bodies = _texts(s, {id_ for row in found for id_ in (row.article_id, row.like_article_id)})
    parted = []
    for row in found:
        mine, other = bodies.get(row.article_id, ""), bodies.get(row.like_article_id, "")
        if compare(words_of(mine), words_of(other), boilerplate.runs) is None:
            _leave(s, row.article_id, row.story_id)
            parted.append(row.article_id)
    s.flush()
    s.expire_all()
    for article_id in parted:
        before, source_id = s.execute(
            select(ArticleRow.story_id, ArticleRow.source_id).where(ArticleRow.id == article_id)
        ).one()
        words = words_of(bodies[article_id])
        matches, _ = matches_of(s, article_id, source_id, words)
        _placed(s, article_id, len(words), before, matches)


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
            credit=member.credit,
            canonical_url=member.canonical_url,
            gone_at=article.gone_at,
        )
        for member, story, article, revision in rows
    ]
    return sorted(found, key=lambda member: not member.is_origin)


def _one_at_a_time(s: Session) -> None:
    """Makes two writers wait for each other, or each would miss the other's copy.

    SQLite has one writer anyway.
    """
    if s.get_bind().dialect.name == "postgresql":
        s.execute(select(func.pg_advisory_xact_lock(_STORIES_LOCK)))


def _of_one_story(
    s: Session, article_id: int, number: int, matches: Sequence[Match]
) -> list[Match]:
    """Those matches that are of one story with the article and with each other, the best first.

    What has a part of the article (of `number` words) counts only if one that counts has that part
    too, or a round-up would join all that it holds. For the same reason a story is joined only
    where its members have that part.
    """
    chosen: list[Match] = []
    parts: list[Collection[int]] = []
    judged: dict[int, bool] = {}
    for match in matches:
        is_part = len(match.covered) < NEARLY_ALL * number
        if is_part and parts and not any(_same_part(part, match.covered) for part in parts):
            continue
        story_id = match.story_id
        if story_id is not None:
            if story_id not in judged:
                judged[story_id] = _belongs(s, article_id, match, matches)
            if not judged[story_id]:
                continue
        chosen.append(match)
        if is_part:
            parts.append(match.covered)
    return chosen


def _belongs(s: Session, article_id: int, match: Match, matches: Sequence[Match]) -> bool:
    """Whether an article that is like one member of a story is of the story: like most of those
    looked at, or a copy of the part of that member which they have."""
    alike = {each.article_id for each in matches}
    others = s.scalars(
        select(StoryMemberRow.article_id)
        .where(StoryMemberRow.story_id == match.story_id)
        .where(StoryMemberRow.article_id.not_in((article_id, match.article_id)))
        .order_by(StoryMemberRow.article_id)
        .limit(_LOOKED_AT)
    ).all()
    unlike = [other for other in others if other not in alike]
    if len(unlike) * 2 < len(others) or not others:
        return True
    apart = 0
    for body in _texts(s, unlike).values():
        part = align(match.words, words_of(body)).covered
        apart += not _same_part(part, match.own_covered)
    return apart * 2 < len(others)


def _texts(s: Session, ids: Collection[int | None]) -> dict[int, str]:
    rows = s.execute(
        select(ArticleRow.id, RevisionRow.text)
        .join(RevisionRow, RevisionRow.id == ArticleRow.current_revision_id)
        .where(ArticleRow.id.in_(ids))
    )
    return {row.id: row.text for row in rows}


def _same_part(one: Collection[int], other: Collection[int]) -> bool:
    common = len(set(one) & set(other))
    return common > 0 and common >= SAME_PART * min(len(one), len(other))


def _new_story(s: Session) -> int:
    story = StoryRow()
    s.add(story)
    s.flush()
    return story.id


def _join(s: Session, article_id: int, story_id: int, like: int, alike: float) -> None:
    row = s.get(StoryMemberRow, article_id) or StoryMemberRow(article_id=article_id)
    row.story_id, row.like_article_id, row.similarity = story_id, like, alike
    note_evidence(s, row)
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
        settle_origin(s, story_id, None)
        return
    s.execute(delete(StoryMemberRow).where(StoryMemberRow.story_id == story_id))
    s.execute(update(ArticleRow).where(ArticleRow.story_id == story_id).values(story_id=None))
    s.execute(delete(StoryRow).where(StoryRow.id == story_id))


def _origins(s: Session, stories: Collection[int]) -> list[int]:
    found = s.scalars(select(StoryRow.origin_article_id).where(StoryRow.id.in_(stories)))
    return [article_id for article_id in found if article_id is not None]
