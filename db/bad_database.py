"""What is wrong with a database, for whoever asked for it."""

from __future__ import annotations


class BadDatabase(Exception):  # noqa: N818  # named for what the caller knows, not for the class
    """The database cannot be used. The message is one line: what, where, how to mend it."""


class Unreachable(BadDatabase):
    """It cannot be used just now: its server does not answer, or another program holds it. Later it
    may be."""
