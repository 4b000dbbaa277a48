"""The two forms in which feeds and sitemaps write a date."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_ISO = re.compile(
    r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?\s*(?:Z|[+-]\d\d:?\d\d)?)?",
    re.IGNORECASE,
)


def read_moment(text: str | None) -> datetime | date | None:
    """RFC 822 or ISO 8601 (W3C) as a datetime, aware where a zone is given, or as a date.

    None for anything else, impossible days included.
    """
    written = " ".join((text or "").split())
    found = _ISO.match(written)
    try:
        if found:
            value = found[0].replace(" ", "").replace(",", ".")
            if len(value) == 10:
                return date.fromisoformat(value)
            return datetime.fromisoformat(f"{value[:10]}T{value[10:].lstrip('Tt')}")
        return parsedate_to_datetime(written) if written else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
