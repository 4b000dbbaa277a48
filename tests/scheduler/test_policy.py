"""When a source is due."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.records import Source
from scheduler.policy import LEAST_S, MOST_S, Visit, learned_interval_s, next_visit

NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)


def source(**values: object) -> Source:
    return Source(id="s", name="S", **values)  # type: ignore[arg-type]


def hourly(new: int, count: int = 24, *, failed: bool = False) -> list[Visit]:
    """Visits at each of the last hours, each with as many new articles."""
    return [Visit(NOW - timedelta(hours=hour), new, failed) for hour in range(1, count + 1)]


visits = st.lists(
    st.builds(
        Visit,
        started_at=st.integers(0, 60 * 24 * 3600).map(lambda s: NOW - timedelta(seconds=s)),
        new=st.integers(0, 500),
        failed=st.booleans(),
    ),
    max_size=40,
)


@pytest.mark.parametrize("rules", [{}, {"every_s": 1800.0}])
def test_a_source_never_visited_is_due_at_once(rules: dict[str, float]) -> None:
    assert next_visit(source(**rules), [], NOW) == NOW


def test_every_counts_from_the_beginning_of_the_last_visit() -> None:
    past = [Visit(NOW - timedelta(minutes=10), 3), Visit(NOW - timedelta(hours=3), 3)]
    assert next_visit(source(every_s=1800.0), past, NOW) == NOW + timedelta(minutes=20)


def test_many_missed_visits_are_one() -> None:
    due = next_visit(source(every_s=60.0), [Visit(NOW - timedelta(days=2), 0)], NOW)
    assert due <= NOW
    assert next_visit(source(every_s=60.0), [Visit(NOW, 0)], NOW) > NOW


@pytest.mark.parametrize(
    ("cron", "timezone", "expected"),
    [
        ("0 */2 * * *", None, datetime(2026, 3, 10, 14, 0, tzinfo=UTC)),
        ("30 6 * * *", "Asia/Dubai", datetime(2026, 3, 11, 2, 30, tzinfo=UTC)),
        ("0 9 * * mon", "Africa/Cairo", datetime(2026, 3, 16, 7, 0, tzinfo=UTC)),
    ],
    ids=["every two hours", "in the source's zone", "on a day of the week"],
)
def test_cron_in_the_sources_zone(cron: str, timezone: str | None, expected: datetime) -> None:
    watched = source(cron=cron, timezone=timezone)
    assert next_visit(watched, [Visit(NOW, 1)], NOW) == expected


def test_cron_does_not_begin_before_its_time() -> None:
    assert next_visit(source(cron="0 0 * * *"), [], NOW) == datetime(2026, 3, 11, tzinfo=UTC)


def test_a_cron_line_that_never_comes_is_looked_at_again_after_a_day() -> None:
    watched = source(cron="0 0 30 2 *")
    assert next_visit(watched, [Visit(NOW, 0)], NOW) == NOW + timedelta(seconds=MOST_S)


def test_a_lively_source_is_visited_more_often_than_a_quiet_one() -> None:
    assert learned_interval_s(hourly(10), NOW) < learned_interval_s(hourly(1), NOW)
    assert learned_interval_s(hourly(1), NOW) < learned_interval_s(hourly(0), NOW)


def test_the_learned_pace_is_near_the_true_one() -> None:
    assert learned_interval_s(hourly(4, count=48), NOW) == pytest.approx(900, rel=0.1)


def test_what_the_first_visit_found_says_nothing_of_the_pace() -> None:
    backlog = [*hourly(0), Visit(NOW - timedelta(hours=25), 400)]
    assert learned_interval_s(backlog, NOW) == learned_interval_s(
        [*hourly(0), Visit(NOW - timedelta(hours=25), 0)], NOW
    )


def test_failures_double_the_interval_and_a_success_ends_that() -> None:
    calm = hourly(1)
    failing = [Visit(NOW - timedelta(minutes=m), 0, failed=True) for m in (20, 10)]
    assert learned_interval_s([*calm, *failing], NOW) == pytest.approx(
        4 * learned_interval_s(calm, NOW)
    )
    healed = [*calm, *failing, Visit(NOW, 1)]
    assert learned_interval_s(healed, NOW) < 2 * learned_interval_s(calm, NOW)


@given(visits, st.floats(0, 1, exclude_max=True))
def test_a_learned_visit_falls_within_the_promised_bounds(past: list[Visit], chance: float) -> None:
    due = next_visit(source(), past, NOW, chance=chance)
    if not past:
        assert due == NOW
    else:
        waited = (due - max(visit.started_at for visit in past)).total_seconds()
        assert LEAST_S <= round(waited, 3) <= MOST_S


@given(visits)
def test_the_order_of_the_history_does_not_matter(past: list[Visit]) -> None:
    assert next_visit(source(), past, NOW) == next_visit(source(), past[::-1], NOW)


@given(visits.filter(bool), st.floats(60, 1e6))
def test_every_is_kept_to_exactly(past: list[Visit], every_s: float) -> None:
    due = next_visit(source(every_s=every_s), past, NOW)
    assert due == max(visit.started_at for visit in past) + timedelta(seconds=every_s)
