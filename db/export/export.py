"""Writes an export: records through a writer to a temporary name, then the name they are to have.

Whoever kills it leaves the old export whole.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

import orjson
from alembic.runtime.migration import MigrationContext
from sqlalchemy.orm import Session

from db.export.manifest import Manifest, file_hashes, manifest_path
from db.export.masking import mask_removed
from db.export.rows import Reading
from db.export.writer import MissingLibrary
from db.export.writers import FORMATS
from db.filters import EVERYTHING, Filters
from db.models import ExportRow
from db.upsert import insert_or_update

DEDUPES = ("none", "exact")


class BadExport(Exception):  # noqa: N818  # named for what the caller knows, not for the class
    """The export cannot be made. The message is one line: what, and how to mend it."""


def export(
    s: Session,
    path: Path,
    format: str = "jsonl",  # noqa: A002  # the option's name
    filters: Filters = EVERYTHING,
    *,
    dedupe: str = "none",
    include_removed: bool = False,
    include_opted_out: bool = False,
    progress: Callable[[int], None] | None = None,
) -> Manifest:
    """Writes the articles that pass the filters, and a manifest beside them.

    Articles whose pages reserve text and data mining are left out unless asked for, whatever the
    filters say. `include_removed` adds the ledger, with addresses masked. `progress` is told the
    number of rows now and then. Needs a session that sees one state throughout (`read_only`).
    Raises BadExport.
    """
    if dedupe not in DEDUPES:
        raise BadExport(f"--dedupe {dedupe}: give one of {', '.join(DEDUPES)}")
    if format not in FORMATS:
        raise BadExport(f"--format {format}: give one of {', '.join(FORMATS)}")
    if not path.parent.is_dir():
        raise BadExport(f"{path}: the folder {path.parent} does not exist: make it first")
    chosen = replace(filters, include_opted_out=include_opted_out, dedupe=dedupe)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    _discard(temporary)
    try:
        written = _write(s, temporary, format, chosen, include_removed, progress)
        manifest = Manifest(
            format=format,
            rows=written.rows,
            filters=replace(filters, include_opted_out=True, dedupe="none").as_json(),
            dedupe=dedupe,
            include_removed=include_removed,
            include_opted_out=include_opted_out,
            opted_out=written.opted_out,
            schema=_schema(s),
            rasid=version("rasid"),
            files=_hashes(temporary, path.name, written.sha256),
        )
        _put_in_place(temporary, path, manifest)
    except OSError as error:
        raise BadExport(f"{path}: {error.strerror or error}") from error
    finally:
        _discard(temporary)
    return manifest


@dataclass(frozen=True, slots=True)
class Written:
    """What a writer has written."""

    rows: int
    opted_out: int
    sha256: str | None


def _hashes(temporary: Path, name: str, sha256: str | None) -> dict[str, str]:
    return {name: sha256} if sha256 else file_hashes(temporary, name)


def remember_export(s: Session, path: Path, manifest: Manifest, now: datetime) -> None:
    """Saves in `exports` what was written where."""
    values = {
        "path": str(path.resolve()),
        "query": manifest.filters,
        "state": {"rows": manifest.rows, "format": manifest.format},
        "manifest_hash": manifest.sha256,
        "written_at": now,
    }
    s.execute(insert_or_update(s, ExportRow, keys=("path",), columns=values), [values])


def _write(
    s: Session,
    path: Path,
    format: str,  # noqa: A002
    filters: Filters,
    include_removed: bool,
    progress: Callable[[int], None] | None,
) -> Written:
    try:
        writer = FORMATS[format](path, with_removed=include_removed)
    except MissingLibrary as missing:
        raise BadExport(str(missing)) from missing
    reading = Reading(s, filters, writer.keys)
    ledger = writer.keys.index("removed") if include_removed else None
    rows = 0
    try:
        for batch in reading.batches():
            if ledger is not None:
                for row in batch:
                    row[ledger] = orjson.dumps(mask_removed(orjson.loads(row[ledger] or b"[]")))
            rows += len(batch)
            writer.write(batch)
            if progress:
                progress(rows)
    finally:
        writer.close()
    if progress:
        progress(rows)
    return Written(rows, reading.opted_out, writer.sha256())


def _schema(s: Session) -> str:
    found = MigrationContext.configure(s.connection()).get_current_revision()
    return found or ""


def _put_in_place(temporary: Path, path: Path, manifest: Manifest) -> None:
    """Renames; a folder that is there steps aside first, since no folder replaces another."""
    beside = manifest_path(path)
    part = beside.with_name(f".{beside.name}.{os.getpid()}.part")
    part.write_bytes(manifest.to_bytes())
    _sync(part)
    if temporary.is_dir():
        old = path.with_name(f".{path.name}.{os.getpid()}.old")
        if path.exists():
            if not path.is_dir() or not beside.exists():
                part.unlink()
                raise BadExport(f"{path}: is there and is no export: give another path")
            path.rename(old)
        temporary.rename(path)
        part.replace(beside)
        _discard(old)
        return
    if path.is_dir():
        part.unlink()
        raise BadExport(f"{path}: is a folder: give the path of a file")
    _sync(temporary)
    temporary.replace(path)
    part.replace(beside)


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _discard(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
