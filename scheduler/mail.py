"""Telling a person by e-mail."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import EmailMessage

from scheduler.talk import bounded

_HERE = ("localhost", "127.0.0.1", "::1")
"""Mail servers whose certificate is not checked: what is said does not leave the machine."""


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


def send(mail: Mail, told: Mapping[str, str], timeout_s: float) -> None:
    """Send what is told. Raises OSError or SMTPException where the server does not take it."""
    message = EmailMessage()
    message["From"], message["To"] = mail.sender, mail.to
    message["Subject"] = f"Rasid: {told['source']}: {told['kind']} {told['state']}"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(f"{told['detail']}\n\n{told['state']} at {told['at']}\n")
    context = ssl.create_default_context()
    if mail.host in _HERE:
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    with _server(mail, context, timeout_s) as server, bounded(timeout_s, lambda: server.sock):
        server._host = mail.host  # type: ignore[attr-defined]  # whom the certificate must name
        server.connect(mail.host, mail.port)
        if mail.tls == "starttls":
            server.starttls(context=context)
        if mail.user:
            server.login(mail.user, mail.password or "")
        server.send_message(message)


def _server(mail: Mail, context: ssl.SSLContext, timeout_s: float) -> smtplib.SMTP:
    """A server that is not connected yet."""
    if mail.tls == "tls":
        return smtplib.SMTP_SSL(timeout=timeout_s, context=context)
    return smtplib.SMTP(timeout=timeout_s)
