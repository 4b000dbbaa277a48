"""The judged searches of the tests: documents, queries, and how well a search answers them.

There are five sets. The folding was written with the first at hand; the second is of other fields,
and was written before the index was changed; the third and the fourth by people who had not read
its code. At first sight the recall of the third was .782 and its precision .991; of the fourth .909
and .933; of the fifth, written when the rules were made of the others, .926 and .956
(docs/decisions/0016-other-forms.md).
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from db.models import ArticleRow, RevisionRow
from db.search import Indexed, index_revisions

SETS = ("search", "search_newsroom", "search_magazine", "search_agency", "search_wire")
_CASES = Path(__file__).parents[1] / "tests" / "db" / "cases"
NOW = datetime(2026, 11, 20, tzinfo=UTC)
URL = "https://judged.example/"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One query: what it found, and what a reader wants."""

    query: str
    language: str
    found: tuple[str, ...]
    wanted: frozenset[str]

    @property
    def right(self) -> int:
        return len(self.wanted.intersection(self.found))


def read_cases(of: str = SETS[0]) -> tuple[dict[str, dict[str, Any]], dict[str, list[str]]]:
    """The documents of a set by name, and the names that each query should find."""
    data = tomllib.loads((_CASES / f"{of}.toml").read_text("utf-8"))
    return data["documents"], data["queries"]


def store_documents(s: Session, source_id: str, first_id: int, of: str = SETS[0]) -> None:
    """Stores and indexes the documents of a set, from an article number on."""
    documents, _ = read_cases(of)
    for number, (name, document) in enumerate(documents.items(), first_id):
        url = f"{URL}{of}/{name}"
        article = ArticleRow(id=number, url=url, source_id=source_id, first_seen_at=NOW)
        s.add(article)
        s.flush()
        revision = RevisionRow(
            id=number,
            article_id=number,
            number=1,
            kind="first",
            title=document["title"],
            text=document["text"],
            tags=document["tags"],
            authors=document.get("authors", []),
            section=document.get("section"),
            published_at=_moment(document.get("published_at")),
            language=document["language"],
            content_hash=name,
            word_count=len(document["text"].split()),
            extractor="judged",
            fetched_at=NOW,
        )
        s.add(revision)
        s.flush()
        article.current_revision_id = revision.id
        s.flush()
        authors = tuple(revision.authors)
        index_revisions(
            s,
            [
                Indexed(
                    revision.id,
                    revision.title,
                    authors,
                    revision.tags,
                    revision.text,
                    revision.language,
                )
            ],
        )


def _moment(written: str | None) -> datetime | None:
    return datetime.fromisoformat(written) if written else None


def judge(find: Callable[[str], list[str]], of: str = SETS[0]) -> list[Verdict]:
    """Asks every query; `find` gives the addresses of what is found, of which only the
    documents of the set count: an index may hold other articles too."""
    documents, queries = read_cases(of)
    verdicts, own = [], f"{URL}{of}/"
    for query, wanted in queries.items():
        names = tuple(url.removeprefix(own) for url in find(query) if url.startswith(own))
        of = documents[wanted[0]]["language"] if wanted else "en"
        verdicts.append(Verdict(query, of, names, frozenset(wanted)))
    return verdicts


def recall_and_precision(verdicts: list[Verdict]) -> tuple[float, float]:
    """Of all pairs that are wanted, the share found; of all that are found, the share wanted."""
    right = sum(verdict.right for verdict in verdicts)
    wanted = sum(len(verdict.wanted) for verdict in verdicts)
    found = sum(len(verdict.found) for verdict in verdicts)
    return right / max(1, wanted), right / max(1, found)
