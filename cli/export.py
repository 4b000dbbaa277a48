"""`rasid export`: a dataset."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from cli.context import Context, context_of
from cli.failures import DonePartly, WrongRequest
from cli.options import (
    MOST,
    AsJson,
    OfLanguage,
    OfSection,
    OfSource,
    Since,
    Until,
    filters,
    text_of,
)
from cli.screen import Screen
from db.engine import BadDatabase, session_factory
from db.export import FORMATS, Manifest, format_of
from db.export import export as write_dataset
from db.export.checking import verify_all
from db.export.delta import FORMS, Delta, export_delta, replay
from db.export.delta_form import CHANGES
from db.export.export import Options, export_to, known_total, remember_export
from db.export.manifest import deltas
from db.filters import Filters
from db.wording import counted

app = typer.Typer()

To = Annotated[Path, typer.Argument(help="What to write; - is the standard output.")]
Form = Annotated[
    str | None,
    typer.Option("--format", help=f"{', '.join(FORMATS)}; default: by the path's ending."),
]
Matching = Annotated[
    str | None, typer.Option("--query", help="Only what rasid search finds by this.")
]
Limit = Annotated[int | None, typer.Option(min=1, max=MOST, help="How many at most.")]
Dedupe = Annotated[
    str,
    typer.Option(
        help="none; exact: of equal articles only the first; "
        "story: of near copies only the likely origin."
    ),
]
Split = Annotated[
    str, typer.Option(help="For hf: none, time, or hash, which keeps copies together.")
]
Separator = Annotated[str, typer.Option(help="Of csv: comma; semicolon, for Excel of Europe; tab.")]
AsDelta = Annotated[
    bool, typer.Option("--delta", help="Only what is new, changed and gone since the last.")
]
ReplayOf = Annotated[
    Path | None,
    typer.Option(
        "--replay",
        metavar="BASE",
        help="Write to PATH what the export BASE and its deltas come to; reads no database.",
    ),
]
ScrubPii = Annotated[
    bool,
    typer.Option("--scrub-pii", help="Mask e-mail addresses, telephone numbers, IP addresses."),
]
WithRemoved = Annotated[
    bool, typer.Option("--include-removed", help="The ledger too, with addresses masked.")
]
WithOptedOut = Annotated[
    bool,
    typer.Option(
        "--include-opted-out",
        help="Articles too whose page or site reserves text and data mining.",
    ),
]
Verify = Annotated[
    bool, typer.Option("--verify", help="Write nothing: check PATH against its manifest.")
]

STDOUT = Path("-")


@app.command()
def export(
    ctx: typer.Context,
    path: To,
    form: Form = None,
    source: OfSource = None,
    language: OfLanguage = None,
    section: OfSection = None,
    since: Since = None,
    until: Until = None,
    query: Matching = None,
    limit: Limit = None,
    dedupe: Dedupe = "none",
    split: Split = "none",
    separator: Separator = "comma",
    delta: AsDelta = False,
    replay_of: ReplayOf = None,
    scrub_pii: ScrubPii = False,
    include_removed: WithRemoved = False,
    include_opted_out: WithOptedOut = False,
    verify: Verify = False,
    as_json: AsJson = False,
) -> None:
    """Write a dataset: the articles that pass the filters, and a manifest beside it."""
    context = context_of(ctx)
    _check_together(path, delta=delta, replay_of=replay_of, verify=verify, as_json=as_json)
    if verify:
        _verify(context.screen, path, as_json)
        return
    if replay_of is not None:
        with _counting(context.screen, None) as tell:
            manifest = replay(replay_of, path, tell)
        _report(context.screen, path, manifest, as_json)
        return
    wanted = filters(context, source, language, section, since, until, limit)
    wanted = replace(wanted, query=_not_blank(query))
    options = Options(dedupe, include_removed, include_opted_out, split, scrub_pii, separator)
    chosen = _format(path, form, delta=delta)
    if path == STDOUT:
        _to_stdout(context, chosen, wanted, options)
    elif delta:
        _delta(context, path, chosen, wanted, options, as_json)
    else:
        _whole(context, path, chosen, wanted, options, as_json)


def _not_blank(query: str | None) -> str | None:
    """A query; None where there is none, or it says nothing: what a search with it finds is all."""
    return query if query and query.strip() else None


def _check_together(path: Path, *, replay_of: Path | None, as_json: bool, **asked: bool) -> None:
    """Raises WrongRequest for options that exclude each other."""
    given = [f"--{name}" for name, value in asked.items() if value]
    given += ["--replay"] if replay_of is not None else []
    if len(given) > 1:
        raise WrongRequest(f"{' and '.join(given)} exclude each other: give one of them")
    if path == STDOUT and (given or as_json):
        raise WrongRequest(f"{(*given, '--json')[0]} needs a path, not -")


def _format(path: Path, form: str | None, *, delta: bool) -> str:
    """What was asked for, or what the ending says. Raises WrongRequest where neither does, or
    where they differ."""
    if text_of(path.name) != path.name:
        raise WrongRequest(f"{path}: its name is no UTF-8, in which the manifest names it")
    said = format_of(path)
    if form is None:
        if path == STDOUT:
            return "jsonl"
        if said is None:
            others = [name for name, writer in FORMATS.items() if not writer.endings]
            raise WrongRequest(
                f"{path}: its ending names no format: give one of {', '.join(_endings())}, "
                f"or --format ({', '.join(others)})"
            )
        return said
    if form not in FORMATS:
        raise WrongRequest(f"--format {form}: give one of {', '.join(FORMATS)}")
    if delta and form not in FORMS:
        raise WrongRequest(f"--delta writes {', '.join(FORMS)}, not {form}")
    if said not in (None, form) and not (form == "datatrove" and str(said).startswith("jsonl")):
        raise WrongRequest(f"{path}: its ending says {said}, --format says {form}: change one")
    return form


def _endings() -> list[str]:
    return [ending for writer in FORMATS.values() for ending in writer.endings[:1]]


def _to_stdout(context: Context, form: str, wanted: Filters, options: Options) -> None:
    if sys.stdout.isatty() and form not in ("jsonl", "csv", "datatrove"):
        raise WrongRequest(f"{form} is nothing for a terminal: send it to a file or a pipe")
    with (
        _reading(context, wanted) as (session, tell),
        # Not sys.stdout itself, whose buffer would fail again at exit where the reader is gone.
        os.fdopen(os.dup(sys.stdout.fileno()), "wb") as stream,
    ):
        manifest = export_to(session, stream, form, wanted, options=options, progress=tell)
    _tell(context.screen, "-", manifest)


def _whole(
    context: Context, path: Path, form: str, wanted: Filters, options: Options, as_json: bool
) -> None:
    with _reading(context, wanted) as (session, tell):
        manifest = write_dataset(session, path, form, wanted, **asdict(options), progress=tell)
    _remember(context, path, manifest)
    _report(context.screen, path, manifest, as_json)


def _delta(
    context: Context, path: Path, form: str, wanted: Filters, options: Options, as_json: bool
) -> None:
    with _reading(context, wanted) as (session, tell):
        made = export_delta(session, path, form, wanted, options=options, progress=tell)
    _remember(context, path, made.manifest, made.state())
    if made.filters_changed:
        context.screen.say("the filters are not those of the last: what they leave out is gone")
    if made.empty:
        _report_none(context.screen, made, as_json)
    else:
        _report(context.screen, made.path, made.manifest, as_json)


def _report_none(screen: Screen, made: Delta, as_json: bool) -> None:
    """Tell that nothing has changed, and so nothing was written."""
    if as_json:
        unchanged = {"changes": dict.fromkeys(CHANGES, 0), "files": {}}
        screen.json({"path": None, **asdict(made.manifest), **unchanged})
        return
    in_all = counted(made.manifest.rows, "article")
    screen.say(f"nothing has changed since {made.path}, so nothing is written; {in_all} in all")


def _remember(
    context: Context, path: Path, manifest: Manifest, heads: dict[str, Any] | None = None
) -> None:
    """Notes in the database what was written. Without it the next delta reads the files."""
    try:
        with session_factory(context.engine_for_writing()).begin() as session:
            remember_export(session, path, manifest, datetime.now(UTC), heads)
    except (BadDatabase, DBAPIError) as error:
        told = str(getattr(error, "orig", error)).partition("\n")[0]
        context.screen.warn(f"{path} is written; the database could not note it: {told}", "yellow")


def _verify(screen: Screen, path: Path, as_json: bool) -> None:
    """An export with its deltas."""
    path = path if path.name else path.resolve()  # «.» is a folder in which the manifest is not
    if not path.name:
        raise WrongRequest(f"{path}: is no export")
    problems = verify_all(path)
    if as_json:
        screen.json({"path": str(path), "whole": not problems, "problems": problems})
    for problem in () if as_json else problems:
        screen.warn(problem, "red")
    if problems:
        raise DonePartly(f"{path}: {len(problems)} problem{'s' if len(problems) > 1 else ''}")
    if not as_json:
        count = len(deltas(path))
        with_deltas = f", with {count} delta{'s' if count > 1 else ''}" if count else ""
        screen.say(f"{path}: as its manifest says{with_deltas}")


def _report(screen: Screen, path: Path, manifest: Manifest, as_json: bool) -> None:
    if as_json:
        screen.json({"path": str(path), **asdict(manifest)})
    else:
        _tell(screen, str(path), manifest)


def _tell(screen: Screen, path: str, manifest: Manifest) -> None:
    if manifest.changes is not None:
        told = ", ".join(f"{count:,} {change}" for change, count in manifest.changes.items())
        screen.say(f"{path}: {told}; {counted(manifest.rows, 'article')} in all")
    else:
        screen.say(f"{path}: {counted(manifest.rows, 'article')} as {manifest.format}")
    if manifest.scrubbed is not None:
        told = ", ".join(f"{count:,} {kind}" for kind, count in manifest.scrubbed.items())
        screen.say(f"masked: {told}")
    if manifest.opted_out:
        screen.say(
            f"left out: {manifest.opted_out:,} whose page or site reserves text and data mining "
            "(--include-opted-out takes them)"
        )
    if not manifest.rows and manifest.filters:
        screen.say("no article passes these filters", "yellow")


@contextmanager
def _reading(context: Context, wanted: Filters) -> Iterator[tuple[Session, Callable[[int], None]]]:
    """A session that reads what is wanted, and what to tell of the articles that are written."""
    with (
        context.reading() as session,
        _counting(context.screen, known_total(session, wanted)) as tell,
    ):
        yield session, tell


@contextmanager
def _counting(screen: Screen, total: int | None) -> Iterator[Callable[[int], None]]:
    """A bar, which only moves to and fro where the number of articles is not known before."""
    progress = Progress(
        SpinnerColumn(),
        BarColumn(),
        TextColumn("{task.completed:,} articles"),
        TimeElapsedColumn(),
        console=screen.err,
        disable=not screen.shows_progress,
        transient=True,
    )
    task = progress.add_task("articles", total=total)
    with progress:
        yield lambda count: progress.update(task, completed=count)
