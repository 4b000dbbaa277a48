"""Writes an export: records through a writer to a temporary name, then the name they are to have.

Whoever kills it leaves the old export whole.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from alembic.runtime.migration import MigrationContext
from sqlalchemy.orm import Session

from db.article_json import articles
from db.export.manifest import Manifest, file_hashes, manifest_path
from db.export.masking import mask_removed
from db.export.writer import MissingLibrary
from db.export.writers import FORMATS
from db.filters import EVERYTHING, Filters
from db.models import ExportRow
from db.read import count_articles
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
        rows = _write(s, temporary, format, chosen, include_removed, progress)
        manifest = Manifest(
            format=format,
            rows=rows,
            filters=replace(filters, include_opted_out=True, dedupe="none").as_json(),
            dedupe=dedupe,
            include_removed=include_removed,
            include_opted_out=include_opted_out,
            opted_out=_left_out(s, chosen),
            schema=_schema(s),
            rasid=version("rasid"),
            files=file_hashes(temporary, path.name),
        )
        _put_in_place(temporary, path, manifest)
    except OSError as error:
        raise BadExport(f"{path}: {error.strerror or error}") from error
    finally:
        _discard(temporary)
    return manifest


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
) -> int:
    try:
        writer = FORMATS[format](path, with_removed=include_removed)
    except MissingLibrary as missing:
        raise BadExport(str(missing)) from missing
    rows = 0
    try:
        for record in articles(s, filters, with_removed=include_removed):
            if include_removed:
                record["removed"] = mask_removed(record["removed"])
            writer.write(record)
            rows += 1
            if progress and rows % 100 == 0:
                progress(rows)
    finally:
        writer.close()
    if progress:
        progress(rows)
    return rows


def _left_out(s: Session, chosen: Filters) -> int:
    if chosen.include_opted_out:
        return 0
    whole = replace(chosen, dedupe="none", limit=None)
    return count_articles(s, replace(whole, include_opted_out=True)) - count_articles(s, whole)


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
