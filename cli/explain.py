"""`rasid explain`: what became of a URL, and why."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Annotated

import typer

from cli.addresses import readable
from cli.context import context_of
from cli.failures import DonePartly
from cli.options import AsJson, day_text, text_of
from db.explain import Event
from db.explain import explain as story_of
from db.records import event_record
from pipeline.urls import MAX_URL_LENGTH

app = typer.Typer()

SHOWN_URL = 100
"""Characters that are shown of an address that is too long."""


@app.command()
def explain(
    ctx: typer.Context,
    url: Annotated[str, typer.Argument(help="An article's address, or a listing's.")],
    as_json: AsJson = False,
) -> None:
    """What became of a URL and why, in order of time."""
    context, url = context_of(ctx), text_of(url)
    with context.reading() as session:
        events = story_of(session, url)
    screen = context.screen
    if as_json:
        screen.json({"url": url, "events": [event_record(event) for event in events]})
        return
    if not events:
        if len(url) > MAX_URL_LENGTH:
            told = (
                f"longer than {MAX_URL_LENGTH:,} characters: links to such addresses are not taken"
            )
            raise DonePartly(f"{readable(url[:SHOWN_URL])}…: {told}")
        raise DonePartly(f"{readable(url)}: never seen; no listing that was read names it")
    rows = [
        (
            day_text(event.at),
            screen.cell(event.source_id, 24),
            event.what,
            event.reason or "",
            str(event.article_id or ""),
            screen.cell(readable(_of_here(event)), 80),
        )
        for event in events
    ]
    screen.table(("when", "source", "what", "reason", "article#", "detail"), rows)


def _of_here(event: Event) -> str:
    """An event's detail with its times by the clock of this machine, as they stand beside it; what
    a page says is left as it is."""
    if event.what.startswith("revision"):
        return event.detail
    return _TIME.sub(lambda found: _here(found[0], found[1]), event.detail)


_TIME = re.compile(r"(\d{4}-\d\d-\d\d \d\d:\d\d) UTC")


def _here(whole: str, time: str) -> str:
    moment = datetime.fromisoformat(time).replace(tzinfo=UTC)
    return day_text(moment) if moment.astimezone().utcoffset() else whole
