"""The short lines of a source's newest articles."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import ArticleRow, RevisionRow
from db.rows import block_records, removed_records
from pipeline.records import ShortLine
from pipeline.repeats.short_lines import short_lines
from pipeline.repeats.templates import RECENT_ARTICLES


def recent_lines(s: Session, source_id: str) -> tuple[tuple[ShortLine, ...], ...]:
    """The short lines of a source's newest articles, the newest first: what those of the next have
    in common with them is a template's."""
    newest = (
        select(RevisionRow.blocks, RevisionRow.removed)
        .join(ArticleRow, ArticleRow.current_revision_id == RevisionRow.id)
        .where(ArticleRow.source_id == source_id)
        .order_by(ArticleRow.id.desc())
        .limit(RECENT_ARTICLES)
    )
    return tuple(
        short_lines(block_records(blocks), removed_records(removed))
        for blocks, removed in s.execute(newest)
    )
