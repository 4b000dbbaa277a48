"""Old WARC files: removed by age and by the size of all. What Rasid did not write, a person's own
collection in the archive's folder, is left alone."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from crawler.archive import source_of

YOUNG_S = 2 * 86_400.0
"""No file is removed that was written to within this time: a crawl may still be at it."""


@dataclass(frozen=True, slots=True)
class Keeping:
    """How much of the archive is kept; 0: no bound. `folder` None: there is no archive."""

    folder: Path | None = None
    days: int = 0
    max_mb: int = 0


@dataclass(frozen=True, slots=True)
class OldFiles:
    """What of the archive is no longer kept, of how many files, and its size in bytes."""

    paths: list[Path]
    of: int
    size: int


def find_old(keeping: Keeping, now: datetime) -> OldFiles:
    """What is older than the days, then the oldest until the rest fits."""
    if keeping.folder is None or not (keeping.days or keeping.max_mb):
        return OldFiles([], 0, 0)
    files = []
    for path in filter(source_of, keeping.folder.rglob("*.warc.gz")):
        with suppress(FileNotFoundError):  # another one that removes old files took it
            state = path.stat()
            files.append((state.st_mtime, state.st_size, path))
    total = left = sum(size for _, size, _ in files)
    old = []
    for written, size, path in sorted(files):
        age_s = now.timestamp() - written
        too_old = keeping.days and age_s > keeping.days * 86_400
        too_much = keeping.max_mb and left > keeping.max_mb * 1_000_000
        if age_s > YOUNG_S and (too_old or too_much):
            old.append(path)
            left -= size
    return OldFiles(old, len(files), total - left)


def remove_old(keeping: Keeping, now: datetime) -> int:
    """Remove what is no longer kept; how many files.

    Revisions that name a removed file keep their text; they can no longer be extracted again.
    """
    old = find_old(keeping, now).paths
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)
