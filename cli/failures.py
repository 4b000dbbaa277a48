"""How a command ends when something is wrong: one clear line, and the exit status."""

from __future__ import annotations

import logging
import traceback
from pathlib import Path

from crawler.log_lines import keep

EXIT_DONE, EXIT_PARTLY, EXIT_WRONG, EXIT_INTERRUPTED = 0, 1, 2, 130

log = logging.getLogger("rasid")


class WrongRequest(Exception):  # noqa: N818  # named for what the person did
    """The request itself cannot be carried out as it was made; the message is one line."""


class DonePartly(Exception):  # noqa: N818  # named for how the command ended
    """Something failed and the rest was done; the reasons were printed."""


def one_line(error: BaseException) -> tuple[str, int] | None:
    """What to tell a person of an expected error, and the exit status; None for a bug."""
    import sqlite3

    from sqlalchemy.exc import DBAPIError

    from crawler.settings import BadSettings
    from crawler.sources import BadSources
    from db.bad_database import line_of
    from db.engine import BadDatabase, Unreachable
    from db.export import BadExport
    from db.search import BadQuery

    if isinstance(error, Unreachable):
        return str(error), EXIT_PARTLY
    if isinstance(
        error, WrongRequest | BadSettings | BadSources | BadDatabase | BadQuery | BadExport
    ):
        return str(error), EXIT_WRONG
    if callable(told := getattr(error, "format_message", None)):  # a usage error of the parser
        said = str(told()).replace("Value error, ", "").rstrip(".")
        if not said.strip():  # no verb was given, and the help was printed
            return "", EXIT_WRONG
        context = getattr(error, "ctx", None)
        path = getattr(context, "command_path", "") or "rasid"
        mend = f"see {path} --help"
        if path == "rasid search" and "No such option" in said:
            mend += ", or put -- before a query that begins with -"
        return f"{said}; {mend}", EXIT_WRONG
    if isinstance(error, DBAPIError) and error.orig is not None:
        return line_of(error.orig), EXIT_PARTLY
    if isinstance(error, sqlite3.DatabaseError):  # of what reads SQLite without a layer between
        return line_of(error), EXIT_PARTLY
    if isinstance(error, OSError) and error.strerror:
        where = f"{error.filename}: " if error.filename else ""
        return f"{where}{error.strerror.lower()}", EXIT_WRONG
    return None


def keep_traceback(error: BaseException, version: str) -> Path | None:
    """Append the traceback of a bug to a file, and say which; None where none can be written."""
    return keep(f"rasid {version}\n{''.join(traceback.format_exception(error))}")
