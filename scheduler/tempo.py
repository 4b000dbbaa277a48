"""How often learned sources are visited: a density of visits for every rate of articles.

For articles that come as a Poisson process of rate λ(t), visits of density ρ(t) make them wait
∫ λ/(2ρ) dt in all, and under a budget ∫ ρ dt = B that is least where ρ ∝ √λ: the rule of Sia, Cho
and Cho, "Efficient Monitoring Algorithm for Fast News Alerts", IEEE TKDE 19 (2007), for feeds, here
over the hours too. The root makes the mean delay least. What a reader of the news feels is the
median, and that is settled where most articles are, in the lively hours: the ones of the highest
rates that hold nearly half of the articles of all sources. An article found within a given time is
worth the same wherever it is, so that lively hours all get one density, LIVELY times the root at
their lowest rate.

A source's hours of high rate must not outrun its listing either: the density never falls below a
tenth of the rate, so that at PACE about ten articles come between two visits, and a listing of
twenty holds them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import inf, sqrt

from scheduler.profile import Profile

PACE = 1.0
"""Density integrated over hours between two visits, where no budget is given: hourly where one
article an hour comes, each quarter of an hour where sixteen do, each five hours where one a day."""

LIVELY = 6.5
"""How much denser visits are in the lively hours than the root would have them at their lowest
rate. `python -m bench.densities` compares values: 4 gives a median of 8.8 minutes and a mean of
21.6, 6.5 a median of 7.5 and a mean of 27.1; beyond, the mean passes that of other rules."""

LIVELY_SHARE = 0.45
"""Of all articles, that the lively hours hold. With what is found early in other hours, that makes
half of them."""

MOST_BETWEEN = 10.0
"""Articles that come between two visits at PACE at most."""

LEAST_S = 5 * 60.0
MOST_S = 24 * 3600.0
"""Bounds of a learned interval, in seconds: promised in docs/add-a-source.md."""

WEEK_DAYS = 7


@dataclass(frozen=True, slots=True)
class Tempo:
    """A visit is due when the density, integrated over the hours since the last, reaches `pace`.

    `lively` is the rate (articles an hour) from which on an hour is lively. One tempo serves all
    sources, so that quiet ones and lively ones share a budget.
    """

    pace: float = PACE
    lively: float = inf

    def density(self, rate: float) -> float:
        """Visits an hour at a rate of articles an hour, at a pace of 1."""
        usual = LIVELY * sqrt(self.lively) if rate >= self.lively else sqrt(rate)
        return max(usual, sqrt(rate), rate / MOST_BETWEEN)

    def next_after(self, last: datetime, profile: Profile, limit: datetime) -> datetime:
        """When the visit that follows one at `last` is due; `limit` where it is not by then."""
        return profile.reaches(last, self.pace, limit, self.density)


def tempo_for(profiles: Sequence[Profile], visits_a_day: float = 0.0) -> Tempo:
    """The tempo at which sources of these profiles take so many visits a day in all.

    0 visits a day means as many as the plain root would take at PACE: lively hours then gain what
    the others give. A budget that the bounds of an interval do not allow is met as far as they do.
    """
    rates = [rate for each in profiles for rate in each.hourly_rates()]
    if not any(rates):
        return Tempo()
    asked = WEEK_DAYS * visits_a_day if visits_a_day > 0 else _visits(rates, Tempo())
    lively = lively_rate(profiles)
    low, high = _PACES
    for _ in range(_HALVINGS):
        middle = sqrt(low * high)
        too_many = _visits(rates, Tempo(middle, lively)) > asked
        low, high = (middle, high) if too_many else (low, middle)
    return Tempo(sqrt(low * high), lively)


_PACES = (1e-4, 1e4)
"""Between them every interval goes from the one bound to the other."""
_HALVINGS = 16
"""Halvings, on a scale of ratios, of what is between the two: to three parts in ten thousand."""


def _visits(rates: Iterable[float], tempo: Tempo) -> float:
    """Visits in as many hours as there are rates."""
    most, least = 3600 / LEAST_S, 3600 / MOST_S
    return sum(min(most, max(least, tempo.density(rate) / tempo.pace)) for rate in rates)


def lively_rate(profiles: Iterable[Profile]) -> float:
    """The rate from which on hours hold LIVELY_SHARE of the articles of all these sources in a
    week; infinite for no source."""
    rates = sorted((rate for each in profiles for rate in each.hourly_rates()), reverse=True)
    wanted, held = LIVELY_SHARE * sum(rates), 0.0
    for rate in rates:
        held += rate
        if held >= wanted:
            return rate
    return inf
