"""`rasid serve`: the web console and API."""

from __future__ import annotations

from typing import Annotated

import typer
from sqlalchemy import Engine

from cli.context import context_of
from cli.failures import WrongRequest
from web.app import build_app
from web.server import BadAddress, address, is_local, listen
from web.server import serve as serve_until_stopped

app = typer.Typer()


@app.command()
def serve(
    ctx: typer.Context,
    host: Annotated[
        str, typer.Option(help="The address to listen on; 0.0.0.0: every one of this machine.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65_535, help="The port; 0: any free one.")] = 8321,
) -> None:
    """The web console and a read-only API, until stopped with Ctrl-C."""
    context = context_of(ctx)
    with context.reading() as session:
        engine = session.get_bind()
        assert isinstance(engine, Engine)
        try:
            listening = listen(host, port)
        except BadAddress as refused:
            raise WrongRequest(str(refused)) from None
        with listening:
            print(address(listening), flush=True)
            if not is_local(listening):
                context.screen.warn(
                    "whoever reaches this machine can read it: there is no password"
                )
            context.screen.say("Ctrl-C stops the console")
            serve_until_stopped(build_app(engine, host), listening)
