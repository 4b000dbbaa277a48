"""The pipeline's records as the values of rows, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from db.models import LinkRow, SourceMemoryRow
from pipeline.records import (
    Article,
    Block,
    BlockKind,
    LineCount,
    Link,
    ListingKind,
    Memory,
    Removed,
)

GIVEN = "import"
"""What `links.found_in` says of an address that no listing named: its page was given."""


def link_values(source_id: str, link: Link, now: datetime) -> dict[str, Any]:
    """A new row of `links`."""
    return {
        "source_id": source_id,
        "url": link.url,
        "found_in": link.found_in,
        "hints": {
            "kind": link.kind.value,
            "title": link.title,
            "authors": list(link.authors),
            "published": link.published.isoformat() if link.published else None,
            "tags": list(link.tags),
            "section": link.section,
            "certain": link.certain,
        },
        "state": "pending",
        "attempts": 0,
        "first_seen_at": now,
    }


def link_record(row: LinkRow) -> Link:
    """The link as its listing named it."""
    hints = row.hints or {}
    return Link(
        url=row.url,
        found_in=row.found_in or "",
        kind=ListingKind(hints.get("kind", ListingKind.SECTION)),
        title=hints.get("title"),
        authors=tuple(hints.get("authors") or ()),
        published=_day_or_time(hints.get("published")),
        tags=tuple(hints.get("tags") or ()),
        section=hints.get("section"),
        certain=hints.get("certain", True),
    )


def memory_record(row: SourceMemoryRow) -> Memory:
    """What is learned of a source."""
    return Memory(
        lines={
            line: LineCount(articles, date.fromisoformat(day))
            for line, (articles, day) in row.lines.items()
        },
        wrapper=row.wrapper,
        articles=row.articles,
        shapes=dict(row.shapes),
        version=row.version,
    )


def revision_values(article: Article) -> dict[str, Any]:
    """The columns of `revisions` that a page fills."""
    published, modified = article.published, article.modified
    return {
        "canonical_url": article.canonical_url,
        "title": article.title,
        "description": article.description,
        "authors": list(article.authors),
        "published_at": published.utc if published else None,
        "published_as": published.isoformat() if published else None,
        "published_at_origin": published.origin.value if published else None,
        "modified_at": modified.utc if modified else None,
        "modified_as": modified.isoformat() if modified else None,
        "language": article.language,
        "section": article.section,
        "text": article.text,
        "blocks": [block_values(block) for block in article.blocks],
        "removed": [removed_values(item) for item in article.removed],
        "tags": list(article.tags),
        "image_url": article.image_url,
        "paywalled": article.paywalled,
        "live_blog": article.live_blog,
        "policy": policy_values(article),
        "content_hash": article.content_hash,
        "word_count": article.word_count,
        "extractor": article.extractor,
    }


def block_values(block: Block) -> dict[str, Any]:
    """One block as `revisions.blocks` holds it."""
    return {"kind": block.kind.value, "text": block.text} | _level(block.level)


def removed_values(item: Removed) -> dict[str, Any]:
    """One line of the ledger as `revisions.removed` holds it."""
    return {
        "text": item.text,
        "rule": item.rule,
        "index": item.index,
        "kind": item.kind.value,
    } | _level(item.level)


def block_records(values: Iterable[Mapping[str, Any]]) -> list[Block]:
    """The blocks that `revisions.blocks` holds."""
    return [Block(BlockKind(one["kind"]), one["text"], one.get("level")) for one in values]


def removed_records(values: Iterable[Mapping[str, Any]]) -> list[Removed]:
    """The lines of the ledger that `revisions.removed` holds."""
    return [
        Removed(one["text"], one["rule"], one["index"], BlockKind(one["kind"]), one.get("level"))
        for one in values
    ]


def policy_values(article: Article) -> dict[str, Any]:
    """What `revisions.policy` holds; `opted_out` is what exports ask."""
    policy = article.policy
    return {
        "robots_meta": list(policy.robots_meta),
        "x_robots_tag": list(policy.x_robots_tag),
        "tdm_reservation": policy.tdm_reservation,
        "tdm_policy": policy.tdm_policy,
        "opted_out": policy.opted_out,
        **({"content_signal": list(policy.content_signal)} if policy.content_signal else {}),
        **({"robots_ai": list(policy.robots_ai)} if policy.robots_ai else {}),
    }


def _level(level: int | None) -> dict[str, int]:
    return {} if level is None else {"level": level}


def _day_or_time(value: str | None) -> datetime | date | None:
    if value is None:
        return None
    return datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)
