"""The time of day beside a written day, and the zone beside the time."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone

from pipeline.datewords import WORDS, any_of

When = datetime | date

_HALF = any_of([*WORDS["morning"], *WORDS["afternoon"]])
_HALF_BEFORE = any_of(["上午", "下午", "오전", "오후", "午前", "午後"])
_TIME = re.compile(
    rf"(?<![\d.+-])(\d{{1,2}})\s?(?:[:٫]|h\s?)(\d{{2}})(?::(\d{{2}}))?(?!\d)\s*({_HALF})?(?!\w)"
    rf"|(?<![\d.])(\d{{1,2}})\s*(a\.?m\.?|p\.?m\.?)(?!\w)|(?<!\d)(\d{{1,2}})\.(\d{{2}})\s*uhr"
    rf"|({_HALF_BEFORE})\s*(\d{{1,2}})\s*[:時时시]\s*(\d{{2}})"
)
_ZONE = re.compile(
    rf"^\W*(?:(?:utc|gmt)?\s*([+-])\s*(\d{{1,2}}):?(\d{{2}})?(?!\d)|({any_of(WORDS['zones'])})(?!\w))"
)


def with_time(day: date, low: str, end: int) -> When:
    """The day with the time that stands after it or, failing that, before it."""
    match = _TIME.search(low, end, end + 40) or _TIME.search(low[: end - 6])
    if not match:
        return day
    if match[1]:
        hour, minute, second = int(match[1]), int(match[2]), int(match[3] or 0)
        half = match[4] or ""
    elif match[5]:
        hour, minute, second, half = int(match[5]), 0, 0, match[6]
    elif match[7]:
        hour, minute, second, half = int(match[7]), int(match[8]), 0, ""
    else:
        hour, minute, second, half = int(match[10]), int(match[11]), 0, match[9]
    if half in WORDS["afternoon"] or half.startswith("p"):
        hour += 12 if hour < 12 else 0
    elif half and hour == 12:
        hour = 0
    try:
        clock = time(hour, minute, second)
    except ValueError:
        return day
    return datetime.combine(day, clock, _zone(low[match.end() : match.end() + 30]))


def _zone(rest: str) -> timezone | None:
    match = _ZONE.match(rest)
    if not match:
        return None
    if match[4]:
        minutes = WORDS["zones"][match[4]]
    else:
        minutes = (int(match[2]) * 60 + int(match[3] or 0)) * (-1 if match[1] == "-" else 1)
    return timezone(timedelta(minutes=minutes)) if abs(minutes) <= 14 * 60 else None


def offset_of(zone: str) -> timezone:
    """The zone of an offset such as «+03:00», «-0500» or «+3»."""
    digits = zone[1:].replace(":", "")
    minutes = int(digits[:2]) * 60 + int(digits[2:4] or 0) if len(digits) > 1 else int(digits) * 60
    minutes = min(minutes, 14 * 60)
    return timezone(timedelta(minutes=-minutes if zone[0] == "-" else minutes))
