"""All sources, and how each does: its articles, links, last run and open alerts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from db.models import AlertRow, AppearanceRow, LinkRow, RunRow, SourceRow


@dataclass(frozen=True, slots=True)
class SourceHealth:
    """One source, and how it does. Counts are of all time, `new_week` of the last seven days."""

    source: SourceRow
    articles: int
    new_week: int
    links: dict[str, int]
    last_run: RunRow | None
    last_article_at: datetime | None
    open_alerts: tuple[AlertRow, ...]

    @property
    def failing(self) -> bool:
        """Whether its last run failed, or was cut off. One that was told to stop, by SIGTERM or
        Ctrl-C, is interrupted too, but has no error: the next goes on with it."""
        run = self.last_run
        if run is None:
            return False
        return run.state == "failed" or (run.state == "interrupted" and run.error is not None)


def sources_with_health(s: Session, now: datetime) -> list[SourceHealth]:
    """All sources of the database, by id."""
    week = now - timedelta(days=7)
    counts = {
        row[0]: (row[1], row[2], row[3])
        for row in s.execute(
            select(
                AppearanceRow.source_id,
                func.count(),
                func.sum(case((AppearanceRow.first_seen_at >= week, 1), else_=0)),
                func.max(AppearanceRow.first_seen_at),
            ).group_by(AppearanceRow.source_id)
        )
    }
    links: dict[str, dict[str, int]] = {}
    for source_id, state, number in s.execute(
        select(LinkRow.source_id, LinkRow.state, func.count()).group_by(
            LinkRow.source_id, LinkRow.state
        )
    ):
        links.setdefault(source_id, {})[state] = number
    # Of each source by itself, off an index: a database of years has millions of runs.
    of_source = select(func.max(RunRow.id)).where(RunRow.source_id == SourceRow.id)
    last_ids = select(of_source.correlate(SourceRow).scalar_subquery()).select_from(SourceRow)
    last_runs = {
        run.source_id: run for run in s.scalars(select(RunRow).where(RunRow.id.in_(last_ids)))
    }
    alerts: dict[str, list[AlertRow]] = {}
    for alert in s.scalars(
        select(AlertRow).where(AlertRow.closed_at.is_(None)).order_by(AlertRow.opened_at)
    ):
        alerts.setdefault(alert.source_id, []).append(alert)
    return [
        SourceHealth(
            source=row,
            articles=counts.get(row.id, (0, 0, None))[0],
            new_week=counts.get(row.id, (0, 0, None))[1],
            links=links.get(row.id, {}),
            last_run=last_runs.get(row.id),
            last_article_at=counts.get(row.id, (0, 0, None))[2],
            open_alerts=tuple(alerts.get(row.id, ())),
        )
        for row in s.scalars(select(SourceRow).order_by(SourceRow.id))
    ]
