"""What the API gives of a run, a source, an event and a hit: the shapes of the command's --json."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from db.explain import Event
from db.models import RunRow
from db.read import SourceHealth
from db.search import Hit


def hit_record(hit: Hit) -> dict[str, Any]:
    """One article that a search found."""
    record = asdict(hit)
    record["published_at"] = record.pop("published_as")
    return record


def run_record(run: RunRow) -> dict[str, Any]:
    """One run."""
    return {
        "id": run.id,
        "source": run.source_id,
        "state": run.state,
        "started_at": run.started_at,
        "ended_at": run.ended_at,
        "heartbeat_at": run.heartbeat_at,
        "counts": run.counts,
        "requests": run.requests,
        "bytes": run.bytes,
        "error": run.error,
    }


def event_record(event: Event) -> dict[str, Any]:
    """One thing that became of a URL."""
    return {
        "at": event.at,
        "source": event.source_id,
        "what": event.what,
        "reason": event.reason,
        "detail": event.detail,
        "article": event.article_id,
        "url": event.url,
    }


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
