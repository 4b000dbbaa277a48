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


@contextmanager
def counting(
    screen: Screen, label: str, total: int | None
) -> Iterator[Callable[[Iterable[Item]], Iterator[Item]]]:
    """A bar that counts what is iterated through the function that it gives."""
    progress = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        console=screen.err,
        disable=not screen.shows_progress,
        transient=True,
    )
    task = progress.add_task(label, total=total)

    def step(items: Iterable[Item]) -> Iterator[Item]:
        for item in items:
            yield item
            progress.advance(task)

    with progress:
        yield step
