"""How exactly a moment is told."""

from __future__ import annotations

from datetime import date, datetime

from pipeline.records import Moment


def exactness(moment: Moment) -> int:
    """0 for a day, 1 for a time of unknown zone, 2 for a time with its zone."""
    if not isinstance(moment.value, datetime):
        return 0
    return 1 if moment.value.tzinfo is None else 2


def day_of(moment: Moment) -> date:
    """The day of a moment in the zone in which it is told."""
    return moment.value.date() if isinstance(moment.value, datetime) else moment.value
