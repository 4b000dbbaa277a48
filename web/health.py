"""How a source stands: one word, and the order in which a person should look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from db.read import SourceHealth
from web.charts import Bars, bars

DAYS = 14


class Standing(StrEnum):
    """How a source stands, the worst first: the order of the health page."""

    FAILING = "failing"
    ALERT = "alert"
    OVERDUE = "overdue"
    RUNNING = "running"
    WAITING = "never run"
    WELL = "ok"
    PAUSED = "paused"
    DISABLED = "disabled"

    @property
    def mark(self) -> str:
        """What the style sheet calls it: bad, warn, good, busy or idle."""
        return _MARKS[self]


_MARKS = {
    Standing.FAILING: "bad",
    Standing.ALERT: "warn",
    Standing.OVERDUE: "warn",
    Standing.RUNNING: "busy",
    Standing.WAITING: "idle",
    Standing.WELL: "good",
    Standing.PAUSED: "idle",
    Standing.DISABLED: "idle",
}
_ORDER = {standing: place for place, standing in enumerate(Standing)}
_PATIENCE_S = 3_600
"""A source that is due since longer is overdue: a queue of crawls takes its time."""


@dataclass(frozen=True, slots=True)
class Watched:
    """One source as the health page shows it."""

    health: SourceHealth
    standing: Standing
    chart: Bars


def standing(health: SourceHealth, now: datetime) -> Standing:
    """How one source stands. A source that is not to be crawled is neither failing nor late."""
    source, run = health.source, health.last_run
    if not source.enabled:
        return Standing.DISABLED
    if source.paused:
        return Standing.PAUSED
    if health.failing:
        return Standing.FAILING
    if health.open_alerts:
        return Standing.ALERT
    if run is not None and run.state == "running":
        return Standing.RUNNING
    if run is None:
        return Standing.WAITING
    due = source.next_visit_at
    if due is not None and (now - due).total_seconds() > _PATIENCE_S:
        return Standing.OVERDUE
    return Standing.WELL


def watched(
    found: list[SourceHealth], a_day: dict[str, list[int]], now: datetime, today: date
) -> list[Watched]:
    """The sources with their charts: the failing ones first, then by id."""
    made = [
        Watched(each, standing(each, now), bars(a_day.get(each.source.id, [0] * DAYS), today))
        for each in found
    ]
    return sorted(made, key=lambda one: (_ORDER[one.standing], one.health.source.id))


def in_all(a_day: dict[str, list[int]]) -> list[int]:
    """Articles a day of all sources together."""
    return [sum(day) for day in zip(*a_day.values(), strict=True)] or [0] * DAYS
