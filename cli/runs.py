"""`rasid runs`: the history of runs."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from cli.choosing import check_known
from cli.context import context_of
from cli.options import MOST, AsJson, day_text, duration, moment
from crawler.events import outcomes
from db import read
from db.models import RunRow
from db.records import run_record

app = typer.Typer()


class State(StrEnum):
    """How a run stands."""

    RUNNING = "running"
    FINISHED = "finished"
    FAILED = "failed"
    INTERRUPTED = "interrupted"


@app.command()
def runs(
    ctx: typer.Context,
    source: Annotated[str | None, typer.Option(help="Only of this source.")] = None,
    state: Annotated[State | None, typer.Option(help="Only the runs that stand so.")] = None,
    since: Annotated[
        str | None, typer.Option(help="Begun on this day or later (2026-01-31).")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=MOST, help="How many, the latest first.")] = 20,
    as_json: AsJson = False,
) -> None:
    """The history of runs, the latest first."""
    context = context_of(ctx)
    began = moment("--since", since)
    check_known(context, [source] if source else [])
    with context.reading() as session:
        found = read.runs(session, source_id=source, state=state, since=began, limit=limit)
        records = [run_record(run) for run in found]
    screen = context.screen
    if as_json:
        screen.json({"runs": records})
        return
    if not records:
        asked = source or state or since
        screen.say("no such runs" if asked else "no runs yet; rasid crawl makes one")
        return
    rows = [
        (
            str(run.id),
            screen.cell(run.source_id, 24),
            day_text(run.started_at),
            _length(run),
            run.state,
            str(outcomes(run.counts).get("new", 0)),
            str(run.requests),
            _kilobytes(run.bytes),
            screen.cell(run.error or "", 40),
        )
        for run in found
    ]
    columns = ("run#", "source", "began", "took#", "state", "new#", "requests#", "kB#", "error")
    screen.table(columns, rows)


def _length(run: RunRow) -> str:
    end = run.ended_at or run.heartbeat_at
    return duration(max(0.0, (end - run.started_at).total_seconds()))  # a clock may be set


def _kilobytes(size: int) -> str:
    return f"{size / 1000:,.0f}"
