"""Lists and searches are read off indexes: SQLite's plans hold no scan of articles or revisions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event, text
from sqlalchemy.orm import Session

from db import console, read
from db.arrivals import arrivals
from db.engine import open_engine, session_factory, upgrade
from db.filters import EVERYTHING, Filters
from db.health import article_facts
from db.search import rebuild_index, search
from db.searching.ranking import Rank

ARTICLES = 2_000
LAST = console.Place(datetime(2026, 3, 1, tzinfo=UTC), 900)
_MANY = (
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :number) "
    "INSERT INTO {} SELECT {} FROM n"
)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    engine = open_engine(tmp_path_factory.mktemp("plans") / "rasid.db")
    upgrade(engine)
    day = "datetime('2026-01-01', '+' || (i % 300) || ' days') || '.000000'"
    with engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO sources (id, name, config, enabled, paused) VALUES ('a','A','{}',1,0)"
            )
        )
        rows = {
            "articles (id, url, source_id, first_seen_at)": (
                f"i, 'https://a.example/' || i, 'a', {day}"
            ),
            "revisions (id, article_id, number, kind, title, authors, published_at, language, text,"
            " blocks, removed, tags, policy, content_hash, word_count, extractor, fetched_at)": (
                f"i, i, 1, 'first', 'Title', '[]', {day}, CASE i % 50 WHEN 0 THEN 'fa' ELSE 'ar'"
                f" END, 'common' || CASE i % 40 WHEN 0 THEN ' rare' ELSE '' END, '[]', '[]', '[]',"
                f" '{{}}', i, 1, 'test', {day}"
            ),
            "appearances (article_id, source_id, first_seen_at)": f"i, 'a', {day}",
        }
        for target, values in rows.items():
            connection.execute(text(_MANY.format(target, values)), {"number": ARTICLES})
        connection.execute(text("UPDATE articles SET current_revision_id = id"))
        connection.execute(text("ANALYZE"))
    with session_factory(engine).begin() as session:
        rebuild_index(session)
    yield engine
    engine.dispose()


@pytest.fixture
def s(engine: Engine) -> Iterator[Session]:
    with session_factory(engine, read_only=True)() as session:
        yield session


def plan_of(engine: Engine, ask: Callable[[], Any]) -> str:
    """The plans of all statements that are executed while `ask` runs."""
    lines: list[str] = []
    asked: list[tuple[Connection, str, Any]] = []

    def note(connection: Connection, _: Any, statement: str, values: Any, *__: Any) -> None:
        if statement.startswith("SELECT"):
            asked.append((connection, statement, values))

    event.listen(engine, "before_cursor_execute", note)
    try:
        ask()
    finally:
        event.remove(engine, "before_cursor_execute", note)
    for connection, statement, values in asked:
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
        lines += [str(row[3]) for row in rows]
    return "\n".join(lines)


LISTS: dict[str, Callable[[Session], Any]] = {
    "newest": lambda s: console.newest_articles(s, EVERYTHING, 30),
    "deep page": lambda s: console.newest_articles(s, EVERYTHING, 30, LAST),
    "language": lambda s: console.newest_articles(s, Filters(languages=("fa",)), 30, LAST),
    "since": lambda s: console.newest_articles(s, Filters(since=LAST.when), 30),
    "source": lambda s: console.newest_articles(s, Filters(sources=("a",)), 30, LAST),
    "languages": console.languages,
    "runs": lambda s: read.runs(s, before=9),
    "search": lambda s: search(s, "common"),
    "search in a language": lambda s: search(s, "common", Filters(languages=("fa",))),
    "search the newest": lambda s: search(s, "rare", rank=Rank.RECENT),
    "blend": lambda s: search(s, "common -rare", Filters(sources=("a",)), rank=Rank.BLEND),
}


@pytest.mark.parametrize("name", LISTS)
def test_no_list_reads_a_whole_table(engine: Engine, s: Session, name: str) -> None:
    plan = plan_of(engine, lambda: LISTS[name](s))
    assert plan
    # With an index it is a walk in its order, which the limit ends.
    assert not re.search(r"SCAN (articles|revisions|appearances|runs)(?! USING)", plan), plan
    if "search" not in name and name not in ("runs", "blend"):
        assert "TEMP B-TREE FOR ORDER BY" not in plan, plan


@pytest.mark.parametrize("source", [None, "a"])
def test_runs_underway_are_read_off_their_index(
    engine: Engine, s: Session, source: str | None
) -> None:
    plan = plan_of(engine, lambda: read.runs_underway(s, source))
    assert "runs USING INDEX ix_runs_underway" in plan


def test_links_that_rest_are_not_looked_through(engine: Engine, s: Session) -> None:
    plan = plan_of(engine, lambda: read.links_due_again(s, "a", LAST.when))
    assert "ix_links_due (source_id=? AND next_check_at<?)" in plan
    assert "ix_links_source_id_state" not in plan
    plan = plan_of(engine, lambda: read.pending_links(s, "a", LAST.when))
    assert "ix_links_source_id_state (source_id=? AND state=?)" in plan


def test_the_last_runs_of_a_source_are_read_off_their_index(engine: Engine, s: Session) -> None:
    plan = plan_of(engine, lambda: read.sources_with_health(s, LAST.when))
    assert "ix_runs_source_id_id (source_id=?)" in plan
    assert "SCAN runs" not in plan
    plan = plan_of(engine, lambda: read.runs(s, source_id="a"))
    assert "ix_runs_source_id_id (source_id=?)" in plan
    assert "TEMP B-TREE" not in plan


def test_the_newest_articles_of_a_source_are_read_off_their_index(
    engine: Engine, s: Session
) -> None:
    """However many it has, its health is judged by some hundreds; counts need no row."""
    off = "appearances USING INDEX ix_appearances_source_id_first_seen_at (source_id=?"
    for ask in (
        lambda: article_facts(s, "a"),
        lambda: arrivals(s, "a", LAST.when),
    ):
        plan = plan_of(engine, ask)
        assert off in plan
        assert "TEMP B-TREE FOR ORDER BY" not in plan
    counted = "appearances USING COVERING INDEX ix_appearances_source_id_first_seen_at"
    assert counted in plan_of(engine, lambda: read.sources_with_health(s, LAST.when))
    assert counted in plan_of(engine, lambda: console.articles_a_day(s, LAST.when.date(), 14))


def test_a_search_reads_what_its_filters_ask_off_an_index(engine: Engine, s: Session) -> None:
    filters = Filters(since=LAST.when, languages=("fa",))
    plan = plan_of(engine, lambda: search(s, "common", filters))
    assert "articles USING COVERING INDEX" in plan


def test_words_that_no_text_holds_are_not_looked_for(engine: Engine, s: Session) -> None:
    asked: list[str] = []

    def note(_: Any, __: Any, statement: str, values: Any, *___: Any) -> None:
        if "MATCH" in statement:
            asked.append(str(values))

    event.listen(engine, "before_cursor_execute", note)
    try:
        assert search(s, "commons OR المستخدمون OR rares", rank=Rank.RECENT)
    finally:
        event.remove(engine, "before_cursor_execute", note)
    assert asked
    assert all("common" in one and "rare" in one and "والمستخدمون" not in one for one in asked)


def test_a_deep_page_goes_on_where_the_last_one_ended(s: Session) -> None:
    place, seen = None, list[int]()
    while page := console.newest_articles(s, Filters(languages=("fa",)), 7, place):
        assert place != page[-1].place
        seen += [one.id for one in page]
        place = page[-1].place
    assert len(seen) == len(set(seen)) == ARTICLES // 50
    when = {one.id: one.when for one in console.newest_articles(s, EVERYTHING, ARTICLES)}
    assert [when[id_] for id_ in seen] == sorted((when[id_] for id_ in seen), reverse=True)
    assert when[seen[0]] - when[seen[-1]] > timedelta(days=200)
