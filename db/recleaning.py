"""Articles that were stored before their source's repeated lines were known, cleaned of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from db.models import ArticleRow, RevisionRow, SourceRow
from db.rows import block_records, block_values, removed_records, removed_values
from db.versions import add_version
from pipeline.fingerprints import content_hash
from pipeline.ledger import Cleaned
from pipeline.memory import WINDOW
from pipeline.repeats.filled_lines import fillings
from pipeline.repeats.repeated import clean_again
from pipeline.text import count_words, text_of
from pipeline.titles.site_names import keys_of_site

_OWN = frozenset(
    {"id", "number", "kind", "text", "blocks", "removed", "content_hash", "word_count"}
)
"""Columns in which a cleaned revision differs from the one before."""


@dataclass(frozen=True, slots=True)
class Recleaned:
    """What one batch did: articles that lost lines, and the last article looked at (None where
    none is left)."""

    articles: int
    last_id: int | None


KNOWN_TITLES = 5_000
"""Titles of a source that are looked for in its articles, at most."""


def articles_to_clean(new: int, *, learned: bool) -> int:
    """How many of a source's newest articles may hold what was not known when they were stored.

    Where more lines were `learned`, those of the memory's window too. Else only of the `new` ones
    some were read before others' titles were known; one alone has no such others.
    """
    if learned:
        return WINDOW + new
    return new if new > 1 else 0


def clean_stored(
    s: Session,
    source_id: str,
    repeated: frozenset[str],
    most: int,
    before: int | None = None,
    titles: frozenset[str] = frozenset(),
) -> Recleaned:
    """Take repeated lines, and those that announce articles of these `titles`, out of the newest
    articles that a source was the first to see.

    At most `most` are looked at, those with a smaller id than `before` where it is given. What
    changes becomes a cosmetic revision. Done twice, it changes nothing the second time.
    """
    source = s.get(SourceRow, source_id)
    sites = keys_of_site([source.name], source.section_url or "") if source else frozenset[str]()
    query = select(ArticleRow).where(ArticleRow.source_id == source_id)
    if before is not None:
        query = query.where(ArticleRow.id < before)
    changed, last_id = 0, None
    for article in s.scalars(query.order_by(ArticleRow.id.desc()).limit(most)).all():
        last_id = article.id
        current = article.current
        cleaned = _cleaned(current, repeated, titles, sites) if current is not None else None
        if current is not None and cleaned is not None and cleaned.kept:
            _revise(s, article, current, cleaned)
            changed += 1
    s.flush()
    return Recleaned(changed, last_id)


def _cleaned(
    revision: RevisionRow,
    repeated: frozenset[str],
    titles: frozenset[str],
    sites: frozenset[str],
) -> Cleaned | None:
    kept, removed = block_records(revision.blocks), removed_records(revision.removed)
    own = fillings(revision.title, revision.authors, revision.section, revision.tags)
    return clean_again(kept, removed, repeated, own, titles, revision.language, sites)


def _revise(s: Session, article: ArticleRow, old: RevisionRow, cleaned: Cleaned) -> None:
    same: dict[str, Any] = {
        column.key: getattr(old, column.key)
        for column in inspect(RevisionRow).column_attrs
        if column.key not in _OWN
    }
    text = text_of(cleaned.kept)
    revision = RevisionRow(
        **same,
        number=old.number + 1,
        kind="cosmetic",
        text=text,
        blocks=[block_values(block) for block in cleaned.kept],
        removed=[removed_values(item) for item in cleaned.removed],
        content_hash=content_hash(old.title, text),
        word_count=count_words(text),
    )
    add_version(s, article, revision)
