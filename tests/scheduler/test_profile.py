"""How a source's articles come, as learned from what was seen."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.profile import Profile, learn

NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
moments = st.integers(0, 60 * 24 * 3600).map(lambda s: NOW - timedelta(seconds=s))


@given(st.lists(moments, max_size=60), moments)
def test_what_is_learned_is_a_profile(arrivals: list[datetime], since: datetime) -> None:
    profile = learn(arrivals, since, NOW)
    assert profile.rate > 0
    for shares_ in (profile.day, profile.week):
        assert min(shares_) > 0
        assert sum(shares_) / len(shares_) == pytest.approx(1)


def test_nothing_watched_gives_the_prior() -> None:
    assert learn([], NOW, NOW) == Profile()


def test_the_true_rate_and_habits_are_learned() -> None:
    start = NOW.replace(hour=0) - timedelta(days=28)
    arrivals = [
        start + timedelta(days=day, hours=hour, minutes=minute)
        for day in range(28)
        for hour in range(8, 16)
        for minute in (10, 40)
        if (start + timedelta(days=day)).weekday() < 5
    ]
    profile = learn(arrivals, start, NOW)
    tuesday, saturday = NOW - timedelta(days=7), NOW - timedelta(days=3)
    assert 1 < profile.at(tuesday) < 3  # two an hour, drawn towards the prior
    assert profile.at(tuesday.replace(hour=2)) < 0.2
    assert profile.at(saturday) < 0.4


def test_the_rates_of_a_week_are_those_of_its_moments() -> None:
    monday = NOW.replace(hour=0) - timedelta(days=NOW.weekday())
    day = tuple(0.5 if hour < 12 else 1.5 for hour in range(24))
    week = (1.4,) * 5 + (0.0, 0.0)
    profile = Profile(3.0, day, week)
    moments_of_week = [monday + timedelta(hours=hour) for hour in range(7 * 24)]
    assert profile.hourly_rates() == pytest.approx([profile.at(at) for at in moments_of_week])
