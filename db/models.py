"""The tables. Their names and columns are a promise: people write SQL against them.

Every column is explained in docs/fields.md. Times are UTC; text is stored as the site wrote it
after cleaning, and the folded form lives only in the search index.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    ForeignKey,
    Index,
    LargeBinary,
    MetaData,
    UniqueConstraint,
    literal,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from db.column_types import PlainText, UtcDateTime

LINK_STATES = ("pending", "stored", "rejected", "failed", "gone")
REVISION_KINDS = ("first", "headline", "content", "cosmetic")
RUN_STATES = ("running", "finished", "failed", "interrupted")
LISTING_KINDS = ("section", "feed", "sitemap", "wordpress")


def _one_of(column: str, values: tuple[str, ...], name: str) -> CheckConstraint:
    quoted = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({quoted})", name=name)


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: UtcDateTime,
        str: PlainText,
        dict[str, Any]: JSON,
        list[Any]: JSON,
    }


class SourceRow(Base):
    """One watched section."""

    __tablename__ = "sources"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    section_url: Mapped[str | None]
    language: Mapped[str | None]
    config: Mapped[dict[str, Any]] = mapped_column(default=dict)
    enabled: Mapped[bool] = mapped_column(default=True)
    paused: Mapped[bool] = mapped_column(default=False)
    next_visit_at: Mapped[datetime | None] = mapped_column(index=True)


class HostRow(Base):
    """One host, and what it has said of itself and how it has behaved."""

    __tablename__ = "hosts"

    host: Mapped[str] = mapped_column(primary_key=True)
    robots_text: Mapped[str | None]
    robots_fetched_at: Mapped[datetime | None]
    robots_status: Mapped[int | None]
    crawl_delay_s: Mapped[float | None]
    retry_after_until: Mapped[datetime | None]
    failures: Mapped[int] = mapped_column(default=0)
    tdm_policy: Mapped[dict[str, Any] | None]


class ListingRow(Base):
    """One list of links of a source: its section page, a feed, a sitemap, a REST query."""

    __tablename__ = "listings"
    __table_args__ = (
        UniqueConstraint("source_id", "url"),
        _one_of("kind", LISTING_KINDS, "kind"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[str] = mapped_column(ForeignKey("sources.id", ondelete="CASCADE"))
    kind: Mapped[str]
    url: Mapped[str]
    etag: Mapped[str | None]
    last_modified: Mapped[str | None]
    last_status: Mapped[int | None]
    failures: Mapped[int] = mapped_column(default=0)
    checked_at: Mapped[datetime | None]
    ttl_s: Mapped[float | None]


class LinkRow(Base):
    """One URL seen by one source: the crawl's memory."""

    __tablename__ = "links"
    __table_args__ = (
        UniqueConstraint("source_id", "url"),
        _one_of("state", LINK_STATES, "state"),
        Index("ix_links_source_id_state", "source_id", "state"),
        Index("ix_links_url", "url"),
        Index(
            "ix_links_due",
            "source_id",
            "next_check_at",
            sqlite_where=text("next_check_at IS NOT NULL"),
            postgresql_where=text("next_check_at IS NOT NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[str] = mapped_column(ForeignKey("sources.id", ondelete="CASCADE"))
    url: Mapped[str]
    found_in: Mapped[str | None]
    hints: Mapped[dict[str, Any] | None]
    state: Mapped[str] = mapped_column(default="pending")
    reason: Mapped[str | None]
    detail: Mapped[str | None]
    attempts: Mapped[int] = mapped_column(default=0)
    etag: Mapped[str | None]
    last_modified: Mapped[str | None]
    first_seen_at: Mapped[datetime]
    checked_at: Mapped[datetime | None]
    next_check_at: Mapped[datetime | None]
    article_id: Mapped[int | None] = mapped_column(
        ForeignKey("articles.id", ondelete="SET NULL"), index=True
    )


class ArticleRow(Base):
    """One article, whatever the number of its addresses and versions."""

    __tablename__ = "articles"
    __table_args__ = (
        Index("ix_articles_dated_at_id", "dated_at", "id"),
        Index("ix_articles_language_dated_at_id", "language", "dated_at", "id"),
        # Of a revision found: what filters ask of its article.
        Index(
            "ix_articles_current_revision_id_dated_at_language",
            "current_revision_id",
            "dated_at",
            "language",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    url: Mapped[str] = mapped_column(unique=True)
    source_id: Mapped[str] = mapped_column(ForeignKey("sources.id"), index=True)
    first_seen_at: Mapped[datetime] = mapped_column(index=True)
    gone_at: Mapped[datetime | None]
    current_revision_id: Mapped[int | None] = mapped_column(
        ForeignKey("revisions.id", use_alter=True, ondelete="SET NULL")
    )
    story_id: Mapped[int | None] = mapped_column(
        ForeignKey("stories.id", use_alter=True, ondelete="SET NULL"), index=True
    )
    # Of the current revision; triggers of the database set both.
    dated_at: Mapped[datetime | None]
    language: Mapped[str | None]

    current: Mapped[RevisionRow | None] = relationship(
        foreign_keys=[current_revision_id], post_update=True
    )
    revisions: Mapped[list[RevisionRow]] = relationship(
        back_populates="article",
        foreign_keys="RevisionRow.article_id",
        order_by="RevisionRow.number",
    )
    appearances: Mapped[list[AppearanceRow]] = relationship(order_by="AppearanceRow.source_id")


class AppearanceRow(Base):
    """One article in one source."""

    __tablename__ = "appearances"
    __table_args__ = (
        Index("ix_appearances_source_id_first_seen_at", "source_id", "first_seen_at"),
    )

    article_id: Mapped[int] = mapped_column(
        ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True
    )
    source_id: Mapped[str] = mapped_column(
        ForeignKey("sources.id", ondelete="CASCADE"), primary_key=True
    )
    section: Mapped[str | None]
    first_seen_at: Mapped[datetime]


class RevisionRow(Base):
    """One version of an article's content."""

    __tablename__ = "revisions"
    __table_args__ = (
        UniqueConstraint("article_id", "number"),
        _one_of("kind", REVISION_KINDS, "kind"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id", ondelete="CASCADE"))
    number: Mapped[int]
    kind: Mapped[str]
    canonical_url: Mapped[str | None]
    title: Mapped[str]
    description: Mapped[str | None]
    authors: Mapped[list[Any]] = mapped_column(default=list)
    published_at: Mapped[datetime | None] = mapped_column(index=True)
    published_as: Mapped[str | None]
    published_at_origin: Mapped[str | None]
    modified_at: Mapped[datetime | None]
    modified_as: Mapped[str | None]
    language: Mapped[str | None] = mapped_column(index=True)
    section: Mapped[str | None]
    text: Mapped[str]
    blocks: Mapped[list[Any]] = mapped_column(default=list)
    removed: Mapped[list[Any]] = mapped_column(default=list)
    tags: Mapped[list[Any]] = mapped_column(default=list)
    image_url: Mapped[str | None]
    paywalled: Mapped[bool | None]
    live_blog: Mapped[bool | None]
    policy: Mapped[dict[str, Any]] = mapped_column(default=dict)
    content_hash: Mapped[str] = mapped_column(index=True)
    word_count: Mapped[int]
    extractor: Mapped[str]
    fetched_at: Mapped[datetime]
    warc_file: Mapped[str | None]
    warc_offset: Mapped[int | None]

    article: Mapped[ArticleRow] = relationship(
        back_populates="revisions", foreign_keys=[article_id]
    )


class RunRow(Base):
    """One crawl of one source."""

    __tablename__ = "runs"
    __table_args__ = (
        _one_of("state", RUN_STATES, "state"),
        Index("ix_runs_source_id_started_at", "source_id", "started_at"),
        Index("ix_runs_source_id_id", "source_id", "id"),
        Index(
            "ix_runs_underway",
            "source_id",
            sqlite_where=text("state = 'running'"),
            postgresql_where=text("state = 'running'"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[str] = mapped_column(ForeignKey("sources.id", ondelete="CASCADE"))
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    heartbeat_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(default="running")
    pid: Mapped[int | None]
    counts: Mapped[dict[str, Any]] = mapped_column(default=dict)
    bytes: Mapped[int] = mapped_column(default=0)
    requests: Mapped[int] = mapped_column(default=0)
    error: Mapped[str | None]


UNDERWAY = RunRow.state == literal("running", literal_execute=True)
"""Written out, so that a database sees that the index of the runs underway answers it."""


class AlertRow(Base):
    """One thing wrong with a source; open while `closed_at` is null."""

    __tablename__ = "alerts"
    __table_args__ = (Index("ix_alerts_source_id_kind", "source_id", "kind"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[str] = mapped_column(ForeignKey("sources.id", ondelete="CASCADE"))
    kind: Mapped[str]
    detail: Mapped[str]
    opened_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]


class AlertNoticeRow(Base):
    """A change of an alert that one way (command, webhook, e-mail) has still to tell."""

    __tablename__ = "alert_notices"

    id: Mapped[int] = mapped_column(primary_key=True)
    alert_id: Mapped[int] = mapped_column(ForeignKey("alerts.id", ondelete="CASCADE"), index=True)
    opened: Mapped[bool]
    way: Mapped[str]


class LeaseRow(Base):
    """A right that one process holds for a while, such as to schedule."""

    __tablename__ = "leases"

    name: Mapped[str] = mapped_column(primary_key=True)
    holder: Mapped[str]
    machine: Mapped[str]
    pid: Mapped[int]
    taken_at: Mapped[datetime]
    expires_at: Mapped[datetime]


class StoryRow(Base):
    """A cluster of copies of one article."""

    __tablename__ = "stories"

    id: Mapped[int] = mapped_column(primary_key=True)
    origin_article_id: Mapped[int | None] = mapped_column(
        ForeignKey("articles.id", use_alter=True, ondelete="SET NULL"), index=True
    )
    origin_by: Mapped[str | None]


class StoryMemberRow(Base):
    """One article of a story, and the article for which it was taken in."""

    __tablename__ = "story_members"

    article_id: Mapped[int] = mapped_column(
        ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True
    )
    story_id: Mapped[int] = mapped_column(ForeignKey("stories.id", ondelete="CASCADE"), index=True)
    like_article_id: Mapped[int | None] = mapped_column(
        ForeignKey("articles.id", ondelete="SET NULL"), index=True
    )
    similarity: Mapped[float]
    credit: Mapped[str | None]
    canonical_url: Mapped[str | None] = mapped_column(index=True)


class SignatureRow(Base):
    """The near-duplicate signature of one article, with the scheme that made it.

    Empty for a text too short to compare, so that an article without one is one not looked at.
    """

    __tablename__ = "signatures"

    article_id: Mapped[int] = mapped_column(
        ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True
    )
    scheme: Mapped[str]
    signature: Mapped[bytes] = mapped_column(LargeBinary)


class ShingleRow(Base):
    """One run of words of an article's sample: articles that share some are candidates for a story.

    No index and no foreign key lead from the article: its runs are read off its signature.
    """

    __tablename__ = "shingles"
    __table_args__ = ({"sqlite_with_rowid": False},)

    value: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    article_id: Mapped[int] = mapped_column(primary_key=True)


class SourceMemoryRow(Base):
    """What is learned of a source."""

    __tablename__ = "source_memory"

    source_id: Mapped[str] = mapped_column(
        ForeignKey("sources.id", ondelete="CASCADE"), primary_key=True
    )
    lines: Mapped[dict[str, Any]] = mapped_column(default=dict)
    wrapper: Mapped[str | None]
    articles: Mapped[int] = mapped_column(default=0)
    shapes: Mapped[dict[str, Any]] = mapped_column(default=dict)
    version: Mapped[int] = mapped_column(default=1)


class ExportRow(Base):
    """What was last written where, for deltas."""

    __tablename__ = "exports"

    path: Mapped[str] = mapped_column(primary_key=True)
    query: Mapped[dict[str, Any]] = mapped_column(default=dict)
    state: Mapped[dict[str, Any]] = mapped_column(default=dict)
    manifest_hash: Mapped[str]
    written_at: Mapped[datetime]
