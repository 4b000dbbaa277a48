"""What is wrong with a hook as it is set, before an alert has to be told by it."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from scheduler.notify import Hooks

_ADDRESS = re.compile(r"[^@\s,]+@[^@\s,]+")


def problems_of(hooks: Hooks) -> Iterator[tuple[str, str]]:
    """The setting of each hook that cannot work, and what is wrong with it, in words that follow
    its value and say what to write."""
    values = (
        ("alert_command", hooks.command, _of_command),
        ("alert_webhook", hooks.webhook, _of_webhook),
        ("alert_email", hooks.mail and hooks.mail.to, _of_mail),
    )
    for name, value, check in values:
        if value and (problem := _checked(check, value)):
            yield name, f"{value!r}: {problem}"


def _checked(check: Callable[[str], str | None], value: str) -> str | None:
    try:
        return check(value)
    except ValueError as error:
        return f"{error}"


def _of_command(command: str) -> str | None:
    words = shlex.split(command)
    if words and shutil.which(words[0]):
        return None
    return "no such program; write its whole path, or install it"


def _of_webhook(url: str) -> str | None:
    parts = urlsplit(url)
    if parts.scheme in ("http", "https") and parts.hostname:
        return None
    return "no address; write one that begins with https:// or http://"


def _of_mail(addresses: str) -> str | None:
    if all(_ADDRESS.fullmatch(each.strip()) for each in addresses.split(",")):
        return None
    return "no e-mail address; write one such as you@example.org"
