"""Policies of visiting against each other, in virtual time, at the same number of requests.

`python -m bench.schedule [DATABASE]` replays streams of articles: synthetic ones (Poisson with
profiles of day and week, bursts, a dead source) or those of a database, learns for some weeks,
measures the last ones, and prints a table. Each policy has one number that makes it visit more or
less; it is set by bisection so that all spend the same budget. One visit is one request.
"""

from __future__ import annotations

import argparse
import sys
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from heapq import heappop, heappush
from math import sqrt
from statistics import median

from bench.streams import START, Stream, recorded, synthetic
from scheduler.policy import learned_interval_s
from scheduler.profile import Profile, learn
from scheduler.tempo import LEAST_S, MOST_S, Tempo, lively_rate

LISTING = 20
"""Articles that a listing holds; those pushed out between two visits are missed."""
LEARNED_ANEW_S = 6 * 3600.0
"""Virtual seconds after which a source's profile is learned anew."""
GOAL_PEER, GOAL_ORACLE = 0.7, 1.25


@dataclass(frozen=True, slots=True)
class Seen:
    """What a policy knows after a visit: the time, how many articles were new, all seen so far,
    and which stream it is, by its place."""

    now: datetime
    new: int
    articles: Sequence[datetime]
    stream: int


Interval = Callable[[Seen], float]
"""Seconds to the next visit of a stream."""
Policy = Callable[[Sequence[Stream], float], Interval]
"""From the streams (their rates are for the oracle only) and the policy's one number."""


def fixed(streams: Sequence[Stream], number: float) -> Interval:
    """Every source at the same interval."""
    return lambda _: 3600 * number


def rss_fetcher(streams: Sequence[Stream], number: float) -> Interval:
    """Media Cloud's rss-fetcher (fetcher/tasks.py, `_check_auto_adjust`; fetcher/config.py).

    From 6 hours (the default of DEFAULT_INTERVAL_MINS), AUTO_ADJUST_MINUTES = 60 less where under
    33 % of a listing's links are known, as much more where over 67 % are, between
    AUTO_ADJUST_MIN_POLL_MINUTES = 10 and a day.
    """
    intervals = [6 * 3600.0] * len(streams)

    def interval(seen: Seen) -> float:
        known = 1 - seen.new / LISTING
        change = -3600.0 if known < 0.33 else 3600.0 if known > 0.67 else 0.0
        intervals[seen.stream] = min(MOST_S, max(600.0, intervals[seen.stream] + change))
        return intervals[seen.stream] * number

    return interval


def stormcrawler(streams: Sequence[Stream], number: float) -> Interval:
    """StormCrawler's AdaptiveScheduler (core, persistence/AdaptiveScheduler.java).

    The interval starts at fetchInterval.default, × (1 - 0.2) at each change and × (1 + 0.5)
    without one, between `scheduler.adaptive.fetchInterval.min` = 90 and a maximum (minutes there).
    """
    intervals = [24 * 3600.0] * len(streams)

    def interval(seen: Seen) -> float:
        changed = intervals[seen.stream] * (0.8 if seen.new else 1.5)
        intervals[seen.stream] = min(MOST_S * 2, max(90 * 60.0, changed))
        return intervals[seen.stream] * number

    return interval


def entry_frequency(streams: Sequence[Stream], number: float) -> Interval:
    """miniflux's entry_frequency (internal/model/feed.go, `ScheduleNextCheck`).

    Interval = a week / (articles of the last week × factor), between a minimum of 5 minutes and a
    maximum of 24 hours.
    """

    def interval(seen: Seen) -> float:
        week = len(seen.articles) - bisect_right(seen.articles, seen.now - timedelta(days=7))
        usual = 7 * 86_400.0 / week if week else MOST_S
        return min(MOST_S, max(LEAST_S, usual * number))

    return interval


def ours(streams: Sequence[Stream], number: float) -> Interval:
    """`scheduler.tempo` on the profiles that `scheduler.profile` learns from what was seen."""
    profiles = [Profile() for _ in streams]
    learned_at = [START - timedelta(days=1) for _ in streams]
    tempo = Tempo(number)

    def interval(seen: Seen) -> float:
        nonlocal tempo
        if (seen.now - learned_at[seen.stream]).total_seconds() >= LEARNED_ANEW_S:
            learned_at[seen.stream] = seen.now
            profiles[seen.stream] = learn(seen.articles, START, seen.now)
            tempo = Tempo(number, lively_rate(profiles))
        return learned_interval_s(profiles[seen.stream], seen.now, tempo)

    return interval


def oracle(streams: Sequence[Stream], number: float) -> Interval:
    """The least mean delay for the budget, by one who knows the true rates λ: visits of density
    ∝ √λ, over sources and hours (Sia, Cho and Cho, IEEE TKDE 19, 2007; see scheduler.tempo)."""
    truths = [each.truth for each in streams if each.truth is not None]

    def interval(seen: Seen) -> float:
        end = seen.now + timedelta(seconds=MOST_S)
        due = truths[seen.stream].reaches(seen.now, number, end, sqrt)
        return max(LEAST_S, (due - seen.now).total_seconds())

    return interval


POLICIES: dict[str, tuple[Policy, float, float]] = {
    "fixed interval": (fixed, 0.01, 100.0),
    "rss-fetcher": (rss_fetcher, 0.01, 100.0),
    "StormCrawler": (stormcrawler, 0.005, 50.0),
    "entry_frequency": (entry_frequency, 0.01, 1000.0),
    "ours": (ours, 0.02, 50.0),
    "oracle": (oracle, 0.02, 50.0),
}
"""Each with the range of its number."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a policy came to in the measured weeks: delays in minutes."""

    visits: int
    median: float
    p95: float
    mean: float
    missed: int


def simulate(
    streams: Sequence[Stream], policy: Policy, number: float, measured: datetime, end: datetime
) -> Outcome:
    """Visit all streams to the end; what happens before `measured` is learned from, not counted."""
    interval = policy(streams, number)
    found = [0] * len(streams)
    known: list[list[datetime]] = [[] for _ in streams]
    due = [(START, place) for place in range(len(streams))]
    visits, delays, missed = 0, list[float](), 0
    while due:
        now, place = heappop(due)
        arrivals = streams[place].arrivals
        upto = bisect_right(arrivals, now, lo=found[place])
        lost = max(0, upto - found[place] - LISTING)
        came = arrivals[found[place] + lost : upto]
        if now >= measured:
            visits += 1
            missed += lost
            delays += [(now - at).total_seconds() / 60 for at in came if at >= measured]
        known[place] += came
        found[place] = upto
        wait_s = interval(Seen(now, len(came), known[place], place))
        following = now + timedelta(seconds=min(2 * MOST_S, max(60.0, wait_s)))
        if following < end:
            heappush(due, (following, place))
    delays.sort()
    if not delays:
        return Outcome(visits, 0.0, 0.0, 0.0, missed)
    p95 = delays[int(0.95 * (len(delays) - 1))]
    return Outcome(visits, median(delays), p95, sum(delays) / len(delays), missed)


def at_budget(
    streams: Sequence[Stream], name: str, budget: int, measured: datetime, end: datetime
) -> Outcome:
    """A policy with the number at which it spends the budget, to one part in a hundred."""
    policy, low, high = POLICIES[name]
    number = (low * high) ** 0.5
    for _ in range(14):
        outcome = simulate(streams, policy, number, measured, end)
        if abs(outcome.visits - budget) <= budget / 100:
            break
        low, high = (number, high) if outcome.visits > budget else (low, number)
        # The more a number, the fewer visits, about in proportion: aim, but stay inside.
        aimed = number * outcome.visits / budget
        number = aimed if low < aimed < high else (low * high) ** 0.5
    return outcome


def report(streams: Sequence[Stream], weeks: int, budget_a_day: float) -> bool:
    """Print the table; True where the goals are met."""
    measured_weeks = max(1, weeks // 2)
    end = START + timedelta(weeks=weeks)
    measured = end - timedelta(weeks=measured_weeks)
    budget = round(budget_a_day * 7 * measured_weeks * len(streams))
    names = [name for name in POLICIES if name != "oracle" or all(s.truth for s in streams)]
    print(f"{len(streams)} sources, {weeks} weeks, the last {measured_weeks} measured; ", end="")
    print(f"{budget_a_day:g} requests a source and day; listings of {LISTING}")
    print(
        f"{'policy':16} {'requests':>9} {'median min':>11} {'p95 min':>9} {'mean':>7} {'missed':>7}"
    )
    outcomes = {}
    for name in names:
        got = outcomes[name] = at_budget(streams, name, budget, measured, end)
        print(f"{name:16} {got.visits:9} {got.median:11.1f} {got.p95:9.1f}", end="")
        print(f" {got.mean:7.1f} {got.missed:7}", flush=True)
    mine = outcomes["ours"]
    peers = [each for name, each in outcomes.items() if name not in ("ours", "oracle")]
    best = min(each.median for each in peers)
    met = mine.median <= GOAL_PEER * best and mine.missed == 0
    print(f"ours / best peer {mine.median / best:.2f} (goal {GOAL_PEER})", end="")
    if "oracle" in outcomes:
        against = mine.median / outcomes["oracle"].median
        print(f", ours / oracle {against:.2f} (goal {GOAL_ORACLE})", end="")
        met = met and against <= GOAL_ORACLE
    print(f", missed {mine.missed} (goal 0)")
    print(f"means: ours / best peer {mine.mean / min(each.mean for each in peers):.2f}")
    return met


def main() -> int:
    """Print the table; exit 1 where a goal is missed."""
    parser = argparse.ArgumentParser("bench.schedule", description=__doc__)
    parser.add_argument("database", nargs="?", help="replay its articles, not synthetic ones")
    parser.add_argument("--weeks", type=int, default=6)
    parser.add_argument("--budget", type=float, default=24.0, help="requests a source and day")
    given = parser.parse_args()
    if given.database:
        streams, weeks = recorded(given.database)
    else:
        streams, weeks = synthetic(given.weeks), given.weeks
    return 0 if report(streams, weeks, given.budget) else 1


if __name__ == "__main__":
    sys.exit(main())
