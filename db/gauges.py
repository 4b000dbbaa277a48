"""Numbers of the whole database that a monitor watches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from db.lease import clock
from db.models import AlertRow, ArticleRow, LeaseRow, LinkRow, RunRow, SourceRow


@dataclass(frozen=True, slots=True)
class Gauges:
    """Counts of now. `late_s`: how long the source that waits longest is overdue; `lease`: whether
    a service holds the right to schedule."""

    articles: int
    links: dict[str, int]
    runs: dict[str, int]
    requests: int
    bytes: int
    alerts: dict[str, int]
    sources: int
    late_s: float
    lease: bool


def lease_held(s: Session) -> bool:
    """Whether a service holds the right to schedule."""
    held = select(func.count()).select_from(LeaseRow).where(LeaseRow.expires_at > clock(s))
    return bool(s.scalar(held))


def gauges(s: Session, now: datetime) -> Gauges:
    """All numbers, of one state of the database."""
    waiting = s.scalar(
        select(func.min(SourceRow.next_visit_at)).where(
            SourceRow.enabled.is_(True), SourceRow.paused.is_(False)
        )
    )
    links = select(LinkRow.state, func.count()).group_by(LinkRow.state)
    # Once over all runs, of which there may be millions.
    runs = s.execute(
        select(
            RunRow.state,
            func.count(),
            func.coalesce(func.sum(RunRow.requests), 0),
            func.coalesce(func.sum(RunRow.bytes), 0),
        ).group_by(RunRow.state)
    ).all()
    alerts = (
        select(AlertRow.kind, func.count())
        .where(AlertRow.closed_at.is_(None))
        .group_by(AlertRow.kind)
    )
    return Gauges(
        articles=s.scalar(select(func.count()).select_from(ArticleRow)) or 0,
        links=_counts(s, links),
        runs={state: number for state, number, _, _ in runs},
        requests=sum(int(requests) for _, _, requests, _ in runs),
        bytes=sum(int(size) for _, _, _, size in runs),
        alerts=_counts(s, alerts),
        sources=s.scalar(select(func.count()).select_from(SourceRow)) or 0,
        late_s=max(0.0, (now - waiting).total_seconds()) if waiting else 0.0,
        lease=lease_held(s),
    )


def _counts(s: Session, query: Select[str, int]) -> dict[str, int]:
    return {row[0]: row[1] for row in s.execute(query)}
