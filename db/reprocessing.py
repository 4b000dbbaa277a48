"""What was stored, beside what is extracted from the same pages now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from db.column_types import storable_value
from db.models import ArticleRow, LinkRow, RevisionRow
from db.rows import link_record, revision_values
from db.versions import add_version
from pipeline.records import Article, Link

_READ_FROM_PAGE = (
    *("canonical_url", "title", "description", "authors", "published_as", "published_at_origin"),
    *("modified_as", "language", "section", "text", "blocks", "tags", "image_url", "paywalled"),
    "live_blog",
)
"""Columns that make another version where they differ. Signals of opting out are left as they were
seen, the site's among them; another ledger or number of the extractor alone is no change."""

_PART_CHARS = 200
"""An article on several pages is in the archive with its first: what is read from that one alone is
so much shorter at least."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The present version of an article whose page is in the archive; `source_id` is that of the
    visit which fetched it, `links` are what led to the article."""

    article_id: int
    revision_id: int
    source_id: str
    file: str
    offset: int
    fetched_at: datetime
    links: tuple[Link, ...]


def count_kept(s: Session, sources: Sequence[str]) -> int:
    """How many there are, of some sources or (none named) of all."""
    query = select(func.count()).select_from(ArticleRow).join(RevisionRow, _is_current())
    return s.scalar(query.where(*_in_archive(sources))) or 0


def kept_pages(s: Session, sources: Sequence[str], after: int, most: int) -> list[Kept]:
    """Those of the next articles by id, so many at most."""
    query = (
        select(
            ArticleRow.id,
            RevisionRow.id,
            RevisionRow.warc_file,
            RevisionRow.warc_offset,
            RevisionRow.fetched_at,
        )
        .join(RevisionRow, _is_current())
        .where(ArticleRow.id > after, *_in_archive(sources))
        .order_by(ArticleRow.id)
        .limit(most)
    )
    rows = s.execute(query).all()
    links: dict[int, list[Link]] = {}
    wanted = select(LinkRow).where(LinkRow.article_id.in_([row[0] for row in rows]))
    for link in s.scalars(wanted.order_by(LinkRow.id)):
        links.setdefault(link.article_id or 0, []).append(link_record(link))
    return [
        Kept(
            article_id=article_id,
            revision_id=revision_id,
            source_id=file.partition("/")[0],
            file=file,
            offset=offset,
            fetched_at=fetched_at,
            links=tuple(links.get(article_id, ())),
        )
        for article_id, revision_id, file, offset, fetched_at in rows
        if file is not None and offset is not None
    ]


def differs(s: Session, kept: Kept, found: Article) -> bool:
    """Whether a page now says something else than what is stored; false where the article is of
    several pages, of which only the first can be read again."""
    old = s.get(RevisionRow, kept.revision_id)
    if old is None or is_in_parts(old.text, found):
        return False
    new = revision_values(found)
    return any(
        storable_value(getattr(old, key)) != storable_value(new[key]) for key in _READ_FROM_PAGE
    )


def is_in_parts(stored: str, found: Article) -> bool:
    """Whether what is stored was joined from several pages, of which `found` is the first."""
    return found.next_page_url is not None and len(stored) > len(found.text) + _PART_CHARS


def revise(s: Session, kept: Kept, found: Article) -> bool:
    """Saves what a page says now as a version of its article, a cosmetic one: the site changed
    nothing. False where the article has had another version since, or is no more.

    Text that is withheld by now stays so: such a page is in no archive.
    """
    article = s.get(ArticleRow, kept.article_id, with_for_update=True)
    if article is None or article.current_revision_id != kept.revision_id:
        return False
    old = article.current
    assert old is not None
    values: dict[str, Any] = revision_values(found) | {"policy": old.policy}
    revision = RevisionRow(
        article_id=article.id,
        number=old.number + 1,
        kind="cosmetic",
        fetched_at=old.fetched_at,
        warc_file=old.warc_file,
        warc_offset=old.warc_offset,
        **values,
    )
    add_version(s, article, revision)
    return True


def _is_current() -> ColumnElement[bool]:
    return RevisionRow.id == ArticleRow.current_revision_id


def _in_archive(sources: Sequence[str]) -> Iterator[ColumnElement[bool]]:
    yield RevisionRow.warc_file.is_not(None)
    if sources:  # the archive's files are in folders by source
        yield or_(
            *(RevisionRow.warc_file.startswith(f"{id_}/", autoescape=True) for id_ in sources)
        )
