"""What alerts, what does not, and what heals."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from db.engine import session_factory
from db.health import ArticleFacts, RunFacts, article_facts, run_facts, update_alerts
from db.models import AlertRow, RunRow, SourceRow
from db.notices import notices
from pipeline.records import FieldRule, Source
from scheduler.alerts import close_unwatched, update_health
from scheduler.archives import Keeping, find_old, remove_old
from scheduler.health import troubles
from scheduler.profile import Profile, learn

NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def fact(at: datetime, **changes: object) -> ArticleFacts:
    values = {"dated": True, "signed": True, "words": 400, "language": "ar"} | changes
    return ArticleFacts(at, **values)  # type: ignore[arg-type]


def articles(count: int, **changes: object) -> list[ArticleFacts]:
    """One an hour up to now; `changes` concern the last fifteen."""
    return [fact(NOW - n * HOUR, **(changes if n < 15 else {})) for n in range(count)]


def run(hours_ago: float, **values: object) -> RunFacts:
    given = {"state": "finished", "outcomes": {"new": 1}, "reasons": {}, "error": None} | values
    return RunFacts(NOW - hours_ago * HOUR, **given)  # type: ignore[arg-type]


def hourly(count: int, **values: object) -> list[RunFacts]:
    return [run(n, **values) for n in range(count)]


def kinds(found: dict[str, str]) -> list[str]:
    return sorted(found)


def test_a_sound_source_has_no_alerts() -> None:
    assert troubles(articles(100), hourly(20), Profile(), NOW) == {}
    assert troubles([], [], Profile(), NOW) == {}


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"dated": False}, "dates-missing"),
        ({"signed": False}, "authors-missing"),
        ({"words": 90}, "texts-short"),
        ({"language": "en"}, "language-changed"),
        ({"language": None}, "language-missing"),
    ],
    ids=lambda value: str(value),
)
def test_a_field_that_breaks(changes: dict[str, object], kind: str) -> None:
    assert kinds(troubles(articles(100, **changes), hourly(20), Profile(), NOW)) == [kind]


def test_a_field_that_was_never_there_is_not_missed() -> None:
    never = [fact(NOW - n * HOUR, dated=False, signed=False) for n in range(100)]
    assert troubles(never, hourly(20), Profile(), NOW) == {}


@pytest.mark.parametrize(
    ("runs", "kind"),
    [
        (hourly(3, state="failed", outcomes={}, error="the section is gone"), "failing"),
        (hourly(2, outcomes={"rejected": 5}, reasons={"too-short": 5}), "all-rejected"),
        (hourly(1, outcomes={}, reasons={"listing:robots": 1}), "robots-forbids"),
        (hourly(2, outcomes={}, reasons={"listing:no-links": 1}), "layout-drift"),
        (hourly(1, outcomes={"new": 20}, reasons={"listing:overlap-lost": 1}), "articles-missed"),
        (hourly(3, reasons={"listing:http-error": 1}), "list-unread"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_runs_that_go_wrong(runs: list[RunFacts], kind: str) -> None:
    assert kinds(troubles(articles(20), runs, Profile(), NOW, met=runs)) == [kind]


@pytest.mark.parametrize("said", ["more-links", "more-pages", "no-address", "cut-short"])
def test_what_is_told_of_lists_that_were_read_is_no_list_that_could_not_be(said: str) -> None:
    runs = hourly(5, reasons={f"listing:{said}": 1})
    assert troubles(articles(20), runs, Profile(), NOW, met=runs) == {}


@pytest.mark.parametrize(
    ("reason", "kind"),
    [("listing:no-links", "layout-drift"), ("listing:overlap-lost", "articles-missed")],
)
def test_a_visit_that_failed_heals_nothing(reason: str, kind: str) -> None:
    before = [run(hours, reasons={reason: 1}) for hours in (1, 2)]
    assert kinds(troubles([], [run(0, state="failed"), *before], Profile(), NOW)) == [kind]
    assert kinds(troubles([], [run(0), *before], Profile(), NOW)) == []


def test_one_failure_or_a_mixture_of_reasons_is_no_alert() -> None:
    assert troubles([], [run(0, state="failed"), run(1), run(2)], Profile(), NOW) == {}
    mixed = [run(0, outcomes={"rejected": 8}, reasons={"too-short": 4, "not-article": 4})]
    assert troubles([], mixed, Profile(), NOW, met=mixed) == {}
    lists = [run(0, reasons={"listing:timeout": 1}), run(1), run(2, reasons={"listing:timeout": 1})]
    assert troubles([], lists, Profile(), NOW) == {}
    assert troubles([], hourly(9, reasons={"listing:never-read": 2}), Profile(), NOW) == {}
    assert troubles([], hourly(9, reasons={"listing:more-pages": 1}), Profile(), NOW) == {}


@pytest.mark.parametrize(
    ("changes", "kind"),
    [({"signed": False}, "authors-missing"), ({"dated": False}, "dates-missing"),
     ({"words": 90}, "texts-short"), ({"language": "en"}, "language-changed")],
    ids=lambda value: str(value),
)  # fmt: skip
def test_what_lasts_has_not_healed(changes: dict[str, object], kind: str) -> None:
    """An alert was opened 300 articles ago, and all since are as bad; then some are good again."""
    bad = [fact(NOW - n * HOUR, **changes) for n in range(300)]
    good = [fact(NOW - n * HOUR) for n in range(300, 400)]
    opened = {kind: NOW - 288 * HOUR}
    assert troubles([*bad, *good], hourly(20), Profile(), NOW) == {}
    assert kinds(troubles([*bad, *good], hourly(20), Profile(), NOW, opened=opened)) == [kind]
    healed = [fact(NOW + n * HOUR) for n in range(7, 0, -1)]
    assert troubles([*healed, *bad, *good], hourly(20), Profile(), NOW, opened=opened) == {}
    for_good = [*bad, *good[:20]]
    assert troubles(for_good, hourly(20), Profile(), NOW, opened=opened) == {}, "its new way"


def test_pages_that_are_all_rejected_need_not_come_at_once() -> None:
    met = [run(20 * n, outcomes={"rejected": 1}, reasons={"no-body": 1}) for n in range(5)]
    assert kinds(troubles([], hourly(50, outcomes={}), Profile(), NOW, met=met)) == ["all-rejected"]
    unchanged = [run(1, outcomes={"unchanged": 3}), *met]
    assert kinds(troubles([], [], Profile(), NOW, met=unchanged)) == ["all-rejected"]
    assert troubles([], [], Profile(), NOW, met=[run(1), *met]) == {}
    assert troubles([], [], Profile(), NOW, met=met[:4]) == {}


def test_a_visit_that_failed_met_no_new_pages() -> None:
    """While a site is under maintenance its stored articles are looked at, and all are refused."""
    down = {"outcomes": {"failed": 6}, "reasons": {"error-page": 6, "listing:error-page": 1}}
    met = [run(n, state="failed", **down) for n in range(2)]
    assert troubles(articles(20), [run(0), *met], Profile(), NOW, met=met) == {}


def test_pages_of_other_sections_say_nothing_of_the_source() -> None:
    beside = [run(n, outcomes={"rejected": 3}, reasons={"out-of-section": 3}) for n in range(5)]
    assert troubles(articles(20), beside, Profile(), NOW, met=beside) == {}
    assert kinds(troubles([], beside, Profile(), NOW, met=beside)) == ["all-rejected"]


@pytest.mark.usefixtures("one_source")
def test_visits_that_find_nothing_heal_nothing(engine: Engine) -> None:
    """All pages of a visit were rejected, and a rule of the file matched nothing; then a day of
    visits found nothing new."""
    source = Source(
        id="s",
        name="s",
        section="https://e.example/tech",
        fields={"body": (FieldRule("div.gone"),)},
    )
    met = {"outcomes": {"rejected": 6}, "reasons": {"no-body": 6}, "rules": {"body": [0, 6]}}
    with session_factory(engine).begin() as session:
        for hours, counts in [(100, met), *((n, {"outcomes": {}}) for n in range(99, 0, -1))]:
            at = NOW - hours * HOUR
            session.add(
                RunRow(
                    source_id="s", started_at=at, ended_at=at, heartbeat_at=at,
                    state="finished", counts=counts,
                )
            )  # fmt: skip
    opened = update_health(engine, source, NOW)
    assert [(each.kind, each.opened) for each in opened] == [
        ("all-rejected", True), ("rule-unmatched", True)
    ]  # fmt: skip
    assert update_health(engine, source, NOW + HOUR) == []


def test_silence_alerts_and_a_weekend_does_not() -> None:
    """A source of twenty articles each working day, and none on two days of the week."""
    days = [NOW.replace(hour=0) - timedelta(days=n) for n in range(60)]
    times = sorted(
        day + timedelta(minutes=480 + 24 * n)
        for day in days
        for n in range(20)
        if day.weekday() < 5 and day + timedelta(minutes=480 + 24 * n) < NOW
    )

    def found_at(moment: datetime, last: datetime) -> list[str]:
        seen = [at for at in times if at <= last]
        facts = [fact(at) for at in reversed(seen)]
        visits = [
            RunFacts(moment - n * HOUR, "finished", {"unchanged": 1}, {}, None)
            for n in range(50)
            if moment - n * HOUR > last
        ]
        profile = learn(seen, times[0], last)
        return kinds(troubles(facts, visits, profile, moment))

    monday = datetime(2026, 3, 9, 7, 30, tzinfo=UTC)
    friday = max(at for at in times if at < monday)
    assert found_at(monday, friday) == []
    assert found_at(friday + timedelta(days=6), friday) == ["no-new-articles"]


@pytest.mark.usefixtures("one_source")
def test_alerts_are_kept_once_and_closed_when_they_heal(engine: Engine) -> None:
    with session_factory(engine).begin() as session:
        opened = update_alerts(session, "s", {"failing": "one"}, NOW)
        assert [(each.kind, each.opened) for each in opened] == [("failing", True)]
        session.flush()
        assert update_alerts(session, "s", {"failing": "two"}, NOW + HOUR) == []
        closed = update_alerts(session, "s", {}, NOW + 2 * HOUR)
        assert [(each.kind, each.opened, each.detail) for each in closed] == [
            ("failing", False, "two")
        ]
        (row,) = session.scalars(select(AlertRow))
        assert (row.opened_at, row.closed_at) == (NOW, NOW + 2 * HOUR)


@pytest.mark.usefixtures("one_source")
def test_runs_are_read_with_their_counts(engine: Engine) -> None:
    with session_factory(engine).begin() as session:
        for state in ("finished", "interrupted", "failed", "running"):
            counts = {"outcomes": {"new": 2}, "reasons": {"gone": 1}}
            session.add(
                RunRow(source_id="s", started_at=NOW, heartbeat_at=NOW, state=state, counts=counts)
            )
        session.flush()
        found = run_facts(session, "s")
        assert [each.state for each in found] == ["failed", "finished"]
        assert found[0].reasons == {"gone": 1}
        assert article_facts(session, "s") == []


def test_old_archives_go_by_age_and_size(tmp_path: Path) -> None:
    for days in range(0, 50, 10):
        path = tmp_path / "s" / f"s-20260101T000000Z-{days}.warc.gz"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x" * 600_000)
        at = (NOW - timedelta(days=days)).timestamp()
        os.utime(path, (at, at))
    own = tmp_path / "CC-NEWS-20260101000000-00001.warc.gz"
    own.write_bytes(b"x" * 600_000)
    os.utime(own, (0, 0))

    def left() -> list[str]:
        return sorted(
            path.name.split(".")[0].removeprefix("s-20260101T000000Z-")
            for path in tmp_path.rglob("s-*.warc.gz")
        )

    assert remove_old(Keeping(tmp_path), NOW) == 0
    old = find_old(Keeping(tmp_path, days=15), NOW)
    days_of = [path.name.removeprefix("s-20260101T000000Z-")[:2] for path in old.paths]
    assert (days_of, old.of, old.size) == (["40", "30", "20"], 5, 1_800_000)
    assert remove_old(Keeping(tmp_path, days=35), NOW) == 1
    assert left() == ["0", "10", "20", "30"]
    assert remove_old(Keeping(tmp_path, max_mb=1), NOW) == 3
    assert left() == ["0"]
    assert own.exists()


def test_alerts_of_what_is_watched_no_more_are_closed(engine: Engine) -> None:
    ids = ("well", "off", "gone", "faulty", "back")
    with session_factory(engine).begin() as session:
        for id_ in ids:
            session.add(SourceRow(id=id_, name=id_, config={}, enabled=id_ != "back"))
        session.flush()
        for id_ in ids:
            session.add(AlertRow(source_id=id_, kind="failing", detail="why", opened_at=NOW))

    def open_and_enabled() -> tuple[set[str], set[str]]:
        with session_factory(engine)() as session:
            still = select(AlertRow.source_id).where(AlertRow.closed_at.is_(None))
            enabled = select(SourceRow.id).where(SourceRow.enabled)
            return set(session.scalars(still)), set(session.scalars(enabled))

    sound = [Source(id=id_, name=id_, enabled=id_ != "off") for id_ in ("well", "off", "back")]
    assert close_unwatched(engine, [sound[0], sound[2]], None, NOW) == []
    assert open_and_enabled() == (set(ids), {*ids} - {"back"})
    files = {"well", "off", "faulty", "back"}
    changes = close_unwatched(engine, sound, files, NOW, ("webhook",))
    assert [(change.source_id, change.opened) for change in changes] == [
        ("gone", False), ("off", False)
    ]  # fmt: skip
    assert open_and_enabled() == ({"well", "faulty", "back"}, {"well", "off", "faulty"})
    with session_factory(engine)() as session:
        assert [notice.change.source_id for notice in notices(session)] == ["gone", "off"]
    assert close_unwatched(engine, sound, files, NOW) == []
    close_unwatched(engine, [], frozenset(), NOW)
    assert open_and_enabled() == (set(), set())
