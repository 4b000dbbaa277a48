"""Keeps the full-text index in step with the revisions.

The index holds one row a revision, and revisions never change: it is only ever added to, in the
transaction that adds the revision. A search joins the current revision of each article, so that
the words of older ones are not found.

Each word is indexed as it is (`pipeline.words.folding.fold`) and as its stem (`stem_fold`); what is
written without blanks as pairs of letters, which have no stems (`pipeline.words.unspaced`). SQLite
has columns for both; PostgreSQL has one tsvector, built here and not by a parser of its own, in
which a stem stands at its word's position with STEM_MARK before it. What is not in the body stands
there a second time, with its field before it: the index of words knows no fields, and to look a
word's up PostgreSQL unpacks each document that has it anywhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, NamedTuple

from sqlalchemy import Select, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from db.models import RevisionRow
from pipeline.words.folding import index_folds

STEM_MARK = "~"
WEIGHTS = {"title": "A", "authors": "B", "tags": "C", "body": "D"}
"""The letter by which PostgreSQL tells the fields of a document apart."""

_MAX_POSITION = 16_383  # of a word in a tsvector: PostgreSQL's own limit
_MAX_POSITIONS = 255  # of one word in a tsvector, likewise
_MAX_WORD_BYTES = 2_000  # PostgreSQL takes 2,046 bytes a word; no word is that long
_FIELD_GAP = 10  # no phrase reaches from one field into the next

_INSERT_SQLITE = text(
    "INSERT INTO search_index"
    " (rowid, title, authors, tags, body, title_stems, tags_stems, body_stems)"
    " VALUES (:id, :title, :authors, :tags, :body, :title_stems, :tags_stems, :body_stems)"
)
_INSERT_POSTGRESQL = text(
    "INSERT INTO search_index (revision_id, document) VALUES (:id, CAST(:document AS tsvector))"
)


_CREATE_SQLITE = (
    "CREATE VIRTUAL TABLE search_index USING fts5("
    "title, authors, tags, body, title_stems, tags_stems, body_stems, content='', "
    "tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* M* Co'\")"
)
"""Contentless: the words are in the index only, the text stays in `revisions`."""
_TABLES_OF_FTS5 = ("data", "idx", "content", "docsize", "config")

_BATCH = 500
"""Revisions of which the index is made anew at once."""


class _Bulk(NamedTuple):
    """What stands before and after the making of a whole index."""

    before: tuple[str, ...]
    after: tuple[str, ...]


def _fts5(option: str, value: int) -> str:
    return f"INSERT INTO search_index (search_index, rank) VALUES ('{option}', {value})"  # noqa: S608  # constants


_BULK = {
    # FTS5 sorts words in memory, 1 MiB of them at a time, and merges what it wrote again and again.
    # By 32 MiB, merged once at the end, it takes a third less time (its defaults follow).
    "sqlite": _Bulk(
        before=(
            *(_fts5("hashsize", 32 << 20), _fts5("automerge", 0), _fts5("crisismerge", 1_000)),
        ),
        after=(
            "INSERT INTO search_index (search_index) VALUES ('optimize')",
            *(_fts5("hashsize", 1 << 20), _fts5("automerge", 4), _fts5("crisismerge", 16)),
        ),
    ),
    # A GIN index is made at once in a fraction of the time that its growth takes.
    "postgresql": _Bulk(
        before=("DROP INDEX ix_search_index_document", "TRUNCATE search_index"),
        after=("CREATE INDEX ix_search_index_document ON search_index USING gin (document)",),
    ),
}


@dataclass(frozen=True, slots=True)
class Indexed:
    """What is searched of one revision."""

    revision_id: int
    title: str
    authors: Sequence[str]
    tags: Sequence[str]
    body: str
    language: str | None = None
    """Of which its words have their stems (ISO 639-1)."""


def index_revisions(s: Session, revisions: Iterable[Indexed]) -> None:
    """Adds revisions that are not in the index yet, in the caller's transaction."""
    if s.get_bind().dialect.name == "postgresql":
        rows = [{"id": r.revision_id, "document": _tsvector(r)} for r in revisions]
        statement = _INSERT_POSTGRESQL
    else:
        rows = [_columns(r) for r in revisions]
        statement = _INSERT_SQLITE
    if rows:
        s.execute(statement, rows)


def rebuild_index(s: Session, progress: Callable[[int], None] | None = None) -> int:
    """Makes the index anew from the revisions, and gives their number; `progress` is told how many
    are done.

    For an index that is damaged, or made by another version of the folding. SQLite's searches see
    the old one until the caller commits; PostgreSQL's wait.
    """
    bulk = _BULK[s.get_bind().dialect.name]
    if s.get_bind().dialect.name == "sqlite":
        _create_anew(s)
    for statement in bulk.before:
        s.execute(text(statement))
    done = 0
    query = select(
        RevisionRow.id,
        RevisionRow.title,
        RevisionRow.authors,
        RevisionRow.tags,
        RevisionRow.text,
        RevisionRow.language,
    )
    last = 0
    while rows := s.execute(_after(query, last)).all():
        index_revisions(s, (Indexed(*row) for row in rows))
        last, done = rows[-1][0], done + len(rows)
        if progress:
            progress(done)
    for statement in bulk.after:
        s.execute(text(statement))
    return done


def _create_anew(s: Session) -> None:
    """An empty index in SQLite in place of the one that is there, be it in whatever state.

    What FTS5 cannot open it cannot drop either. Such an index is taken out of the schema, so that
    its tables are like any others; all in the caller's transaction.
    """
    try:
        s.execute(text("DROP TABLE IF EXISTS search_index"))
    except DBAPIError:
        s.execute(text("PRAGMA writable_schema = ON"))
        s.execute(text("DELETE FROM sqlite_master WHERE name = 'search_index'"))
        s.execute(text("PRAGMA writable_schema = RESET"))
    for name in _TABLES_OF_FTS5:
        s.execute(text(f"DROP TABLE IF EXISTS search_index_{name}"))
    s.execute(text(_CREATE_SQLITE))


def _after(query: Select[Any], last: int) -> Select[Any]:
    return query.where(RevisionRow.id > last).order_by(RevisionRow.id).limit(_BATCH)


def _columns(revision: Indexed) -> dict[str, object]:
    columns: dict[str, object] = {"id": revision.revision_id}
    for field, (words, stems) in _folded(revision).items():
        columns[field] = words
        if field != "authors":
            columns[f"{field}_stems"] = " ".join(filter(None, stems))
    return columns


def _folded(revision: Indexed) -> dict[str, tuple[str, list[str]]]:
    """Of each field the words and their stems; authors have none."""
    language = revision.language
    return {
        "title": index_folds(revision.title, language),
        "authors": (index_folds(" ".join(revision.authors))[0], []),
        "tags": index_folds(" ".join(revision.tags), language),
        "body": index_folds(revision.body, language),
    }


def in_field(word: str, field: str | None) -> str:
    """A word, or a stem with its mark, as a tsvector holds it for searches in one field."""
    return f"{WEIGHTS[field]}:{word}" if field else word


def _tsvector(revision: Indexed) -> str:
    folded = _folded(revision)
    positions: dict[str, list[str]] = defaultdict(list)
    start = 1
    for field, weight in WEIGHTS.items():
        written, stems = folded[field]
        words = written.split()
        for offset, (word, stem) in enumerate(zip_longest(words, stems, fillvalue="")):
            place = f"{min(start + offset, _MAX_POSITION)}{weight}"
            for form in (word, STEM_MARK + stem) if stem else (word,):
                _add(positions[form], place)
                if field != "body":
                    _add(positions[in_field(form, field)], place)
        start += len(words) + _FIELD_GAP
    return " ".join(
        f"'{word}':{','.join(places)}"
        for word, places in positions.items()
        if len(word.encode()) <= _MAX_WORD_BYTES
    )


def _add(places: list[str], place: str) -> None:
    if len(places) < _MAX_POSITIONS:
        places.append(place)
