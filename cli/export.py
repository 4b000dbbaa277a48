"""`rasid export`: a dataset."""

from __future__ import annotations

from dataclasses import asdict, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress, SpinnerColumn, TextColumn

from cli.context import context_of
from cli.failures import DonePartly, WrongRequest
from cli.options import AsJson, OfLanguage, OfSection, OfSource, Since, Until, filters
from cli.screen import Screen
from db.engine import session_factory
from db.export import FORMATS, Manifest, format_of
from db.export import export as write_dataset
from db.export.delta import export_delta
from db.export.export import Options, remember_export
from db.export.manifest import deltas
from db.export.manifest import verify as verify_export
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
        str,
        typer.Option(
            help="none; exact: of equal articles only the first; "
            "story: of near copies only the likely origin."
        ),
    ] = "none",
    split: Annotated[
        str, typer.Option(help="For hf: none, time, or hash, which keeps copies together.")
    ] = "none",
    delta: Annotated[
        bool, typer.Option("--delta", help="Only what is new, changed and gone since the last.")
    ] = False,
    scrub_pii: Annotated[
        bool,
        typer.Option("--scrub-pii", help="Mask e-mail addresses, telephone numbers, IP addresses."),
    ] = False,
    include_removed: Annotated[
        bool, typer.Option("--include-removed", help="The ledger too, with addresses masked.")
    ] = False,
    include_opted_out: Annotated[
        bool,
        typer.Option(
            "--include-opted-out",
            help="Articles too whose page or site reserves text and data mining.",
        ),
    ] = False,
    verify: Annotated[
        bool, typer.Option("--verify", help="Write nothing: check PATH against its manifest.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Write a dataset: the articles that pass the filters, and a manifest beside it."""
    context = context_of(ctx)
    if verify:
        _verify(context.screen, path, as_json)
        return
    wanted = filters(source, language, section, since, until, limit)
    options = Options(dedupe, include_removed, include_opted_out, split, scrub_pii)
    if delta and form not in (None, "jsonl"):
        raise WrongRequest(f"--delta writes jsonl, not {form}")
    heads = None
    with context.reading() as session, _counting(context.screen) as progress:
        task = progress.add_task("articles", total=None, count=0)

        def tell(count: int) -> None:
            progress.update(task, count=count)

        if delta:
            written = export_delta(session, path, wanted, options=options, progress=tell)
            manifest, heads, shown = written.manifest, written.state(), written.path
        else:
            chosen = form or format_of(path) or "jsonl"
            kept = {field.name: getattr(options, field.name) for field in fields(options)}
            manifest, shown = (
                write_dataset(session, path, chosen, wanted, **kept, progress=tell),
                path,
            )
    with session_factory(context.engine_for_writing()).begin() as session:
        remember_export(session, path, manifest, datetime.now(UTC), heads)
    _report(context.screen, shown, manifest, wanted, as_json)


def _verify(screen: Screen, path: Path, as_json: bool) -> None:
    """An export with its deltas."""
    parts = [path, *deltas(path)]
    problems = [problem for part in parts for problem in verify_export(part)]
    if as_json:
        screen.json({"path": str(path), "whole": not problems, "problems": problems})
    for problem in () if as_json else problems:
        screen.say(problem, "red")
    if problems:
        raise DonePartly(f"{path}: {len(problems)} problems")
    if not as_json:
        screen.say(f"{path}: as its manifest says ({len(parts)} manifests)")


def _report(screen: Screen, path: Path, manifest: Manifest, wanted: Filters, as_json: bool) -> None:
    if as_json:
        screen.json({"path": str(path), **asdict(manifest)})
        return
    if manifest.changes is not None:
        told = ", ".join(f"{count:,} {change}" for change, count in manifest.changes.items())
        screen.say(f"{path}: {told}; {manifest.rows:,} articles in all")
    else:
        screen.say(f"{path}: {manifest.rows:,} articles as {manifest.format}")
    if manifest.scrubbed is not None:
        told = ", ".join(f"{count:,} {kind}" for kind, count in manifest.scrubbed.items())
        screen.say(f"masked: {told}")
    if manifest.opted_out:
        screen.say(
            f"left out: {manifest.opted_out:,} whose page or site reserves text and data mining "
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
