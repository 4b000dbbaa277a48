"""`rasid db`: migrations, an online backup, integrity, old history."""

from __future__ import annotations

import re
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated, Any

import typer
from sqlalchemy import func, select

from cli.context import context_of
from cli.failures import DonePartly, WrongRequest
from cli.options import AsJson
from cli.progress import indexing, upgrading
from db.engine import open_engine, require_current, schema_version, session_factory, upgrade
from db.models import RevisionRow
from db.pruning import prune as prune_history
from db.searching.index import rebuild_index
from db.upkeep import backup as copy_database
from db.upkeep import check as check_database
from scheduler.archives import Keeping, find_old, remove_old

app = typer.Typer(
    no_args_is_help=True, help="The database: migrations, backup, integrity, old history."
)


@app.command("upgrade")
def upgrade_(ctx: typer.Context) -> None:
    """Create the tables, or bring them to the present schema."""
    context = context_of(ctx)
    engine = open_engine(context.settings.db)
    try:
        before = schema_version(engine)
        with upgrading(context.screen, context.settings.db) as tell:
            upgrade(engine, tell)
        after = schema_version(engine)
    finally:
        engine.dispose()
    told = "is up to date" if before == after else f"upgraded from {before or 'nothing'}"
    context.screen.say(f"{context.settings.db}: schema {after}, {told}")


@app.command()
def backup(
    ctx: typer.Context,
    path: Annotated[Path, typer.Argument(help="The file to write; it must not exist.")],
) -> None:
    """Copy a SQLite database while crawls go on."""
    context = context_of(ctx)
    _must_exist(context.settings.db)
    if path.exists():
        raise WrongRequest(f"{path}: exists; a backup overwrites nothing")
    engine = open_engine(context.settings.db)
    try:
        copy_database(engine, path)
    finally:
        engine.dispose()
    context.screen.say(f"{path}: {path.stat().st_size:,} bytes")


@app.command()
def check(ctx: typer.Context, as_json: AsJson = False) -> None:
    """Integrity of the file, foreign keys, and the search index."""
    context = context_of(ctx)
    _must_exist(context.settings.db)
    engine = open_engine(context.settings.db)
    try:
        problems = check_database(engine)
    finally:
        engine.dispose()
    if as_json:
        context.screen.json({"problems": problems})
    for problem in problems:
        context.screen.warn(problem)
    if problems:
        raise DonePartly(f"{context.settings.db}: {len(problems)} problems")
    context.screen.say(f"{context.settings.db}: sound")


@app.command()
def reindex(ctx: typer.Context) -> None:
    """Make the search index anew, from the stored articles."""
    context = context_of(ctx)
    engine = context.engine_for_writing(make=False)
    with session_factory(engine).begin() as session:
        total = session.scalar(select(func.count()).select_from(RevisionRow)) or 0
        with indexing(context.screen, total) as tell:
            number = rebuild_index(session, tell)
    context.screen.say(f"{context.settings.db}: {number:,} versions of articles are indexed")


@app.command()
def prune(
    ctx: typer.Context,
    older: Annotated[str, typer.Option(help="What ended longer ago than this: 90d, 26w, 1y.")],
    archive: Annotated[
        bool, typer.Option("--archive", help="WARC files of pages too, by their time of change.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would go, and remove nothing.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Remove old runs and closed alerts while crawls go on. Articles and links stay."""
    context = context_of(ctx)
    days = _days(older)
    folder = context.settings.archive_folder
    if archive and folder is None:
        raise WrongRequest('--archive: nothing is archived, as archive = "off" says')
    now = datetime.now(UTC)
    _must_exist(context.settings.db)
    engine = open_engine(context.settings.db)
    try:
        require_current(engine)
        found = prune_history(engine, now - timedelta(days=days), dry_run=dry_run)
    finally:
        engine.dispose()
    record: dict[str, Any] = {"tables": [asdict(each) for each in found], "dry_run": dry_run}
    lines = [f"{each.table}: {each.removed:,} of {each.of:,}" for each in found]
    if archive:
        keeping = Keeping(folder, days=days)
        old = find_old(keeping, now)
        if not dry_run:
            remove_old(keeping, now)
        record["archive"] = {"removed": len(old.paths), "of": old.of, "bytes": old.size}
        lines.append(f"{folder}: {len(old.paths):,} of {old.of:,} files, {old.size:,} bytes")
    if as_json:
        context.screen.json(record)
        return
    for line in lines:
        context.screen.print(f"{line} {'would be removed' if dry_run else 'removed'}")


def _days(age: str) -> int:
    """The days of an age such as 90d, 26w or 1y."""
    written = re.fullmatch(r"([1-9][0-9]{0,2})([dwy])", age)
    if written is None:
        raise WrongRequest(f"--older {age}: no age; write days, weeks or years: 90d, 26w, 1y")
    return int(written[1]) * {"d": 1, "w": 7, "y": 365}[written[2]]


def _must_exist(db: str) -> None:
    if "://" not in db and not Path(db).exists():
        raise WrongRequest(f"{db}: no such database")
