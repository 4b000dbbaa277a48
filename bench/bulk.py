"""Articles put into a database many at once: with their signatures, and in no story."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from sqlalchemy import insert, text
from sqlalchemy.orm import Session

from bench.newsroom import Made
from db.models import ArticleRow, RevisionRow, ShingleRow, SignatureRow
from pipeline.copies import SCHEME, packed, sample, words_of

FIRST = datetime(2026, 1, 1, tzinfo=UTC)


def url_of(made: Made, number: int) -> str:
    return f"https://site{made.source}.example/{number}"


def number_of(url: str) -> int:
    return int(url.rsplit("/", 1)[-1])


def put_all(s: Session, articles: Iterable[tuple[int, Made]], first_id: int) -> None:
    """Puts in numbered articles under the ids from `first_id` on."""
    rows: list[dict[str, object]] = []
    revisions: list[dict[str, object]] = []
    signatures: list[dict[str, object]] = []
    shingles: list[tuple[int, int]] = []
    for article_id, (number, made) in enumerate(articles, first_id):
        seen, body = FIRST + timedelta(minutes=number), made.text
        sampled = sample(words_of(body))
        rows.append(
            {"id": article_id, "url": url_of(made, number), "source_id": f"site{made.source}",
             "first_seen_at": seen, "current_revision_id": article_id}
        )  # fmt: skip
        revisions.append(
            {"id": article_id, "article_id": article_id, "number": 1, "kind": "first",
             "title": made.title, "text": body, "language": made.language,
             "content_hash": f"bulk {number}", "word_count": body.count(" ") + 1,
             "extractor": "bench", "published_at": seen, "published_as": seen.isoformat(),
             "fetched_at": seen}
        )  # fmt: skip
        signatures.append(
            {"article_id": article_id, "scheme": SCHEME, "signature": packed(sampled)}
        )
        shingles += [(each.value, article_id) for each in sampled]
    s.execute(text("PRAGMA defer_foreign_keys = ON"))
    s.execute(insert(ArticleRow), rows)
    s.execute(insert(RevisionRow), revisions)
    s.execute(insert(SignatureRow), signatures)
    s.execute(
        insert(ShingleRow.__table__),  # type: ignore[arg-type]  # as a table: no ORM objects
        [{"value": value, "article_id": id_} for value, id_ in sorted(shingles)],
    )
