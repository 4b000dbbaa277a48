"""Dates as mail writes them (RFC 822), which feeds and many servers use."""

from __future__ import annotations

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_ZERO = re.compile(rf"\b(?:{_MONTHS})[a-z]{{0,6}}[\s,-]+0\d{{3}}\b", re.IGNORECASE)
"""A year of four digits below 1000: «Mon, 01 Jan 0001» is what programs write where they know no
time, and the two digits of old mail would make it one of this century."""


def read_mail_date(text: str) -> datetime | None:
    """A date and time, aware where a zone is given; None for anything else."""
    if not text or _ZERO.search(text):
        return None
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
