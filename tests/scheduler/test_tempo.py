"""How dense learned visits are, by the rate of articles."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.policy import learned_interval_s
from scheduler.profile import Profile
from scheduler.tempo import LIVELY, LIVELY_SHARE, MOST_BETWEEN, Tempo, lively_rate, tempo_for

NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
WEEK = timedelta(days=7)
BUSY_NOON = tuple(4.0 if 9 <= hour < 14 else 0.2 for hour in range(24))

rates = st.floats(0, 1000)
shares = st.floats(0.02, 10)
profiles = st.builds(
    Profile, rate=rates, day=st.tuples(*[shares] * 24), week=st.tuples(*[shares] * 7)
)
tempos = st.builds(Tempo, pace=st.floats(0.01, 100), lively=st.floats(0, 1000))


def visits_of_week(profile: Profile, tempo: Tempo) -> int:
    at, count = NOW, 0
    while at < NOW + WEEK:
        at += timedelta(seconds=learned_interval_s(profile, at, tempo))
        count += 1
    return count


@pytest.mark.parametrize(
    ("rate", "minutes"), [(1.0, 60), (16.0, 15), (1 / 24, 294), (0.0, 1440), (10_000, 5)]
)
def test_the_interval_falls_with_the_root_of_the_rate(rate: float, minutes: float) -> None:
    assert learned_interval_s(Profile(rate), NOW) == pytest.approx(60 * minutes, rel=0.02)


def test_lively_hours_are_visited_more_often() -> None:
    lively = Tempo(lively=2.0)
    usual, raised = (learned_interval_s(Profile(2.0), NOW, each) for each in (Tempo(), lively))
    assert usual == pytest.approx(LIVELY * raised)
    assert learned_interval_s(Profile(8.0), NOW, lively) == pytest.approx(raised)
    assert learned_interval_s(Profile(1.9), NOW, lively) == learned_interval_s(Profile(1.9), NOW)


def test_visits_fall_where_articles_are_likely() -> None:
    day = tuple(2.0 if 6 <= hour < 18 else 0.05 for hour in range(24))
    profile = Profile(2.0, day)
    noon = learned_interval_s(profile, NOW)
    night = learned_interval_s(profile, NOW + timedelta(hours=8))
    assert noon < 3600 < 3 * noon < night


@given(tempos, rates, rates)
def test_more_articles_never_mean_fewer_visits(tempo: Tempo, one: float, other: float) -> None:
    quiet, lively = sorted((one, other))
    assert tempo.density(quiet) <= tempo.density(lively)


@given(tempos, rates)
def test_few_articles_come_between_two_visits(tempo: Tempo, rate: float) -> None:
    assert rate / max(tempo.density(rate), 1e-12) <= MOST_BETWEEN * (1 + 1e-9)


@given(profiles, tempos, st.floats(1.01, 100))
def test_a_livelier_source_is_never_visited_later(
    profile: Profile, tempo: Tempo, factor: float
) -> None:
    lively = Profile(profile.rate * factor, profile.day, profile.week)
    later = learned_interval_s(profile, NOW, tempo) + 1e-3
    assert learned_interval_s(lively, NOW, tempo) <= later


@given(st.lists(profiles, min_size=1, max_size=4))
def test_lively_hours_hold_their_share_of_the_articles(known: list[Profile]) -> None:
    rates_ = [rate for each in known for rate in each.hourly_rates()]
    limit = lively_rate(known)
    held = sum(rate for rate in rates_ if rate >= limit)
    fewer = sum(rate for rate in rates_ if rate > limit)
    assert held >= LIVELY_SHARE * sum(rates_) * (1 - 1e-9)
    assert fewer <= LIVELY_SHARE * sum(rates_) * (1 + 1e-9)


def test_no_source_has_no_lively_hour() -> None:
    assert lively_rate([]) == inf
    assert tempo_for([], 100.0) == Tempo()
    assert tempo_for([Profile(0.0)]) == Tempo()


def test_a_week_takes_the_visits_that_the_budget_has() -> None:
    known = [Profile(0.1), Profile(1.0), Profile(4.0, BUSY_NOON)]
    tempo = tempo_for(known, 100.0)
    count = sum(visits_of_week(profile, tempo) for profile in known)
    assert count == pytest.approx(700, rel=0.05)


def test_without_a_budget_lively_hours_gain_what_the_others_give() -> None:
    known = [Profile(0.1), Profile(1.0, BUSY_NOON), Profile(2.0, BUSY_NOON)]
    learned, root = tempo_for(known), Tempo()
    of_learned, of_root = (
        sum(visits_of_week(profile, each) for profile in known) for each in (learned, root)
    )
    assert of_learned == pytest.approx(of_root, rel=0.08)
    noon, night = NOW.replace(hour=10), NOW.replace(hour=20)
    busiest = known[-1]
    assert learned_interval_s(busiest, noon, learned) < learned_interval_s(busiest, noon, root)
    assert learned_interval_s(known[0], night, learned) > learned_interval_s(known[0], night, root)
