"""Telling a person that an alert was opened or closed: a command, a webhook, an e-mail.

Each hook gets the same JSON object: `source`, `kind`, `detail`, `state` (opened or closed), `at`. A
hook that fails is tried again a few times, and an hour later once more.
"""

from __future__ import annotations

import json
import shlex
import smtplib
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage
from urllib.parse import urlsplit

from db.health import AlertChange

TIMEOUT_S = 20.0
TRIES = 3
FIRST_PAUSE_S = 2.0
"""Wait before a hook is tried again; it doubles."""


@dataclass(frozen=True, slots=True)
class Mail:
    """How e-mail is sent. `tls` is off, starttls or tls; without a user there is no login."""

    to: str
    sender: str
    host: str = "localhost"
    port: int = 25
    tls: str = "off"
    user: str | None = None
    password: str | None = None


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
        ways.append(("command", lambda change: _run(command, change)))
    if webhook:
        ways.append(("webhook", lambda change: _post(webhook, change)))
    if mail:
        ways.append(("e-mail", lambda change: _send(mail, change)))
    return ways


def attempt(hook: Callable[[AlertChange], None], change: AlertChange, pause_s: float) -> str | None:
    """Try one hook up to TRIES times; what went wrong at the last, one line, None where it told."""
    problem = ""
    for attempt in range(TRIES):
        if attempt:
            time.sleep(pause_s * 2 ** (attempt - 1))
        try:
            hook(change)
        except (OSError, ValueError, subprocess.SubprocessError, smtplib.SMTPException) as error:
            problem = str(error).splitlines()[0] if str(error) else type(error).__name__
        else:
            return None
    return problem


def _run(command: str, change: AlertChange) -> None:
    subprocess.run(  # noqa: S603  # the person's own command, without a shell
        shlex.split(command),
        input=json.dumps(record(change), ensure_ascii=False).encode(),
        stdout=subprocess.DEVNULL,
        timeout=TIMEOUT_S,
        check=True,
    )


def _post(url: str, change: AlertChange) -> None:
    if urlsplit(url).scheme not in ("http", "https"):
        raise ValueError(f"{url!r} is no http or https address")
    body = json.dumps(record(change), ensure_ascii=False).encode()
    request = urllib.request.Request(  # noqa: S310  # the scheme is checked above
        url, body, {"Content-Type": "application/json", "User-Agent": "Rasid"}, method="POST"
    )
    with urllib.request.urlopen(request, timeout=TIMEOUT_S):  # noqa: S310
        pass


def _send(mail: Mail, change: AlertChange) -> None:
    told = record(change)
    message = EmailMessage()
    message["From"], message["To"] = mail.sender, mail.to
    message["Subject"] = f"Rasid: {told['source']}: {told['kind']} {told['state']}"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(f"{told['detail']}\n\n{told['state']} at {told['at']}\n")
    kind = smtplib.SMTP_SSL if mail.tls == "tls" else smtplib.SMTP
    with kind(mail.host, mail.port, timeout=TIMEOUT_S) as server:
        if mail.tls == "starttls":
            server.starttls()
        if mail.user:
            server.login(mail.user, mail.password or "")
        server.send_message(message)
