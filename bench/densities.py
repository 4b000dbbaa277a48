"""How dense visits should be in the lively hours: the measurement behind scheduler.tempo.LIVELY.

`python -m bench.densities [VALUE …]` replays synthetic streams at the budget of bench.schedule
with each value, and prints the delays.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import timedelta

from bench import schedule
from bench.streams import START, synthetic
from scheduler import tempo

VALUES = (2.0, 4.0, 6.0, 8.0)


def compare(values: Sequence[float], weeks: int, budget_a_day: float, seed: int) -> None:
    """Print one line a value."""
    streams = synthetic(weeks, seed)
    end = START + timedelta(weeks=weeks)
    measured = end - timedelta(weeks=weeks // 2)
    budget = round(budget_a_day * (end - measured).days * len(streams))
    print(f"{'LIVELY':>6} {'median min':>11} {'p95 min':>9} {'mean':>7} {'missed':>7}")
    usual = tempo.LIVELY
    try:
        for value in values:
            tempo.LIVELY = value
            got = schedule.at_budget(streams, "ours", budget, measured, end)
            print(f"{value:6g} {got.median:11.1f} {got.p95:9.1f}", end="")
            print(f" {got.mean:7.1f} {got.missed:7}", flush=True)
    finally:
        tempo.LIVELY = usual


if __name__ == "__main__":
    parser = argparse.ArgumentParser("bench.densities", description=__doc__)
    parser.add_argument("values", nargs="*", type=float, default=VALUES)
    parser.add_argument("--weeks", type=int, default=6)
    parser.add_argument("--budget", type=float, default=24.0, help="requests a source and day")
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    compare(given.values, given.weeks, given.budget, given.seed)
