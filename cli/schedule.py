"""`rasid schedule`: the service that crawls each source when it is due."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path
from typing import Annotated

import typer

from cli.choosing import faults_told
from cli.context import Context, context_of
from cli.crawl import summary
from cli.failures import DonePartly, WrongRequest
from cli.hooks import hooks_of
from crawler.settings import Settings
from crawler.sources import read_sources
from scheduler.archives import Keeping
from scheduler.hook_checks import problems_of
from scheduler.lease import AlreadyScheduled
from scheduler.limits import Limits
from scheduler.logs import Logging, begin
from scheduler.metrics import NoPort
from scheduler.orders import Orders
from scheduler.policy import QuietHours
from scheduler.service import Service

app = typer.Typer()


@app.command()
def schedule(
    ctx: typer.Context,
    jobs: Annotated[int, typer.Option(min=1, max=64, help="Crawls at once.")] = 2,
    once: Annotated[bool, typer.Option("--once", help="Run what is due now, and end.")] = False,
) -> None:
    """The service: crawls each source when it is due, until it is stopped.

    One service a database; it reads source files again when they change, and
    logs one line an event. SIGTERM or Ctrl-C ends it well, within 50 seconds
    and with status 0. rasid status and rasid runs tell of it;
    docs/operations.md is the runbook.
    """
    context = context_of(ctx)
    settings = context.settings
    _ = settings.user_agent  # raises where there is no contact
    folder = Path(settings.sources)
    if not folder.is_dir():
        raise WrongRequest(f"{folder}: no such folder; name one with --sources")
    orders = _orders(settings, folder, jobs, once=once)
    engine = context.engine_for_writing()
    try:
        _begin_log(settings, quiet=context.quiet or (once and not settings.log_file))
        if once:
            _once(context, Service(engine, orders))
            return
        asyncio.run(Service(engine, orders).run_until_stopped())
    except (AlreadyScheduled, NoPort) as refused:
        raise WrongRequest(str(refused)) from None


def _orders(settings: Settings, folder: Path, jobs: int, *, once: bool) -> Orders:
    """What the settings say, for the service."""
    assert settings.contact is not None
    hooks = hooks_of(settings)
    for name, problem in problems_of(hooks):
        raise WrongRequest(f"{name} is {problem}")
    quiet = QuietHours.parse(settings.quiet_hours) if settings.quiet_hours else None
    return Orders(
        db=settings.db,
        sources=folder,
        contact=settings.contact,
        jobs=jobs,
        limits=Limits(settings.crawl_limit_s, settings.crawl_memory_mb),
        quiet=quiet,
        visits_a_day=settings.visits_a_day,
        hooks=hooks,
        metrics_port=None if once else settings.metrics_port,
        archive=Keeping(settings.archive_folder, settings.archive_days, settings.archive_max_mb),
    )


def _once(context: Context, service: Service) -> None:
    results = asyncio.run(service.run_once())
    for result in results:
        context.screen.say(summary(result), "" if result.exit == 0 else "yellow")
    if not results:
        context.screen.say("nothing is due")
    failed = sum(1 for result in results if result.exit != 0)
    _, problems = read_sources(Path(context.settings.sources))  # told in the log
    files = faults_told(problems)
    runs = f"{failed} of {len(results)} crawls did not end well" if failed else ""
    if runs or files:
        raise DonePartly("; ".join(part for part in (runs, files) if part))


def _begin_log(settings: Settings, *, quiet: bool) -> None:
    """One line an event; with --quiet, or for one look on a screen, only what went wrong."""
    file = Path(settings.log_file) if settings.log_file else None
    level = logging.WARNING if quiet else logging.INFO
    try:
        begin(
            Logging(
                settings.log_format,
                file,
                settings.log_max_mb,
                settings.log_files,
                settings.log_days,
                level,
            )
        )
    except OSError as error:
        raise WrongRequest(f"log_file {file}: {error.strerror}") from None
