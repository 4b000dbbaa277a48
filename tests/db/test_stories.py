"""Stories: copies found as they are stored, with their origin."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from database_cases import NOW, SITE, Store, add_sources, article, storing
from sqlalchemy import Engine, func, insert, select, text, update
from sqlalchemy.orm import Session

from db.clusters import likeness
from db.engine import session_factory
from db.filters import Filters
from db.models import ArticleRow, LinkRow, ShingleRow, SignatureRow, StoryMemberRow, StoryRow
from db.read import articles
from db.restory import begin_rebuild, needs_rebuild, rebuild_stories
from db.stories import members
from db.write import gone_link
from pipeline.copies import sample, unpacked, words_of
from pipeline.errors import Reason
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


def test_a_late_whole_joins_its_parts(s: Session, store: Store) -> None:
    one = store(article("/one", "One", "\n".join(LINES[:2]))).article_id
    two = store(article("/two", "Two", "\n".join(LINES[1:]))).article_id
    three = store(article("/three", "Three", "\n".join(LINES[3:]))).article_id
    assert story_of(s, one) is None
    assert story_of(s, two) == story_of(s, three) is not None
    store(article("/whole", "Whole", REPORT))
    assert story_of(s, one) == story_of(s, two) is not None
    assert s.scalar(select(func.count()).select_from(StoryRow)) == 1


def test_a_round_up_does_not_join_what_it_holds(s: Session, store: Store) -> None:
    reports = [report(21), report(22)]
    round_up = store(article("/round-up", "Round-up", "\n".join(reports))).article_id
    store(article("/again", "The same again", "\n".join(reports)), source="other")
    copies = [
        store(article(f"/{name}{number}", f"{name} {number}", body)).article_id
        for number, body in enumerate(reports)
        for name in "ab"
    ]
    first, again, second, too = (story_of(s, copy) for copy in copies)
    assert first == again is not None
    assert second == too is not None
    assert first != second
    assert story_of(s, round_up) in (first, second)


BULLETIN = """The rate of the currency stood at {} to the dollar in the morning and {} at the close
Gold of twenty one carats was sold for {} a gram while the ounce reached {} on the exchange
Temperatures of {} degrees are expected in the capital and {} on the coast until the evening"""


def test_bulletins_of_one_form_are_no_copies(s: Session, store: Store) -> None:
    draw = random.Random(4)
    for number in range(3):
        rates = [draw.randint(20, 4_000) for _ in range(6)]
        store(article(f"/{number}", f"Rates {number}", BULLETIN.format(*rates)))
    assert not s.scalars(select(StoryRow.id)).all()
    first = BULLETIN.format(*range(50, 56))
    store(article("/first", "Rates", first))
    copy = store(article("/copy", "Rates again", first.replace("sold", "bought")), source="other")
    assert story_of(s, copy.article_id) is not None


@pytest.mark.parametrize(("length", "known"), [(1, 3), (2, 5)])
def test_what_a_site_writes_under_all_articles_joins_none(
    s: Session, store: Store, length: int, known: int
) -> None:
    """From the third or, where it is most of an article, the fifth on it is known; those that it
    joined before are parted."""
    footer, own = report(50, length), [report(60 + number, 1) for number in range(known)]
    for number, body in enumerate(own):
        store(article(f"/{number}", f"T{number}", f"{body}\n{footer}"))
    assert not s.scalars(select(StoryRow.id)).all()
    assert not s.scalars(select(ArticleRow.story_id).where(ArticleRow.story_id.is_not(None))).all()
    copy = store(article("/copy", "Copy", f"{own[1]}\n{report(80, 1)}"), source="other").article_id
    assert [one.article_id for one in members(s, story_of(s, copy) or 0)] == [2, copy]


def test_a_report_that_one_source_prints_often_is_no_boilerplate(s: Session, store: Store) -> None:
    for number in range(3):
        for kind, body in COPIES.items():
            own = report(100 + number, 1).split()[: 10 * number]
            store(article(f"/{kind}{number}", f"{kind} {number}", f"{body}\n{' '.join(own)}"))
    assert s.scalars(select(ArticleRow.story_id).distinct()).all() == [1]


def test_a_report_that_quotes_another_is_no_copy(s: Session, store: Store) -> None:
    store(article("/first", "First", REPORT))
    quoting = "\n".join([report(30, 5), *LINES[-2:]])
    assert story_of(s, store(article("/next", "Next", quoting)).article_id) is None


def test_one_run_of_many_articles_is_read_so_far_and_no_further(s: Session, store: Store) -> None:
    """A phrase of all sites: candidates stay as few as they are."""
    footer = report(50, 2)
    shared = [each.value for each in sample(words_of(footer))]
    s.execute(
        insert(ShingleRow),
        [{"value": value, "article_id": 1_000 + n} for value in shared for n in range(500)],
    )
    holders = likeness.holders_of(s, 1, shared)
    assert {len(ids) for ids in holders.values()} == {likeness.READ}
    assert len(likeness.candidates_of(holders)) == likeness.COMPARED


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
    signed = [unpacked(found) for found in s.scalars(select(SignatureRow.signature))]
    assert s.scalar(select(func.count()).select_from(ShingleRow)) == sum(map(len, signed))


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


CREDITED = {
    "canonical": ({"canonical_url": SITE + "/1"}, {}, 1, "canonical"),
    "a copy by its own word": ({"canonical_url": "https://wire.example/9"}, {}, 1, "published-at"),
    "a credit decides between equals": ({"text": "(AFP) "}, {}, 1, "published-at"),
}


@pytest.mark.parametrize("case", CREDITED)
def test_what_a_copy_says_of_its_origin(s: Session, store: Store, case: str) -> None:
    changes, others, origin, evidence = CREDITED[case]
    ids = []
    for number, said in enumerate((changes, others)):
        site = ("https://copy.example", SITE)[number]
        made = article(f"/{number}", f"T{number}", str(said.get("text", "")) + REPORT)
        canonical = said.get("canonical_url")
        made = replace(made, url=f"{site}/{number}", canonical_url=canonical)
        ids.append(store(made, source=("tech", "other")[number]).article_id)
    found = members(s, story_of(s, ids[0]) or 0)
    assert (found[0].article_id, found[0].origin_by) == (ids[origin], evidence)
    copy = next(one for one in found if one.article_id == ids[0])
    assert copy.canonical_url == changes.get("canonical_url")
    assert copy.credit == ("afp" if "text" in changes else None)


def test_an_article_that_is_gone_stays_in_its_story(s: Session, store: Store) -> None:
    first = store(article("/first", "First", REPORT)).article_id
    copy = store(article("/copy", "Copy", COPIES["lead"])).article_id
    link = s.scalars(select(LinkRow.id).where(LinkRow.article_id == first)).one()
    gone_link(s, link, Reason.GONE, "410", NOW)
    s.flush()
    found = members(s, story_of(s, copy) or 0)
    assert {(one.article_id, one.gone_at) for one in found} == {(first, NOW), (copy, None)}


def test_the_view_and_the_rebuilt_stories_agree(engine: Engine) -> None:
    sessions = session_factory(engine)
    view = text("SELECT article_id, is_origin FROM story_articles ORDER BY article_id")
    with sessions.begin() as s:
        add_sources(s)
        store = storing(s)
        for kind, body in COPIES.items():
            store(article(f"/{kind}", kind, body))
        for number in range(20):
            store(article(f"/alone{number}", "Alone", report(300 + number, 1)))
        before = s.execute(view).all()
        assert sum(row.is_origin for row in before) == 1
        assert not needs_rebuild(s)
        s.execute(update(SignatureRow).values(scheme="older"))
        assert needs_rebuild(s)
    with sessions.begin() as s:
        assert begin_rebuild(s) == 26
        assert needs_rebuild(s)
        assert s.execute(view).all() == []
    stopped = rebuild_stories(sessions, batch=4)
    assert next(stopped) == 26
    stopped.close()
    with sessions.begin() as s:
        assert begin_rebuild(s) == 22
    assert len(list(rebuild_stories(sessions))) == 22
    with sessions() as s:
        assert not needs_rebuild(s)
        assert s.execute(view).all() == before


QUERIES = re.findall(
    r"```sql\n(.*?);\n```", (Path(__file__).parents[2] / "docs/stories.md").read_text("utf-8"), re.S
)


def test_the_queries_of_the_docs(s: Session, store: Store) -> None:
    store(article("/first", "First", REPORT))
    store(article("/copy", "Copy", "(AFP) " + COPIES["lead"]), source="other")
    store(article("/alone", "Alone", report(3)))
    answers = [s.execute(text(query)).all() for query in QUERIES]
    assert [len(rows) for rows in answers] == [1, 2, 1, 2, 2]
    assert answers[0] == [(1, 2, 2, "tech")]
    assert [row.credit for row in answers[1]] == [None, "afp"]
    assert answers[2][0][:3] == ("tech", "other", 1)
    assert [row.id for row in answers[4]] == [1, 3]
