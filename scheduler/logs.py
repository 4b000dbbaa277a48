"""The service's log: one line an event, as text or as JSON, to stderr or to a file that is set
aside when it is full."""

from __future__ import annotations

import json
import logging
import re
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path

_PAIR = re.compile(r"(\w+)=(.*?)(?=\s\w+=|$)", re.S)


@dataclass(frozen=True, slots=True)
class Logging:
    """How the log is written. `file` None: to stderr. A file of `max_mb` is set aside, and `files`
    of those are kept."""

    form: str = "text"
    file: Path | None = None
    max_mb: int = 20
    files: int = 5
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


def begin(how: Logging) -> None:
    """Write the events of the service from now on. Raises OSError for a file that cannot be."""
    handler: logging.Handler
    if how.file is None:
        handler = logging.StreamHandler(sys.stderr)
    else:
        most = how.max_mb * 1_000_000
        handler = RotatingFileHandler(how.file, "a", most, how.files, encoding="utf-8")
    handler.setFormatter(JsonLines() if how.form == "json" else TextLines())
    logger = logging.getLogger("rasid")
    logger.addHandler(handler)
    logger.setLevel(how.level)
    logger.propagate = False
