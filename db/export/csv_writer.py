"""CSV that Excel opens as it is: UTF-8 with a byte order mark, CRLF, and no formulas."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from typing import Any, ClassVar

import orjson

from db.export.rows import KEYS, Row
from db.export.writer import HashedFile, Target, keys_of

_LISTS = ("sources", "authors", "tags")
_OBJECTS = ("policy", "removed")
_TRUTHS = ("paywalled", "live_blog")
_NUMBERS = ("id", "word_count", "revision", "story")
_TEXTS = frozenset(KEYS) - {*_LISTS, *_OBJECTS, *_TRUTHS, *_NUMBERS, "blocks"}
_NOTHING = (None, b"[]", b"null")

MAX_CELL = 32_767
"""Characters that Excel keeps of a cell; longer ones are whole in the file all the same."""

# OWASP, "CSV injection": a cell that begins so may be run as a formula. Spreadsheets skip blanks
# and invisible characters before it, and full-width and small forms count too.
_FORMULA = re.compile(
    r"[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x1f]*[=+\-@＝＋－＠﹦﹢﹣﹫\t\r|%]"
)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


class CsvLines:
    """Rows as lines."""

    def __init__(self, keys: Sequence[str]) -> None:
        self._texts = [i for i, key in enumerate(keys) if key in _TEXTS]
        self._lists = [i for i, key in enumerate(keys) if key in _LISTS]
        self._objects = [i for i, key in enumerate(keys) if key in _OBJECTS]
        self._others = [i for i, key in enumerate(keys) if key in (*_TRUTHS, *_NUMBERS)]

    def line(self, row: Row) -> bytes:
        """One article's line. Changes the row."""
        for at in self._texts:
            if value := row[at]:
                row[at] = quoted(value if value[0].isalnum() else cell(value))
            else:
                row[at] = ""
        for at in self._lists:
            value = row[at]
            row[at] = "" if value in _NOTHING else quoted(cell(orjson.loads(value)))
        for at in self._objects:
            value = row[at]
            row[at] = "" if value in _NOTHING else quoted(value.decode())
        for at in self._others:
            row[at] = str(cell(row[at]))
        return _line(row)


class CsvWriter:
    """One row an article; lists are joined by "; ", objects are JSON. `blocks` is left out, which
    no spreadsheet can show. `before` are columns before those of the article."""

    name: ClassVar[str] = "csv"
    endings: ClassVar[tuple[str, ...]] = (".csv",)
    folder: ClassVar[bool] = False
    text_as_json: ClassVar[bool] = False

    def __init__(self, target: Target, *, with_removed: bool, before: tuple[str, ...] = ()) -> None:
        self.keys = self.columns(with_removed=with_removed)
        self._line = CsvLines(self.keys).line
        self._file = HashedFile(target)
        self._file.write(self.head((*before, *self.keys)))

    @staticmethod
    def columns(*, with_removed: bool) -> tuple[str, ...]:
        return keys_of(with_removed=with_removed, without=("blocks",))

    @staticmethod
    def head(columns: Sequence[str]) -> bytes:
        """What the file begins with."""
        return codecs.BOM_UTF8 + _line(columns)

    def write(self, rows: Sequence[Row]) -> None:
        self.put(list(map(self._line, rows)))

    def put(self, lines: Sequence[bytes]) -> None:
        """Lines as they are."""
        self._file.writelines(lines)

    def close(self) -> None:
        self._file.close()

    def sha256(self) -> str:
        return self._file.sha256()


def quoted(text: str) -> str:
    """A cell's text as RFC 4180 has it: in quotation marks where it must be. The `csv` module
    looks at each letter, which takes twice the time."""
    if '"' in text:
        return '"' + text.replace('"', '""') + '"'
    if "," in text or "\n" in text or "\r" in text:
        return f'"{text}"'
    return text


def _line(cells: Sequence[str]) -> bytes:
    return (",".join(cells) + "\r\n").encode()


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
    if isinstance(value, list):  # each, since a spreadsheet may take ; for the end of a cell
        return "; ".join(map(cell, value))
    text = str(value)
    if _FORMULA.match(text) and not _NUMBER.fullmatch(text):
        return "'" + text
    return text
