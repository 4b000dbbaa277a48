"""The service's log: one line an event, as text or as JSON, to stderr or to a file that is set
aside when it is full."""

from __future__ import annotations

import json
import logging
import os
import re
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any

OURS = "rasid"
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
_PLACE = re.compile(r"(?:(\w+)=)?%[sdr]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
"""What some reader of the log takes for the end of a line, or a terminal for an order."""


@dataclass(frozen=True, slots=True)
class Logging:
    """How the log is written. `file` None: to stderr. A file of `max_mb` (0: however large) is set
    aside, and one that was begun `days` ago (0: however old); `files` of those are kept."""

    form: str = "text"
    file: Path | None = None
    max_mb: int = 20
    files: int = 5
    days: int = 0
    level: int = logging.INFO


def line_of(error: BaseException) -> str:
    """What went wrong, as one line."""
    text = str(error).strip()
    return text.splitlines()[0] if text else type(error).__name__


def _event(record: logging.LogRecord) -> tuple[str, dict[str, Any]]:
    """An event's name, and what it tells by name: the `name=%s` of the message, whatever their
    values hold. What a library says is an event too."""
    text = record.getMessage()
    if record.name.partition(".")[0] != OURS:
        return "library-said", {"library": record.name, "text": text}
    event, _, rest = text.partition(" ")
    names = _PLACE.findall(record.msg)
    given = record.args if isinstance(record.args, tuple) else ()
    fields = dict(zip(names, given, strict=True)) if len(names) == len(given) else {}
    fields.pop("", None)
    return event, fields or ({"text": rest} if rest else {})


class JsonLines(logging.Formatter):
    """An event as one JSON object: `time`, `level`, `event`, and what it tells by name."""

    def format(self, record: logging.LogRecord) -> str:
        event, fields = _event(record)
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line = {"time": at, "level": record.levelname.lower(), "event": event} | fields
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        text = json.dumps(line, ensure_ascii=False, default=str)
        return _CONTROL.sub(lambda found: json.dumps(found[0])[1:-1], text)


class TextLines(logging.Formatter):
    """An event as one line of text; line breaks and other controls in it are written as a space."""

    def __init__(self) -> None:
        super().__init__("%(asctime)sZ %(levelname)s", "%Y-%m-%dT%H:%M:%S")
        self.converter = time.gmtime

    def format(self, record: logging.LogRecord) -> str:
        record.asctime = self.formatTime(record, self.datefmt)
        words = [self.formatMessage(record), record.getMessage()]
        if record.name.partition(".")[0] != OURS:
            words[1:] = ["library-said", f"library={record.name}", f"text={words[1]}"]
        if record.exc_info:
            words.append(f"trace={self.formatException(record.exc_info)}")
        return _CONTROL.sub(" ", " ".join(words))


class LogFile(RotatingFileHandler):
    """A file that is set aside when it is full, or old: the time of its first line says how old,
    since a file's own times do not tell, and a service may be started again any day.

    One that somebody moved or removed is begun anew. While it cannot be written to, events go to
    stderr.
    """

    def __init__(self, how: Logging, file: Path) -> None:
        most = how.max_mb * 1_000_000
        super().__init__(file, "a", most, how.files, encoding="utf-8", errors="backslashreplace")
        self._days = how.days
        self._begun = _first_time(file)
        self._failing = False

    def emit(self, record: logging.LogRecord) -> None:
        self._failed = False
        super().emit(record)
        self._failing = self._failed

    def shouldRollover(self, record: logging.LogRecord) -> bool:  # noqa: N802  # logging's name
        if self.stream is not None and self._is_away(self.stream.fileno()):
            self.stream.close()
            self.stream = self._open()
            self._begun = _first_time(Path(self.baseFilename))
        at = datetime.fromtimestamp(record.created, UTC)
        self._begun = self._begun or at
        old = self._days > 0 and at - self._begun >= timedelta(days=self._days)
        return old or bool(super().shouldRollover(record))

    def _is_away(self, number: int) -> bool:
        try:
            there, ours = Path(self.baseFilename).stat(), os.fstat(number)
        except FileNotFoundError:
            return True
        return (there.st_dev, there.st_ino) != (ours.st_dev, ours.st_ino)

    def doRollover(self) -> None:  # noqa: N802  # logging's name
        super().doRollover()
        if not self.backupCount and self.stream is not None:
            self.stream.truncate(0)
        self._begun = None

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  # logging's name
        self._failed = True
        if self.stream is not None and self.stream.closed:  # it could not even be closed well
            self.stream = None  # the next event opens it again
        with suppress(OSError, ValueError, AttributeError):  # no stderr either
            if not self._failing:
                error = sys.exc_info()[1]
                why = getattr(error, "strerror", None) or error
                sys.stderr.write(
                    f"rasid: log_file {self.baseFilename}: {why}; see here meanwhile\n"
                )
            sys.stderr.write(f"{self.format(record)}\n")


def _first_time(file: Path) -> datetime | None:
    """The time of a log's first line, in either form; None where there is none."""
    if not file.is_file():  # a pipe, which is not to be read from
        return None
    with file.open(encoding="utf-8", errors="replace") as lines:
        found = _TIME.search(lines.readline(200))
    return datetime.fromisoformat(found[0]).replace(tzinfo=UTC) if found else None


def begin(how: Logging) -> None:
    """Write the events of the service from now on, and what libraries warn of. Raises OSError for a
    file that cannot be."""
    handler: logging.Handler
    handler = logging.StreamHandler(sys.stderr) if how.file is None else LogFile(how, how.file)
    handler.setFormatter(JsonLines() if how.form == "json" else TextLines())
    logging.getLogger().addHandler(handler)
    logging.getLogger(OURS).setLevel(how.level)
    logging.captureWarnings(True)
