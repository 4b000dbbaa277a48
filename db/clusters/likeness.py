"""Which stored articles are like one: candidates by their samples, then laid beside each other.

The runs of an article's sample (`pipeline.copies`) are looked up in `shingles`; the articles that
share most of the rare ones are read and aligned. The number of rows that are looked at does not
grow with the tables.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import TextClause, delete, insert, select, text
from sqlalchemy.orm import Session

from db.clusters.boilerplate import NONE, Boilerplate, boilerplate_of
from db.models import ArticleRow, RevisionRow, ShingleRow, SignatureRow
from pipeline.alignment import Alignment, align
from pipeline.copies import MOST, SCHEME, Sampled, Words, packed, sample, unpacked, words_of

ALIKE = 0.45
"""The share of the shorter text's words that makes two articles one story (bench/stories.py)."""
ALIKE_UNEVEN, UNEVEN = 0.58, 1.5
"""The same where the longer text has so many times the shorter's words: a long article that repeats
half of a short one as its background is no copy; a half is in its original nearly wholly."""
ALIKE_ENDING = 0.66
"""The same for two articles of one source that share nothing but their ending, unchanged: it may be
what their site writes under all, and a lead of one's own takes a third of a text at most."""
ALIKE_SHORT, FEW_WORDS = 0.55, 50
"""The same where the shorter has fewer words: flashes of one event share a sentence."""
LEAST_WORDS = 16
"""Words that two texts have in common, at least: fewer are a sentence that many would write."""
SHORTEST = 0.2
"""The shorter text's length as a share of the longer's, at least: a flash that a long report holds
wholly is its lead, a twentieth of it is a quotation."""
READ = 50
"""Articles read of one run, the newest: what more than these share is a phrase of the trade."""

COMPARED = 12
"""Candidates that are compared: those first that share most runs, rare ones counting more."""
_SAME_TEXT = 0.95
"""Where so many words of both texts are equal, it does not matter that they are boilerplate."""
_STEP = 16


@dataclass(frozen=True, slots=True)
class Match:
    """An article that is like another: the share of the shorter text's words that both have, the
    same of the longer's, and the places of the common words in the other and in its own."""

    article_id: int
    story_id: int | None
    similarity: float
    of_longer: float
    covered: frozenset[int]
    own_covered: frozenset[int]
    words: Words


def sign(s: Session, article_id: int, sampled: Sequence[Sampled]) -> None:
    """Puts an article's signature and shingles in place of its old ones."""
    signature = packed(sampled)
    row = s.execute(
        select(SignatureRow.signature, SignatureRow.scheme).where(
            SignatureRow.article_id == article_id
        )
    ).one_or_none()
    if row is not None and (row.signature, row.scheme) == (signature, SCHEME):
        return
    if row is not None:
        if row.scheme == SCHEME:
            s.execute(
                delete(ShingleRow)
                .where(ShingleRow.value.in_(unpacked(row.signature)))
                .where(ShingleRow.article_id == article_id)
            )
        s.execute(delete(SignatureRow).where(SignatureRow.article_id == article_id))
    s.execute(
        insert(SignatureRow).values(article_id=article_id, scheme=SCHEME, signature=signature)
    )
    if sampled:
        s.execute(
            insert(ShingleRow.__table__),  # type: ignore[arg-type]  # as a table: no ORM objects
            [{"value": each.value, "article_id": article_id} for each in sampled],
        )


def matches_of(
    s: Session, article_id: int, source_id: str, words: Words
) -> tuple[list[Match], Boilerplate]:
    """The articles that are alike, the most alike first, and what of the text is boilerplate."""
    sampled = sample(words)
    holders = holders_of(s, article_id, [each.value for each in sampled])
    candidates = candidates_of(holders)
    if not candidates:
        return [], NONE
    common = boilerplate_of(s, source_id, words, sampled, holders)
    rows = s.execute(
        select(ArticleRow.id, ArticleRow.story_id, ArticleRow.source_id, RevisionRow.text)
        .join(RevisionRow, RevisionRow.id == ArticleRow.current_revision_id)
        .where(ArticleRow.id.in_(candidates))
    )
    matches = []
    for other_id, story_id, its_source, body in rows:
        other = words_of(body)
        found = compare(words, other, common.runs, its_source == source_id)
        if found is not None:
            similarity, of_longer, alignment = found
            matches.append(
                Match(
                    article_id=other_id,
                    story_id=story_id,
                    similarity=similarity,
                    of_longer=of_longer,
                    covered=alignment.covered,
                    own_covered=alignment.other_covered,
                    words=other,
                )
            )
    return sorted(matches, key=_rank), common


def compare(
    one: Words, other: Words, common: frozenset[str] = frozenset(), one_source: bool = False
) -> tuple[float, float, Alignment] | None:
    """How alike two texts are, of the shorter's words and of the longer's; None for no copies."""
    found = align(one, other, common)
    if common and found.shared < ALIKE:
        # Of an article that was stored again and again all is boilerplate: it is compared as it is.
        found = align(one, other)
        if found.equal < _SAME_TEXT * max(len(one), len(other)):
            return None
    shorter, longer = sorted((found.words, found.other_words))
    least = ALIKE if longer <= UNEVEN * shorter else ALIKE_UNEVEN
    if shorter < FEW_WORDS:
        least = max(least, ALIKE_SHORT)
    if one_source and found.is_ending:
        least = ALIKE_ENDING
    if (
        found.shared < least
        or len(found.covered) < LEAST_WORDS
        or shorter < SHORTEST * longer
        or not found.same_numbers
    ):
        return None
    return round(min(1.0, found.shared), 4), _of_longer(found), found


def _of_longer(found: Alignment) -> float:
    return min(1.0, len(found.covered) / max(found.words, found.other_words, 1))


def _rank(match: Match) -> tuple[float, int]:
    return -(match.similarity + match.of_longer), match.article_id


def holders_of(s: Session, article_id: int, values: Sequence[int]) -> dict[int, list[int]]:
    """For each run of a sample the newest other articles that have it, at most READ."""
    if not values:
        return {}
    number = -(-len(values) // _STEP) * _STEP
    given: dict[str, int] = {f"v{at}": -1 for at in range(number)}
    given |= {f"v{at}": value for at, value in enumerate(values)}
    found: dict[int, list[int]] = defaultdict(list)
    for value, holder in s.execute(_lookup(number), given | {"article_id": article_id}):
        found[value].append(holder)
    return found


def candidates_of(holders: dict[int, list[int]]) -> list[int]:
    """The articles that share most of a sample. A run that few have tells more than one of many."""
    scores: dict[int, float] = defaultdict(float)
    shared: dict[int, int] = defaultdict(int)
    for ids in holders.values():
        weight = 1 / len(ids) if len(ids) < READ else 1 / (4 * READ)
        for holder in ids:
            scores[holder] += weight
            shared[holder] += 1
    likely = [holder for holder, score in scores.items() if shared[holder] > 1 or score >= 0.5]
    likely.sort(key=lambda holder: (-scores[holder], holder))
    return likely[:COMPARED]


@lru_cache(maxsize=MOST // _STEP + 1)
def _lookup(number: int) -> TextClause:
    return text(
        " UNION ALL ".join(
            "SELECT value, article_id FROM (SELECT value, article_id FROM shingles"  # noqa: S608
            f" WHERE value = :v{at} AND article_id <> :article_id"
            f" ORDER BY article_id DESC LIMIT {READ}) AS s{at}"
            for at in range(number)
        )
    )
