"""`rasid sources`: the sources with their health."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from sqlalchemy.orm import Session

from cli.addresses import readable
from cli.choosing import chosen_sources, faults_told
from cli.context import Context, context_of
from cli.failures import DonePartly, WrongRequest
from cli.options import AsJson, ago
from crawler.sources import Problem, read_sources
from db import read
from db.read import SourceHealth
from pipeline.records import Source

app = typer.Typer()


@app.command()
def sources(
    ctx: typer.Context,
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SOURCE...]", help="Only these; --check: all enabled ones."),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Look at each with a dozen requests, store nothing.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """The sources with their health: of the files, and of the database."""
    context = context_of(ctx)
    found, problems = read_sources(Path(context.settings.sources))
    if check:
        _check(context, chosen_sources(names or [], found, problems), problems, as_json)
        return
    now = datetime.now(UTC)
    faulty = {problem.file.stem for problem in problems}
    records = _records(found, _health(context, now), faulty)
    if names:
        known = {record["id"] for record in records}
        chosen_sources([name for name in names if name not in known], found, problems, some=False)
        records = [record for record in records if record["id"] in names]
    screen = context.screen
    if as_json:
        screen.json({"sources": records, "problems": [str(problem) for problem in problems]})
    elif records:
        columns = ("source", "name", "lang", "state", "articles#", "week#", "last run", "next")
        screen.table(columns, [_row(context, record, now) for record in records])
    elif not problems:
        screen.say(f"no sources in {context.settings.sources}; a file there is a source")
    _tell(context, problems, nothing=not records)


def _check(context: Context, chosen: list[Source], problems: list[Problem], as_json: bool) -> None:
    """Look at the sources. Raises DonePartly where some fail."""
    from cli.checking import check_all

    screen = context.screen
    settings = context.settings
    _ = settings.user_agent  # raises where there is no contact
    checks = []
    for check in check_all(chosen, settings.contact, settings.db, screen.say):
        checks.append(check)
        if as_json:
            continue
        counts = f"{check.listed} articles listed, {check.read} tried and read"
        told = counts if check.ok else f"fails: {check.problem}"
        screen.print(readable(f"{check.source}: {told}"), "" if check.ok else "yellow")
    if as_json:
        told_problems = [str(problem) for problem in problems]
        screen.json({"sources": [asdict(check) for check in checks], "problems": told_problems})
    failing = sum(not check.ok for check in checks)
    for problem in problems:
        screen.warn(str(problem))
    if failing or problems:
        fails = f"{failing} of {len(checks)} sources fail" if failing else ""
        raise DonePartly("; ".join(part for part in (fails, faults_told(problems)) if part))


def _tell(context: Context, problems: list[Problem], *, nothing: bool) -> None:
    if not problems:
        return
    if nothing:
        raise WrongRequest("\n".join(str(problem) for problem in problems))
    for problem in problems:
        context.screen.warn(str(problem))
    raise DonePartly(faults_told(problems))


def _health(context: Context, now: datetime) -> dict[str, SourceHealth]:
    """The health of the sources that the database knows; none where there is no database."""
    try:
        with context.reading() as session:
            return _by_id(session, now)
    except WrongRequest:
        return {}


def _by_id(session: Session, now: datetime) -> dict[str, SourceHealth]:
    return {health.source.id: health for health in read.sources_with_health(session, now)}


def _records(
    found: list[Source], known: dict[str, SourceHealth], faulty: Collection[str]
) -> list[dict[str, Any]]:
    """The sources of the files, then those that only the database knows, be it that their files
    cannot be read."""
    files = [_record(source, known.get(source.id)) for source in found]
    ids = {source.id for source in found}
    others = [_record(None, health) for id_, health in known.items() if id_ not in ids]
    for record in others:
        record["at_fault"] = record["has_file"] = record["id"] in faulty
    return files + others


def _record(source: Source | None, health: SourceHealth | None) -> dict[str, Any]:
    row = health.source if health else None
    run = health.last_run if health else None
    return {
        "id": source.id if source else row.id if row else "",
        "name": source.name if source else row.name if row else "",
        "section": source.section if source else row.section_url if row else None,
        "language": source.language if source else row.language if row else None,
        "enabled": source.enabled if source else False,
        "paused": row.paused if row else False,
        "has_file": source is not None,
        "at_fault": False,
        "articles": health.articles if health else 0,
        "articles_this_week": health.new_week if health else 0,
        "links": health.links if health else {},
        "last_run_at": run.started_at.isoformat() if run else None,
        "last_run_state": run.state if run else None,
        "last_run_error": run.error if run else None,
        "last_article_at": _iso(health.last_article_at) if health else None,
        "next_visit_at": _iso(row.next_visit_at) if row else None,
        "alerts": [
            {"kind": alert.kind, "detail": alert.detail, "opened_at": _iso(alert.opened_at)}
            for alert in (health.open_alerts if health else ())
        ],
    }


def _iso(found: datetime | None) -> str | None:
    return found.isoformat() if found else None


def _row(context: Context, record: dict[str, Any], now: datetime) -> tuple[Any, ...]:
    screen = context.screen
    last = record["last_run_at"]
    told = ago(datetime.fromisoformat(last), now) if last else "never"
    if record["last_run_state"] not in (None, "finished"):
        told = f"{told}, {record['last_run_state']}"
    due = record["next_visit_at"]
    return (
        screen.cell(record["id"], 24),
        screen.cell(record["name"], 28),
        record["language"] or "",
        state_of(record),
        str(record["articles"]),
        str(record["articles_this_week"]),
        told,
        ago(datetime.fromisoformat(due), now) if due else "",
    )


def state_of(record: dict[str, Any]) -> str:
    """One word for how a source stands."""
    if record["at_fault"]:
        return "at fault"
    if not record["has_file"]:
        return "no file"
    if not record["enabled"]:
        return "disabled"
    if record["paused"]:
        return "paused"
    if record["alerts"]:
        return "alert"
    return "failing" if record["last_run_state"] == "failed" else "ok"
