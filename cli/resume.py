"""`rasid resume`: schedule a paused source again."""

from __future__ import annotations

from typing import Annotated

import typer

from cli.context import context_of
from cli.pausing import set_all

app = typer.Typer()


@app.command()
def resume(
    ctx: typer.Context,
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE...", help="Ids of sources.")],
) -> None:
    """Schedule a paused source again."""
    set_all(context_of(ctx), sources, paused=False)
