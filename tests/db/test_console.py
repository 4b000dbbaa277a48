"""The console's queries, on both databases."""

from __future__ import annotations

from datetime import timedelta

from database_cases import NOW, Store, article
from sqlalchemy.orm import Session

from db.console import (
    articles_a_day,
    languages,
    newest_articles,
    recent_sections,
    source_names,
    versions,
)
from db.filters import EVERYTHING, Filters
from db.read import runs
from db.write import end_run, start_run
from pipeline.records import Moment, Origin


def test_pages_of_articles_follow_each_other(s: Session, store: Store) -> None:
    for number in range(5):
        day = NOW - timedelta(days=number // 2)
        store(article(f"/{number}", f"Title {number}", published=Moment(day, Origin.URL)))
    store(article("/undated", "Undated", published=None))
    found, place = [], None
    while page := newest_articles(s, EVERYTHING, 2, place):
        found += [one.title for one in page]
        place = page[-1].place
    assert found == ["Undated", "Title 1", "Title 0", "Title 3", "Title 2", "Title 4"]


def test_the_lead_is_the_description_or_how_the_text_begins(s: Session, store: Store) -> None:
    store(article("/a", "A", "word " * 200))
    store(article("/b", "B", description="In short."))
    leads = {one.title: one.lead for one in newest_articles(s, EVERYTHING, 10)}
    assert leads["B"] == "In short."
    assert leads["A"].startswith("word word")
    assert len(leads["A"]) == 300


def test_filters_choose(s: Session, store: Store) -> None:
    store(article("/a", "A", language="ar", section="تقنية"))
    store(article("/b", "B"), source="other")
    assert [one.title for one in newest_articles(s, Filters(sources=("other",)), 9)] == ["B"]
    assert [one.title for one in newest_articles(s, Filters(section="تقنية"), 9)] == ["A"]
    assert languages(s) == ["ar", "en"]
    assert source_names(s) == [("other", "Other"), ("tech", "Tech")]
    assert recent_sections(s) == ["Technology", "تقنية"]


def test_articles_are_counted_by_the_day_of_their_first_sight(s: Session, store: Store) -> None:
    store(article("/a", "A"))
    store(article("/b", "B"))
    store(article("/c", "C"), source="other")
    assert articles_a_day(s, NOW.date(), 3) == {"tech": [0, 0, 2], "other": [0, 0, 1]}
    assert articles_a_day(s, NOW.date() + timedelta(days=1), 2)["tech"] == [2, 0]
    assert articles_a_day(s, NOW.date() + timedelta(days=9), 3) == {}


def test_versions_are_in_order(s: Session, store: Store) -> None:
    first = store(article("/a", "A", "One text of an article, as it first was."))
    store(article("/a", "A", "Another text of it, in which much has changed since then."))
    found = versions(s, first.article_id)
    assert [(one.number, one.kind) for one in found] == [(1, "first"), (2, "content")]
    assert versions(s, 999) == []


def test_pages_of_runs_follow_each_other(s: Session) -> None:
    ids = [start_run(s, "tech", NOW + timedelta(hours=hour)) for hour in range(4)]
    end_run(s, ids[0], NOW, state="failed")
    assert [run.id for run in runs(s, limit=2)] == [ids[3], ids[2]]
    assert [run.id for run in runs(s, limit=9, before=ids[2])] == [ids[1], ids[0]]
    assert [run.id for run in runs(s, limit=9, state="failed")] == [ids[0]]
    assert [run.id for run in runs(s, limit=9, since=NOW + timedelta(hours=3))] == [ids[3]]
    assert runs(s, limit=9, source_id="other") == []
