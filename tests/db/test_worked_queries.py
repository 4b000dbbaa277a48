"""The queries of docs/fields.md on both databases; those of stories are in test_stories."""

from __future__ import annotations

import re
from pathlib import Path

from database_cases import NOW, Store, article
from sqlalchemy import text
from sqlalchemy.orm import Session

from db.write import reject_link, save_links
from pipeline.errors import Reason
from pipeline.records import Link

PAGE = (Path(__file__).parents[2] / "docs" / "fields.md").read_text("utf-8")
QUERIES = re.findall(r"-- (.*)\n((?:(?!--).*\n)+?.*;)\n", PAGE)


def test_the_queries_of_the_docs(s: Session, store: Store) -> None:
    long = " ".join(f"كلمة{number}" for number in range(320))
    store(article("/ar", "خبر", long, language="ar"))
    store(article("/a", "Was"))
    store(article("/a", "Became", "Another text, which is of the second version."))
    store(article("/a", "Became", "Another text, which is of the second version."), source="other")
    store(article("/bare", "Bare", published=None, authors=()))
    for number in range(3):
        store(article(f"/copy{number}", f"Copy {number}", long + f" {number}"))
    save_links(s, "tech", [Link("https://news.example/x", "https://news.example/tech")], NOW)
    link = s.execute(text("SELECT id FROM links WHERE url LIKE '%/x'")).scalar_one()
    reject_link(s, link, Reason.NO_BODY, "", NOW)
    rows = {name: [tuple(row) for row in s.execute(text(query))] for name, query in QUERIES}
    assert [len(found) for found in rows.values()] == [6, 1, 1, 1, 1, 1, 1, 1]
    assert rows["Articles a source since a day"][0][:2] == ("tech", 6)
    assert rows["Headlines that were changed, with the one before"][0][1:3] == ("Was", "Became")
    ((source, undated, unsigned),) = rows["The share of articles without a date or an author"]
    assert (source, round(float(undated), 3), round(float(unsigned), 3)) == ("tech", 0.167, 0.167)
    assert rows["Why links gave no article"] == [("tech", "no-body", 1)]
