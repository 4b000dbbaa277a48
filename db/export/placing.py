"""Puts what was written in the place of what was there: whole, or not at all.

An export is made in a staging folder beside its path, `.news.jsonl.k3v9x2ab.part`, and gets its
name when it and its manifest are on the disk. Whoever makes it holds the folder locked, so that
what a killed process left is told from what another is making, and is settled by the next export
to the path, or by the next check of it: ended where its file had its name already, else removed.
"""

from __future__ import annotations

import ctypes
import fcntl
import os
import re
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from db.export.manifest import SUFFIX, Manifest, deltas, manifest_path, problems_with

_SQLITE = b"SQLite format 3\x00"
_MANY_FILES = 64
"""More are brought to the disk by one `sync` of everything: each alone takes milliseconds."""
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2  # <fcntl.h>, <linux/fs.h>


class BadExport(Exception):  # noqa: N818  # named for what the caller knows, not for the class
    """The export cannot be made. The message is one line: what, and how to mend it."""


class Staging:
    """A locked folder beside `path`; `made` is where the export is to be written meanwhile.

    Raises BadExport where no export can stand at the path, OSError where nothing can be written.
    """

    def __init__(self, path: Path, *, folder: bool) -> None:
        check_place(path, folder=folder)
        self.path = path
        with _held(path.parent):
            _settle(path)
            staged = tempfile.mkdtemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
            self._folder = Path(staged)
            self._lock = os.open(staged, os.O_RDONLY)
            _try_to_lock(self._lock)
        self.made = self._folder / path.name

    def __enter__(self) -> Staging:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        discard(self._folder)
        os.close(self._lock)

    def place(self, manifest: Manifest) -> None:
        """Gives what was made its name, and puts the manifest beside it. Deltas of what was there
        go: they followed it."""
        (self._folder / (self.path.name + SUFFIX)).write_bytes(manifest.to_bytes())
        _sync_all(self._folder)
        with _held(self.path.parent):
            if self.made.is_dir():
                _swap(self.made, self.path, self._folder / "old")
            else:
                self.made.replace(self.path)
            _put_manifest(self._folder, self.path)


def check_place(path: Path, *, folder: bool) -> None:
    """Raises BadExport where an export to the path would take the place of what is none."""
    if path.name in ("", ".."):
        raise BadExport(f"{path}: is a folder: give the path of what is to be written")
    if not path.parent.is_dir():
        raise BadExport(f"{path}: the folder {path.parent} does not exist: make it first")
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISDIR(mode):
        _check_folder(path, folder=folder)
    elif not stat.S_ISREG(mode):
        raise BadExport(f"{path}: is no file: give - to write to the standard output")
    elif folder:
        raise BadExport(f"{path}: is there and is no export: give another path")
    else:
        with path.open("rb") as file:
            if file.read(len(_SQLITE)) == _SQLITE:
                raise BadExport(f"{path}: is a database: give another path")


def _check_folder(path: Path, *, folder: bool) -> None:
    if not folder:
        raise BadExport(f"{path}: is a folder: give the path of a file")
    if not any(path.iterdir()):
        return
    if not manifest_path(path).exists():
        raise BadExport(f"{path}: is there and is no export: give another path")
    try:
        told = Manifest.read(path).files
    except ValueError as error:
        raise BadExport(f"{manifest_path(path)}: {error}: give another path") from error
    for file in sorted(path.rglob("*")):
        name = f"{path.name}/{file.relative_to(path).as_posix()}"
        if (file.is_symlink() or not file.is_dir()) and name not in told:
            raise BadExport(f"{file}: is not of the export that would be replaced: move it away")


def settle(path: Path) -> None:
    """Ends or removes what killed exports left beside the path; nothing where that is forbidden."""
    try:
        with _held(path.parent):
            _settle(path)
    except OSError:
        return


def _settle(path: Path) -> None:
    staged = re.compile(re.escape(f".{path.name}.") + r"\w{8}\.part")
    for left in [left for left in path.parent.iterdir() if staged.fullmatch(left.name)]:
        lock = os.open(left, os.O_RDONLY)
        try:
            if _try_to_lock(lock):
                _end(left, path)
                discard(left)
        finally:
            os.close(lock)


def _end(left: Path, path: Path) -> None:
    """What `place` had still to do, where it had begun."""
    made, manifest = left / path.name, left / (path.name + SUFFIX)
    if (left / "old").exists() and not path.exists():
        made.rename(path)
    if not manifest.exists() or made.is_file():
        return
    try:
        told = Manifest.from_bytes(manifest.read_bytes())
    except ValueError:  # half written
        return
    if path.exists() and not problems_with(path, told):
        _put_manifest(left, path)


def _put_manifest(staged: Path, path: Path) -> None:
    for stale in reversed(deltas(path)):
        discard(stale)
        discard(manifest_path(stale))
    (staged / (path.name + SUFFIX)).replace(manifest_path(path))
    _sync(path.parent)


def _swap(made: Path, path: Path, aside: Path) -> None:
    """A folder takes the place of another: in one instant where the system can, else it waits
    until the other stepped aside."""
    if path.exists() and not _exchanged(made, path):
        path.rename(aside)
    if not path.exists():
        made.rename(path)


def _exchanged(one: Path, other: Path) -> bool:
    try:
        exchange = ctypes.CDLL(None).renameat2
    except (OSError, AttributeError):  # not Linux
        return False
    names = (_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other))
    return bool(exchange(*names, _RENAME_EXCHANGE) == 0)


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Keeps others from placing anything in the folder; nobody holds it for long."""
    lock = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)


def _try_to_lock(lock: int) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def discard(path: Path) -> None:
    """Removes a file or a folder where there is one."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _sync_all(folder: Path) -> None:
    files = [file for file in folder.rglob("*") if file.is_file()]
    if len(files) > _MANY_FILES:
        os.sync()
        return
    for file in (*files, *(part for part in folder.rglob("*") if part.is_dir()), folder):
        _sync(file)


def _sync(path: Path) -> None:
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
