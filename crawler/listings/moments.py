"""The two forms in which feeds and sitemaps write a date."""

from __future__ import annotations

import re
from datetime import date, datetime

from pipeline.days.mail_dates import read_mail_date
from pipeline.days.written import EARLIEST

_ISO = re.compile(
    r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?\s*(?:Z|[+-]\d\d:?\d\d)?)?",
    re.IGNORECASE,
)


LATEST = date(2200, 1, 1)
"""What is dated later is dated to no day: 9999-12-31 says that there is none."""


def read_moment(text: str | None) -> datetime | date | None:
    """RFC 822 or ISO 8601 (W3C) as a datetime, aware where a zone is given, or as a date.

    None for anything else, impossible days included, and for days on which no site published: what
    programs write where they know none (0001-01-01, the beginning of 1970) is no date.
    """
    value = _read(" ".join((text or "").split()))
    if value is None:
        return None
    day = value.date() if isinstance(value, datetime) else value
    return value if EARLIEST <= day <= LATEST else None


def _read(written: str) -> datetime | date | None:
    found = _ISO.match(written)
    if not found:
        return read_mail_date(written)
    value = found[0].replace(" ", "").replace(",", ".")
    try:
        if len(value) == 10:
            return date.fromisoformat(value)
        return datetime.fromisoformat(f"{value[:10]}T{value[10:].lstrip('Tt')}")
    except ValueError:
        return None
