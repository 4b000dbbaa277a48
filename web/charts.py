"""Bars a day, as the numbers that an inline SVG needs. No style is set: the style sheet's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

HEIGHT: Final = 100
STEP: Final = 10
"""Units a day, of which the bar takes `WIDTH`."""
WIDTH: Final = 7
_LEAST: Final = 4
"""The height of the smallest bar, and of the line that stands for none: it can be seen."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One day's bar. A day without articles has a thin line in place of a bar."""

    x: int
    y: int
    height: int
    label: str
    empty: bool


@dataclass(frozen=True, slots=True)
class Bars:
    """A chart: `label` says in words what it shows, for those who do not see it."""

    bars: tuple[Bar, ...]
    width: int
    label: str
    most: int
    first: date
    last: date


def bars(numbers: Sequence[int], last: date) -> Bars:
    """A chart of articles a day, the last day's at the end."""
    most = max(numbers, default=0)
    first = last - timedelta(days=max(0, len(numbers) - 1))
    made = []
    for index, number in enumerate(numbers):
        height = max(_LEAST, round(HEIGHT * number / most)) if number else _LEAST
        day = first + timedelta(days=index)
        label = f"{day.isoformat()}: {number}"
        made.append(Bar(index * STEP, HEIGHT - height, height, label, not number))
    label = f"articles first seen a day, {first} to {last}: {', '.join(map(str, numbers))}"
    return Bars(tuple(made), len(numbers) * STEP - (STEP - WIDTH), label, most, first, last)
