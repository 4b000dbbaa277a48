"""What a writer of a format is."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar, Protocol


class Writer(Protocol):
    """Writes records to a path that does not exist yet: a file, or a folder of files.

    The same records give the same bytes. `with_removed` says whether records have the ledger.
    """

    name: ClassVar[str]
    endings: ClassVar[tuple[str, ...]]
    """The endings of paths that mean this format; none for a folder."""

    def __init__(self, path: Path, *, with_removed: bool) -> None: ...

    def write(self, record: dict[str, Any]) -> None: ...

    def close(self) -> None:
        """Ends the file; without it, it is not whole."""


class MissingLibrary(Exception):  # noqa: N818  # named for what the caller knows
    """A format needs a library that is not installed. The message says which, and how."""
