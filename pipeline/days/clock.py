"""The time of day beside a written day, and the zone beside the time."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from pipeline.days.words import WORDS, plain, speaks_of_modification
from pipeline.patterns.late_patterns import late_pattern
from pipeline.patterns.word_patterns import any_word

When = datetime | date

_AFTERNOON = frozenset(plain(word) for word in (*WORDS["afternoon"], "du."))
_NIGHT = frozenset(map(plain, WORDS["night"]))
_HALF = any_word(map(plain, (*WORDS["morning"], *WORDS["afternoon"], *WORDS["night"])))
_HALF_BEFORE = any_word(map(plain, WORDS["half_before"]))
SMALL_HOURS = 6
"""Hours of a night that belong to the next day: «1:30 at night»."""
_TIME = late_pattern(
    "|".join(
        # half of the day, hour, minute, second, half of the day
        [
            rf"()(?<![\d.+-])(\d{{1,2}})\s?(?:[:٫]|h\s?)(\d{{2}})(?::(\d{{2}})(?:\.\d{{3,6}}(?=z))?)?(?!\d)"
            rf"\s*({_HALF})?(?:h|hs|hrs|min)?(?=z(?!\w)|\W|$)",
            r"(?<!\w)(am|pm):(\d{1,2}):(\d{2})()()",  # «PM:02:26:08/11/2026»
            r"()(?<![\d.])(\d{1,2})()()\s*(a\.?m\.?|p\.?m\.?)(?!\w)",
            r"()(?<!\d)(\d{1,2})\.(\d{2})()\s*(?:uhr|uur|(?=wib|wita|wit))()",
            r"()(?<=\d\d)(?:\s?[-–|•·]\s|,?\s)(\d{1,2})\.(\d{2})(?:\.(\d{2}))?(?=\s*(?:$|[|•·()–-]))()",
            r"()(?<!\w)(?:kl\.?|klo|om|alle|ore|pukul|jam)\s*(\d{1,2})\.(\d{2})(?!\d|\.\d)()()",
            r"()(?<![\d.])(\d{1,2})\.(\d{2})()(?=\s*(?:gmt|bst|utc|cet|cest)(?!\w))()",
            r"()(?<![\d.])(\d{1,2})\.(\d{2})()\s*(a\.?m\.?|p\.?m\.?)(?!\w)",
            rf"({_HALF_BEFORE}|(?<!\w)[ap]m(?=\s\d))\s*(\d{{1,2}})\s*:\s*(\d{{2}})()()",
            rf"({_HALF_BEFORE})?\s*(\d{{1,2}})\s*[時时點点시]\s*(\d{{1,2}})()()",
        ]
    )
)
_ZONE = late_pattern(
    rf"^\W*(?:(?:utc|gmt)\s*([+-])\s*(\d{{1,2}}):?(\d{{2}})?(?!\d)|({any_word(WORDS['zones'])})(?!\w))"
    r"|^\s*\(?([+-])(\d{1,2}):?(\d{2})?(?![\d/.]|\s*[-/])"
)
_PLACES: dict[str, str] = {**WORDS["places"], **WORDS["american_places"]}
_PLACE = re.compile(rf"^\W*({any_word(WORDS['places'])})(?!\w)")
_AMERICAN = re.compile(rf"^\W*({any_word(WORDS['american_places'])})(?!\w)")


def with_time(day: date, low: str, end: int) -> When:
    """The day with the time that stands after it or, failing that, before it."""
    match = _TIME.search(low, end, end + 40) or _TIME.search(low[: end - 6])
    if not match or speaks_of_modification(low[end : match.start()]):
        return day  # «12 May 2026, updated 10:15»
    # One alternative of five groups matched: an hour stands in the second of them.
    first = next(group for group in range(1, _TIME.groups, 5) if match[group + 1])
    before, hours, minutes, seconds, after = match.group(*range(first, first + 5))
    hour, minute, second = int(hours), int(minutes or 0), int(seconds or 0)
    half = before or after or ""
    if half in _NIGHT:
        hour = hour % 12 if hour % 12 < SMALL_HOURS else hour
        hour += 12 if SMALL_HOURS <= hour < 12 else 0
    elif half in _AFTERNOON or half.startswith(("pm", "p.m", "p. m")):
        hour += 12 if hour < 12 else 0
    elif half and hour == 12:
        hour = 0
    try:
        clock = time(hour, minute, second)
    except ValueError:
        return day
    tail = low[match.end() : match.end() + 30]
    place = _PLACE.match(tail) or (_AMERICAN.match(tail) if half[:1] in ("a", "p") else None)
    if place:
        return _in_place(datetime.combine(day, clock), _PLACES[place[1]])
    zone = _DAY_BEHIND.match(tail)
    if zone and int(zone[1]) == day.day:
        return datetime.combine(day, clock)  # «10:05-12 May 2026»
    return datetime.combine(day, clock, _zone(tail))


_DAY_BEHIND = re.compile(r"\s*[+-]\s?(\d{1,2})\s[^\W\d_]{3}")
"""The number of a day behind a time and a sign, and its month."""


def _in_place(clock: datetime, zone: str) -> datetime:
    """A time by the clock of a place, with the offset that holds there on that day."""
    offset = clock.replace(tzinfo=ZoneInfo(zone)).utcoffset()
    return clock.replace(tzinfo=timezone(offset) if offset is not None else None)


def _zone(tail: str) -> timezone | None:
    match = _ZONE.match(tail)
    if not match:
        return None
    if match[4]:
        minutes = WORDS["zones"][match[4]]
    else:
        sign, hours, rest = match.group(1, 2, 3) if match[1] else match.group(5, 6, 7)
        minutes = (int(hours) * 60 + int(rest or 0)) * (-1 if sign == "-" else 1)
    return timezone(timedelta(minutes=minutes)) if abs(minutes) <= 14 * 60 else None


def offset_of(zone: str) -> timezone | None:
    """The zone of an offset such as «+03:00», «-0500» or «+3»; None where no place has it."""
    digits = zone[1:].replace(":", "")
    minutes = int(digits[:2]) * 60 + int(digits[2:4] or 0) if len(digits) > 1 else int(digits) * 60
    if minutes > 14 * 60:
        return None
    return timezone(timedelta(minutes=-minutes if zone[0] == "-" else minutes))
