"""Checks of single values that a person wrote: each gives the value, or raises BadValue."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import cssselect
from cronsim import CronSim, CronSimError

from pipeline.languages import LANGUAGES

_DURATION = re.compile(r"(?:(\d{1,9})d)?(?:(\d{1,9})h)?(?:(\d{1,9})m)?(?:(\d{1,9})s)?", re.A)
_UNITS_S = (86_400, 3_600, 60, 1)
_SHORTEST_VISIT_S = 10
"""No source is visited more often than this: a typing error must not become an attack."""
_LONGEST_VISIT_S = 366 * 86_400
"""Nor is one forgotten for longer than a year."""
_CRON_FIELDS = 5
_SHORT = 2
"""Letters of the codes of which all are known."""


class BadValue(ValueError):  # noqa: N818  # named for what the caller reports
    """A value that cannot be used. `value` is the part of it that is to blame, where known."""

    def __init__(self, what: str, value: str | None = None) -> None:
        super().__init__(what)
        self.value = value


def parse_duration(text: str) -> float:
    """Seconds of a duration such as 30m, 2h, 1h30m or 1d."""
    match = _DURATION.fullmatch(text.strip())
    if not match or not any(match.groups()):
        raise BadValue(f"is {text!r}, no duration", text)
    seconds = sum(int(n) * unit for n, unit in zip(match.groups(), _UNITS_S, strict=True) if n)
    if seconds < _SHORTEST_VISIT_S:
        raise BadValue(f"is {text!r}, shorter than {_SHORTEST_VISIT_S}s", text)
    if seconds > _LONGEST_VISIT_S:
        raise BadValue(f"is {text!r}, longer than a year", text)
    return float(seconds)


def format_duration(seconds: float) -> str:
    """A duration as source files write it: 5400 → 1h30m."""
    rest, parts = round(seconds), []
    for unit, letter in zip(_UNITS_S, "dhms", strict=True):
        count, rest = divmod(rest, unit)
        if count:
            parts.append(f"{count}{letter}")
    return "".join(parts) or "0s"


def check_url(text: str) -> str:
    """An absolute http or https URL with a host, as written."""
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        raise BadValue(f"is {text!r}: {error}", text) from None
    if parts.scheme not in ("http", "https") or not parts.hostname or port == 0:
        raise BadValue(f"is {text!r}, no http or https address", text)
    if parts.username or parts.password:
        raise BadValue(f"is {text!r}, which holds a password", text)
    if re.search(r"\s", text):
        raise BadValue(f"is {text!r}, which holds a space", text)
    return text


def check_host_port(text: str) -> str:
    """A host:port pair in lower case; an IPv6 address stands in brackets."""
    try:
        parts = urlsplit(f"//{text}")
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    if not host or not port or parts.path or "@" in text:
        raise BadValue(f"is {text!r}, no host:port", text)
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def check_language(text: str) -> str:
    """An ISO 639 code of two or three letters, in lower case; a region is dropped."""
    match = re.fullmatch(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*", text)
    code = match[1].lower() if match else ""
    if not code or (len(code) == _SHORT and code not in LANGUAGES):
        raise BadValue(f"is {text!r}, no ISO 639 code", text)
    return code


def check_timezone(text: str) -> str:
    """A name of the IANA time zone database."""
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise BadValue(f"is {text!r}, no time zone of the IANA database", text) from None
    return text


def check_cron(text: str) -> str:
    """Five fields of a crontab line."""
    if len(text.split()) != _CRON_FIELDS:
        raise BadValue(f"is {text!r}, which has not {_CRON_FIELDS} fields", text)
    try:
        comes = next(CronSim(text, datetime(2026, 1, 1, tzinfo=UTC)), None)
    except CronSimError as error:
        raise BadValue(f"is {text!r}: {str(error).lower()}", text) from None
    if comes is None:
        raise BadValue(f"is {text!r}, which never comes", text)
    return text


def check_hours(text: str) -> str:
    """Hours of the day such as 23:00-06:00."""
    if not re.fullmatch(r"\s*([01]\d|2[0-3]):[0-5]\d\s*-\s*([01]\d|2[0-3]):[0-5]\d\s*", text):
        raise BadValue(f"is {text!r}, no hours of the day", text)
    return text


def check_css(text: str) -> str:
    """A CSS selector."""
    try:
        cssselect.HTMLTranslator().css_to_xpath(text)
    except cssselect.SelectorError as error:
        raise BadValue(f"is {text!r}, no CSS selector: {error}", text) from None
    return text


def check_article_rule(text: str) -> str:
    """A CSS selector, or a regular expression between slashes."""
    if not (len(text) > 2 and text.startswith("/") and text.endswith("/")):
        return check_css(text)
    try:
        re.compile(text[1:-1])
    except re.error as error:
        raise BadValue(f"is {text!r}, no regular expression: {error}", text) from None
    return text


def check_contact(text: str) -> str:
    """A web address or an e-mail address, fit to stand in a User-Agent."""
    plain = text.isascii() and text.isprintable() and not set(text) & set(" ()")
    if not plain or not re.fullmatch(r"https?://[^/]+\.?.*|(mailto:)?[^@]+@[^@]+", text):
        raise BadValue(f"contact is {text!r}, no web or e-mail address", text)
    return text
