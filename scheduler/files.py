"""The source files of a folder, as the service sees them: read again when one has changed."""

from __future__ import annotations

import logging
from pathlib import Path

from crawler.sources import Problem, files_of, read_sources
from pipeline.records import Source

log = logging.getLogger("rasid.schedule")


class SourceFiles:
    """The sources of a folder; faults are told once. A source whose file is at fault is not
    scheduled until it is mended, all others are."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: object = None
        self._sources: list[Source] = []
        self._told: frozenset[Problem] = frozenset()

    def read(self) -> list[Source]:
        """The sources that are sound."""
        seen = self._state()
        if seen is None or seen != self._seen:
            sources, problems = read_sources(self._folder)
            for problem in problems:
                if problem not in self._told:
                    log.error("source-file %s", problem)
            if seen is not None or self._told != frozenset(problems):
                faulty = len({problem.file for problem in problems})
                log.info("sources-read sound=%d faulty=%d", len(sources), faulty)
            self._sources, self._told, self._seen = sources, frozenset(problems), seen
        return self._sources

    @property
    def there(self) -> frozenset[str] | None:
        """The ids of all sources that have a file, be it at fault; None where the folder cannot be
        read."""
        try:
            return frozenset(path.stem for path in files_of(self._folder))
        except OSError:
            return None

    def _state(self) -> object:
        """What changes when a file does. None for a folder that cannot be read."""
        try:
            return [(path.name, _stamp(path)) for path in files_of(self._folder)]
        except OSError:
            return None


def _stamp(path: Path) -> object:
    try:
        state = path.stat()
    except OSError as error:  # gone meanwhile, or a link to nothing
        return error.errno
    return state.st_mtime_ns, state.st_size, state.st_ino, state.st_mode
