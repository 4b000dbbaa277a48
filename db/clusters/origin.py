"""Which article of a story was likely the first, and what says so."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from sqlalchemy import exists, select, update
from sqlalchemy.orm import Session, aliased

from db.models import ArticleRow, RevisionRow, StoryMemberRow, StoryRow
from pipeline.lines.credits import agency_of_site, extract_credit
from pipeline.urls import canonical_url, same_site


def note_evidence(s: Session, member: StoryMemberRow) -> None:
    """Notes on a member what it says of its origin: a credited agency, another site's address."""
    row = s.execute(
        select(ArticleRow.url, RevisionRow.text, RevisionRow.authors, RevisionRow.canonical_url)
        .join(RevisionRow, RevisionRow.id == ArticleRow.current_revision_id)
        .where(ArticleRow.id == member.article_id)
    ).one()
    member.credit = extract_credit(row.text, row.authors)
    named = canonical_url(row.canonical_url) if row.canonical_url else None
    member.canonical_url = named if named and not same_site(named, row.url) else None


def settle_origin(s: Session, story_id: int, among: Collection[int] | None) -> None:
    """Names the likely origin of a story, or of some of its articles that are known to have it."""
    named_by = aliased(StoryMemberRow)
    query = (
        select(
            ArticleRow.id,
            ArticleRow.url,
            ArticleRow.first_seen_at,
            RevisionRow.published_at,
            RevisionRow.published_as,
            StoryMemberRow.credit,
            StoryMemberRow.canonical_url,
            exists()
            .where(named_by.story_id == story_id, named_by.canonical_url == ArticleRow.url)
            .label("is_named"),
        )
        .join(RevisionRow, RevisionRow.id == ArticleRow.current_revision_id)
        .join(StoryMemberRow, StoryMemberRow.article_id == ArticleRow.id)
        .where(StoryMemberRow.story_id == story_id)
    )
    if among is not None:
        query = query.where(ArticleRow.id.in_(among))
    found = [_Evidence(**row._mapping) for row in s.execute(query)]
    credited = {each.credit for each in found if each.credit}
    first = min(found, key=lambda each: each.order(credited))
    s.execute(
        update(StoryRow)
        .where(StoryRow.id == story_id)
        .values(origin_article_id=first.id, origin_by=first.decisive(credited))
    )


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What is known of one article of a story."""

    id: int
    url: str
    first_seen_at: datetime
    published_at: datetime | None
    published_as: str | None
    credit: str | None
    canonical_url: str | None
    is_named: bool

    def order(self, credited: Collection[str]) -> tuple[bool, bool, bool, datetime, bool, int]:
        """The least of a story is its origin: what others name as the address of what they print,
        then the credited agency's own page, then the earliest; what names another site's address
        is a copy by its own word. Of those as early, one that credits no agency."""
        return (
            not self.is_named,
            not self._is_agency(credited),
            self.canonical_url is not None,
            self._dated()[0],
            self.credit is not None,
            self.id,
        )

    def decisive(self, credited: Collection[str]) -> str:
        """The evidence by which an article is the origin."""
        if self.is_named:
            return "canonical"
        return "agency" if self._is_agency(credited) else self._dated()[1]

    def _is_agency(self, credited: Collection[str]) -> bool:
        agency = agency_of_site(urlsplit(self.url).netloc)
        return agency is not None and agency in credited

    def _dated(self) -> tuple[datetime, str]:
        """When an article was there at the latest, and what says so.

        A page that names only a day came out by the end of it; none came out after it was seen.
        """
        published, evidence = self.published_at, "published-at"
        if published is not None and self.published_as and "T" not in self.published_as:
            published += timedelta(days=1)
            evidence = "published-day"
        if published is None or published >= self.first_seen_at:
            return self.first_seen_at, "first-seen-at"
        return published, evidence
