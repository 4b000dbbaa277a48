"""Stories: copies found as they are stored, with their origin."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime

import pytest
from database_cases import Store, article
from sqlalchemy import delete, func, select, text
from sqlalchemy.orm import Session

from db.filters import Filters
from db.models import ArticleRow, BandRow, SignatureRow, StoryMemberRow, StoryRow
from db.read import articles
from db.stories import members, rebuild_stories
from pipeline.copies import VALUES
from pipeline.records import Moment, Origin

WORDS = [f"word{number}" for number in range(3_000)]


def report(seed: int, paragraphs: int = 6) -> str:
    draw = random.Random(seed)
    return "\n".join(" ".join(draw.choices(WORDS, k=40)) for _ in range(paragraphs))


REPORT = report(1)
LINES = REPORT.splitlines()
BOILERPLATE = report(77, 1)
COPIES = {
    "halved": "\n".join(LINES[:3]),
    "lead": "\n".join([report(2, 1), *LINES[1:]]),
    "dropped": "\n".join([LINES[0], LINES[2], LINES[3], LINES[5]]),
    "reordered": "\n".join(reversed(LINES)),
    "boilerplate": "\n".join([BOILERPLATE, *LINES, BOILERPLATE[::-1]]),
    "words": " ".join(
        f"other{at}" if at % 5 == 2 else word for at, word in enumerate(REPORT.split())
    ),
}


def story_of(s: Session, article_id: int) -> int | None:
    return s.scalar(select(ArticleRow.story_id).where(ArticleRow.id == article_id))


@pytest.mark.parametrize("kind", COPIES)
def test_a_copy_joins_its_original(s: Session, store: Store, kind: str) -> None:
    first = store(article("/first", "First", REPORT)).article_id
    alone = store(article("/alone", "Another", report(3))).article_id
    copy = store(article("/copy", kind, COPIES[kind]), source="other").article_id
    assert story_of(s, first) == story_of(s, copy) is not None
    assert story_of(s, alone) is None
    found = members(s, story_of(s, copy) or 0)
    assert {one.article_id for one in found} == {first, copy}
    assert {one.like_article_id for one in found} == {first, copy}
    assert all(0.45 <= one.similarity <= 1 for one in found)


def test_copies_of_copies_are_one_story(s: Session, store: Store) -> None:
    for kind, body in COPIES.items():
        store(article(f"/{kind}", kind, body))
    assert s.scalars(select(ArticleRow.story_id).distinct()).all() == [1]


def test_a_late_whole_joins_two_halves(s: Session, store: Store) -> None:
    one = store(article("/one", "One", "\n".join(LINES[:3]))).article_id
    two = store(article("/two", "Two", "\n".join(LINES[3:]))).article_id
    assert story_of(s, one) is None
    store(article("/whole", "Whole", REPORT))
    assert story_of(s, one) == story_of(s, two) is not None
    assert s.scalar(select(func.count()).select_from(StoryRow)) == 1


@pytest.mark.parametrize(
    ("published", "origin", "evidence"),
    [
        pytest.param((9, 8), 1, "published-at", id="the earlier time"),
        pytest.param((9, None), 0, "published-at", id="a time before a first sight"),
        pytest.param((None, None), 0, "first-seen-at", id="no time at all"),
        pytest.param((9, date(2026, 11, 19)), 0, "published-at", id="a day counts from its end"),
        pytest.param((9, date(2026, 11, 18)), 1, "published-day", id="the day before"),
    ],
)
def test_the_origin(
    s: Session,
    store: Store,
    published: tuple[int | date | None, int | date | None],
    origin: int,
    evidence: str,
) -> None:
    ids = []
    for number, when in enumerate(published):
        value = datetime(2026, 11, 19, when, tzinfo=UTC) if isinstance(when, int) else when
        moment = Moment(value, Origin.JSON_LD) if value else None
        body = REPORT if number == 0 else COPIES["halved"]
        ids.append(store(article(f"/{number}", f"T{number}", body, published=moment)).article_id)
    first = members(s, story_of(s, ids[0]) or 0)[0]
    assert (first.article_id, first.origin_by, first.is_origin) == (ids[origin], evidence, True)


def test_an_article_that_becomes_another_leaves(s: Session, store: Store) -> None:
    first = store(article("/first", "First", REPORT)).article_id
    copy = store(article("/copy", "Copy", COPIES["lead"])).article_id
    third = store(article("/third", "Third", COPIES["halved"])).article_id
    store(article("/first", "First", report(8)))
    assert story_of(s, first) is None
    assert [one.article_id for one in members(s, story_of(s, copy) or 0)] == [copy, third]
    store(article("/third", "Third", report(9)))
    assert story_of(s, copy) is None
    assert not s.scalar(select(func.count()).select_from(StoryMemberRow))
    assert not s.scalar(select(func.count()).select_from(StoryRow))
    assert s.scalar(select(func.count()).select_from(BandRow)) == 3 * VALUES


def test_a_story_keeps_its_number_when_a_member_grows(s: Session, store: Store) -> None:
    first = store(article("/first", "First", REPORT)).article_id
    store(article("/copy", "Copy", COPIES["halved"]))
    before = story_of(s, first)
    store(article("/first", "First", REPORT + "\n" + report(4, 1)))
    assert story_of(s, first) == before is not None


def test_one_of_each_story(s: Session, store: Store) -> None:
    late = Moment(datetime(2026, 11, 19, 20, tzinfo=UTC), Origin.JSON_LD)
    store(article("/copy", "Copy", COPIES["lead"], published=late), source="other")
    store(article("/first", "First", REPORT))
    store(article("/alone", "Alone", report(3)), source="other")

    def titles(**wanted: object) -> list[str]:
        return [found["title"] for found in articles(s, Filters(dedupe="story", **wanted))]  # type: ignore[arg-type]

    assert titles() == ["First", "Alone"]
    assert titles(sources=("other",)) == ["Copy", "Alone"]


def test_the_view_and_the_rebuilt_stories_agree(s: Session, store: Store) -> None:
    for kind, body in COPIES.items():
        store(article(f"/{kind}", kind, body))
    store(article("/alone", "Alone", report(3)))
    view = text("SELECT article_id, is_origin FROM story_articles ORDER BY article_id")
    before = s.execute(view).all()
    assert sum(row.is_origin for row in before) == 1
    s.execute(delete(SignatureRow))
    s.execute(delete(BandRow))
    assert rebuild_stories(s) == 1
    assert s.execute(view).all() == before
