"""Saves of links, as listings name them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import LinkRow
from db.rows import GIVEN, link_record, link_values
from db.upsert import insert_or_ignore
from pipeline.errors import Reason, Rejected
from pipeline.records import Link, ListingKind

BATCH = 400
"""Rows a statement: SQLite takes 32,766 values, older versions 999 of one kind."""


LEFT = frozenset({Reason.OLDER, Reason.NOT_CHOSEN})
"""Why a visit leaves a link alone that another may take up."""


@dataclass(frozen=True, slots=True)
class LinksSaved:
    """How many links of a listing were new to their source, and how many known."""

    new: int
    known: int


def save_links(s: Session, source_id: str, links: Sequence[Link], now: datetime) -> LinksSaved:
    """Saves the links of a listing as pending; those that the source knows stay as they are, but
    for a day that a feed tells more exactly.

    A link that was rejected as out of its section, and is now named by a list of the section
    alone, is pending again, as is one that was rejected when its page was given, or left alone.
    """
    by_url: dict[str, Link] = {}
    for link in links:
        by_url.setdefault(link.url, link)
    new = 0
    for batch in _batches(list(by_url)):
        known = {
            row.url: row
            for row in s.scalars(
                select(LinkRow).where(LinkRow.source_id == source_id, LinkRow.url.in_(batch))
            )
        }
        rows = [link_values(source_id, by_url[url], now) for url in batch if url not in known]
        if rows:
            s.execute(insert_or_ignore(s, LinkRow), rows)
        new += len(rows)
        for row in known.values():
            _make_certain(row, by_url[row.url])
            _date_by_feed(row, by_url[row.url])
    return LinksSaved(new=new, known=len(by_url) - new)


def leave_links(
    s: Session, source_id: str, links: Sequence[tuple[Link, Rejected]], now: datetime
) -> None:
    """Saves links that a visit leaves alone, with the reason of each; those that the source knows
    stay as they are."""
    for at in range(0, len(links), BATCH):
        rows = [
            link_values(source_id, link, now)
            | {
                "state": "rejected",
                "reason": why.reason.value,
                "detail": why.detail,
                "checked_at": now,
            }
            for link, why in links[at : at + BATCH]
        ]
        s.execute(insert_or_ignore(s, LinkRow), rows)


def _make_certain(row: LinkRow, link: Link) -> None:
    hints = row.hints or {}
    given = row.found_in == GIVEN != link.found_in
    if row.state == "rejected" and (given or row.reason in LEFT):
        row.hints = link_values(row.source_id, link, row.first_seen_at)["hints"]
        row.found_in = link.found_in
        row.state, row.reason, row.detail = "pending", None, None
        return
    if not link.certain or hints.get("certain", True):
        return
    row.hints = hints | {"certain": True}
    row.found_in = link.found_in
    if row.state == "rejected" and row.reason == Reason.OUT_OF_SECTION:
        row.state, row.reason, row.detail = "pending", None, None


_TIMED = frozenset({ListingKind.FEED.value, ListingKind.WORDPRESS.value})
"""Lists that programs write of what was published, each with its time."""


def is_timed(link: Link) -> bool:
    """Whether a link is a feed's that tells the time at which its page was published."""
    return link.kind.value in _TIMED and isinstance(link.published, datetime)


def dated_by(shown: Link, told: Link) -> Link:
    """A link with the time by which a feed's, `told`, dates it, where its own list gives none, or
    only that day; else as it was."""
    if not is_timed(told) or not isinstance(told.published, datetime):
        return shown
    day = shown.published
    if isinstance(day, datetime) or (day and abs(told.published.date() - day) > ZONES):
        return shown
    return replace(shown, published=told.published, kind=told.kind)


def _date_by_feed(row: LinkRow, link: Link) -> None:
    """Give a link that waits the time by which a feed dates it."""
    hints = row.hints or {}
    if row.state == "pending" and hints.get("certain", True):
        shown = link_record(row)
        dated = dated_by(shown, link)
        if dated is not shown:
            told = link_values(row.source_id, dated, row.first_seen_at)["hints"]
            row.hints = hints | {"published": told["published"], "kind": told["kind"]}


ZONES = timedelta(days=1)
"""By how much a day may differ that is told in another zone."""


def _batches(urls: list[str]) -> Iterable[list[str]]:
    return (urls[at : at + BATCH] for at in range(0, len(urls), BATCH))
