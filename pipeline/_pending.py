"""Plain forms of fields whose own modules are being written; goes when they stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pipeline.html import Document
from pipeline.metadata import Metadata
from pipeline.records import Moment, Page, Policy


@dataclass(frozen=True, slots=True)
class Dates:
    published: Moment | None
    modified: Moment | None


def _moment(candidates: Any) -> Moment | None:
    for candidate in candidates:
        try:
            return Moment(datetime.fromisoformat(candidate.value), candidate.origin)
        except ValueError:
            continue
    return None


def extract_dates(doc: Document, meta: Metadata, link: Any, now: datetime, tz: Any) -> Dates:
    return Dates(_moment(meta.published), _moment(meta.modified))


def check_usable(doc: Document, page: Page) -> None:
    return None


def extract_policy(doc: Document, page: Page) -> Policy:
    return Policy()


def is_live_blog(doc: Document, meta: Metadata) -> bool | None:
    return None


def is_paywalled(doc: Document, meta: Metadata) -> bool | None:
    return None


def extract_authors(doc: Document, meta: Metadata, link: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p.name for p in meta.authors))


def extract_image(doc: Document, meta: Metadata) -> str | None:
    return meta.images[0].value if meta.images else None


def extract_language(doc: Document, meta: Metadata, text: str) -> str | None:
    return (doc.html_language or "")[:2] or None


def extract_section(doc: Document, meta: Metadata, link: Any) -> str | None:
    return meta.sections[0].value if meta.sections else None


def extract_tags(doc: Document, meta: Metadata) -> tuple[str, ...]:
    return tuple(dict.fromkeys(t.value for t in meta.tags))
