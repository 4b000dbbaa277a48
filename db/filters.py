"""Filters of articles, the same for search, export, stats and the library."""

from __future__ import annotations

import unicodedata
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, not_, or_, select

from db.models import AppearanceRow, ArticleRow, RevisionRow, StoryRow
from pipeline.languages import LANGUAGES


def moment_of(text: str) -> datetime:
    """A day or a time in ISO 8601 as a person gives it, in any script's digits, in UTC where it
    has no offset. Raises ValueError for what is no date."""
    text = "".join(str(unicodedata.decimal(letter, letter)) for letter in text)
    if len(text) == len("2026-01-31"):
        return datetime.combine(date.fromisoformat(text), time(), UTC)
    found = datetime.fromisoformat(text)
    try:
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except OverflowError:
        raise ValueError(f"{text} is outside the calendar") from None


@dataclass(frozen=True, slots=True)
class Filters:
    """Which articles. Empty or None means all.

    `since` is included and `until` is not; both are of the publication, or of the first sight of
    an article that has no date. `sources` are ids, and an article passes by any of its own.
    `section` is a section's name as the site writes it, capitals apart. `query`, of exports alone,
    is what a search finds the articles by (`db.search.finding`).
    """

    sources: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    section: str | None = None
    query: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    limit: int | None = None
    include_opted_out: bool = True
    dedupe: str = "none"
    """`none`; `exact`: of articles with the same title and text only the first; `story`: of the
    copies of a story only its origin, or the first of those that pass where the origin does not."""

    @property
    def unknown_language(self) -> str | None:
        """The first of `languages` that is none of ISO 639-1: no article is in it."""
        return next((code for code in self.languages if code not in LANGUAGES), None)

    @property
    def ends_first(self) -> bool:
        """Whether no time lies between `since` and `until`."""
        return self.since is not None and self.until is not None and self.since >= self.until

    def as_json(self) -> dict[str, Any]:
        """The filters that are set, as a manifest states them."""
        values = asdict(self)
        for name in ("since", "until"):
            values[name] = values[name].isoformat() if values[name] else None
        for name in ("sources", "languages"):
            values[name] = list(values[name])
        return {name: value for name, value in values.items() if value not in (None, (), [])}


EVERYTHING = Filters()


def articles_query(filters: Filters) -> Select[ArticleRow, RevisionRow]:
    """Current articles with their current revisions; `limit` is left to the caller."""
    return (
        select(ArticleRow, RevisionRow)
        .join(RevisionRow, RevisionRow.id == ArticleRow.current_revision_id)
        .where(*conditions(filters))
    )


def conditions(filters: Filters) -> list[ColumnElement[bool]]:
    """The filters as conditions on `articles` joined with their current `revisions`.

    Raises ValueError for a query: the index is asked for that, which `filters` knows nothing of.
    """
    if filters.query is not None:
        raise ValueError("filters with a query are for exports alone")
    found: list[ColumnElement[bool]] = []
    if filters.sources:
        found.append(in_sources(filters.sources))
    if filters.languages:
        found.append(ArticleRow.language.in_(filters.languages))
    if filters.section is not None:
        names = _in_any_case(filters.section)
        appeared = exists().where(
            AppearanceRow.article_id == ArticleRow.id, AppearanceRow.section.in_(names)
        )
        found.append(or_(RevisionRow.section.in_(names), appeared))
    if filters.since is not None:
        found.append(ArticleRow.dated_at >= filters.since)
    if filters.until is not None:
        found.append(ArticleRow.dated_at < filters.until)
    if not filters.include_opted_out:
        found.append(not_(opted_out()))
    if filters.dedupe == "exact":
        found.append(first_of_its_content(found))
    elif filters.dedupe == "story":
        found.append(first_of_its_story(found))
    elif filters.dedupe != "none":
        raise ValueError(f"dedupe {filters.dedupe!r}: none, exact or story")
    return found


def _in_any_case(name: str) -> list[str]:
    """The ways in which capitals stand in a section's name: an index serves these, not lower()."""
    cased = (name, name.lower(), name.upper(), name.title(), name.capitalize())
    return list(dict.fromkeys(cased))


def first_of_its_content(others: list[ColumnElement[bool]]) -> ColumnElement[bool]:
    """Of the articles that pass `others` and have the same title and text only the first."""
    firsts = (
        select(func.min(ArticleRow.id))
        .join(RevisionRow, RevisionRow.id == ArticleRow.current_revision_id)
        .where(*others)
        .group_by(RevisionRow.content_hash)
        .correlate(None)
    )
    return ArticleRow.id.in_(firsts)


def first_of_its_story(others: list[ColumnElement[bool]]) -> ColumnElement[bool]:
    """One article of each story among those that pass `others`: the origin, else the first.

    An article of no story passes.
    """
    origin = case((StoryRow.origin_article_id == ArticleRow.id, ArticleRow.id))
    firsts = (
        select(func.coalesce(func.max(origin), func.min(ArticleRow.id)))
        .join(RevisionRow, RevisionRow.id == ArticleRow.current_revision_id)
        .join(StoryRow, StoryRow.id == ArticleRow.story_id)
        .where(*others)
        .group_by(ArticleRow.story_id)
        .correlate(None)
    )
    return or_(ArticleRow.story_id.is_(None), ArticleRow.id.in_(firsts))


def in_sources(sources: tuple[str, ...]) -> ColumnElement[bool]:
    """An article that appeared in one of the sources.

    Asked of each article, so that the newest of a source are found without sorting all it has.
    """
    return exists(
        select(AppearanceRow.article_id).where(
            AppearanceRow.article_id == ArticleRow.id, AppearanceRow.source_id.in_(sources)
        )
    )


def opted_out() -> ColumnElement[bool]:
    """An article whose page or site reserves text and data mining."""
    return and_(func.coalesce(RevisionRow.policy["opted_out"].as_boolean(), False))
