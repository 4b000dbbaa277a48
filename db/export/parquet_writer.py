"""Parquet: typed columns, zstd, row groups sorted by id."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext, suppress
from typing import Any, ClassVar

import orjson

from db.export.rows import Row
from db.export.writer import HashedFile, MissingLibrary, Target, keys_of

ROW_GROUP = 5_000
"""Rows a group at most. What the file's end says of each group is held in memory until then, some
30 KB: of a million articles 6 MB (python -m bench.export)."""
ROW_TEXT = 5_000
"""Bytes of text a row that a group has room for; with longer ones it ends earlier, since it is held
in memory, its texts twice: once more in `blocks`."""
PIECE = 250
"""Rows that are made columns at once. As rows they take three times the memory."""

_SOUGHT = (
    *("id", "source", "section", "published_at", "modified_at", "language", "word_count"),
    *("story", "first_seen_at", "fetched_at", "gone_at"),
)
"""Columns whose least and greatest value of each group are kept, so that readers can skip groups.
Those of texts are as long as texts: of a million articles they are megabytes, at the file's end."""

_REPEATED = (
    *("source", "sources.list.element", "section", "authors.list.element", "tags.list.element"),
    *("published_at", "published_at_origin", "modified_at", "language", "policy", "word_count"),
    *("revision", "story", "first_seen_at", "fetched_at", "gone_at"),
    *(f"blocks.list.element.{key}" for key in ("kind", "level")),
    *(f"removed.list.element.{key}" for key in ("kind", "level", "rule")),
)
"""Columns whose values come again, and are written once a group. Of texts a list of values would
first be made, and then thrown away."""

_UTC = {"published_at": "published_utc", "modified_at": "modified_utc"}
_AS = {"published_as": "published_at", "modified_as": "modified_at"}
"""Columns that are another key of the row: `published_at` is a moment in UTC, `published_as` what
the page gives, which may be a bare date."""


def row_keys(*, with_removed: bool) -> tuple[str, ...]:
    """What a row needs for the columns: the record's keys and the moments in UTC."""
    return (*keys_of(with_removed=with_removed), *_UTC.values())


class ParquetWriter:
    """Times are timestamps in UTC, `authors`, `tags` and `sources` lists, `blocks` and `removed`
    lists of structs; `policy` is JSON text."""

    name: ClassVar[str] = "parquet"
    endings: ClassVar[tuple[str, ...]] = (".parquet",)
    folder: ClassVar[bool] = False
    text_as_json: ClassVar[bool] = False

    def __init__(self, target: Target, *, with_removed: bool, group_rows: int = ROW_GROUP) -> None:
        self.keys = row_keys(with_removed=with_removed)
        self._columns = Columns(self.keys, with_removed=with_removed)
        self._out = Groups(target, self._columns.schema, group_rows)
        self._rows: list[Row] = []

    def write(self, rows: Sequence[Row]) -> None:
        for row in rows:
            self._rows.append(row)
            if len(self._rows) == PIECE:
                self._flush()

    def close(self) -> None:
        self._flush()
        self._out.close()

    def sha256(self) -> str:
        return self._out.sha256()

    def _flush(self) -> None:
        if self._rows:
            rows, self._rows = self._rows, []
            self._out.add(self._columns.table(rows))


class Groups:
    """A file of Parquet, of row groups of so many rows at most. Raises MissingLibrary without
    pyarrow."""

    def __init__(self, target: Target, schema: Any, rows: int = ROW_GROUP) -> None:
        self._pa = pa = pyarrow()
        self._schema = schema
        self._most = rows
        self._pieces: list[Any] = []
        self._rows = self._text_bytes = 0
        self._failed = False
        self._file = HashedFile(target)
        self._out: Any = pa.parquet.ParquetWriter(
            pa.PythonFile(self._file, mode="w"),
            schema,
            compression="zstd",
            use_dictionary=list(_REPEATED),
            write_statistics=[name for name in _SOUGHT if name in schema.names],
            sorting_columns=[pa.parquet.SortingColumn(schema.get_field_index("id"))],
        )

    def add(self, table: Any) -> None:
        """PIECE rows, fewer only at the end. The same rows give the same bytes, however a table was
        put together."""
        self._pieces.append(table)
        self._rows += table.num_rows
        self._text_bytes += sum(map(_data_bytes, table.column("text").chunks))
        if self._rows >= self._most or self._text_bytes >= self._most * ROW_TEXT:
            self._flush()

    def _flush(self) -> None:
        """Writes a group. Columns are joined one after the other, so that little is held twice."""
        pieces, self._pieces = self._pieces, []
        self._rows = self._text_bytes = 0
        columns = [[piece.column(at) for piece in pieces] for at in range(len(self._schema))]
        pieces.clear()
        whole = []
        for parts in columns:
            whole.append(self._pa.concat_arrays([c for part in parts for c in part.chunks]))
            parts.clear()
        table = self._pa.Table.from_arrays(whole, schema=self._schema)
        self._failed = True
        self._out.write_table(table, row_group_size=table.num_rows)
        self._failed = False

    def close(self) -> None:
        """Ends the file, or lets go of one that could not be written."""
        if self._file.closed:
            return
        if self._pieces and not self._failed:
            self._flush()
        with suppress(self._pa.ArrowException, OSError) if self._failed else nullcontext():
            self._out.close()
        self._file.close()

    def sha256(self) -> str:
        return self._file.sha256()


def _data_bytes(strings: Any) -> int:
    """Of an array of text."""
    offsets = memoryview(strings.buffers()[1]).cast("i")
    return int(offsets[strings.offset + len(strings)] - offsets[strings.offset])


class Columns:
    """Rows as typed columns. Raises MissingLibrary without pyarrow."""

    def __init__(self, keys: Sequence[str], *, with_removed: bool) -> None:
        self._pa = pa = pyarrow()
        self.schema = _schema(pa, with_removed)
        at = {key: index for index, key in enumerate(keys)}
        self._at = {name: at[_UTC.get(name, _AS.get(name, name))] for name in self.schema.names}
        self._texts = [f.name for f in self.schema if f.type == pa.string()]
        self._times = [f.name for f in self.schema if pa.types.is_timestamp(f.type)]
        strings = {*self._texts, *self._times}
        self._json = [name for name in self.schema.names if name not in strings]
        self._json_schema = pa.schema([self.schema.field(name) for name in self._json])

    def table(self, rows: Sequence[Row]) -> Any:
        """The rows as a table of the schema."""
        columns = list(zip(*rows, strict=True))
        values = {name: columns[at] for name, at in self._at.items()}
        parsed = self._parsed([values[name] for name in self._json])
        arrays = {name: parsed.column(name) for name in self._json}
        arrays |= {name: strings(values[name]) for name in self._texts}
        for name in self._times:
            arrays[name] = strings(values[name]).cast(self.schema.field(name).type)
        ordered = [arrays[name] for name in self.schema.names]
        return self._pa.Table.from_arrays(ordered, schema=self.schema)

    def _parsed(self, columns: Sequence[Sequence[Any]]) -> Any:
        """All but text, read by pyarrow as lines of JSON: twice as fast as making Python's objects
        of lists and structs."""
        form = b"{%s}\n" % b",".join(b'"%s":%%b' % name.encode() for name in self._json)
        lines = [form % tuple(map(_json, row)) for row in zip(*columns, strict=True)]
        reader = self._pa.json
        return reader.read_json(
            self._pa.BufferReader(b"".join(lines)),
            reader.ReadOptions(use_threads=False, block_size=sum(map(len, lines)) + 1),
            reader.ParseOptions(
                explicit_schema=self._json_schema, unexpected_field_behavior="ignore"
            ),
        )


def pyarrow() -> Any:
    """The library with the modules that are used. Raises MissingLibrary."""
    try:
        import pyarrow as pa
        import pyarrow.json
        import pyarrow.parquet
    except ModuleNotFoundError as missing:
        raise MissingLibrary("parquet needs pyarrow: pip install 'rasid[export]'") from missing
    return pa


def strings(column: Sequence[str | None]) -> Any:
    """A column of text. Not `pyarrow.array`, which imports pandas wherever that is installed."""
    builder = pyarrow().lib.StringBuilder()
    builder.append_values(column)
    return builder.finish()


def _json(value: Any) -> bytes:
    return value if isinstance(value, bytes) else orjson.dumps(value)


def _schema(pa: Any, with_removed: bool) -> Any:
    text, number, truth = pa.string(), pa.int64(), pa.bool_()
    time = pa.timestamp("us", "UTC")
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
        ("published_at", time),
        ("published_as", text),
        ("published_at_origin", text),
        ("modified_at", time),
        ("modified_as", text),
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
        ("first_seen_at", time),
        ("fetched_at", time),
        ("gone_at", time),
    ]
    if with_removed:
        fields.append(("removed", pa.list_(line)))
    return pa.schema(fields)
