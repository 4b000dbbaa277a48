"""Parquet: typed columns, zstd, row groups sorted by id."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar

import orjson

from db.export.rows import Row
from db.export.writer import HashedFile, MissingLibrary, keys_of

ROW_GROUP = 2_000
"""Rows a group: about 20 MB of news before compression, which bounds the memory."""


class ParquetWriter:
    """`blocks` and `removed` are lists of structs; `policy` is JSON text, times are strings as in
    the record, because a page may give a bare date."""

    name: ClassVar[str] = "parquet"
    endings: ClassVar[tuple[str, ...]] = (".parquet",)

    def __init__(self, path: Path, *, with_removed: bool) -> None:
        self.keys = keys_of(with_removed=with_removed)
        self._columns = Columns(self.keys, with_removed=with_removed)
        self._file = HashedFile(path)
        self._out = self._columns.writer(self._file)
        self._rows: list[Row] = []

    def write(self, rows: Sequence[Row]) -> None:
        self._rows += rows
        if len(self._rows) >= ROW_GROUP:
            self._flush()

    def close(self) -> None:
        self._flush()
        self._out.close()
        self._file.close()

    def sha256(self) -> str:
        return self._file.sha256()

    def _flush(self) -> None:
        if self._rows:
            self._out.write_table(self._columns.table(self._rows))
            self._rows = []


class Columns:
    """Rows as typed columns. Raises MissingLibrary without pyarrow."""

    def __init__(self, keys: Sequence[str], *, with_removed: bool) -> None:
        try:
            import pyarrow as pa
            import pyarrow.json
            import pyarrow.parquet
        except ModuleNotFoundError as missing:
            raise MissingLibrary("parquet needs pyarrow: pip install 'rasid[export]'") from missing
        self._pa: Any = pa
        self._keys = tuple(keys)
        self.schema = _schema(pa, with_removed)
        self._json = [key for key in keys if self.schema.field(key).type != pa.string()]
        self._json_schema = pa.schema([self.schema.field(key) for key in self._json])

    def writer(self, file: Any) -> Any:
        """A writer of Parquet to an open file."""
        parquet = self._pa.parquet
        return parquet.ParquetWriter(
            self._pa.PythonFile(file, mode="w"),
            self.schema,
            compression="zstd",
            sorting_columns=[parquet.SortingColumn(0)],
        )

    def table(self, rows: Sequence[Row]) -> Any:
        """The rows as a table of the schema."""
        values = dict(zip(self._keys, zip(*rows, strict=True), strict=True))
        parsed = self._parsed([values[key] for key in self._json])
        arrays = [
            parsed.column(key) if key in self._json else self._texts(values[key])
            for key in self._keys
        ]
        return self._pa.Table.from_arrays(arrays, schema=self.schema)

    def _texts(self, column: Sequence[Any]) -> Any:
        """Not `pyarrow.array`, which imports pandas wherever that is installed."""
        builder = self._pa.lib.StringBuilder()
        builder.append_values(column)
        return builder.finish()

    def _parsed(self, columns: Sequence[Sequence[Any]]) -> Any:
        """All but text, read by pyarrow as lines of JSON: twice as fast as making Python's objects
        of lists and structs."""
        form = b"{%s}\n" % b",".join(b'"%s":%%b' % key.encode() for key in self._json)
        lines = [form % tuple(map(_json, row)) for row in zip(*columns, strict=True)]
        reader = self._pa.json
        return reader.read_json(
            self._pa.BufferReader(b"".join(lines)),
            reader.ReadOptions(use_threads=False, block_size=sum(map(len, lines)) + 1),
            reader.ParseOptions(
                explicit_schema=self._json_schema, unexpected_field_behavior="ignore"
            ),
        )


def _json(value: Any) -> bytes:
    return value if isinstance(value, bytes) else orjson.dumps(value)


def _schema(pa: Any, with_removed: bool) -> Any:
    text, number, truth = pa.string(), pa.int64(), pa.bool_()
    block = pa.struct([("kind", text), ("text", text), ("level", pa.int8())])
    line = pa.struct(
        [("text", text), ("rule", text), ("index", number), ("kind", text), ("level", pa.int8())]
    )
    fields: list[tuple[str, Any]] = [
        ("id", number),
        ("url", text),
        ("canonical_url", text),
        ("source", text),
        ("sources", pa.list_(text)),
        ("section", text),
        ("title", text),
        ("description", text),
        ("authors", pa.list_(text)),
        ("tags", pa.list_(text)),
        ("published_at", text),
        ("published_at_origin", text),
        ("modified_at", text),
        ("language", text),
        ("text", text),
        ("blocks", pa.list_(block)),
        ("image_url", text),
        ("paywalled", truth),
        ("live_blog", truth),
        ("policy", text),
        ("word_count", number),
        ("content_hash", text),
        ("revision", number),
        ("story", number),
        ("first_seen_at", text),
        ("fetched_at", text),
    ]
    if with_removed:
        fields.append(("removed", pa.list_(line)))
    return pa.schema(fields)
