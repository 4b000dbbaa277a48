"""The database brought up to date in a process of its own, so that who watches crawls stays small.

SQLAlchemy and Alembic take 40 MB, and a crawl's watcher needs neither while crawls go on. Where the
tables are those of this version there is nothing to do, and no process is started.
"""

from __future__ import annotations

import os
import subprocess
import sys

import typer

from cli.context import Context
from db.schema_version import has_present_schema


def upgrade_apart(context: Context) -> None:
    """Make the database, or bring its tables up to date, as `rasid db upgrade` does.

    What that says of a failure is said here, and its exit status is this command's: typer.Exit.
    """
    db = context.settings.db
    if has_present_schema(db):
        return
    shows = sys.stderr.isatty()
    ended = subprocess.run(
        [sys.executable, "-P", "-m", "cli.main", "--quiet", "db", "upgrade"],
        env=os.environ | {"RASID_DB": db},  # an address may hold a password: not for every eye
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=None if shows else subprocess.PIPE,
        text=True,
        check=False,
    )
    if ended.stderr:
        sys.stderr.write(ended.stderr)
    if ended.returncode:
        raise typer.Exit(ended.returncode)
