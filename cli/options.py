"""Options that several verbs share, and what they mean."""

from __future__ import annotations

import os
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from cli.choosing import check_known
from cli.context import Context
from cli.failures import WrongRequest

if TYPE_CHECKING:  # the database is loaded where it is needed: who watches a crawl stays small
    from db.filters import Filters

MOST = 2**31 - 1
"""No number that a person gives is larger: databases hold no larger ones in each of their types."""
AsJson = Annotated[bool, typer.Option("--json", help="One JSON document on stdout.")]
OfSource = Annotated[
    list[str] | None, typer.Option("--source", help="Only of this source; may be repeated.")
]
OfLanguage = Annotated[
    list[str] | None,
    typer.Option("--language", help="Only in this language (ISO 639-1); may be repeated."),
]
OfSection = Annotated[
    str | None, typer.Option("--section", help="Only of this section, as the site names it.")
]
Since = Annotated[
    str | None, typer.Option("--since", help="Published on this day or later (2026-01-31).")
]
Until = Annotated[str | None, typer.Option("--until", help="Published before this day.")]


def filters(
    context: Context,
    source: list[str] | None,
    language: list[str] | None,
    section: str | None,
    since: str | None,
    until: str | None,
    limit: int | None = None,
    *,
    include_opted_out: bool = True,
) -> Filters:
    """The filters that these options ask for. Raises WrongRequest for what is no date or no
    language, for a source that nobody knows, and for days that end before they begin."""
    from db.filters import Filters

    found = Filters(
        sources=tuple(source or ()),
        languages=tuple(code.lower() for code in language or ()),
        section=section,
        since=moment("--since", since),
        until=moment("--until", until),
        limit=limit,
        include_opted_out=include_opted_out,
    )
    if found.ends_first:
        raise WrongRequest(
            f"--since {since} --until {until}: no time lies between them, since the day of --until "
            "is not included; put the earlier day first"
        )
    if code := found.unknown_language:
        raise WrongRequest(
            f"--language {code}: no language of ISO 639-1; write two letters, such as ar or en"
        )
    check_known(context, source or ())
    return found


def text_of(argument: str) -> str:
    """An argument as text: bytes that are no UTF-8, as names of files may hold and addresses may
    not, become U+FFFD."""
    return os.fsencode(argument).decode("utf-8", "replace")


def moment(name: str, text: str | None) -> datetime | None:
    """A day or a time in ISO 8601, in UTC where no offset is given; None for none."""
    if text is None:
        return None
    from db.filters import moment_of

    try:
        return moment_of(text)
    except ValueError:
        raise WrongRequest(
            f"{name} {text}: no date; write it as 2026-01-31 or 2026-01-31T06:00+03:00"
        ) from None


def day_text(found: datetime | None) -> str:
    """A time for a person, to the minute, in the zone of this machine; "" for none."""
    return found.astimezone().strftime("%Y-%m-%d %H:%M") if found else ""


def ago(found: datetime | None, now: datetime) -> str:
    """How long ago, or in how long, in the largest unit that fits; "" for none."""
    if found is None:
        return ""
    seconds = (now - found).total_seconds()
    amount = duration(abs(seconds))
    return f"{amount} ago" if seconds >= 0 else f"in {amount}"


def duration(seconds: float) -> str:
    """Seconds in the largest unit that fits: 40 s, 3 min, 5 h, 2 d."""
    for size, unit in ((86400, "d"), (3600, "h"), (60, "min")):
        if seconds >= size:
            return f"{seconds / size:.0f} {unit}"
    return f"{seconds:.0f} s"
