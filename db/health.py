"""What health is judged by: a source's latest articles and runs; and its alerts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from db.models import AlertRow, AppearanceRow, ArticleRow, RevisionRow, RunRow

LATEST_RUNS = 50
"""Past runs of a source that its alerts and due times look back on."""


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """Of one article, what its source's health shows in."""

    seen_at: datetime
    dated: bool
    signed: bool
    words: int
    language: str | None


@dataclass(frozen=True, slots=True)
class RunFacts:
    """Of one run that ended: its state, counts and error."""

    started_at: datetime
    state: str
    outcomes: Mapping[str, int]
    reasons: Mapping[str, int]
    error: str | None
    rules: Mapping[str, Sequence[int]] = field(default_factory=dict)
    """By the name of a rule of the source's file: how often it matched, on how many pages."""


@dataclass(frozen=True, slots=True)
class AlertChange:
    """An alert that was opened or closed."""

    alert_id: int
    source_id: str
    kind: str
    detail: str
    opened: bool
    at: datetime


def article_facts(s: Session, source_id: str, limit: int = 400) -> list[ArticleFacts]:
    """The latest articles of a source, the newest first."""
    query = (
        select(
            AppearanceRow.first_seen_at,
            RevisionRow.published_at,
            func.json_array_length(RevisionRow.authors),
            RevisionRow.word_count,
            RevisionRow.language,
        )
        .join(ArticleRow, ArticleRow.id == AppearanceRow.article_id)
        .join(RevisionRow, RevisionRow.id == ArticleRow.current_revision_id)
        .where(AppearanceRow.source_id == source_id)
        .order_by(AppearanceRow.first_seen_at.desc(), AppearanceRow.article_id.desc())
        .limit(limit)
    )
    return [
        ArticleFacts(seen, published is not None, bool(authors), words, language)
        for seen, published, authors, words, language in s.execute(query)
    ]


def ended_runs(source_id: str, limit: int, counting: str | None = None) -> Select[RunRow]:
    """The latest runs of a source that came to their own end, the newest first; of those that
    counted something under `counting` (`outcomes` of pages, `rules`), where it is given: however
    many there were since that found nothing."""
    query = (
        select(RunRow)
        .where(RunRow.source_id == source_id, RunRow.state.in_(("finished", "failed")))
        .order_by(RunRow.started_at.desc(), RunRow.id.desc())
        .limit(limit)
    )
    if counting:
        query = query.where(RunRow.counts[counting].as_string() != "{}")
    return query


def run_facts(
    s: Session, source_id: str, limit: int = LATEST_RUNS, *, counting: str | None = None
) -> list[RunFacts]:
    """What the latest runs of a source came to: those of `ended_runs`."""
    return [
        RunFacts(
            run.started_at,
            run.state,
            _part(run, "outcomes"),
            _part(run, "reasons"),
            run.error,
            _part(run, "rules"),
        )
        for run in s.scalars(ended_runs(source_id, limit, counting))
    ]


def open_since(s: Session, source_id: str) -> dict[str, datetime]:
    """When each of a source's open alerts was opened, by its kind."""
    query = select(AlertRow.kind, AlertRow.opened_at).where(
        AlertRow.source_id == source_id, AlertRow.closed_at.is_(None)
    )
    return {row.kind: row.opened_at for row in s.execute(query)}


def sources_with_alerts(s: Session) -> set[str]:
    """The sources that have an open alert."""
    return set(s.scalars(select(AlertRow.source_id).where(AlertRow.closed_at.is_(None))))


def update_alerts(
    s: Session, source_id: str, found: Mapping[str, str], now: datetime
) -> list[AlertChange]:
    """Makes the open alerts of a source those that were found (kind → detail).

    One alert a kind is open at a time: what lasts is not told again, its detail is kept up to date.
    """
    rows = s.scalars(
        select(AlertRow).where(AlertRow.source_id == source_id, AlertRow.closed_at.is_(None))
    )
    still: set[str] = set()
    changed: list[AlertRow] = []
    for row in rows:
        if row.kind in found:
            still.add(row.kind)
            row.detail = found[row.kind]
        else:
            row.closed_at = now
            changed.append(row)
    opened = [
        AlertRow(source_id=source_id, kind=kind, detail=found[kind], opened_at=now)
        for kind in sorted(found.keys() - still)
    ]
    s.add_all(opened)
    s.flush()
    return [
        AlertChange(row.id, source_id, row.kind, row.detail, row.closed_at is None, now)
        for row in [*changed, *opened]
    ]


def _part(run: RunRow, name: str) -> dict[str, Any]:
    part: Any = run.counts.get(name)
    return dict(part) if isinstance(part, dict) else {}
