"""The service's log: one line an event, as text or as JSON, to stderr or to a file that is set
aside when it is full."""

from __future__ import annotations

import json
import logging
import re
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from logging.handlers import RotatingFileHandler
from pathlib import Path

_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
_PAIR = re.compile(r"(\w+)=(.*?)(?=\s\w+=|$)", re.S)


@dataclass(frozen=True, slots=True)
class Logging:
    """How the log is written. `file` None: to stderr. A file of `max_mb` is set aside, and one that
    was begun `days` ago (0: however old); `files` of those are kept."""

    form: str = "text"
    file: Path | None = None
    max_mb: int = 20
    files: int = 5
    days: int = 0
    level: int = logging.INFO


class JsonLines(logging.Formatter):
    """An event as one JSON object: `time`, `level`, `event`, and what follows as name=value."""

    def format(self, record: logging.LogRecord) -> str:
        text = record.getMessage()
        event, _, rest = text.partition(" ")
        fields = dict(_PAIR.findall(rest))
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line = {"time": at, "level": record.levelname.lower(), "event": event}
        line |= {name: value.strip() for name, value in fields.items()} or {"text": rest}
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


class TextLines(logging.Formatter):
    """An event as one line of text; a line break in it is written as a space."""

    def __init__(self) -> None:
        super().__init__("%(asctime)sZ %(levelname)s %(message)s", "%Y-%m-%dT%H:%M:%S")
        self.converter = time.gmtime

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802  # logging's name
        return super().formatMessage(record).replace("\n", " ")


class LogFile(RotatingFileHandler):
    """A file that is set aside when it is full, or old: the time of its first line says how old,
    since a file's own times do not tell, and a service may be started again any day."""

    def __init__(self, how: Logging, file: Path) -> None:
        super().__init__(file, "a", how.max_mb * 1_000_000, how.files, encoding="utf-8")
        self._days = how.days
        self._begun: datetime | None = _first_time(file)

    def shouldRollover(self, record: logging.LogRecord) -> bool:  # noqa: N802  # logging's name
        at = datetime.fromtimestamp(record.created, UTC)
        self._begun = self._begun or at
        old = self._days > 0 and at - self._begun >= timedelta(days=self._days)
        return old or bool(super().shouldRollover(record))

    def doRollover(self) -> None:  # noqa: N802  # logging's name
        super().doRollover()
        self._begun = None


def _first_time(file: Path) -> datetime | None:
    """The time of a log's first line, in either form; None where there is none."""
    with file.open(encoding="utf-8", errors="replace") as lines:
        found = _TIME.search(lines.readline(200))
    return datetime.fromisoformat(found[0]).replace(tzinfo=UTC) if found else None


def begin(how: Logging) -> None:
    """Write the events of the service from now on. Raises OSError for a file that cannot be."""
    handler: logging.Handler
    handler = logging.StreamHandler(sys.stderr) if how.file is None else LogFile(how, how.file)
    handler.setFormatter(JsonLines() if how.form == "json" else TextLines())
    logger = logging.getLogger("rasid")
    logger.addHandler(handler)
    logger.setLevel(how.level)
    logger.propagate = False
