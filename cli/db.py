"""`rasid db`: migrations, an online backup, integrity."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.context import context_of
from cli.failures import DonePartly, WrongRequest
from cli.options import AsJson
from cli.progress import upgrading
from db.engine import open_engine, schema_version, session_factory, upgrade
from db.searching.index import rebuild_index
from db.upkeep import backup as copy_database
from db.upkeep import check as check_database

app = typer.Typer(no_args_is_help=True, help="The database: migrations, backup, integrity.")


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
        number = rebuild_index(session)
    context.screen.say(f"{context.settings.db}: {number:,} versions of articles are indexed")


def _must_exist(db: str) -> None:
    if "://" not in db and not Path(db).exists():
        raise WrongRequest(f"{db}: no such database")
