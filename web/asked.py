"""What a request asks for: its parameters, read once and checked."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import UTC, datetime
from typing import Final

from sqlalchemy.orm import Session
from starlette.datastructures import QueryParams

from db.console import Place
from db.filters import Filters, moment_of
from db.known_sources import unknown_source
from db.searching.ranking import Rank

MAX_LIMIT: Final = 1_000
"""Articles or runs of one answer."""
MAX_OFFSET: Final = 10_000
"""A search goes as far as this: each page finds anew all that stands before it."""

FILTERS: Final = ("source", "language", "section", "since", "until")
_OFFSET: Final = re.compile(r"(?<=\d) (\d\d:?\d\d)$")
_REPEATED: Final = ("source", "language")
_DIGITS: Final = 10
RUN_STATES: Final = ("running", "finished", "failed", "interrupted")


class BadRequest(Exception):  # noqa: N818  # named for what the reader did
    """The request cannot be answered as it was made; the message is one line."""


class NotFound(Exception):  # noqa: N818  # named for what the reader is told
    """There is no such thing; the message is one line."""


def only_known(asked: QueryParams, known: Collection[str]) -> None:
    """Raises BadRequest for a parameter that would be passed over in silence."""
    names = f"known are {', '.join(sorted(known))}" if known else "none is known here"
    for name in asked:
        if name not in known:
            raise BadRequest(f"unknown parameter {name}; {names}")
        if len(asked.getlist(name)) > 1 and name not in _REPEATED:
            raise BadRequest(f"{name} stands more than once; give it once")


def filters(asked: QueryParams, session: Session) -> Filters:
    """The filters of a list; empty values count as none. Raises BadRequest for a source that the
    database does not know, for a language that is none, and for days that end before they begin:
    nothing could pass them."""
    found = Filters(
        sources=_several(asked, "source"),
        languages=tuple(code.lower() for code in _several(asked, "language")),
        section=word(asked, "section"),
        since=moment(asked, "since"),
        until=moment(asked, "until"),
    )
    if code := found.unknown_language:
        raise BadRequest(f"language {code}: none of ISO 639-1; write two letters, such as ar")
    if found.ends_first:
        raise BadRequest("no time lies between since and until, whose day is not included")
    _known(session, found.sources)
    return found


def source(asked: QueryParams, session: Session) -> str | None:
    """The one source that is asked for. Raises BadRequest for one that is not known."""
    found = word(asked, "source")
    _known(session, (found,) if found else ())
    return found


def _known(session: Session, sources: Collection[str]) -> None:
    if told := unknown_source(session, sources, "/api/sources"):
        raise BadRequest(told)


def word(asked: QueryParams, name: str) -> str | None:
    """A parameter without the space around it; None where it is empty or missing."""
    found = asked.get(name, "").strip()
    if "\x00" in found:
        raise BadRequest(f"{name} has a character that no text has")
    return found or None


def moment(asked: QueryParams, name: str) -> datetime | None:
    """A day or a time in ISO 8601, in UTC where no offset is given. A «+» that was not encoded came
    as a space."""
    text = word(asked, name)
    if text is None:
        return None
    try:
        return moment_of(_OFFSET.sub(r"+\1", text))
    except ValueError:
        raise BadRequest(
            f"{name} {text}: no date; write it as 2026-01-31 or 2026-01-31T06:00+03:00"
        ) from None


def number(
    asked: QueryParams, name: str, default: int | None, *, least: int = 0, most: int = 2**31 - 1
) -> int | None:
    """A whole number between two bounds."""
    text = word(asked, name)
    if text is None:
        return default
    found = whole(text)
    if found is None or not least <= found <= most:
        raise BadRequest(f"{name} {text}: must be a number from {least} to {most}")
    return found


def whole(text: str) -> int | None:
    """A whole number as an id may be; None for all else."""
    if not text.isdecimal() or len(text) > _DIGITS or int(text) >= 2**31:
        return None
    return int(text)


def limit(asked: QueryParams, default: int) -> int:
    """How many articles or runs at most."""
    found = number(asked, "limit", default, least=1, most=MAX_LIMIT)
    assert found is not None
    return found


def offset(asked: QueryParams) -> int:
    """How many of the first to leave out."""
    return number(asked, "offset", 0, most=MAX_OFFSET) or 0


def rank(asked: QueryParams) -> Rank:
    """In which order a search gives what it finds; `newest=1` is short for `rank=recent`."""
    if number(asked, "newest", 0, most=1) == 1:
        return Rank.RECENT
    found = word(asked, "rank") or Rank.RELEVANCE
    if found not in set(Rank):
        raise BadRequest(f"rank {found}: known are {', '.join(Rank)}")
    return Rank(found)


def run_state(asked: QueryParams) -> str | None:
    """The state that runs must have."""
    found = word(asked, "state")
    if found is not None and found not in RUN_STATES:
        raise BadRequest(f"state {found}: known are {', '.join(RUN_STATES)}")
    return found


def after(asked: QueryParams) -> Place | None:
    """The place after which a list of articles goes on, as `written` wrote it."""
    text = word(asked, "after")
    if text is None:
        return None
    when, _, id_text = text.partition("~")
    article_id = whole(id_text)
    try:
        found = datetime.fromisoformat(when).astimezone(UTC)
    except (ValueError, OverflowError):
        article_id = None
    if article_id is None:
        raise BadRequest(f"after {text}: no place in the list; take it from `next`")
    return Place(found, article_id)


def written(place: Place) -> str:
    """A place as it stands in an address."""
    return f"{place.when.astimezone(UTC).replace(tzinfo=None).isoformat()}Z~{place.article_id}"


def _several(asked: QueryParams, name: str) -> tuple[str, ...]:
    return tuple(
        value for text in asked.getlist(name) if (value := text.replace("\x00", "").strip())
    )
