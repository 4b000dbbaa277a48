"""Progress on stderr; none where stderr is no terminal, or with --quiet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from cli.screen import Screen

Item = TypeVar("Item")


_TOLD_FROM = 2_000
"""Revisions of which an index takes seconds to make."""
_REVISION_S = 0.0015
"""CPU to index a revision of 4 KB, on a core of 2026 (python -m bench.search)."""


@contextmanager
def upgrading(screen: Screen, db: str) -> Iterator[Callable[[int, int], None]]:
    """What tells that a database's search index is made anew: before it begins, in a line with the
    time that it may take, then in a bar."""
    with _bar(screen) as progress:
        task = progress.add_task("search index", total=None, visible=False)

        def tell(done: int, total: int) -> None:
            if done == 0 and total >= _TOLD_FROM:
                minutes = max(1, round(total * _REVISION_S / 60))
                screen.warn(
                    f"{db}: was written by an earlier version: its search index of {total:,}"
                    f" versions of articles is made anew, which takes some {minutes} min;"
                    " stopped, it leaves the database as it is"
                )
            progress.update(task, completed=done, total=total, visible=total >= _TOLD_FROM)

        yield tell


@contextmanager
def indexing(screen: Screen, total: int) -> Iterator[Callable[[int], None]]:
    """What tells how many versions of articles are in an index that is made anew."""
    with _bar(screen) as progress:
        task = progress.add_task("search index", total=total)
        yield lambda done: progress.update(task, completed=done)


@contextmanager
def counting(
    screen: Screen, label: str, total: int | None
) -> Iterator[Callable[[Iterable[Item]], Iterator[Item]]]:
    """A bar that counts what is iterated through the function that it gives."""
    progress = _bar(screen)
    task = progress.add_task(label, total=total)

    def step(items: Iterable[Item]) -> Iterator[Item]:
        for item in items:
            yield item
            progress.advance(task)

    with progress:
        yield step


def _bar(screen: Screen) -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        console=screen.err,
        disable=not screen.shows_progress,
        transient=True,
    )
