"""JSON lines: one article a line, UTF-8; plain, gzip or zstd."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any, BinaryIO, ClassVar, cast

import orjson

from db.export.writer import MissingLibrary

_BUFFER = 1 << 20


class JsonlWriter:
    """Plain JSON lines."""

    name: ClassVar[str] = "jsonl"
    endings: ClassVar[tuple[str, ...]] = (".jsonl", ".ndjson")

    def __init__(self, path: Path, *, with_removed: bool) -> None:
        self._file: BinaryIO = path.open("wb", buffering=_BUFFER)
        self._out = self._compressed(self._file)

    def write(self, record: dict[str, Any]) -> None:
        self._out.write(orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE))

    def close(self) -> None:
        if self._out is not self._file:
            self._out.close()
        self._file.close()

    def _compressed(self, file: BinaryIO) -> BinaryIO:
        return file


class GzipJsonlWriter(JsonlWriter):
    """Gzip at its usual level, with no name and no time inside."""

    name: ClassVar[str] = "jsonl.gz"
    endings: ClassVar[tuple[str, ...]] = (".jsonl.gz", ".ndjson.gz")

    def _compressed(self, file: BinaryIO) -> BinaryIO:
        packed = gzip.GzipFile(filename="", mode="wb", compresslevel=6, fileobj=file, mtime=0)
        return cast(BinaryIO, packed)


class ZstdJsonlWriter(JsonlWriter):
    """Zstandard at its usual level."""

    name: ClassVar[str] = "jsonl.zst"
    endings: ClassVar[tuple[str, ...]] = (".jsonl.zst", ".ndjson.zst")

    def _compressed(self, file: BinaryIO) -> BinaryIO:
        try:
            import zstandard
        except ModuleNotFoundError as missing:
            file.close()
            raise MissingLibrary(
                "jsonl.zst needs zstandard: pip install 'rasid[export]'"
            ) from missing
        packed = zstandard.ZstdCompressor().stream_writer(file, closefd=False)
        return cast(BinaryIO, packed)
