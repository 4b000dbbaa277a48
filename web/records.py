"""What the API gives of a source."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from db.read import SourceHealth


def source_record(health: SourceHealth, standing: str, last_days: list[int]) -> dict[str, Any]:
    """One source with its health; `articles_a_day` are the last days', today's last."""
    source, run = health.source, health.last_run
    ended: datetime | None = run.ended_at if run else None
    return {
        "id": source.id,
        "name": source.name,
        "section": source.section_url,
        "language": source.language,
        "enabled": source.enabled,
        "paused": source.paused,
        "standing": standing,
        "articles": health.articles,
        "articles_this_week": health.new_week,
        "articles_a_day": last_days,
        "links": health.links,
        "last_run_at": run.started_at if run else None,
        "last_run_ended_at": ended,
        "last_run_state": run.state if run else None,
        "last_run_error": run.error if run else None,
        "last_article_at": health.last_article_at,
        "next_visit_at": source.next_visit_at,
        "alerts": [
            {"kind": alert.kind, "detail": alert.detail, "opened_at": alert.opened_at}
            for alert in health.open_alerts
        ],
    }
