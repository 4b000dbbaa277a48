"""The day that a page's title ends with, or the part of it before the site's name."""

from __future__ import annotations

from datetime import datetime

from pipeline.days.exactness import day_of
from pipeline.days.written import parse_stamp
from pipeline.declared.metadata import Metadata
from pipeline.page.html import Document
from pipeline.records import Moment, Origin
from pipeline.titles.site_names import SEPARATOR

MAX_CHARS = 24


def day_of_titles(
    doc: Document, meta: Metadata, now: datetime, language: str | None
) -> Moment | None:
    """The day that stands alone in a part of a title, «A ferry runs again | Courier | 28.04.2023»,
    but for the one on which the page was read: some sites show that."""
    for title in (doc.titled, *(candidate.value for candidate in meta.titles)):
        for part in SEPARATOR.split(title)[1:]:
            day = part.strip()
            if len(day) > MAX_CHARS or day.isdigit() or not any(map(str.isdigit, day)):
                continue
            told = parse_stamp(day, now, language)
            moment = Moment(told, Origin.META) if told else None
            if moment is not None and day_of(moment) != now.date():
                return moment
    return None
