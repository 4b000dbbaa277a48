"""Telling a person that an alert was opened or closed: a command, a webhook, an e-mail.

Each hook gets the same JSON object: `source`, `kind`, `detail`, `state` (opened or closed), `at`. A
hook that fails is tried again a few times, and an hour later once more.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from db.health import AlertChange
from scheduler.command_hook import run_command
from scheduler.logs import line_of
from scheduler.mail import Mail, send
from scheduler.webhook import post

TIMEOUT_S = 20.0
"""Seconds that one try may take."""
TRIES = 3
FIRST_PAUSE_S = 2.0
"""Wait before a hook is tried again; it doubles."""


@dataclass(frozen=True, slots=True)
class Hooks:
    """Whom to tell; None: nobody by that way.

    `command` is split into words as a shell would, and run without one; the JSON object is its
    input. `webhook` is an http or https address that gets it by POST.
    """

    command: str | None = None
    webhook: str | None = None
    mail: Mail | None = None
    pause_s: float = FIRST_PAUSE_S


def record(change: AlertChange) -> dict[str, str]:
    """What a hook is given."""
    return {
        "source": change.source_id,
        "kind": change.kind,
        "detail": change.detail,
        "state": "opened" if change.opened else "closed",
        "at": change.at.isoformat(),
    }


def ways(hooks: Hooks) -> list[tuple[str, Callable[[AlertChange], None]]]:
    """The hooks by name; each raises where it fails."""
    ways: list[tuple[str, Callable[[AlertChange], None]]] = []
    command, webhook, mail = hooks.command, hooks.webhook, hooks.mail
    if command:
        ways.append(("command", lambda change: run_command(command, record(change), TIMEOUT_S)))
    if webhook:
        ways.append(("webhook", lambda change: post(webhook, record(change), TIMEOUT_S)))
    if mail:
        ways.append(("e-mail", lambda change: send(mail, record(change), TIMEOUT_S)))
    return ways


def attempt(hook: Callable[[AlertChange], None], change: AlertChange, pause_s: float) -> str | None:
    """Try one hook up to TRIES times; what went wrong at the last, one line, None where it told."""
    problem = ""
    for attempt in range(TRIES):
        if attempt:
            time.sleep(pause_s * 2 ** (attempt - 1))
        try:
            hook(change)
        except Exception as error:  # noqa: BLE001  # whatever a receiver does ends one try
            problem = line_of(error)
        else:
            return None
    return problem
