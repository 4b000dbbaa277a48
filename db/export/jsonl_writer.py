"""JSON lines: one article a line, UTF-8; plain, gzip or zstd; and the form that datatrove reads."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from typing import Any, ClassVar

import orjson

from db.export.rows import JSON_KEYS, Row
from db.export.writer import HashedFile, MissingLibrary, Pieces, Target, keys_of


class Lines:
    """Rows as lines of JSON."""

    def __init__(self, keys: tuple[str, ...]) -> None:
        self.keys = keys
        self._json = [keys.index(key) for key in keys if key in JSON_KEYS or key == "text"]

    def record(self, row: Row) -> dict[str, Any]:
        """One article; what is JSON already goes through as it is. Changes the row."""
        for at in self._json:
            value = row[at]
            if value.__class__ is bytes:
                row[at] = orjson.Fragment(value)
        return dict(zip(self.keys, row, strict=True))

    def line(self, row: Row) -> bytes:
        """One article's line. Changes the row."""
        return orjson.dumps(self.record(row), option=orjson.OPT_APPEND_NEWLINE)


class JsonlWriter:
    """Plain JSON lines."""

    name: ClassVar[str] = "jsonl"
    endings: ClassVar[tuple[str, ...]] = (".jsonl", ".ndjson")
    folder: ClassVar[bool] = False
    text_as_json: ClassVar[bool] = True
    without: ClassVar[tuple[str, ...]] = ()

    def __init__(self, target: Target, *, with_removed: bool) -> None:
        self.keys = keys_of(with_removed=with_removed, without=self.without)
        self._lines = Lines(self.keys)
        self._file = HashedFile(target)
        self._out = self._compressed(self._file)

    def write(self, rows: Sequence[Row]) -> None:
        self.put(list(map(self.line, rows)))

    def put(self, lines: Sequence[bytes]) -> None:
        """Lines as they are."""
        self._out.writelines(lines)

    def line(self, row: Row) -> bytes:
        """One article's line. Changes the row."""
        return self._lines.line(row)

    def close(self) -> None:
        if self._out is not self._file:
            self._out.close()
        self._file.close()

    def sha256(self) -> str:
        return self._file.sha256()

    def _compressed(self, file: HashedFile) -> HashedFile | Pieces:
        return file


class GzipJsonlWriter(JsonlWriter):
    """Gzip at its usual level, with no name and no time inside."""

    name: ClassVar[str] = "jsonl.gz"
    endings: ClassVar[tuple[str, ...]] = (".jsonl.gz", ".ndjson.gz")

    def _compressed(self, file: Any) -> Pieces:
        return Pieces(gzip.GzipFile(filename="", mode="wb", compresslevel=6, fileobj=file, mtime=0))


class ZstdJsonlWriter(JsonlWriter):
    """Zstandard at its usual level."""

    name: ClassVar[str] = "jsonl.zst"
    endings: ClassVar[tuple[str, ...]] = (".jsonl.zst", ".ndjson.zst")

    def __init__(self, target: Target, *, with_removed: bool) -> None:
        zstandard()  # before there is a file
        super().__init__(target, with_removed=with_removed)

    def _compressed(self, file: Any) -> Pieces:
        return Pieces(zstandard().ZstdCompressor().stream_writer(file, closefd=False))


def zstandard() -> Any:
    """The library. Raises MissingLibrary."""
    try:
        import zstandard as found
    except ModuleNotFoundError as missing:
        raise MissingLibrary("jsonl.zst needs zstandard: pip install 'rasid[export]'") from missing
    return found


class DatatroveWriter(JsonlWriter):
    """`text`, `id` (as text) and `metadata`, which holds the rest without `blocks`."""

    name: ClassVar[str] = "datatrove"
    endings: ClassVar[tuple[str, ...]] = ()
    without: ClassVar[tuple[str, ...]] = ("blocks",)

    def line(self, row: Row) -> bytes:
        record = self._lines.record(row)
        text, article_id = record.pop("text"), record.pop("id")
        document = {"text": text, "id": str(article_id), "metadata": record}
        return orjson.dumps(document, option=orjson.OPT_APPEND_NEWLINE)
