"""Puts what was written in the place of what was there: whole, or not at all."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from db.export.manifest import Manifest, deltas, manifest_path


class BadExport(Exception):  # noqa: N818  # named for what the caller knows, not for the class
    """The export cannot be made. The message is one line: what, and how to mend it."""


def temporary_name(path: Path) -> Path:
    """A name beside the path for this process alone; what bears it is removed."""
    found = path.with_name(f".{path.name}.{os.getpid()}.part")
    discard(found)
    return found


def put_in_place(temporary: Path, path: Path, manifest: Manifest) -> None:
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
        discard(old)
        return
    if path.is_dir():
        part.unlink()
        raise BadExport(f"{path}: is a folder: give the path of a file")
    _sync(temporary)
    temporary.replace(path)
    part.replace(beside)
    for stale in reversed(deltas(path)):  # they followed what was there
        discard(manifest_path(stale))
        discard(stale)


def discard(path: Path) -> None:
    """Removes a file or a folder where there is one."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
