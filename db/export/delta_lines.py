"""Deltas of formats in which an article is a line, or a row of CSV.

JSON lines: `{"change": "new" | "changed", "id": 7, "record": {…}}`, `{"change": "gone", "id": 7}`.
CSV: `change` before the other columns, which are empty, all but `id`, for what is gone.
"""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO, ClassVar, NamedTuple

from db.export.csv_writer import CsvLines, CsvWriter
from db.export.delta_form import ForeignColumns, Written
from db.export.heads import digest
from db.export.jsonl_writer import GzipJsonlWriter, JsonlWriter, Lines, ZstdJsonlWriter, zstandard
from db.export.rows import Row
from db.export.writer import keys_of

_KEY = b'"record":'


class Line(NamedTuple):
    """An article's line, its end included."""

    id: int
    content: bytes

    @property
    def digest(self) -> bytes:
        return digest(self.content)


LineWriter = JsonlWriter | CsvWriter


class LinesWhole:
    """Lines as they were."""

    def __init__(self, out: LineWriter) -> None:
        self._out = out
        self.close, self.sha256 = out.close, out.sha256

    def put(self, article: Line) -> None:
        self._out.put([article.content])


class LineChanges:
    """Lines with the change; `form` gives their bytes."""

    def __init__(self, out: LineWriter, form: Callable[[str, int, Line | None], bytes]) -> None:
        self._out, self._form = out, form
        self.close, self.sha256 = out.close, out.sha256

    def put(self, change: str, article_id: int, article: Line | None) -> None:
        self._out.put([self._form(change, article_id, article)])


class JsonlForm:
    """Plain JSON lines."""

    name: ClassVar[str] = JsonlWriter.name
    text_as_json: ClassVar[bool] = True
    _writer: ClassVar[type[JsonlWriter]] = JsonlWriter

    def __init__(self, *, with_removed: bool) -> None:
        self._with_removed = with_removed
        self.keys = keys_of(with_removed=with_removed)
        self._record = Lines(self.keys)

    def encoded(self, rows: Sequence[Row]) -> Sequence[Line]:
        return [Line(row[0], self._record.line(row)) for row in rows]

    def read(self, path: Path) -> Iterator[Line]:
        with self._opened(path) as file:
            for line in file:
                yield Line(int(line[len(b'{"id":') : line.index(b",")]), line)

    def read_changes(self, path: Path) -> Iterator[tuple[int, Written | None]]:
        with self._opened(path) as file:
            for line in file:
                end = line.find(b"," + _KEY)
                start = line.index(b'"id":') + len(b'"id":')
                if end < 0:
                    yield int(line[start : line.rindex(b"}")]), None
                else:
                    article_id = int(line[start:end])
                    yield article_id, Line(article_id, line[end + 1 + len(_KEY) : -2] + b"\n")

    def whole(self, path: Path) -> LinesWhole:
        return LinesWhole(self._writer(path, with_removed=self._with_removed))

    def changes(self, path: Path) -> LineChanges:
        return LineChanges(self._writer(path, with_removed=self._with_removed), _json_change)

    def _opened(self, path: Path) -> Any:
        return path.open("rb")


def _json_change(change: str, article_id: int, article: Line | None) -> bytes:
    record = b"," + _KEY + article.content.rstrip(b"\n") if article else b""
    return b'{"change":"%b","id":%d%b}\n' % (change.encode(), article_id, record)


class GzipJsonlForm(JsonlForm):
    name: ClassVar[str] = GzipJsonlWriter.name
    _writer = GzipJsonlWriter

    def _opened(self, path: Path) -> Any:
        return gzip.open(path)


class ZstdJsonlForm(JsonlForm):
    name: ClassVar[str] = ZstdJsonlWriter.name
    _writer = ZstdJsonlWriter

    def _opened(self, path: Path) -> Any:
        reader = zstandard().ZstdDecompressor().stream_reader(path.open("rb"), closefd=True)
        return io.BufferedReader(reader)


class CsvForm:
    """CSV as our own writer makes it: a quotation mark stands only in a cell that has some."""

    name: ClassVar[str] = CsvWriter.name
    text_as_json: ClassVar[bool] = False

    def __init__(self, *, with_removed: bool) -> None:
        self._with_removed = with_removed
        self.keys = CsvWriter.columns(with_removed=with_removed)
        self._line = CsvLines(self.keys).line

    def encoded(self, rows: Sequence[Row]) -> Sequence[Line]:
        return [Line(row[0], self._line(row)) for row in rows]

    def read(self, path: Path) -> Iterator[Line]:
        for line in self._records(path, ()):
            yield Line(int(line[: line.index(b",")]), line)

    def read_changes(self, path: Path) -> Iterator[tuple[int, Written | None]]:
        for line in self._records(path, ("change",)):
            change, article_id, _ = line.split(b",", 2)
            whole = Line(int(article_id), line[len(change) + 1 :])
            yield whole.id, None if change == b"gone" else whole

    def whole(self, path: Path) -> LinesWhole:
        return LinesWhole(CsvWriter(path, with_removed=self._with_removed))

    def changes(self, path: Path) -> LineChanges:
        out = CsvWriter(path, with_removed=self._with_removed, before=("change",))
        return LineChanges(out, self._change)

    def _change(self, change: str, article_id: int, article: Line | None) -> bytes:
        empty = b"%d%b\r\n" % (article_id, b"," * (len(self.keys) - 1))
        return change.encode() + b"," + (article.content if article else empty)

    def _records(self, path: Path, before: tuple[str, ...]) -> Iterator[bytes]:
        with path.open("rb") as file:
            records = _records(file)
            if next(records, b"") != CsvWriter.head((*before, *self.keys)):
                raise ForeignColumns(str(path))
            yield from records


def _records(file: BinaryIO) -> Iterator[bytes]:
    """Lines, those joined that end within quotation marks."""
    parts: list[bytes] = []
    marks = 0
    for line in file:
        parts.append(line)
        marks += line.count(b'"')
        if marks % 2 == 0:
            yield b"".join(parts)
            parts, marks = [], 0
