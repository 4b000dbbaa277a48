"""When a source is due."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.records import Source
from scheduler.policy import (
    FIRST_BACK_OFF_S,
    MOST_PATIENCE,
    RESUME_S,
    Floors,
    QuietHours,
    Visit,
    next_visit,
)
from scheduler.profile import Profile
from scheduler.tempo import LEAST_S, MOST_S, Tempo

NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
CALM = Visit(NOW, 1)


def source(**values: object) -> Source:
    return Source(id="s", name="S", **values)  # type: ignore[arg-type]


def failing(*minutes: int) -> list[Visit]:
    return [Visit(NOW - timedelta(minutes=m), 0, failed=True) for m in minutes]


def waited_s(due: datetime, last: datetime = NOW) -> float:
    return (due - last).total_seconds()


moments = st.integers(0, 60 * 24 * 3600).map(lambda s: NOW - timedelta(seconds=s))
visits = st.lists(
    st.builds(
        Visit,
        started_at=moments,
        new=st.integers(0, 500),
        failed=st.booleans(),
        overlap_lost=st.booleans(),
    ),
    max_size=20,
)
shares = st.floats(0.02, 10)
profiles = st.builds(
    Profile,
    rate=st.floats(0, 1000),
    day=st.tuples(*[shares] * 24),
    week=st.tuples(*[shares] * 7),
)
chances = st.floats(0, 1, exclude_max=True)


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


def test_a_clock_that_was_put_back_does_not_put_visits_off() -> None:
    ahead = [Visit(NOW + timedelta(days=30), 1)]
    assert next_visit(source(every_s=60.0), ahead, NOW) == NOW + timedelta(seconds=60)
    assert next_visit(source(), ahead, NOW) <= NOW + timedelta(seconds=MOST_S)


@pytest.mark.parametrize(
    ("cron", "timezone", "expected"),
    [
        ("0 */2 * * *", None, datetime(2026, 3, 10, 14, 0, tzinfo=UTC)),
        ("30 6 * * *", "Asia/Dubai", datetime(2026, 3, 11, 2, 30, tzinfo=UTC)),
        ("0 9 * * mon", "Africa/Cairo", datetime(2026, 3, 16, 7, 0, tzinfo=UTC)),
        ("0 9 * * 1", None, datetime(2026, 3, 16, 9, 0, tzinfo=UTC)),
        ("0 9 * * 0", None, datetime(2026, 3, 15, 9, 0, tzinfo=UTC)),
        ("0 9 * * 7", None, datetime(2026, 3, 15, 9, 0, tzinfo=UTC)),
        ("0 9 13 * 1", None, datetime(2026, 3, 13, 9, 0, tzinfo=UTC)),
    ],
    ids=[
        "every two hours",
        "in the source's zone",
        "on a day of the week",
        "1 is Monday",
        "0 is Sunday",
        "7 is Sunday",
        "that day of the month or of the week",
    ],
)
def test_cron_in_the_sources_zone(cron: str, timezone: str | None, expected: datetime) -> None:
    watched = source(cron=cron, timezone=timezone)
    assert next_visit(watched, [Visit(NOW, 1)], NOW) == expected


def test_cron_does_not_begin_before_its_time() -> None:
    assert next_visit(source(cron="0 0 * * *"), [], NOW) == datetime(2026, 3, 11, tzinfo=UTC)


@pytest.mark.parametrize(
    ("cron", "since", "expected"),
    [
        ("30 2 * * *", "2026-03-28T12:00", "2026-03-29T01:00"),
        ("30 2 * * *", "2026-10-25T00:30", "2026-10-26T01:30"),
        ("30 2 * * *", "2026-10-25T01:10", "2026-10-26T01:30"),
        ("0 * * * *", "2026-10-25T00:00", "2026-10-25T01:00"),
    ],
    ids=[
        "a skipped hour",
        "a repeated hour, first",
        "a repeated hour, again",
        "hourly goes on",
    ],
)
def test_cron_when_summer_time_begins_and_ends(cron: str, since: str, expected: str) -> None:
    watched = source(cron=cron, timezone="Europe/Berlin")
    last = datetime.fromisoformat(since).replace(tzinfo=UTC)
    assert next_visit(watched, [Visit(last, 0)], last) == datetime.fromisoformat(expected).replace(
        tzinfo=UTC
    )


def test_failures_double_the_wait_and_a_success_ends_that() -> None:
    watched = source()
    one, two = (
        waited_s(next_visit(watched, failing(*minutes), NOW), NOW - timedelta(minutes=10))
        for minutes in ((10,), (10, 20))
    )
    assert (one, two) == (FIRST_BACK_OFF_S, 2 * FIRST_BACK_OFF_S)
    assert waited_s(next_visit(watched, [CALM, *failing(10, 20)], NOW)) == 3600


def test_every_grows_patient_with_a_site_that_fails_but_never_forgets_it() -> None:
    watched = source(every_s=60.0)
    assert waited_s(next_visit(watched, failing(0), NOW)) == 60
    assert waited_s(next_visit(watched, failing(0, 1, 2), NOW)) == 240
    assert waited_s(next_visit(watched, failing(*range(50)), NOW)) == 60 * MOST_PATIENCE


def test_an_interrupted_visit_is_soon_gone_on_with() -> None:
    def interrupted(count: int) -> list[Visit]:
        return [Visit(NOW - timedelta(minutes=m), 0, interrupted=True) for m in range(count)]

    for watched in (source(), source(every_s=1800.0)):
        assert waited_s(next_visit(watched, interrupted(1), NOW)) == RESUME_S
        assert waited_s(next_visit(watched, interrupted(2), NOW)) == 4 * RESUME_S
        assert waited_s(next_visit(watched, interrupted(9), NOW)) >= 1800
    assert waited_s(next_visit(source(every_s=10.0), interrupted(1), NOW)) == 10
    nightly = source(cron="0 2 * * *")
    assert waited_s(next_visit(nightly, interrupted(1), NOW)) == RESUME_S
    assert waited_s(next_visit(nightly, interrupted(2), NOW)) == 4 * RESUME_S
    assert next_visit(nightly, interrupted(12), NOW) == datetime(2026, 3, 11, 2, tzinfo=UTC)
    ended = [*interrupted(1), Visit(NOW + timedelta(minutes=1), 0)]
    later = next_visit(nightly, ended, NOW + timedelta(minutes=2))
    assert later == datetime(2026, 3, 11, 2, tzinfo=UTC)


def test_a_lost_overlap_shortens_the_interval() -> None:
    lost = [Visit(NOW - n * HOUR, 20, overlap_lost=True) for n in range(2)]
    assert waited_s(next_visit(source(), lost[:1], NOW)) == 1800
    assert waited_s(next_visit(source(), lost, NOW)) == 900


def test_a_list_that_is_empty_all_of_a_sudden_is_looked_at_again_soon_and_once() -> None:
    first, again = Visit(NOW, 0, list_empty=True), Visit(NOW + HOUR, 0, list_empty=True)
    before = Visit(NOW - HOUR, 3)
    daily = source(every_s=86_400.0), source(cron="0 6 * * *")
    for watched in (*daily, source()):
        assert waited_s(next_visit(watched, [before, first], NOW)) <= FIRST_BACK_OFF_S
    for watched in daily:
        assert waited_s(next_visit(watched, [first, again], NOW + HOUR)) > 3600 + FIRST_BACK_OFF_S
    assert waited_s(next_visit(source(every_s=300.0), [first], NOW)) == 300


def test_a_daily_visit_that_fails_is_made_again_soon_until_it_is_told_of() -> None:
    for watched in (source(every_s=86_400.0), source(cron="0 6 * * *")):
        assert waited_s(next_visit(watched, [Visit(NOW - HOUR, 3), *failing(0)], NOW)) == 600
        assert waited_s(next_visit(watched, failing(0, 10), NOW)) == 1200
        assert waited_s(next_visit(watched, failing(0, 20, 30), NOW)) > 12 * 3600
        later = Floors(until=NOW + 2 * HOUR)
        assert waited_s(next_visit(watched, failing(0), NOW, floors=later)) == 7200


def test_what_hosts_and_listings_ask_for_is_a_floor() -> None:
    until = NOW + timedelta(hours=9)
    for watched in (source(), source(every_s=600.0), source(cron="0 * * * *")):
        assert next_visit(watched, [CALM], NOW, floors=Floors(until=until)) == until
    stale, never = Floors(stale_at=NOW + 2 * HOUR), Floors(stale_at=NOW + 999 * HOUR)
    assert waited_s(next_visit(source(), [CALM], NOW, floors=stale)) == 7200
    assert waited_s(next_visit(source(), [CALM], NOW, floors=never)) == MOST_S
    asked = source(every_s=600.0)
    assert waited_s(next_visit(asked, [CALM], NOW, floors=stale)) == 600


@pytest.mark.parametrize(
    ("start", "end", "timezone", "expected"),
    [
        (time(12), time(15), None, datetime(2026, 3, 10, 15, tzinfo=UTC)),
        (time(22), time(6), None, datetime(2026, 3, 10, 13, tzinfo=UTC)),
        (time(15), time(6), "Asia/Riyadh", datetime(2026, 3, 11, 3, tzinfo=UTC)),
        (time(12), time(12), None, datetime(2026, 3, 10, 13, tzinfo=UTC)),
    ],
    ids=["waits for their end", "not now", "over midnight, in the source's zone", "none"],
)
def test_quiet_hours(start: time, end: time, timezone: str | None, expected: datetime) -> None:
    quiet = QuietHours(start, end)
    assert next_visit(source(timezone=timezone), [CALM], NOW, quiet=quiet) == expected


@given(moments, st.times(), st.times(), st.sampled_from([None, "Africa/Cairo", "America/New_York"]))
def test_no_visit_falls_into_quiet_hours(
    last: datetime, start: time, end: time, timezone: str | None
) -> None:
    quiet = QuietHours(start.replace(second=0, microsecond=0), end.replace(second=0, microsecond=0))
    watched = source(timezone=timezone)
    due = next_visit(watched, [Visit(last, 1)], NOW, quiet=quiet)
    usual = next_visit(watched, [Visit(last, 1)], NOW)
    assert usual <= due <= usual + timedelta(hours=25)
    assert quiet.after(due, UTC if timezone is None else due.tzinfo or UTC) >= due


@given(visits, profiles, chances)
def test_a_learned_visit_falls_within_the_promised_bounds(
    past: list[Visit], profile: Profile, chance: float
) -> None:
    due = next_visit(source(), past, NOW, chance=chance, profile=profile)
    if not past:
        assert due == NOW
    else:
        waited = waited_s(due, max(visit.started_at for visit in past))
        assert LEAST_S <= round(waited, 3) <= MOST_S


@given(visits, profiles)
def test_the_order_of_the_history_does_not_matter(past: list[Visit], profile: Profile) -> None:
    there = next_visit(source(), past, NOW, profile=profile)
    assert there == next_visit(source(), past[::-1], NOW, profile=profile)


@given(visits, profiles, st.floats(0.01, 100), st.floats(0, 100))
def test_no_tempo_breaks_the_promised_bounds(
    past: list[Visit], profile: Profile, pace: float, lively: float
) -> None:
    due = next_visit(source(), past or [CALM], NOW, profile=profile, tempo=Tempo(pace, lively))
    waited = waited_s(due, max(visit.started_at for visit in past or [CALM]))
    assert LEAST_S <= round(waited, 3) <= MOST_S


@given(st.floats(60, 1e6), moments)
def test_every_is_kept_to_exactly(every_s: float, at: datetime) -> None:
    due = next_visit(source(every_s=every_s), [Visit(at, 3)], NOW)
    assert due == at + timedelta(seconds=every_s)
