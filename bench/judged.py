"""The judged searches of the tests: documents, queries, and how well a search answers them."""

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

CASES = Path(__file__).parents[1] / "tests" / "db" / "cases" / "search.toml"
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


def read_cases() -> tuple[dict[str, dict[str, Any]], dict[str, list[str]]]:
    """The documents by name, and the names that each query should find."""
    data = tomllib.loads(CASES.read_text("utf-8"))
    return data["documents"], data["queries"]


def store_documents(s: Session, source_id: str, first_id: int) -> None:
    """Stores and indexes the documents, from an article number on."""
    documents, _ = read_cases()
    for number, (name, document) in enumerate(documents.items(), first_id):
        article = ArticleRow(id=number, url=URL + name, source_id=source_id, first_seen_at=NOW)
        s.add(article)
        s.flush()
        revision = RevisionRow(
            article_id=number,
            number=1,
            kind="first",
            title=document["title"],
            text=document["text"],
            tags=document["tags"],
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
        index_revisions(s, [Indexed(revision.id, revision.title, (), revision.tags, revision.text)])


def judge(find: Callable[[str], list[str]]) -> list[Verdict]:
    """Asks every query; `find` gives the addresses of what is found, of which only the
    documents' own count: an index may hold other articles too."""
    documents, queries = read_cases()
    verdicts = []
    for query, wanted in queries.items():
        names = tuple(url.removeprefix(URL) for url in find(query) if url.startswith(URL))
        of = documents[wanted[0]]["language"] if wanted else "en"
        verdicts.append(Verdict(query, of, names, frozenset(wanted)))
    return verdicts


def recall_and_precision(verdicts: list[Verdict]) -> tuple[float, float]:
    """Of all pairs that are wanted, the share found; of all that are found, the share wanted."""
    right = sum(verdict.right for verdict in verdicts)
    wanted = sum(len(verdict.wanted) for verdict in verdicts)
    found = sum(len(verdict.found) for verdict in verdicts)
    return right / max(1, wanted), right / max(1, found)
