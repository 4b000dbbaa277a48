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
_SIGNS = "=＝﹦+-@＋－＠﹢﹣﹫"
_EQUALS = "=＝﹦"
_ENDS = ",;\t\n\r"
_SKIPPED = " \u00a0\"'\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_NEAR = 20
"""Characters between the end of a cell and a sign that are looked through."""
_CALL = re.compile(r"[^\n\r]{0,200}?\w[(|]")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t"}
"""By the names of --separator. Excel takes the semicolon for one where the comma is the decimal
sign: in most of Europe, and in Arabic settings of Windows."""


class CsvLines:
    """Rows as lines."""

    def __init__(self, keys: Sequence[str], separator: str = ",") -> None:
        self._separator = separator
        self._texts = [i for i, key in enumerate(keys) if key in _TEXTS]
        self._lists = [i for i, key in enumerate(keys) if key in _LISTS]
        self._objects = [i for i, key in enumerate(keys) if key in _OBJECTS]
        self._others = [i for i, key in enumerate(keys) if key in (*_TRUTHS, *_NUMBERS)]

    def line(self, row: Row) -> bytes:
        """One article's line. Changes the row."""
        separator = self._separator
        for at in self._texts:
            if value := row[at]:
                row[at] = quoted(value if value[0].isalnum() else cell(value), separator)
            else:
                row[at] = ""
        for at in self._lists:
            value = row[at]
            row[at] = "" if value in _NOTHING else quoted(cell(orjson.loads(value)), separator)
        for at in self._objects:
            value = row[at]
            row[at] = "" if value in _NOTHING else quoted(value.decode(), separator)
        for at in self._others:
            row[at] = str(cell(row[at]))
        return _line(row, separator)


class CsvWriter:
    """One row an article; lists are joined by "; ", objects are JSON. `blocks` is left out, which
    no spreadsheet can show. `before` are columns before those of the article."""

    name: ClassVar[str] = "csv"
    endings: ClassVar[tuple[str, ...]] = (".csv",)
    folder: ClassVar[bool] = False
    text_as_json: ClassVar[bool] = False

    def __init__(
        self,
        target: Target,
        *,
        with_removed: bool,
        before: tuple[str, ...] = (),
        separator: str = ",",
    ) -> None:
        self.keys = self.columns(with_removed=with_removed)
        self._line = CsvLines(self.keys, separator).line
        self._file = HashedFile(target)
        self._file.write(self.head((*before, *self.keys), separator))

    @staticmethod
    def columns(*, with_removed: bool) -> tuple[str, ...]:
        return keys_of(with_removed=with_removed, without=("blocks",))

    @staticmethod
    def head(columns: Sequence[str], separator: str = ",") -> bytes:
        """What the file begins with."""
        return codecs.BOM_UTF8 + _line(columns, separator)

    def write(self, rows: Sequence[Row]) -> None:
        self.put(list(map(self._line, rows)))

    def put(self, lines: Sequence[bytes]) -> None:
        """Lines as they are."""
        self._file.writelines(lines)

    def close(self) -> None:
        self._file.close()

    def sha256(self) -> str:
        return self._file.sha256()


def quoted(text: str, separator: str = ",") -> str:
    """A cell's text as RFC 4180 has it: in quotation marks where it must be, and with no formula
    inside. The `csv` module looks at each letter, which takes twice the time."""
    breaks = "\n" in text or "\r" in text
    if breaks or "," in text or ";" in text or "\t" in text:
        text = _without_inner_formulas(text)
    if '"' in text:
        return '"' + text.replace('"', '""') + '"'
    return f'"{text}"' if breaks or separator in text else text


def _without_inner_formulas(text: str) -> str:
    """A text with an apostrophe before each formula that stands after what may end a cell.

    A program whose separator is another one takes no notice of the quotation marks: it ends a cell
    at a comma, a semicolon, a tab or a line break in the text. "=" is always guarded there, the
    other signs where a function is called or a program named (`cmd|`), since they begin lines of
    lists, of talk and of posts too. Signs are few: finding them takes less than an expression,
    which looks at each letter.
    """
    found = []
    for sign in _SIGNS:
        at = text.find(sign, 1)
        while at > 0:
            if text[at - 1] in _ENDS or text[at - 1] in _SKIPPED:
                before = text[max(0, at - _NEAR) : at].rstrip(_SKIPPED)
                if before[-1:] in _ENDS and before and (sign in _EQUALS or _CALL.match(text, at)):
                    found.append(at)
            at = text.find(sign, at + 1)
    for at in sorted(found, reverse=True):
        text = f"{text[:at]}'{text[at:]}"
    return text


def _line(cells: Sequence[str], separator: str) -> bytes:
    return (separator.join(cells) + "\r\n").encode()


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
