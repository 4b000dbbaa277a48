"""How long an answer stays fresh by its own headers: RFC 9111, section 4.2."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from email.utils import parsedate_to_datetime

MAX_FRESH_S = 86_400.0
"""A longer time counts as a day: the longest that the scheduler waits (scheduler.policy.MOST_S)."""

_DIRECTIVE = re.compile(r'\s*([\w-]+)\s*(?:=\s*"?(\d{1,18})"?)?\s*(?:,|$)')


def fresh_for_s(headers: Iterable[tuple[str, str]], now: datetime) -> float | None:
    """Seconds for which an answer that came `now` need not be asked for again; None where its
    headers say nothing, or that it must always be asked for.

    `headers` are pairs of lower-case names and values. `max-age` goes before `s-maxage`, which is
    for caches that many share, and before `Expires`; what a cache on the way has used up (`Age`)
    is gone.
    """
    values = {name: value for name, value in headers if name in _NAMES}
    said = dict(_DIRECTIVE.findall(values.get("cache-control", "").lower()))
    if said.keys() & {"no-cache", "no-store"}:
        return None
    for name in ("max-age", "s-maxage"):
        if said.get(name):
            age = values.get("age", "").strip()
            return _bounded(float(said[name]) - (float(age) if age.isdecimal() else 0.0))
    expires, date = _moment(values.get("expires")), _moment(values.get("date"))
    return _bounded((expires - (date or now)).total_seconds()) if expires else None


_NAMES = frozenset({"cache-control", "age", "expires", "date"})


def _bounded(seconds: float) -> float | None:
    return min(seconds, MAX_FRESH_S) if seconds > 0 else None


def _moment(value: str | None) -> datetime | None:
    """An HTTP date; None where there is none that can be read ("0" and "-1" are common)."""
    try:
        moment = parsedate_to_datetime(value) if value else None
    except ValueError:
        return None
    return moment if moment is not None and moment.tzinfo is not None else None
