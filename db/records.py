"""What the commands' --json and the API give of a hit, a run, an event and a copy: one shape each.

Times are datetimes; whoever writes the JSON writes them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from db.explain import Event
from db.models import RunRow
from db.search import Hit
from db.stories import Member


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


def story_record(story_id: int | None, copies: Sequence[Member]) -> dict[str, Any]:
    """A story: its number (None for an article that is like no other), its origin and why that is
    taken for it, and its articles, the origin first."""
    origin = next((copy for copy in copies if copy.is_origin), None)
    return {
        "story": story_id,
        "origin": origin.article_id if origin else None,
        "origin_by": origin.origin_by if origin else None,
        "articles": [member_record(copy) for copy in copies],
    }


def member_record(member: Member) -> dict[str, Any]:
    """One article of a story."""
    return {
        "id": member.article_id,
        "origin": member.is_origin,
        "origin_by": member.origin_by if member.is_origin else None,
        "like": member.like_article_id,
        "similarity": member.similarity,
        "source": member.source,
        "url": member.url,
        "title": member.title,
        "published_at": member.published_as,
        "first_seen_at": member.first_seen_at,
        "credit": member.credit,
        "canonical_url": member.canonical_url,
        "gone_at": member.gone_at,
    }
