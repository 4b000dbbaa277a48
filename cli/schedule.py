"""`rasid schedule`: the service that crawls each source when it is due."""

from __future__ import annotations

import asyncio
import logging
import sys
import time
from pathlib import Path
from typing import Annotated

import typer

from cli.context import Context, context_of
from cli.crawl import summary
from cli.failures import DonePartly, WrongRequest
from scheduler.lease import AlreadyScheduled
from scheduler.service import Orders, Service

app = typer.Typer()


@app.command()
def schedule(
    ctx: typer.Context,
    jobs: Annotated[int, typer.Option(min=1, max=64, help="Crawls at once.")] = 2,
    once: Annotated[bool, typer.Option("--once", help="Run what is due now, and end.")] = False,
) -> None:
    """The service: crawls each source when it is due, until it is stopped."""
    context = context_of(ctx)
    settings = context.settings
    _ = settings.user_agent  # raises where there is no contact
    folder = Path(settings.sources)
    if not folder.is_dir():
        raise WrongRequest(f"{folder}: no such folder; name one with --sources")
    assert settings.contact is not None
    orders = Orders(db=settings.db, sources=folder, contact=settings.contact, jobs=jobs)
    engine = context.engine_for_writing()
    try:
        if once:
            _once(context, Service(engine, orders))
        else:
            _log_to_stderr(context.quiet)
            asyncio.run(_serve(Service(engine, orders)))
    except AlreadyScheduled as refused:
        raise WrongRequest(str(refused)) from None


async def _serve(service: Service) -> None:
    await service.run_until_stopped()


def _once(context: Context, service: Service) -> None:
    results = asyncio.run(service.run_once())
    for result in results:
        context.screen.say(summary(result), "" if result.exit == 0 else "yellow")
    if not results:
        context.screen.say("nothing is due")
    failed = sum(1 for result in results if result.exit != 0)
    if failed:
        raise DonePartly(f"{failed} of {len(results)} crawls did not end well")


def _log_to_stderr(quiet: bool) -> None:
    """One line an event, its time in UTC; with --quiet only what went wrong."""
    handler = logging.StreamHandler(sys.stderr)
    form = logging.Formatter("%(asctime)sZ %(levelname)s %(message)s", "%Y-%m-%dT%H:%M:%S")
    form.converter = time.gmtime
    handler.setFormatter(form)
    logger = logging.getLogger("rasid")
    logger.addHandler(handler)
    logger.setLevel(logging.WARNING if quiet else logging.INFO)
    logger.propagate = False
