"""What a writer of a format is."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO, ClassVar, Protocol

from db.export.rows import KEYS, Row

_BUFFER = 1 << 16
"""Bytes that are hashed and written at once: they are still in the processor's cache."""
_PIECE = 1 << 18
"""Bytes that a compressor is given at once."""


Target = Path | BinaryIO
"""Where a format that makes one file writes: a path that does not exist yet, or an open stream."""


class Writer(Protocol):
    """Writes articles to a path that does not exist yet: a file, or a folder of files.

    The same rows give the same bytes. `with_removed` says whether the ledger is among the keys.
    """

    name: ClassVar[str]
    endings: ClassVar[tuple[str, ...]]
    """The endings of paths that mean this format; none where only `--format` does."""
    folder: ClassVar[bool]
    """Whether it makes a folder, not a file."""

    keys: tuple[str, ...]
    """What it needs of an article; rows have these values in this order."""

    @property
    def text_as_json(self) -> bool:
        """Whether it takes `text` as a string of JSON in bytes too, which is read faster."""

    def __init__(self, target: Target, *, with_removed: bool) -> None: ...

    def write(self, rows: Sequence[Row]) -> None: ...

    def close(self) -> None:
        """Ends the file; without it, it is not whole."""

    def sha256(self) -> str | None:
        """The hash of the closed file where it is known; None where it must be read for it."""


def keys_of(*, with_removed: bool, without: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The record's keys, less some."""
    keys = (*KEYS, "removed") if with_removed else KEYS
    return tuple(key for key in keys if key not in without)


class HashedFile:
    """A new file that hashes what is written to it, so that nobody must read it again; or an open
    stream, which stays open.

    A thread of its own for both takes more time than it saves (python -m bench.export).
    """

    def __init__(self, target: Target) -> None:
        self._own = isinstance(target, Path)
        self._file = target.open("xb", buffering=0) if isinstance(target, Path) else target
        self.closed = False
        self._hash = hashlib.sha256()
        self._parts: list[bytes] = []
        self._size = 0

    def write(self, data: bytes) -> int:
        self._parts.append(data)
        self._size += len(data)
        if self._size >= _BUFFER:
            self.flush()
        return len(data)

    def writelines(self, lines: Sequence[bytes]) -> None:
        """Many writes as one."""
        self._parts.extend(lines)
        self._size += sum(map(len, lines))
        if self._size >= _BUFFER:
            self.flush()

    def flush(self) -> None:
        """Hashes and writes what there is. Raises OSError."""
        whole = b"".join(self._parts)
        self._parts.clear()
        self._size = 0
        self._hash.update(whole)
        view = memoryview(whole)
        while view:
            view = view[self._file.write(view) :]

    def close(self) -> None:
        """Ends the file. Raises OSError where any of it could not be written."""
        if self.closed:
            return
        self.closed = True
        try:
            self.flush()
            self._file.flush()
        finally:
            if self._own:
                self._file.close()

    def sha256(self) -> str:
        return self._hash.hexdigest()


class Pieces:
    """Hands a compressor pieces of one size, so that the same content gives the same bytes however
    it was put together."""

    def __init__(self, out: Any) -> None:
        self._out = out
        self._rest = bytearray()

    def writelines(self, lines: Sequence[bytes]) -> None:
        for line in lines:
            self._rest += line
        while len(self._rest) >= _PIECE:
            self._out.write(bytes(self._rest[:_PIECE]))
            del self._rest[:_PIECE]

    def close(self) -> None:
        self._out.write(bytes(self._rest))
        self._rest.clear()
        self._out.close()


class MissingLibrary(Exception):  # noqa: N818  # named for what the caller knows
    """A format needs a library that is not installed. The message says which, and how."""
