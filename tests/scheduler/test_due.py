"""When sources are due by what a database knows of them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from math import inf
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from db.bookkeeping import save_listing
from db.engine import open_engine, session_factory
from db.models import AppearanceRow, ArticleRow, RevisionRow, RunRow, SourceRow
from pipeline.records import ListingKind, Source
from scheduler.due import Rules, learned_tempo, plan, profile_of
from scheduler.policy import ROOT, learned_interval_s

NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
NIGHT = NOW.replace(hour=2)
WATCHED = timedelta(days=20)
LIVELY, QUIET = Source("lively", "L", section="https://l.example/"), Source("quiet", "Q")


@pytest.fixture
def engine(tmp_path: Path, upgraded: Path) -> Iterator[Engine]:
    """A database of two sources that were watched for three weeks: one with two articles in each
    hour from nine to noon, one with an article a day."""
    engine = open_engine(shutil.copy(upgraded, tmp_path / "rasid.db"))
    lively = [
        NOW - timedelta(days=day, minutes=minute)
        for day in range(1, 20)
        for minute in range(0, 180, 30)
    ]
    quiet = [NOW - timedelta(days=day, hours=5) for day in range(1, 20)]
    with session_factory(engine).begin() as session:
        for source, seen in ((LIVELY, lively), (QUIET, quiet)):
            session.add(SourceRow(id=source.id, name=source.name, config={}))
            session.flush()
            session.add(
                RunRow(
                    source_id=source.id, state="finished", counts={}, started_at=NOW - WATCHED,
                    ended_at=NOW - WATCHED, heartbeat_at=NOW - WATCHED,
                )
            )  # fmt: skip
            for number, at in enumerate(seen):
                url = f"https://{source.id}.example/{number}"
                article = ArticleRow(url=url, source_id=source.id, first_seen_at=at)
                session.add(article)
                session.flush()
                session.add(
                    AppearanceRow(article_id=article.id, source_id=source.id, first_seen_at=at)
                )
    yield engine
    engine.dispose()


def test_lively_hours_are_those_of_the_liveliest_source(engine: Engine) -> None:
    tempo = learned_tempo(engine, [LIVELY, QUIET], 0, NOW)
    with session_factory(engine)() as session:
        lively, quiet = (profile_of(session, each, NOW) for each in (LIVELY, QUIET))
    assert quiet.at(NOW) < lively.at(NIGHT) < tempo.lively <= lively.at(NOW - timedelta(hours=1))
    morning = NOW - timedelta(hours=2)
    assert learned_interval_s(lively, morning, tempo) < learned_interval_s(lively, morning, ROOT)
    assert learned_interval_s(quiet, morning, tempo) > learned_interval_s(quiet, morning, ROOT)


@pytest.mark.parametrize(
    ("apart", "has_time", "likely"),
    [
        (timedelta(minutes=20), True, (0, 45)),
        (timedelta(hours=40), True, (180, 1440)),
        (timedelta(minutes=20), False, (45, 75)),
    ],
    ids=["lively", "quiet", "days only"],
)
def test_a_first_visit_says_when_to_come_again(
    engine: Engine, apart: timedelta, has_time: bool, likely: tuple[int, int]
) -> None:
    source = Source("new", "New", section="https://new.example/")
    with session_factory(engine).begin() as session:
        session.add(SourceRow(id="new", name="New", config={}))
        session.flush()
        run = dict.fromkeys(("started_at", "ended_at", "heartbeat_at"), NOW)
        session.add(RunRow(source_id="new", state="finished", counts={}, **run))
        for number in range(20):
            at = NOW - apart * number if number < 19 else NOW - timedelta(days=80)
            said = at.isoformat() if has_time else at.date().isoformat()
            store_stated(session, source, number, at, said)
    with session_factory(engine)() as session:
        profile = profile_of(session, source, NOW, with_stated=True)
        watched = profile_of(session, source, NOW)
    least, most = likely
    assert least < learned_interval_s(profile, NOW) / 60 < most
    assert watched.rate == pytest.approx(1.0), "the alerts know of nothing that was watched"


def store_stated(
    session: Session, source: Source, number: int, published: datetime, said: str
) -> None:
    """An article of the first visit, and what its page says of its time."""
    seen = NOW - timedelta(minutes=1)
    url = f"https://{source.id}.example/{number}"
    article = ArticleRow(url=url, source_id=source.id, first_seen_at=seen)
    session.add(article)
    session.flush()
    revision = RevisionRow(
        article_id=article.id, number=1, kind="first", title="T", text="T", word_count=1,
        content_hash=str(number), extractor="test", published_at=published, published_as=said,
        fetched_at=seen,
    )  # fmt: skip
    session.add(revision)
    session.add(AppearanceRow(article_id=article.id, source_id=source.id, first_seen_at=seen))
    session.flush()
    article.current_revision_id = revision.id


def test_a_larger_budget_makes_visits_more_frequent(engine: Engine) -> None:
    few, many = (learned_tempo(engine, [LIVELY, QUIET], budget, NOW) for budget in (20, 60))
    assert few.pace > 1.5 * many.pace


def test_sources_with_an_interval_of_their_own_take_no_part(engine: Engine) -> None:
    kept = Source("lively", "L", section="https://l.example/", every_s=60.0)
    assert learned_tempo(engine, [kept], 0, NOW).lively == inf
    alone = learned_tempo(engine, [QUIET], 0, NOW)
    assert learned_tempo(engine, [kept, QUIET], 0, NOW) == alone


def test_the_tempo_reaches_the_plan(engine: Engine) -> None:
    def due(visits_a_day: float) -> datetime:
        with session_factory(engine).begin() as session:
            for row in session.query(SourceRow):
                row.next_visit_at = None
        rules = Rules(tempo=learned_tempo(engine, [LIVELY], visits_a_day, NOW))
        start = NOW - WATCHED + timedelta(hours=1)
        return plan(engine, [LIVELY], start, chance=lambda: 0.5, rules=rules)[0].at

    assert due(10) > due(100)


@pytest.mark.parametrize(
    ("feed", "section", "floor_h"),
    [(5, 8, 5), (30, 30, 24), (5, None, 0), (None, None, 0)],
    ids=["the first that is stale", "a day at most", "one says nothing", "none says anything"],
)
def test_listings_that_stay_fresh_put_a_learned_visit_off(
    engine: Engine, feed: int | None, section: int | None, floor_h: float
) -> None:
    def due(source: Source) -> timedelta:
        at = plan(engine, [source], NOW, chance=lambda: 0.5)[0].at
        with session_factory(engine).begin() as session:
            session.get_one(SourceRow, source.id).next_visit_at = None
        return at - NOW

    run = dict.fromkeys(("started_at", "ended_at", "heartbeat_at"), NOW)
    with session_factory(engine).begin() as session:
        session.add(RunRow(source_id="lively", state="finished", counts={}, **run))
        session.flush()
    usual = due(LIVELY)
    with session_factory(engine).begin() as session:
        for kind, hours in ((ListingKind.FEED, feed), (ListingKind.SECTION, section)):
            ttl_s = 3600.0 * hours if hours else None
            save_listing(session, "lively", kind, f"https://l.example/{kind}", NOW, status=200,
                         ttl_s=ttl_s)  # fmt: skip
    assert due(LIVELY) == max(usual, timedelta(hours=floor_h))
    kept = Source("lively", "L", section="https://l.example/", every_s=600.0)
    assert due(kept) == timedelta(minutes=10)
