"""Nothing twice: which page is which article, and what counts as a change."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from database_cases import NOW, SITE, Store, article
from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import AppearanceRow, ArticleRow, LinkRow, RevisionRow
from db.write import fail_link, gone_link, store_article
from pipeline.errors import Reason
from pipeline.records import Article, BlockKind, Moment, Origin, Policy, Removed

LONG = (
    "The new chip of the company runs twice as fast as the last one did a year ago.\n"
    "It will be sold from March on, at the same price, in all the countries of the region."
)


def numbers(s: Session) -> tuple[int, int]:
    """Articles and revisions."""
    return len(s.scalars(select(ArticleRow.id)).all()), len(s.scalars(select(RevisionRow.id)).all())


def test_a_new_article_and_the_same_again(s: Session, store: Store) -> None:
    assert store(article()).outcome == "new"
    assert store(article()).outcome == "unchanged"
    assert numbers(s) == (1, 1)
    link = s.scalars(select(LinkRow)).one()
    assert (link.state, link.article_id is not None, link.reason) == ("stored", True, None)


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({"title": "Another title"}, "headline"),
        ({"body": "Quite another text than the one before."}, "content"),
        ({"title": "Another title", "body": "Quite another text."}, "content"),
        ({"title": "A title!"}, "cosmetic"),
        ({"authors": ("Mona Said", "Omar Ali")}, "cosmetic"),
        ({"policy": Policy(robots_meta=("noai",))}, "cosmetic"),
        ({"authors": ()}, "unchanged"),
        ({"image_url": SITE + "/i.png?token=2"}, "unchanged"),
        ({"removed": (Removed("ip: 10.0.0.1", "watermark", 1),)}, "unchanged"),
    ],
)
def test_kinds_of_revision(
    s: Session, store: Store, change: dict[str, object], outcome: str
) -> None:
    store(article(body="The first text of it."))
    again = article(**({"body": "The first text of it."} | change))  # type: ignore[arg-type]
    assert store(again).outcome == outcome
    assert store(again).outcome == "unchanged"
    assert numbers(s) == (1, 1 if outcome == "unchanged" else 2)


def test_a_line_that_cleaning_learns_to_remove_is_cosmetic(s: Session, store: Store) -> None:
    store(article(body=LONG + "\nFollow us on every platform"))
    ledger = (Removed("Follow us on every platform", "repeated-line", 2, BlockKind.PARAGRAPH),)
    assert store(article(body=LONG, removed=ledger)).outcome == "cosmetic"


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({"body": LONG[:38]}, "unchanged"),
        ({"body": LONG.splitlines()[0], "paywalled": True}, "unchanged"),
        ({"body": LONG[:109], "paywalled": True}, "unchanged"),
        ({"body": LONG[:109]}, "content"),
        ({"body": LONG[:38] + "ner"}, "content"),
        ({"body": LONG[:38], "title": "Another title"}, "content"),
        ({"body": ""}, "content"),
    ],
)
def test_the_beginning_that_a_wall_leaves_is_no_version(
    s: Session, store: Store, change: dict[str, object], outcome: str
) -> None:
    store(article(body=LONG))
    assert store(article(**change)).outcome == outcome  # type: ignore[arg-type]


def test_one_article_under_five_addresses(s: Session, store: Store) -> None:
    main = article("/a", body=LONG, canonical_url=SITE + "/a")
    assert store(main).outcome == "new"
    for path in ("/a?print=1", "/amp/a", "/a/"):
        assert store(replace(main, url=SITE + path)).outcome == "duplicate"
    shorter = article("/m/a", body=LONG.splitlines()[0], canonical_url=SITE + "/a")
    assert store(shorter).outcome == "duplicate"
    assert store(shorter).outcome == "duplicate"
    assert store(main).outcome == "unchanged"
    assert numbers(s) == (1, 1)


def test_the_canonical_address_is_the_articles(s: Session, store: Store) -> None:
    store(article("/amp/a", canonical_url=SITE + "/a"))
    assert s.scalars(select(ArticleRow.url)).one() == SITE + "/a"
    changed = article("/amp/a", body="All of it is new.", canonical_url=SITE + "/a")
    assert store(changed).outcome == "content"


@pytest.mark.parametrize("twin", ["/amp/a", "/a?amp=1", "/a/amp/", "/print/a"])
def test_a_twin_is_no_second_article_whatever_address_it_claims(
    s: Session, store: Store, twin: str
) -> None:
    poor = article(twin, body=LONG + "\nShare it.", canonical_url=SITE + twin, authors=())
    poor = replace(poor, published=None)
    whole = article("/a", body=LONG, canonical_url=SITE + "/a", authors=("Mona Said",))
    store(poor)
    assert store(whole).outcome == "content"
    assert store(poor).outcome == "duplicate"
    assert store(whole).outcome == "unchanged"
    (row,) = s.scalars(select(ArticleRow)).all()
    assert (row.url, row.current.authors, row.current.text) == (
        SITE + "/a",
        ["Mona Said"],
        whole.text,
    )
    assert row.current.published_as is not None


def test_a_twin_with_another_text_is_an_article(s: Session, store: Store) -> None:
    store(article("/a", "One", body=LONG))
    store(article("/amp/a", "Two", body="Something else entirely is told."))
    assert numbers(s) == (2, 2)


@pytest.mark.parametrize("claimed", ["/", "/tech", "https://elsewhere.example/a"])
def test_a_canonical_address_that_cannot_be_believed(
    s: Session, store: Store, claimed: str
) -> None:
    claimed = claimed if claimed.startswith("https") else SITE + claimed
    store(article("/a", "One", body=LONG, canonical_url=claimed))
    store(article("/b", "Two", body="Something else entirely is told.", canonical_url=claimed))
    assert s.scalars(select(ArticleRow.url).order_by(ArticleRow.id)).all() == [
        SITE + "/a",
        SITE + "/b",
    ]


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        (datetime(2026, 11, 19, 8, 30), "unchanged"),
        (date(2026, 11, 19), "unchanged"),
        (datetime(2026, 11, 19, 9, 30), "cosmetic"),
        (date(2026, 11, 20), "cosmetic"),
        (datetime(2026, 11, 19, 8, 30, 20, tzinfo=UTC), "cosmetic"),
    ],
)
def test_a_date_that_is_said_less_exactly_is_no_change(
    s: Session, store: Store, said: datetime | date, outcome: str
) -> None:
    store(article(body=LONG))
    again = article(body=LONG, published=Moment(said, Origin.TEXT))
    assert store(again).outcome == outcome


@pytest.mark.parametrize(
    ("path", "claimed", "stored"),
    [
        ("/news.php?cat=3&id=7", "/news.php", "/news.php?cat=3&id=7"),
        ("/show_story?article=7", "/show_story", "/show_story?article=7"),
        ("/a-chip-that-runs-cold?id=7", "/a-chip-that-runs-cold", "/a-chip-that-runs-cold"),
        ("/story/20714?p=2", "/story/20714", "/story/20714"),
        ("/news.php?id=7&from=home", "/news.php?id=7", "/news.php?id=7"),
        ("/news.php?id=7", "/story", "/story"),
    ],
)
def test_a_script_without_its_number_is_no_articles_address(
    s: Session, store: Store, path: str, claimed: str, stored: str
) -> None:
    store(article(path, body=LONG, canonical_url=SITE + claimed))
    assert s.scalars(select(ArticleRow.url)).all() == [SITE + stored]


def test_a_template_that_claims_one_address_for_all_pages(s: Session, store: Store) -> None:
    one = SITE + "/one"
    texts = {
        path: f"What is told at {path} is {word} and nothing that the others tell of {word}."
        for path, word in (("/a", "silicon"), ("/b", "rockets"), ("/one", "batteries"))
    }
    for path, body in texts.items():
        found = article(path, f"Title {path}", body=body * 3, canonical_url=one)
        assert store(found).outcome == "new"
        assert store(found).outcome == "unchanged"
    assert set(s.scalars(select(ArticleRow.url))) == {SITE + path for path in texts}


def test_identical_text_is_one_article_in_a_source_and_two_across_sites(
    s: Session, store: Store
) -> None:
    store(article("/a", body=LONG))
    assert store(article("/b", body=LONG)).outcome == "duplicate"
    copy = replace(article("/c", body=LONG), url="https://copy.example/c")
    assert store(copy, source="other").outcome == "new"
    assert numbers(s) == (2, 2)


def test_two_sections_of_a_site_name_one_article_by_two_addresses(s: Session, store: Store) -> None:
    first = store(article("/a", body=LONG))
    again = store(article("/a/?from=other", body=LONG), source="other")
    assert (again.article_id, again.outcome) == (first.article_id, "duplicate")
    assert store(article("/b", "Another title", body=LONG), source="other").outcome == "new"
    assert numbers(s) == (2, 2)


def test_another_address_whose_text_goes_its_own_way(s: Session, store: Store) -> None:
    store(article("/a", "Loading", body="The article will be here soon."))
    assert store(article("/b", "Loading", body="The article will be here soon.")).outcome == (
        "duplicate"
    )
    assert store(article("/b", "Rockets", body=LONG)).outcome == "new"


def test_one_article_in_two_sources(s: Session, store: Store) -> None:
    first = store(article("/a"))
    second = store(article("/a"), source="other")
    assert second == replace(second, article_id=first.article_id, outcome="unchanged")
    assert s.scalars(select(AppearanceRow.source_id).order_by(AppearanceRow.source_id)).all() == [
        "other",
        "tech",
    ]


def test_a_redirect_to_the_articles_new_address(s: Session, store: Store) -> None:
    store(article("/old"))
    assert store(article("/new", body="Told anew."), link=SITE + "/old").outcome == "content"
    assert numbers(s) == (1, 2)


ANEW = "Nothing of what was told before stands in this text, which was written after the recall."


def moved(body: str = LONG, title: str = "A title") -> Article:
    """The article of /a at the address to which its site moved it."""
    return article("/news/a", title, body=body, canonical_url=SITE + "/news/a")


@pytest.mark.parametrize(
    ("title", "body"),
    [("A title", ANEW), ("Another headline", LONG), ("Another", LONG.splitlines()[0] + ANEW)],
)
def test_an_article_that_moved_and_was_changed_is_no_second_one(
    s: Session, store: Store, title: str, body: str
) -> None:
    store(article("/a", body=LONG))
    assert store(moved()).outcome == "duplicate"
    assert store(moved(body, title)).outcome == "duplicate"
    assert numbers(s) == (1, 1)


def test_the_address_to_which_an_article_moved_speaks_for_it_once_the_old_one_is_gone(
    s: Session, store: Store
) -> None:
    stored = store(article("/a", body=LONG))
    store(moved())
    old, new = s.scalars(select(LinkRow).order_by(LinkRow.id)).all()
    new.next_check_at = NOW + timedelta(days=6)
    gone_link(s, old.id, Reason.GONE, "HTTP 404", NOW)
    assert new.next_check_at == NOW, "it is looked at at once"
    row = s.get_one(ArticleRow, stored.article_id)
    assert (row.gone_at, row.url) == (None, SITE + "/a")
    assert store(moved(ANEW)).outcome == "content"
    assert store(moved(ANEW)).outcome == "unchanged"
    assert (numbers(s), row.url) == ((1, 2), SITE + "/news/a")


def test_an_address_keeps_its_article_while_another_source_has_its_page(
    s: Session, store: Store
) -> None:
    store(article("/a", body=LONG))
    store(article("/a", body=LONG), source="other")
    store(moved())
    first = s.scalars(select(LinkRow).order_by(LinkRow.id)).first()
    assert first is not None
    gone_link(s, first.id, Reason.GONE, "HTTP 404", NOW)
    assert store(moved(ANEW)).outcome == "duplicate"
    assert s.scalars(select(ArticleRow.url)).one() == SITE + "/a"


def test_gone_and_back(s: Session, store: Store) -> None:
    stored = store(article())
    link_id = s.scalars(select(LinkRow.id)).one()
    gone_link(s, link_id, Reason.GONE, "HTTP 410", NOW)
    assert s.get_one(ArticleRow, stored.article_id).gone_at == NOW
    assert store(article()).outcome == "unchanged"
    assert s.get_one(ArticleRow, stored.article_id).gone_at is None


def test_a_failure_keeps_the_article(s: Session, store: Store) -> None:
    store(article())
    link = s.scalars(select(LinkRow)).one()
    fail_link(s, link.id, Reason.TIMEOUT, "30 s", NOW, retry_at=NOW)
    assert (link.state, link.reason, link.attempts) == ("stored", "timeout", 1)


def test_text_that_no_database_can_hold(s: Session, store: Store) -> None:
    odd = article(title="A\x00 \ud800title", body="one \ud800 two \x00 three", tags=("\x00\udfff",))
    store(odd)
    s.expire_all()
    revision = s.scalars(select(RevisionRow)).one()
    assert "\x00" not in revision.title + revision.text + revision.tags[0]
    assert store(odd).outcome == "unchanged"


def test_a_link_that_is_not_stored(s: Session) -> None:
    with pytest.raises(LookupError):
        store_article(s, 99, article(), NOW)
