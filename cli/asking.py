"""What a person is asked, in the midst of a command."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import typer

from cli.failures import WrongRequest
from cli.screen import Screen

Answer = TypeVar("Answer")


def which_number(screen: Screen, question: str, most: int, default: int) -> int:
    """A number from 1 to `most`, in the digits of any script; asked again until it is one."""
    while True:
        said = _asked(lambda: typer.prompt(question, default=str(default), err=True))
        if said.strip().isdecimal() and 1 <= int(said) <= most:
            return int(said)
        screen.warn(f"{said}: write a number from 1 to {most}", "yellow")


def yes_or_no(question: str) -> bool:
    return _asked(lambda: typer.confirm(question, err=True))


def _asked(ask: Callable[[], Answer]) -> Answer:
    """Raises WrongRequest where the input is at its end."""
    try:
        return ask()
    except typer.Abort as aborted:
        if isinstance(aborted.__context__, EOFError):
            raise WrongRequest(
                "nobody answered: the input is at its end; give --yes, which asks nothing"
            ) from None
        raise
