"""What a format needs for deltas: its articles written as changes, read again, and put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, ClassVar, Protocol

from db.export.rows import Row

CHANGES = NEW, CHANGED, GONE = "new", "changed", "gone"


class Written(Protocol):
    """One article as the format writes it; `digest` tells it from another version."""

    @property
    def id(self) -> int: ...

    @property
    def digest(self) -> bytes: ...


class Whole(Protocol):
    """A whole export, put together from what was written before."""

    def put(self, article: Any) -> None: ...

    def close(self) -> None: ...

    def sha256(self) -> str: ...


class Changes(Protocol):
    """A delta that is being written."""

    def put(self, change: str, article_id: int, article: Any) -> None:
        """`article` is None where it is gone."""

    def close(self) -> None: ...

    def sha256(self) -> str: ...


class DeltaForm(Protocol):
    """A format with deltas. Reading raises ForeignColumns for the files of another version."""

    name: ClassVar[str]
    text_as_json: ClassVar[bool]
    """As a writer has it."""
    keys: tuple[str, ...]

    def __init__(self, *, with_removed: bool) -> None: ...

    def encoded(self, rows: Sequence[Row]) -> Sequence[Written]:
        """Rows as they are written. May change them."""

    def read(self, path: Path) -> Iterator[Written]:
        """A whole export, by id."""

    def read_changes(self, path: Path) -> Iterator[tuple[int, Written | None]]:
        """A delta, by id; None for what is gone."""

    def whole(self, path: Path) -> Whole: ...

    def changes(self, path: Path) -> Changes: ...


class ForeignColumns(Exception):  # noqa: N818  # named for what was found
    """A file has not the columns that this version writes. The message names the file."""
