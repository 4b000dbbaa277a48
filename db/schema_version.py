"""Which schema this version of the program works with, and whether a file has it.

SQLAlchemy is not loaded for it: whoever watches crawls asks before each, and most files have it.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

MIGRATIONS = Path(__file__).parent / "migrations"


def revisions() -> list[str]:
    """All revisions, the first first: their files are named by them."""
    return sorted(file.stem.partition("_")[0] for file in (MIGRATIONS / "versions").glob("v*.py"))


def head() -> str:
    """The revision that this version of the program works with."""
    return revisions()[-1]


def has_present_schema(url_or_path: str) -> bool:
    """Whether a path leads to a SQLite file with the present schema; False too where that cannot be
    told so simply: of a server's database, a locked file, one that is none."""
    path = Path(url_or_path)
    if "://" in url_or_path or not path.is_file():
        return False
    try:
        # Not read-only: who opens a file with a write-ahead log so leaves files beside it.
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True)) as file:
            return file.execute("SELECT version_num FROM alembic_version").fetchall() == [(head(),)]
    except sqlite3.Error:
        return False
