"""`rasid export`: a dataset."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress, SpinnerColumn, TextColumn

from cli.context import context_of
from cli.options import AsJson, OfLanguage, OfSection, OfSource, Since, Until, filters
from cli.screen import Screen
from db.engine import session_factory
from db.export import FORMATS, Manifest, format_of
from db.export import export as write_dataset
from db.export.export import remember_export
from db.filters import Filters

app = typer.Typer()


@app.command()
def export(
    ctx: typer.Context,
    path: Annotated[Path, typer.Argument(help="The file to write.")],
    form: Annotated[
        str | None,
        typer.Option("--format", help=f"{', '.join(FORMATS)}; default: by the path's ending."),
    ] = None,
    source: OfSource = None,
    language: OfLanguage = None,
    section: OfSection = None,
    since: Since = None,
    until: Until = None,
    limit: Annotated[int | None, typer.Option(min=1, help="How many at most.")] = None,
    dedupe: Annotated[
        str, typer.Option(help="none, or exact: of equal articles only the first.")
    ] = "none",
    include_removed: Annotated[
        bool, typer.Option("--include-removed", help="The ledger too, with addresses masked.")
    ] = False,
    include_opted_out: Annotated[
        bool,
        typer.Option(
            "--include-opted-out", help="Articles too whose pages reserve text and data mining."
        ),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Write a dataset: the articles that pass the filters, and a manifest beside it."""
    context = context_of(ctx)
    wanted = filters(source, language, section, since, until, limit)
    with context.reading() as session, _counting(context.screen) as progress:
        task = progress.add_task("articles", total=None, count=0)
        manifest = write_dataset(
            session,
            path,
            form or format_of(path) or "jsonl",
            wanted,
            dedupe=dedupe,
            include_removed=include_removed,
            include_opted_out=include_opted_out,
            progress=lambda count: progress.update(task, count=count),
        )
    with session_factory(context.engine_for_writing()).begin() as session:
        remember_export(session, path, manifest, datetime.now(UTC))
    _report(context.screen, path, manifest, wanted, as_json)


def _report(screen: Screen, path: Path, manifest: Manifest, wanted: Filters, as_json: bool) -> None:
    if as_json:
        screen.json({"path": str(path), **asdict(manifest)})
        return
    screen.say(f"{path}: {manifest.rows:,} articles as {manifest.format}")
    if manifest.opted_out:
        screen.say(
            f"left out: {manifest.opted_out:,} whose pages reserve text and data mining "
            "(--include-opted-out takes them)"
        )
    if not manifest.rows and wanted.as_json():
        screen.say("no article passes these filters", "yellow")


def _counting(screen: Screen) -> Progress:
    return Progress(
        SpinnerColumn(),
        TextColumn("{task.fields[count]} articles"),
        console=screen.err,
        disable=not screen.shows_progress,
        transient=True,
    )
