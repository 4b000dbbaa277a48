"""Which stored articles are like one: candidates by signature, then compared word by word.

An article's signature is looked up in `bands`; the articles that share most of its values are
read and compared. The number of rows that are looked at does not grow with the tables.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, insert, select, text, tuple_
from sqlalchemy.orm import Session

from db.models import ArticleRow, BandRow, RevisionRow, SignatureRow
from pipeline.copies import SCHEME, VALUES, Runs, bands, runs_of, similarity

ALIKE = 0.45
"""The share of the shorter text's words that makes two articles one story (bench/stories.py)."""
SHORTEST = 0.25
"""The shorter text's length as a share of the longer's, at least: a flash that a long report holds
wholly is its lead, a twentieth of it is a quotation."""

_READ = 32
"""Articles read of one value: what more than these share is a phrase of the trade."""
_SHARED = 2
"""Values that a candidate shares: one comes by a common phrase."""
_COMPARED = 16
"""Candidates that are compared, those first that share most values."""

_CANDIDATES = text(
    "SELECT article_id FROM ("  # noqa: S608  # numbers of this module
    + " UNION ALL ".join(
        "SELECT article_id FROM (SELECT article_id FROM bands"  # noqa: S608
        f" WHERE band = {band} AND value = :v{band} ORDER BY article_id LIMIT {_READ}) AS b{band}"
        for band in range(VALUES)
    )
    + ") AS found WHERE article_id <> :article_id GROUP BY article_id"
    f" HAVING count(*) >= {_SHARED} ORDER BY count(*) DESC, article_id LIMIT {_COMPARED}"
)


@dataclass(frozen=True, slots=True)
class Match:
    """An article that is like another."""

    article_id: int
    story_id: int | None
    similarity: float


def sign(s: Session, article_id: int, signed: bytes | None) -> bool:
    """Puts an article's signature and bands in place of its old ones; whether it had any."""
    row = s.execute(
        select(SignatureRow.signature, SignatureRow.scheme).where(
            SignatureRow.article_id == article_id
        )
    ).one_or_none()
    if row is not None and (row.signature, row.scheme) == (signed, SCHEME):
        return True
    if row is not None:
        mine = BandRow.article_id == article_id
        if row.scheme == SCHEME:
            mine &= tuple_(BandRow.band, BandRow.value).in_(bands(row.signature))
        s.execute(delete(BandRow).where(mine))
        s.execute(delete(SignatureRow).where(SignatureRow.article_id == article_id))
    if signed is not None:
        s.execute(
            insert(SignatureRow).values(article_id=article_id, scheme=SCHEME, signature=signed)
        )
        s.execute(
            insert(BandRow.__table__),  # type: ignore[arg-type]  # as a table: no ORM objects
            [
                {"band": band, "value": value, "article_id": article_id}
                for band, value in bands(signed)
            ],
        )
    return row is not None


def matches_of(s: Session, article_id: int, runs: Runs, signed: bytes) -> list[Match]:
    """The articles that are alike, the most alike first."""
    values: dict[str, object] = {f"v{band}": value for band, value in bands(signed)}
    found = s.scalars(_CANDIDATES, values | {"article_id": article_id}).all()
    if not found:
        return []
    rows = s.execute(
        select(ArticleRow.id, ArticleRow.story_id, RevisionRow.text)
        .join(RevisionRow, RevisionRow.id == ArticleRow.current_revision_id)
        .where(ArticleRow.id.in_(found))
    )
    matches = []
    for other_id, story_id, body in rows:
        other = runs_of(body)
        if min(runs.words, other.words) < SHORTEST * max(runs.words, other.words):
            continue
        alike = similarity(runs, other)
        if alike >= ALIKE:
            matches.append(Match(other_id, story_id, round(alike, 4)))
    return sorted(matches, key=lambda match: (-match.similarity, match.article_id))
