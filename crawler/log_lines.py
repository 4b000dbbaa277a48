"""What a crawl's log says to a person: a line each, without times; tracebacks go to a file."""

from __future__ import annotations

import logging
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

LOG_NAME = "rasid-error.log"
_MOST = 300
"""Characters of a line: an error may hold a whole page."""


class ForPerson(logging.StreamHandler):  # type: ignore[type-arg]  # of text, as stderr is
    """Writes each record to stderr as a line that begins with the source."""

    def __init__(self, source_id: str, level: str) -> None:
        super().__init__(sys.stderr)
        self.setLevel(level)
        self._source_id = source_id

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record; what a bug raised is kept in a file that it names."""
        said = " ".join(record.getMessage().split())[:_MOST]
        if record.exc_info and record.exc_info[1] is not None:
            error = record.exc_info[1]
            first = (str(error).strip().splitlines() or [""])[0][:_MOST]
            said = f"{said}: {type(error).__name__}: {first}"
            if path := keep(f"{said}\n{logging.Formatter().formatException(record.exc_info)}\n"):
                said += f"; the traceback is in {path}"
        return f"{self._source_id}: {said}"


def keep(text: str) -> Path | None:
    """Append what a bug left to the file of such things; None where none can be written."""
    stamp = datetime.now(UTC).isoformat(timespec="seconds")
    for folder in (Path.cwd(), Path(tempfile.gettempdir())):
        path = folder / LOG_NAME
        try:
            with path.open("a", encoding="utf-8", errors="backslashreplace") as file:
                file.write(f"{stamp} {text}\n")
        except OSError:
            continue
        return path
    return None
