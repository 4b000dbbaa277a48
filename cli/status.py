"""`rasid status`: what is running, what is due when, and what is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typer
from sqlalchemy.orm import Session

from cli.context import Context, context_of
from cli.options import AsJson, ago
from crawler.rule_faults import rule_faults
from crawler.sources import read_sources
from db import read
from db.bookkeeping import SILENT_S
from db.health import run_facts
from db.models import RunRow
from db.read import SourceHealth
from db.records import run_record
from pipeline.records import Source
from scheduler.alerts import OF_RULES
from scheduler.serving import service_of

app = typer.Typer()


@app.command()
def status(ctx: typer.Context, as_json: AsJson = False) -> None:
    """What is running, what is due when, what is failing, and open alerts."""
    context = context_of(ctx)
    now = datetime.now(UTC)
    folder = Path(context.settings.sources)
    sources, problems = read_sources(folder) if folder.is_dir() else ([], [])
    lacking = [] if folder.is_dir() else read_sources(folder)[1]
    sound = {source.id for source in sources if source.enabled}
    faulty = {problem.file.stem for problem in problems}
    with context.reading() as session:
        health = read.sources_with_health(session, now)
        if folder.is_dir():  # what has no file, or is disabled in it, is not watched
            health = [each for each in health if each.source.id in sound | faulty]
        running = read.runs_underway(session)
        document: dict[str, list[Any]] = {
            "running": [run_record(run) | {"silent": _is_silent(run, now)} for run in running],
            "due": [
                *(
                    _due(each)
                    for each in _by_due_time(health)
                    if each.source.id in sound or not folder.is_dir()
                ),
                *(
                    {"source": id_, "next_visit_at": None}
                    for id_ in sorted(sound - {each.source.id for each in health})
                ),
            ],
            "paused": [{"source": each.source.id} for each in health if each.source.paused],
            "failing": [
                _failing(each) for each in health if each.failing and not each.source.paused
            ],
            "alerts": [record for each in health for record in _alerts(each)],
            "problems": [
                *(str(problem) for problem in (problems or (lacking if health else ()))),
                *(f"{id_}: {line}" for id_, line in rules_at_fault(session, sources)),
            ],
        }
        service = service_of(session)
    if as_json:
        context.screen.json({"service": service} | document)
    else:
        _show(context, service, document, now)


def _is_silent(run: RunRow, now: datetime) -> bool:
    """Whether a run that nobody closed has given no sign of life for so long that it counts as
    dead."""
    return (now - run.heartbeat_at).total_seconds() > SILENT_S


def rules_at_fault(session: Session, sources: Sequence[Source]) -> Iterator[tuple[str, str]]:
    """The rules of source files that matched nothing of late, or hold no more: the source's id, and
    a line."""
    today = datetime.now(UTC).date()
    for source in sources:
        if source.links.article or source.fields:
            runs = run_facts(session, source.id, counting="rules")
            for line in rule_faults(source, [run.rules for run in runs], today):
                yield source.id, line


def _by_due_time(health: list[SourceHealth]) -> list[SourceHealth]:
    scheduled = [each for each in health if each.source.enabled and not each.source.paused]
    last = datetime.max.replace(tzinfo=UTC)
    return sorted(scheduled, key=lambda each: (each.source.next_visit_at or last, each.source.id))


def _due(health: SourceHealth) -> dict[str, Any]:
    at = health.source.next_visit_at
    return {"source": health.source.id, "next_visit_at": at.isoformat() if at else None}


def _failing(health: SourceHealth) -> dict[str, Any]:
    run = health.last_run
    assert run is not None
    return {"source": health.source.id, "run": run.id, "state": run.state, "error": run.error}


def _alerts(health: SourceHealth) -> list[dict[str, Any]]:
    return [
        {
            "source": health.source.id,
            "kind": alert.kind,
            "detail": alert.detail,
            "opened_at": alert.opened_at.isoformat(),
        }
        for alert in health.open_alerts
    ]


def _show(
    context: Context, service: dict[str, Any] | None, document: dict[str, list[Any]], now: datetime
) -> None:
    screen = context.screen
    if service:
        since = ago(datetime.fromisoformat(service["since"]), now)
        told = f"process {service['pid']} on {service['machine']}, began {since}"
        if service["silent"]:
            told += ", silent: it hangs, or cannot write into the database"
    else:
        told = "none runs; rasid schedule is one"
    screen.print(f"service  {told}")
    for run in document["running"]:
        told = f"run {run['id']}, began {ago(run['started_at'], now)}"
        if run["silent"]:
            heard = ago(run["heartbeat_at"], now)
            told += (
                f", last heard of {heard}: it was killed, or hangs; the next crawl goes on from it"
            )
        screen.print(f"running  {run['source']}  {told}")
    for each in document["failing"]:
        screen.print(f"{each['state']:7}  {each['source']}  {each['error'] or ''}", "red")
    for alert in document["alerts"]:
        if alert["kind"] == OF_RULES:
            continue  # it is among the problems, as the file is now
        screen.print(f"alert    {alert['source']}  {alert['kind']}: {alert['detail']}", "yellow")
    for problem in document["problems"]:
        screen.print(f"at fault {problem}", "red")
    underway = {run["source"] for run in document["running"] if not run["silent"]}
    for each in document["due"]:
        if each["source"] in underway:
            continue
        at = each["next_visit_at"]
        when = ago(datetime.fromisoformat(at), now) if at else "when the service runs"
        screen.print(f"due      {each['source']}  {when.replace(' ago', ' overdue')}")
    for each in document["paused"]:
        screen.print(f"paused   {each['source']}  until rasid resume {each['source']}")
    if not any(document.values()):
        screen.say("no source is watched yet; rasid sources lists all, rasid crawl begins")
