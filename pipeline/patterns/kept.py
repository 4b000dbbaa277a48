"""What is made of the package's own data alone, kept from one process to the next.

A file of rules is parsed, and a pattern compiled, to the same thing in every process: that was a
third of the time of one which reads a hundred pages, and most of it where few are new. What was
made once is kept in the user's cache folder. It may be deleted at any time, and where it cannot be
read or written all is made again.
"""

from __future__ import annotations

import marshal
import sqlite3
import sys
import zlib
from collections.abc import Callable
from contextlib import closing, suppress
from functools import cache, cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

MAX_BYTES = 16 * 2**20
"""A larger file is begun anew: what was made of rules that have changed since stays in it. What
one version of the rules needs takes some three megabytes."""
BUSY_S = 0.2
"""Seconds that a process waits while another writes; it keeps nothing then."""
_KEY = 16
"""Bytes of a key."""


class Kept:
    """Values by what they are made of, in a file that processes share; none without a `path`."""

    def __init__(self, path: Path | None) -> None:
        self._path = path

    def value(self, kind: str, source: str, make: Callable[[], Any]) -> Any:
        """What `make` gives, or gave in an earlier process: something that `marshal` writes, and
        that depends on nothing but its kind, its source and the version of Python."""
        key = _digest(f"{sys.version}\0{kind}\0{source}".encode("utf-8", "surrogatepass"))
        with suppress(KeyError, zlib.error, ValueError, EOFError):
            return marshal.loads(zlib.decompress(self._values.pop(key)))  # noqa: S302, written here
        made = make()
        self._keep(key, zlib.compress(marshal.dumps(made), level=1))
        return made

    @cached_property
    def _values(self) -> dict[bytes, bytes]:
        """All that earlier processes have kept, each value until it is asked for."""
        if self._path is None:
            return {}
        try:
            if not self._path.exists():
                return {}
            with closing(sqlite3.connect(self._path, timeout=BUSY_S)) as file:
                return dict(file.execute("SELECT key, value FROM kept"))
        except (OSError, sqlite3.Error):
            return {}

    @cached_property
    def keeps(self) -> bool:
        """Whether what is made now will be there for later processes."""
        return self._write()

    def _keep(self, key: bytes, value: bytes) -> None:
        if self.keeps:
            self._write((key, value))

    def _write(self, *rows: tuple[bytes, bytes]) -> bool:
        """Add rows to the file, and make it where there is none; False where that cannot be."""
        if self._path is None:
            return False
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            if self._path.exists() and self._path.stat().st_size > MAX_BYTES:
                self._path.unlink()
            with closing(sqlite3.connect(self._path, timeout=BUSY_S)) as file, file:
                file.execute("PRAGMA synchronous = OFF")  # what a power cut damages is made again
                file.execute("BEGIN IMMEDIATE")
                file.execute("CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, value BLOB)")
                file.executemany("REPLACE INTO kept VALUES (?, ?)", rows)
        except sqlite3.OperationalError:
            return False  # another process writes, or nobody may
        except sqlite3.DatabaseError:
            self._path.unlink(missing_ok=True)  # no such file any more
        except OSError:
            return False
        return True


def _digest(source: bytes) -> bytes:
    return blake2b(source, digest_size=_KEY).digest()


@cache
def kept() -> Kept:
    """What is kept for the user whose process this is."""
    return Kept(user_cache_path("rasid") / "rules.sqlite")
