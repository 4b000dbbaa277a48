"""INSERT … ON CONFLICT, which SQLAlchemy spells by dialect."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Executable
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from db.models import Base


def insert_or_ignore(s: Session, table: type[Base]) -> Any:
    """An INSERT that leaves the rows alone that are there already."""
    return _insert(s, table).on_conflict_do_nothing()


def insert_or_update(
    s: Session, table: type[Base], *, keys: Collection[str], columns: Collection[str]
) -> Executable:
    """An INSERT that gives a row with the same keys the new values of `columns`."""
    statement = _insert(s, table)
    news = {name: statement.excluded[name] for name in sorted(set(columns) - set(keys))}
    result: Executable = statement.on_conflict_do_update(index_elements=list(keys), set_=news)
    return result


def _insert(s: Session, table: type[Base]) -> Any:
    dialect = s.get_bind().dialect.name
    return (postgresql if dialect == "postgresql" else sqlite).insert(table)
