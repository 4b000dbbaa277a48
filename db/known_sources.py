"""The ids of sources that somebody names, and what is told of one that nobody knows."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import SourceRow


def unknown_source(s: Session, ids: Collection[str], listed_by: str) -> str | None:
    """What is told of the first id that no source of the database has; None where all are known.
    `listed_by` is where the person who asks finds those that are."""
    if not ids:
        return None
    known = set(s.scalars(select(SourceRow.id)))
    return next((no_source(id_, known, listed_by) for id_ in ids if id_ not in known), None)


def no_source(id_: str, known: Iterable[str], listed_by: str) -> str:
    """That there is no such source, and which may have been meant."""
    near = difflib.get_close_matches(id_, list(known), n=3)
    mend = f"did you mean {' or '.join(near)}?" if near else f"{listed_by} lists them"
    return f"no source {id_}: {mend}"
