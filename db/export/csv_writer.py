"""CSV that Excel opens as it is: UTF-8 with a byte order mark, CRLF, and no formulas."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Any, ClassVar

import orjson

COLUMNS = (
    "id",
    "url",
    "canonical_url",
    "source",
    "sources",
    "section",
    "title",
    "description",
    "authors",
    "tags",
    "published_at",
    "published_at_origin",
    "modified_at",
    "language",
    "text",
    "image_url",
    "paywalled",
    "live_blog",
    "policy",
    "word_count",
    "content_hash",
    "revision",
    "story",
    "first_seen_at",
    "fetched_at",
)
"""The record's keys, without `blocks`, which is no table's business."""

MAX_CELL = 32_767
"""Characters that Excel keeps of a cell; longer ones are whole in the file all the same."""

# OWASP, "CSV injection": a cell that begins so may be run as a formula. Spreadsheets skip blanks
# and invisible characters before it, and full-width forms count too.
_FORMULA = re.compile(
    r"[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x1f]*[=+\-@＝＋－＠\t\r|%]"
)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


class CsvWriter:
    """One row an article; lists are joined by "; ", objects are JSON."""

    name: ClassVar[str] = "csv"
    endings: ClassVar[tuple[str, ...]] = (".csv",)

    def __init__(self, path: Path, *, with_removed: bool) -> None:
        self._columns = (*COLUMNS, "removed") if with_removed else COLUMNS
        self._file = path.open("w", encoding="utf-8-sig", newline="", buffering=1 << 20)
        self._out = csv.writer(self._file, lineterminator="\r\n")
        self._out.writerow(self._columns)

    def write(self, record: dict[str, Any]) -> None:
        self._out.writerow([cell(record[column]) for column in self._columns])

    def close(self) -> None:
        self._file.close()


def cell(value: Any) -> Any:
    """A value as a cell. Text that a spreadsheet may take for a formula gets an apostrophe."""
    if value is None or value == []:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return value
    if isinstance(value, dict) or (isinstance(value, list) and isinstance(value[0], dict)):
        return orjson.dumps(value).decode()
    text = "; ".join(value) if isinstance(value, list) else str(value)
    if _FORMULA.match(text) and not _NUMBER.fullmatch(text):
        return "'" + text
    return text
