"""What is wrong with a database, for whoever asked for it."""

from __future__ import annotations

_DAMAGED = ("malformed", "not a database", "could not decode to utf-8")
"""What SQLite and its driver say of a file whose bytes are not what was written."""
_OF_INDEX = ("vtable constructor failed", "fts5 file format", "no such table: search_index")
"""What SQLite says of a full-text index that it cannot open."""
REINDEX = "rasid db reindex makes it anew"
_UNLOCK = "end what holds it open for writing, or try again"
_MOST = 200
"""Characters of what a driver says; of bytes that cannot be read it gives all."""


class BadDatabase(Exception):  # noqa: N818  # named for what the caller knows, not for the class
    """The database cannot be used. The message is one line: what, where, how to mend it."""


class Unreachable(BadDatabase):
    """It cannot be used just now: its server does not answer, or another program holds it. Later it
    may be."""


def line_of(error: BaseException) -> str:
    """What a driver's error says, in a line for whoever used the database."""
    said = (str(error).strip().splitlines() or [type(error).__name__])[0]
    said = said.partition(" with text ")[0][:_MOST]
    if "database is locked" in said:
        return f"the database is locked by another program: {_UNLOCK}"
    if any(word in said.lower() for word in _OF_INDEX):
        return f"the search index is damaged ({said}): {REINDEX}"
    if any(word in said.lower() for word in _DAMAGED):
        return damaged(said)
    return f"the database: {said}"


def damaged(said: str) -> str:
    """What to do about a database of which a part is not what was written."""
    return (
        f"the database is damaged ({said}): rasid db check looks at all; "
        "rasid db reindex mends the search index, for all else go back to a backup"
    )
