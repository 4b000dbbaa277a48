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

# OWASP, "CSV injection": a cell that begins so may be run as a formula. Spreadsheets skip blanks
# and invisible characters before it, and full-width and small forms count too; quotation marks may
# be taken for those around the cell.
_FORMULA = re.compile(
    r"[\s\"\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x1f]*[=+\-@＝＋－＠﹦﹢﹣﹫\t\r|%]"
)
_SIGNS = tuple((sign, ord(sign)) for sign in "=+-@")
_WIDE_SIGNS = "＝﹦＋－＠﹢﹣﹫"
_WIDE = 0xEF
"""The byte with which all of these begin, and few other letters."""
_LF, _CR, _TAB, _COMMA, _SEMICOLON, _MARK = b'\n\r\t,;"'
"""As numbers: these are looked for among bytes twenty times faster than a string of one is."""
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
        self._separator = separator.encode()
        self._texts = [i for i, key in enumerate(keys) if key in _TEXTS]
        self._lists = [i for i, key in enumerate(keys) if key in _LISTS]
        self._objects = [i for i, key in enumerate(keys) if key in _OBJECTS]
        self._others = [i for i, key in enumerate(keys) if key in (*_TRUTHS, *_NUMBERS)]

    def line(self, row: Row) -> bytes:
        """One article's line. Changes the row."""
        separator = self._separator
        for at in self._texts:
            if value := row[at]:
                text: str = value if value[0].isalnum() else cell(value)
                row[at] = quoted(text.encode(), separator)
            else:
                row[at] = b""
        for at in self._lists:
            value = row[at]
            if value in _NOTHING:
                row[at] = b""
            else:
                row[at] = quoted(cell(orjson.loads(value)).encode(), separator)
        for at in self._objects:
            value = row[at]
            row[at] = b"" if value in _NOTHING else quoted(value, separator)
        for at in self._others:
            row[at] = str(cell(row[at])).encode()
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
        return codecs.BOM_UTF8 + _line([name.encode() for name in columns], separator.encode())

    def write(self, rows: Sequence[Row]) -> None:
        self.put(list(map(self._line, rows)))

    def put(self, lines: Sequence[bytes]) -> None:
        """Lines as they are."""
        self._file.writelines(lines)

    def close(self) -> None:
        self._file.close()

    def sha256(self) -> str:
        return self._file.sha256()


def quoted(text: bytes, separator: bytes) -> bytes:
    """A cell's text as RFC 4180 has it: in quotation marks where it must be, and with no formula
    inside. The `csv` module looks at each letter, which takes twice the time."""
    breaks = _LF in text or _CR in text
    if breaks or _COMMA in text or _SEMICOLON in text or _TAB in text:
        text = _without_inner_formulas(text)
    if _MARK in text:
        return b'"%b"' % text.replace(b'"', b'""')
    return b'"%b"' % text if breaks or separator[0] in text else text


def _without_inner_formulas(text: bytes) -> bytes:
    """A text with an apostrophe before each formula that stands after what may end a cell.

    A program whose separator is another one takes no notice of the quotation marks: it ends a cell
    at a comma, a semicolon, a tab or a line break in the text. "=" is always guarded there, the
    other signs where a function is called or a program named (`cmd|`), since they begin lines of
    lists, of talk and of posts too. Signs are few, and found quickly among bytes: an expression
    looks at each letter.
    """
    signs = [sign for sign, code in _SIGNS if code in text]
    signs += _WIDE_SIGNS if _WIDE in text else ""
    if not signs:
        return text
    whole, found = text.decode(), []
    for sign in signs:
        at = whole.find(sign, 1)
        while at > 0:
            if whole[at - 1] in _ENDS or whole[at - 1] in _SKIPPED:
                before = whole[max(0, at - _NEAR) : at].rstrip(_SKIPPED)
                if before[-1:] in _ENDS and before and (sign in _EQUALS or _CALL.match(whole, at)):
                    found.append(at)
            at = whole.find(sign, at + 1)
    for at in sorted(found, reverse=True):
        whole = f"{whole[:at]}'{whole[at:]}"
    return whole.encode()


def _line(cells: Sequence[bytes], separator: bytes) -> bytes:
    return separator.join(cells) + b"\r\n"


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
