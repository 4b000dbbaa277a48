"""How often learned sources are visited: a density of visits for every rate of articles.

For articles that come as a Poisson process of rate λ(t), visits of density ρ(t) make them wait
∫ λ/(2ρ) dt in all, and under a budget ∫ ρ dt = B that is least where ρ ∝ √λ: the rule of Sia, Cho
and Cho, "Efficient Monitoring Algorithm for Fast News Alerts", IEEE TKDE 19 (2007), for feeds, here
over the hours too. The root makes the mean delay least. What a reader of the news feels is the
median, and that is settled where most articles are: in the lively hours, the ones of the highest
rates that hold half of all articles of all sources. They get LIVELY times the density of the root.

A source's hours of high rate must not outrun its listing either: the density never falls below a
tenth of the rate, so that at PACE about ten articles come between two visits, and a listing of
twenty holds them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import inf, sqrt

from scheduler.profile import Profile

PACE = 1.0
"""Density integrated over hours between two visits, where no budget is given: hourly where one
article an hour comes, each quarter of an hour where sixteen do, each five hours where one a day."""

LIVELY = 3.5
"""How much denser visits are in the lively hours. `python -m bench.densities` compares the values:
the median falls up to about 3.5, from where on the mean and the 95th percentile only rise."""

LIVELY_SHARE = 0.5
"""Of all articles, that the lively hours hold: the median article is among them."""

MOST_BETWEEN = 10.0
"""Articles that come between two visits at PACE at most."""

WEEK = timedelta(days=7)


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
        raised = LIVELY if rate >= self.lively else 1.0
        return max(raised * sqrt(rate), rate / MOST_BETWEEN)

    def next_after(self, last: datetime, profile: Profile, limit: datetime) -> datetime:
        """When the visit that follows one at `last` is due; `limit` where it is not by then."""
        return profile.reaches(last, self.pace, limit, self.density)


def tempo_for(profiles: Sequence[Profile], now: datetime, visits_a_day: float = 0.0) -> Tempo:
    """The tempo at which sources of these profiles take so many visits a day in all.

    0 visits a day means as many as the plain root would take at PACE: lively hours then gain what
    the others give. The bounds of an interval may move the true number a little.
    """
    shape = Tempo(lively=lively_rate(profiles))
    effort = sum(each.effort(now, now + WEEK, shape.density) for each in profiles)
    if visits_a_day > 0:
        asked = 7 * visits_a_day
    else:
        asked = sum(each.effort(now, now + WEEK, Tempo().density) for each in profiles) / PACE
    return Tempo(effort / asked, shape.lively) if effort > 0 and asked > 0 else Tempo()


def lively_rate(profiles: Iterable[Profile]) -> float:
    """The rate from which on hours hold LIVELY_SHARE of the articles of all these sources in a
    week, the median article among them; infinite for no source."""
    rates = sorted((rate for each in profiles for rate in each.hourly_rates()), reverse=True)
    wanted, held = LIVELY_SHARE * sum(rates), 0.0
    for rate in rates:
        held += rate
        if held >= wanted:
            return rate
    return inf
