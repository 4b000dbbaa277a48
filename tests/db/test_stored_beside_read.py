"""What is stored of a page beside what is read from it again, on both databases."""

from __future__ import annotations

from dataclasses import replace

from database_cases import NOW, SITE, Store, article
from sqlalchemy import text
from sqlalchemy.orm import Session

from db.models import ArticleRow
from db.read import article_by_id_or_url
from db.reprocessing import count_kept, differs, kept_pages, revise
from pipeline.records import Moment, Policy


def in_archive(s: Session, article_id: int, file: str) -> None:
    s.execute(
        text("UPDATE revisions SET warc_file = :file, warc_offset = 7 WHERE article_id = :id"),
        {"file": file, "id": article_id},
    )
    s.expire_all()


def test_what_is_in_the_archive(s: Session, store: Store) -> None:
    ids = [store(article(f"/{n}", f"Title {n}")).article_id for n in range(4)]
    for number, file in ((0, "tech/a"), (2, "tech_2/a"), (3, "tech/b")):
        in_archive(s, ids[number], f"{file}.warc.gz")
    assert count_kept(s, ()) == 3
    assert count_kept(s, ("tech",)) == 2
    first, last = kept_pages(s, ("tech",), 0, 9)
    assert (first.article_id, last.article_id) == (ids[0], ids[3])
    assert (last.source_id, last.file, last.offset) == ("tech", "tech/b.warc.gz", 7)
    assert last.fetched_at == NOW
    assert [link.url for link in last.links] == [f"{SITE}/3"]
    assert kept_pages(s, (), ids[0], 1)[0].article_id == ids[2]
    assert kept_pages(s, ("other",), 0, 9) == []


def test_a_page_that_says_something_else_now(s: Session, store: Store) -> None:
    reserved = Policy(tdm_reservation=False)
    stored = article("/a", "A title\x00", "Menu\nThe text of it, as it is.", policy=reserved)
    in_archive(s, store(stored).article_id, "tech/a.warc.gz")
    (kept,) = kept_pages(s, (), 0, 9)
    assert not differs(s, kept, stored)
    assert not differs(s, kept, replace(stored, extractor="rasid/next", policy=Policy()))
    for other in (
        replace(stored, authors=()),
        replace(stored, published=None),
        replace(stored, blocks=stored.blocks[1:], text=stored.blocks[1].text),
    ):
        assert differs(s, kept, other)
    moved = Moment(NOW, stored.published.origin) if stored.published else None
    found = replace(stored, published=moved, text="Another text", policy=Policy())
    assert revise(s, kept, found)
    row = s.get(ArticleRow, kept.article_id)
    assert row is not None
    s.refresh(row)
    assert row.current is not None
    assert (row.current.number, row.current.kind, row.current.text) == (
        2,
        "cosmetic",
        "Another text",
    )
    assert (row.current.warc_file, row.current.fetched_at) == (kept.file, kept.fetched_at)
    assert row.current.policy["tdm_reservation"] is False
    assert row.dated_at == NOW
    assert not revise(s, kept, stored)  # it has another version by now
    (again,) = kept_pages(s, (), 0, 9)
    assert not differs(s, again, found)
    assert article_by_id_or_url(s, f"{SITE}/a") is row
