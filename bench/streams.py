"""Streams of articles to replay: made with known rates, or those of a database."""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import exp

from db.arrivals import arrivals
from db.engine import open_engine, session_factory
from db.read import sources_with_health
from scheduler.profile import Profile

START = datetime(2026, 1, 5, tzinfo=UTC)


@dataclass(frozen=True)
class Stream:
    """One source: when its articles appear, and the rates that made them where they are known."""

    name: str
    arrivals: tuple[datetime, ...]
    truth: Profile | None = None


def synthetic(weeks: int, seed: int = 7) -> list[Stream]:
    """Fourteen sources: from three articles a week to two hundred a day, most with nights and
    weekends (Friday and Saturday, or Saturday and Sunday), some in bursts, one dead after half."""
    chance = random.Random(seed)  # a replay must be the same each time
    streams = []
    rates = [0.02, 0.1, 0.3, 0.5, 0.8, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0]
    for number, rate in enumerate(rates):
        peak, width = chance.uniform(8, 14), chance.uniform(3.0, 5.0)
        weekend = (4, 5) if number % 2 else (5, 6)
        day = _mean_one([0.08 + exp(-0.5 * ((h + 0.5 - peak) / width) ** 2) for h in range(24)])
        week = _mean_one([0.35 if d in weekend else 1.0 for d in range(7)])
        truth = Profile(rate, day, week)
        streams.append(Stream(f"{rate:g} an hour", poisson(truth, weeks, chance), truth))
    truth = Profile(1.0)
    burst = sorted(
        at + timedelta(seconds=chance.uniform(0, 900))
        for at in poisson(Profile(0.125), weeks, chance)
        for _ in range(8)
    )
    streams.append(Stream("bursts", tuple(burst), truth))
    half = START + timedelta(weeks=weeks) / 2
    dying = tuple(at for at in poisson(truth, weeks, chance) if at < half)
    streams.append(Stream("dead after half", dying, Profile(1e-6)))
    return streams


def poisson(truth: Profile, weeks: int, chance: random.Random) -> tuple[datetime, ...]:
    """Arrivals of a Poisson process of these rates, by thinning: P. A. W. Lewis and G. S. Shedler,
    "Simulation of nonhomogeneous Poisson processes by thinning", Naval Research Logistics 26
    (1979)."""
    most = truth.rate * max(truth.day) * max(truth.week)
    at, end, arrivals = START, START + timedelta(weeks=weeks), list[datetime]()
    while True:
        at += timedelta(hours=chance.expovariate(most))
        if at >= end:
            return tuple(arrivals)
        if chance.random() * most < truth.at(at):
            arrivals.append(at)


def _mean_one(values: Sequence[float]) -> tuple[float, ...]:
    mean = sum(values) / len(values)
    return tuple(value / mean for value in values)


def recorded(database: str) -> tuple[list[Stream], int]:
    """The streams of a database by first-seen or published time, moved to begin at START; and
    their length in weeks."""
    with session_factory(open_engine(database), read_only=True)() as session:
        now = datetime.now(UTC)
        found = {
            each.source.id: arrivals(session, each.source.id, now - timedelta(days=3650))
            for each in sources_with_health(session, now)
        }
    times = sorted(at for each in found.values() for at in each)
    if not times:
        sys.exit(f"{database}: no articles")
    length = min(times[-1] - times[0], timedelta(weeks=12))
    if length < timedelta(weeks=2):
        sys.exit(f"{database}: {length.days} days of articles; a replay takes two weeks")
    begin = times[-1] - length
    shift = START - begin
    streams = [
        Stream(name, tuple(sorted(at + shift for at in each if at >= begin)))
        for name, each in found.items()
    ]
    return streams, max(2, -(-length.days // 7))
