"""Deltas of Parquet: `change` before the other columns, which are null, all but `id`, for what is
gone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

import orjson

from db.export.delta_form import GONE, ForeignColumns, Written
from db.export.heads import digest
from db.export.parquet_writer import (
    PIECE,
    Columns,
    Groups,
    ParquetWriter,
    pyarrow,
    row_keys,
    strings,
)
from db.export.rows import Row


class _Chunk:
    """Some rows of a table."""

    def __init__(self, table: Any) -> None:
        self.table = table

    @cached_property
    def digests(self) -> list[bytes]:
        return [digest(orjson.dumps(row)) for row in self.table.to_pylist()]


class Piece(NamedTuple):
    """One row of them."""

    id: int
    chunk: _Chunk
    at: int

    @property
    def digest(self) -> bytes:
        return self.chunk.digests[self.at]


class ParquetForm:
    """Row groups are the same as those of an export that was never parted."""

    name: ClassVar[str] = ParquetWriter.name
    text_as_json: ClassVar[bool] = False

    def __init__(self, *, with_removed: bool) -> None:
        self.keys = row_keys(with_removed=with_removed)
        self._columns = Columns(self.keys, with_removed=with_removed)
        pa = pyarrow()
        self._schema = self._columns.schema
        self._changes_schema = self._schema.insert(0, pa.field("change", pa.string()))

    def encoded(self, rows: Sequence[Row]) -> Sequence[Piece]:
        return list(_pieces(self._columns.table(rows)))

    def read(self, path: Path) -> Iterator[Piece]:
        for table in self._groups(path, self._schema):
            yield from _pieces(table)

    def read_changes(self, path: Path) -> Iterator[tuple[int, Written | None]]:
        for table in self._groups(path, self._changes_schema):
            changes = table.column("change").to_pylist()
            for change, piece in zip(changes, _pieces(table.drop_columns(["change"])), strict=True):
                yield piece.id, None if change == GONE else piece

    def whole(self, path: Path) -> ParquetWhole:
        return ParquetWhole(path, self._schema)

    def changes(self, path: Path) -> ParquetChanges:
        return ParquetChanges(path, self._schema, self._changes_schema)

    def _groups(self, path: Path, schema: Any) -> Iterator[Any]:
        with pyarrow().parquet.ParquetFile(path) as file:
            if not file.schema_arrow.equals(schema):
                raise ForeignColumns(str(path))
            for number in range(file.num_row_groups):
                yield file.read_row_group(number, use_threads=False)


def _pieces(table: Any) -> Iterator[Piece]:
    chunk = _Chunk(table)
    for at, article_id in enumerate(table.column("id").to_pylist()):
        yield Piece(article_id, chunk, at)


class ParquetWhole:
    """Rows that are next to each other in their chunk are taken together."""

    def __init__(self, path: Path, schema: Any) -> None:
        self._schema = schema
        self._out = Groups(path, schema)
        self._runs: list[tuple[_Chunk, int, int]] = []
        self._count = 0
        self.sha256 = self._out.sha256

    def put(self, article: Piece) -> None:
        _join(self._runs, article)
        self._count += 1
        if self._count == PIECE:
            self._flush()

    def close(self) -> None:
        self._flush()
        self._out.close()

    def _flush(self) -> None:
        if self._count:
            self._out.add(pyarrow().concat_tables(_slices(self._runs)))
            self._runs, self._count = [], 0


class ParquetChanges:
    """As ParquetWhole, with the change of each."""

    def __init__(self, path: Path, schema: Any, changes_schema: Any) -> None:
        self._schema, self._changes_schema = schema, changes_schema
        self._out = Groups(path, changes_schema)
        self._runs: list[tuple[_Chunk, int, int]] = []
        self._told: list[str] = []
        self.sha256 = self._out.sha256

    def put(self, change: str, article_id: int, article: Piece | None) -> None:
        _join(self._runs, article or Piece(article_id, self._gone(article_id), 0))
        self._told.append(change)
        if len(self._told) == PIECE:
            self._flush()

    def close(self) -> None:
        self._flush()
        self._out.close()

    def _gone(self, article_id: int) -> _Chunk:
        """A row with nothing but its id. Not made of Python's objects, which imports pandas."""
        pa = pyarrow()
        line = pa.BufferReader(orjson.dumps({"id": article_id}))
        options = pa.json.ParseOptions(explicit_schema=self._schema)
        return _Chunk(pa.json.read_json(line, parse_options=options))

    def _flush(self) -> None:
        if self._told:
            table = pyarrow().concat_tables(_slices(self._runs))
            field = self._changes_schema.field("change")
            self._out.add(table.add_column(0, field, strings(self._told)))
            self._runs, self._told = [], []


def _join(runs: list[tuple[_Chunk, int, int]], piece: Piece) -> None:
    if runs and runs[-1][0] is piece.chunk and runs[-1][2] == piece.at:
        runs[-1] = (piece.chunk, runs[-1][1], piece.at + 1)
    else:
        runs.append((piece.chunk, piece.at, piece.at + 1))


def _slices(runs: list[tuple[_Chunk, int, int]]) -> list[Any]:
    return [chunk.table.slice(start, end - start) for chunk, start, end in runs]
