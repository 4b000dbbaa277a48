"""`rasid pause`: stop scheduling a source until it is resumed."""

from __future__ import annotations

from typing import Annotated

import typer

from cli.context import context_of
from cli.pausing import set_all

app = typer.Typer()


@app.command()
def pause(
    ctx: typer.Context,
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE...", help="Ids of sources.")],
) -> None:
    """Stop scheduling a source; rasid crawl may still visit it."""
    set_all(context_of(ctx), sources, paused=True)
