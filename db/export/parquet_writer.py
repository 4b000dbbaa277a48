"""Parquet: typed columns, zstd, row groups in the order of ids."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

import orjson

from db.export.writer import MissingLibrary

_ROW_GROUP = 2_000
"""Rows a group: about 20 MB of news before compression, which bounds the memory."""


class ParquetWriter:
    """`blocks` and `removed` are lists of structs; `policy` is JSON text, times are strings as in
    the record, because a page may give a bare date."""

    name: ClassVar[str] = "parquet"
    endings: ClassVar[tuple[str, ...]] = (".parquet",)

    def __init__(self, path: Path, *, with_removed: bool) -> None:
        try:
            import pyarrow as pa
            import pyarrow.parquet as pq
        except ModuleNotFoundError as missing:
            raise MissingLibrary("parquet needs pyarrow: pip install 'rasid[export]'") from missing
        self._table = pa.Table
        self._schema = _schema(pa, with_removed)
        self._out = pq.ParquetWriter(path, self._schema, compression="zstd")
        self._rows: list[dict[str, Any]] = []

    def write(self, record: dict[str, Any]) -> None:
        self._rows.append(record | {"policy": orjson.dumps(record["policy"]).decode()})
        if len(self._rows) >= _ROW_GROUP:
            self._flush()

    def close(self) -> None:
        self._flush()
        self._out.close()

    def _flush(self) -> None:
        if self._rows:
            self._out.write_table(self._table.from_pylist(self._rows, schema=self._schema))
            self._rows.clear()


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
