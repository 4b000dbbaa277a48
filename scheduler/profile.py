"""How a source's articles come: a Poisson process with a profile of the day and of the week.

The rate is a product, rate × hour of the day × day of the week, each part drawn towards a prior
by as many imagined articles as its constant says, so that few articles say little and many decide.
Hours and days are the site's own, where its time zone is known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache
from math import exp

HOURS, DAYS = 24, 7

PRIOR_RATE = 1.0
PRIOR_HOURS = 2.0
"""What is believed before anything is known: one article an hour, held as weakly as two hours of
watching."""

DAY_PRIOR_ARTICLES = 24.0
WEEK_PRIOR_ARTICLES = 28.0
"""Imagined articles that hold the profiles to the prior: one an hour, four a day."""

HALF_LIFE_S = 14 * 86_400.0
"""An article of this age counts half: habits change over months, a week must be seen twice."""

RECENT_S = 2 * 86_400.0
"""Half-life of the rate itself, which changes faster than the habits."""

SMOOTHING_HOURS = 0.7
"""Width (standard deviation) of the kernel that an article is spread with over the day's hours;
bench/schedule.py is flat between 0.5 and 1."""

LEAST_SHARE = 0.02
"""No hour and no day falls below this part of the mean: the unexpected must be found too."""

FLAT_DAY = (1.0,) * HOURS
FLAT_WEEK = (1.0,) * DAYS

Density = Callable[[float], float]
"""From articles an hour to visits an hour: see scheduler.tempo."""


@dataclass(frozen=True, slots=True)
class Profile:
    """Articles an hour to be expected at any time. `day` and `week` (Monday first) have mean 1."""

    rate: float = PRIOR_RATE
    day: tuple[float, ...] = FLAT_DAY
    week: tuple[float, ...] = FLAT_WEEK
    zone: tzinfo = UTC

    def at(self, moment: datetime) -> float:
        """The rate at a moment, articles an hour."""
        local = moment.astimezone(self.zone)
        return self.rate * self.day[local.hour] * self.week[local.weekday()]

    def expected(self, start: datetime, end: datetime) -> float:
        """Articles to be expected between two moments."""
        return sum(self.at(at) * hours for at, hours in _by_hour(start, end))

    def hourly_rates(self) -> list[float]:
        """The rates of a week's hours, Monday's first."""
        return [self.rate * day * hour for day in self.week for hour in self.day]

    def reaches(
        self, start: datetime, effort: float, limit: datetime, density: Density
    ) -> datetime:
        """When `effort` has gathered since `start`; `limit` where it has not by then."""
        left = effort
        for at, hours in _by_hour(start, limit):
            gain = density(self.at(at))
            if gain * hours >= left:
                return at + timedelta(hours=left / gain)
            left -= gain * hours
        return limit


def learn(
    arrivals: Sequence[datetime], since: datetime, now: datetime, zone: tzinfo = UTC
) -> Profile:
    """The profile of a source that was watched from `since` to `now`.

    `arrivals` are the times at which its articles appeared; those out of that time are ignored. An
    article weighs less with age. Nothing watched gives the prior.
    """
    if now <= since:
        return Profile(zone=zone)
    counted = [at for at in arrivals if since < at <= now]
    day, week = _habits(counted, since, now, zone)
    shape = Profile(1.0, day, week, zone)
    articles, hours = PRIOR_RATE * PRIOR_HOURS, PRIOR_HOURS
    articles += sum(_weight(now, at, RECENT_S) for at in counted)
    for at, length in _by_hour(max(since, now - timedelta(seconds=8 * RECENT_S)), now):
        hours += length * shape.at(at) * _weight(now, at, RECENT_S)
    return Profile(articles / hours, day, week, zone)


def _habits(
    arrivals: Sequence[datetime], since: datetime, now: datetime, zone: tzinfo
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The profiles of day and week: articles seen against the hours that were watched."""
    by_minute, by_day = [0.0] * (HOURS * 60), [0.0] * DAYS
    for at in arrivals:
        local, weight = at.astimezone(zone), _weight(now, at, HALF_LIFE_S)
        by_day[local.weekday()] += weight
        by_minute[local.hour * 60 + local.minute] += weight
    by_hour = [0.0] * HOURS
    for minute, weight in enumerate(by_minute):
        if weight:
            for hour, share in enumerate(_kernel(minute)):
                by_hour[hour] += weight * share
    watched_hour, watched_day = [0.0] * HOURS, [0.0] * DAYS
    for at, length in _by_hour(max(since, now - timedelta(seconds=6 * HALF_LIFE_S)), now):
        local, weight = at.astimezone(zone), _weight(now, at, HALF_LIFE_S)
        watched_hour[local.hour] += weight * length
        watched_day[local.weekday()] += weight * length
    mean = sum(by_hour) / max(sum(watched_hour), 1e-9)
    day = _smoothed(by_hour, [mean * h for h in watched_hour], DAY_PRIOR_ARTICLES / HOURS)
    week = _smoothed(by_day, [mean * h for h in watched_day], WEEK_PRIOR_ARTICLES / DAYS)
    return day, week


def _smoothed(
    seen: Sequence[float], expected: Sequence[float], imagined: float
) -> tuple[float, ...]:
    """Seen against expected, drawn towards 1 by `imagined` articles each; mean 1."""
    shares = [(s + imagined) / (e + imagined) for s, e in zip(seen, expected, strict=True)]
    mean = sum(shares) / len(shares)
    floored = [max(LEAST_SHARE, share / mean) for share in shares]
    mean = sum(floored) / len(floored)
    return tuple(share / mean for share in floored)


@cache
def _kernel(minute: int) -> tuple[float, ...]:
    """The shares that an article of this minute of the day gives to the hours; their sum is 1."""
    apart = [abs(minute / 60 - hour - 0.5) for hour in range(HOURS)]
    shares = [exp(-0.5 * (min(h, HOURS - h) / SMOOTHING_HOURS) ** 2) for h in apart]
    return tuple(share / sum(shares) for share in shares)


def _weight(now: datetime, at: datetime, half_life_s: float) -> float:
    return float(0.5 ** (max(0.0, (now - at).total_seconds()) / half_life_s))


def _by_hour(start: datetime, end: datetime) -> Iterator[tuple[datetime, float]]:
    """The stretches between two moments, none across a full hour: its start, its hours."""
    while start < end:
        to_full = 3600 - (start.minute * 60 + start.second + start.microsecond / 1e6)
        stop = min(end, start + timedelta(seconds=to_full))
        yield start, (stop - start).total_seconds() / 3600
        start = stop
