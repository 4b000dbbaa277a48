"""When a source is due: a pure function of what its file says and of its history.

A file may say `every` or `cron`; both are kept to exactly. Otherwise the pace is learned: new
articles are taken to come as a Poisson process whose rate is read from recent visits, and the next
visit falls where one new article is to be expected.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from apscheduler.triggers.cron import CronTrigger

from pipeline.records import Source

LEAST_S = 5 * 60.0
MOST_S = 24 * 3600.0
"""Bounds of the learned interval, in seconds: promised in docs/add-a-source.md."""

PRIOR_ARTICLES = 1.0
PRIOR_S = 3600.0
"""What is believed before anything is known: one article an hour, held as weakly as one hour of
watching."""

HALF_LIFE_S = 3 * 24 * 3600.0
"""An observation of this age counts half: a site's pace changes within weeks, and a weekend must
not be forgotten within a day."""

ARTICLES_A_VISIT = 1.0
"""New articles to expect at a visit: fewer waste requests, more make news wait."""

JITTER = 0.1
"""Part of a learned interval that is left to chance, so that sources do not fall into step."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One past visit: when it began, how many new articles it found, whether it failed."""

    started_at: datetime
    new: int
    failed: bool = False


def next_visit(
    source: Source, visits: Sequence[Visit], now: datetime, *, chance: float = 0.5
) -> datetime:
    """When a source is to be visited next; `now`, or earlier, where it is due.

    `visits` may come in any order; `chance` is in [0, 1) and spreads learned intervals. A time in
    the past stands for one visit, however many were missed meanwhile.
    """
    if not visits:
        return _after(source, now) if source.cron else now
    last = max(visit.started_at for visit in visits)
    if source.cron:
        return _after(source, last)
    if source.every_s is not None:
        return last + timedelta(seconds=source.every_s)
    spread = 1 + JITTER * (2 * chance - 1)
    interval_s = learned_interval_s(visits, now) * spread
    return last + timedelta(seconds=min(MOST_S, max(LEAST_S, interval_s)))


def learned_interval_s(visits: Sequence[Visit], now: datetime) -> float:
    """Seconds until one new article is to be expected, doubled for each failure since a success.

    What the first visit found had piled up before it, and says nothing of the pace.
    """
    ordered = sorted(visits, key=lambda visit: (visit.started_at, visit.new, visit.failed))
    articles, watched_s = PRIOR_ARTICLES, PRIOR_S
    sound = [visit for visit in ordered if not visit.failed]
    for earlier, visit in pairwise(sound):
        age_s = max(0.0, (now - visit.started_at).total_seconds())
        weight = 0.5 ** (age_s / HALF_LIFE_S)
        articles += weight * visit.new
        watched_s += weight * (visit.started_at - earlier.started_at).total_seconds()
    interval_s = ARTICLES_A_VISIT * watched_s / articles
    failures = _failures_in_a_row(ordered)
    return min(MOST_S, max(LEAST_S, interval_s) * 2.0 ** min(failures, 10))


def _failures_in_a_row(ordered: Sequence[Visit]) -> int:
    count = 0
    for visit in reversed(ordered):
        if not visit.failed:
            break
        count += 1
    return count


def _after(source: Source, moment: datetime) -> datetime:
    """The first time after `moment` that a source's cron line names; a day later if none does."""
    trigger = _trigger(source)
    found = trigger.get_next_fire_time(None, moment + timedelta(seconds=1))
    return found.astimezone(UTC) if found is not None else moment + timedelta(seconds=MOST_S)


def _trigger(source: Source) -> CronTrigger:
    zone = ZoneInfo(source.timezone) if source.timezone else UTC
    return CronTrigger.from_crontab(source.cron, timezone=zone)
