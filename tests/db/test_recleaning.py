"""Lines that a source is found to repeat leave what was stored before, as cosmetic revisions."""

from __future__ import annotations

import pytest
from database_cases import Store, article
from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import ArticleRow, RevisionRow
from db.read import titles
from db.recleaning import articles_to_clean, clean_stored
from db.search import search
from pipeline.fingerprints import skeleton
from pipeline.memory import WINDOW
from pipeline.repeats.filled_lines import SLOT

LINE = "Follow our programme on the wireless"
BODY = (
    "The new plant was opened on Monday by the minister.\nIt will run at night, too: {}.\n" + LINE
)
REPEATED = frozenset({skeleton(LINE)})


@pytest.fixture
def source_id(s: Session, store: Store) -> str:
    for number in range(5):
        store(article(f"/{number}", f"Plant {number}", BODY.format(number)))
    return str(s.scalars(select(ArticleRow.source_id)).first())


def texts(s: Session) -> list[str]:
    found = s.scalars(select(ArticleRow)).all()
    return [each.current.text for each in found if each.current is not None]


def test_the_line_goes_and_the_ledger_has_it(s: Session, source_id: str) -> None:
    assert clean_stored(s, source_id, REPEATED, most=10).articles == 5
    assert not [text for text in texts(s) if LINE in text]
    last = s.scalars(select(RevisionRow).order_by(RevisionRow.id.desc())).first()
    assert last is not None
    assert (last.number, last.kind, last.authors) == (2, "cosmetic", ["Mona Said"])
    assert [(item["text"], item["rule"]) for item in last.removed] == [(LINE, "repeated-in-source")]


def test_a_line_filled_with_the_article_s_own_author_goes(s: Session, store: Store) -> None:
    line = "Track Mona Said on the fediverse"
    for number in range(3):
        store(article(f"/{number}", f"Plant {number}", BODY.format(number).replace(LINE, line)))
    frame = frozenset({f"track {SLOT} on the fediverse"})
    assert clean_stored(s, "tech", frame, most=10).articles == 3
    assert not [text for text in texts(s) if line in text]


def test_a_line_that_announces_another_stored_article_goes(s: Session, store: Store) -> None:
    other = "The old plant will be closed by the spring"
    line = f"Siehe dazu: {other}"
    body = BODY.format("Nobody lives near it, and the wind blows from the sea all year")
    store(article("/1", "Plant 1", body.replace(LINE, line)))
    store(article("/2", other, BODY.format(2)))
    assert clean_stored(s, "tech", frozenset(), most=10, titles=titles(s, "tech")).articles == 1
    assert not [text for text in texts(s) if line in text]
    assert not titles(s, "other")


def test_a_second_time_changes_nothing(s: Session, source_id: str) -> None:
    clean_stored(s, source_id, REPEATED, most=10)
    assert clean_stored(s, source_id, REPEATED, most=10).articles == 0


def test_the_newest_first_and_in_batches(s: Session, source_id: str) -> None:
    first = clean_stored(s, source_id, REPEATED, most=2)
    second = clean_stored(s, source_id, REPEATED, most=10, before=first.last_id)
    assert (first.articles, second.articles) == (2, 3)
    assert clean_stored(s, source_id, REPEATED, most=10, before=second.last_id).last_id is None


def test_a_page_read_again_is_unchanged(s: Session, source_id: str, store: Store) -> None:
    clean_stored(s, source_id, REPEATED, most=10)
    clean = BODY.format(3).removesuffix("\n" + LINE)
    assert store(article("/3", "Plant 3", clean)).outcome == "unchanged"


def test_search_finds_the_line_no_more(s: Session, source_id: str) -> None:
    assert search(s, "wireless")
    clean_stored(s, source_id, REPEATED, most=10)
    assert not search(s, "wireless")
    assert len(search(s, "minister")) == 5


def test_how_many_articles_may_hold_what_was_not_known() -> None:
    assert [articles_to_clean(new, learned=False) for new in (0, 1, 2, 40)] == [0, 0, 2, 40]
    assert [articles_to_clean(new, learned=True) for new in (0, 40)] == [WINDOW, WINDOW + 40]
