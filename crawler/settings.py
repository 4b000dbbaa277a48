"""What a person can set, and the only reader of the environment.

`Settings` comes from the command line, the environment (RASID_<NAME>), or `rasid.toml` beside the
database, in this order. Scrapy's own settings stand in `crawler.scrapy_settings`.
"""

from __future__ import annotations

import difflib
import os
import tomllib
from dataclasses import dataclass, field, replace
from importlib.metadata import PackageNotFoundError, version
from math import inf, isfinite
from pathlib import Path
from typing import Any, get_type_hints

import msgspec

from crawler.checks import check_contact, check_hours
from pipeline.limits import Limits

FILE_NAME = "rasid.toml"
try:
    VERSION = version("rasid")
except PackageNotFoundError:  # run from a checkout that is not installed
    VERSION = "0"


class BadSettings(ValueError):  # noqa: N818  # named for what the caller reports
    """A setting that cannot be used: one line that names it and its mend."""


def _setting(default: Any, meaning: str) -> Any:
    return field(default=default, metadata={"help": meaning})


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person can set. Every field's `help` stands in docs/settings.md too."""

    db: str = _setting("rasid.db", "database: a path (SQLite) or an SQLAlchemy URL")
    sources: str = _setting("sources", "folder of source files")
    contact: str | None = _setting(
        None, "URL or e-mail address that the User-Agent names; needed to crawl"
    )
    archive: str | None = _setting(
        None, 'folder of the WARC archive; default: archive/ beside the database; "off" for none'
    )
    workers: int = _setting(
        0, "processes that extract, the last of them large pages; 0: one a core, at most 2"
    )
    page_time_limit_s: float = _setting(20.0, "seconds that a page may take to extract")
    worker_memory_mb: int = _setting(1500, "address space of one extracting process, in MB")
    page_memory_mb: int = _setting(
        48,
        "MB that a page may take in the process that extracts it, beyond what that has; a sitemap "
        "four times as many",
    )
    delay_s: float = _setting(1.0, "seconds between two requests to one host")
    max_crawl_delay_s: float = _setting(
        60.0, "a longer Crawl-delay of robots.txt counts as this many seconds"
    )
    max_wait_s: float = _setting(
        60.0,
        "a longer Retry-After ends the visit, and its links wait for the next; where what came "
        "before still comes, it is that page's own, which alone waits",
    )
    host_failures: int = _setting(
        8,
        "failures of a host in a row, its robots.txt among them, after which it is left alone "
        "until the next visit, unless it still answers: then the fault is its pages'; 429 and 503 "
        "in a row count alike",
    )
    first_byte_s: float = _setting(
        15.0, "seconds until a response's headers must be there, connecting included"
    )
    timeout_s: float = _setting(30.0, "seconds that a response may take, the last byte included")
    max_bytes: int = _setting(10_000_000, "bytes of a response, on the wire and decompressed")
    max_headers: int = _setting(200, "header lines of a response")
    max_header_bytes: int = _setting(65_536, "bytes of a response's headers")
    max_url_length: int = _setting(2_000, "characters of a URL that is asked for")
    max_depth: int = _setting(400, "elements within each other in one page")
    max_tags: int = _setting(150_000, "start and end tags of one page; of a list, a third as many")
    max_attributes: int = _setting(50_000, "attributes of one element")
    max_text: int = _setting(500_000, "characters of an article's text")
    max_redirects: int = _setting(8, "redirects in a row")
    max_pages: int = _setting(25, "pages of one listing that a visit follows")
    backfill_pages: int = _setting(2_000, "pages of one listing that --backfill follows")
    max_requests: int = _setting(5_000, "requests of one visit; twenty times more with --backfill")
    max_links: int = _setting(5_000, "links taken from one listing page; sitemaps: ten times more")
    uncertain_links: int = _setting(
        100,
        "links beside the section's own list that a visit looks at to see if they belong; "
        "twenty times more with --backfill",
    )
    revisits: int = _setting(
        20, "stored articles that a visit looks at again for changes, within a week; 0: none"
    )
    attempts: int = _setting(6, "visits in which a failing link is tried before it is given up")
    quiet_hours: str | None = _setting(
        None, "hours in which no source is visited by the service, such as 23:00-06:00"
    )
    visits_a_day: int = _setting(
        0, "learned visits of all sources in a day, shared out by their rates; 0: as each needs"
    )
    crawl_limit_s: float = _setting(3600.0, "seconds after which the service ends a crawl")
    crawl_memory_mb: int = _setting(4000, "MB of memory at which the service ends a crawl")
    alert_command: str | None = _setting(
        None, "program that the service runs when an alert opens or closes; gets JSON on stdin"
    )
    alert_webhook: str | None = _setting(None, "address to which the service posts alerts as JSON")
    alert_email: str | None = _setting(None, "address to which the service sends alerts")
    smtp_host: str = _setting("localhost", "mail server that takes alerts")
    smtp_port: int = _setting(25, "its port")
    smtp_tls: str = _setting("off", "how it is spoken to: off, starttls or tls")
    smtp_user: str | None = _setting(None, "name to log in to it with")
    smtp_password: str | None = _setting(None, "password to log in to it with")
    metrics_port: int = _setting(
        0, "port on 127.0.0.1 where the service gives /metrics and /healthz; 0: none"
    )
    log_format: str = _setting("text", "form of the service's log lines: text or json")
    log_file: str | None = _setting(None, "file of the service's log; default: stderr")
    log_max_mb: int = _setting(20, "MB of a log file after which it is set aside")
    log_days: int = _setting(
        0, "days after which a log file is set aside, however small; 0: by its size alone"
    )
    log_files: int = _setting(5, "log files that are kept set aside")
    archive_days: int = _setting(0, "days after which the service removes WARC files; 0: never")
    archive_max_mb: int = _setting(
        0, "MB of WARC files above which the service removes the oldest; 0: no bound"
    )
    browser: str | None = _setting(
        None, "path of the Chromium that builds pages of sources with render = true"
    )
    bidi: str = _setting(
        "auto", "who orders right-to-left text in a terminal: on (Rasid), off (the terminal), auto"
    )
    log_level: str = _setting("WARNING", "least level of log lines: DEBUG, INFO, WARNING, ERROR")

    @property
    def worker_count(self) -> int:
        return self.workers or min(2, os.cpu_count() or 1)

    @property
    def page_limits(self) -> Limits:
        """How much of one page is read."""
        return Limits(
            self.max_bytes, self.max_depth, self.max_tags, self.max_attributes, self.max_text
        )

    @property
    def home(self) -> Path:
        """The folder of the database; the working directory for a database server."""
        if "://" not in self.db:
            return Path(self.db).resolve().parent
        if self.db.startswith("sqlite") and ":///" in self.db:
            return Path(self.db.split(":///", 1)[1].split("?")[0] or ".").resolve().parent
        return Path.cwd()

    @property
    def archive_folder(self) -> Path | None:
        """Where WARC files go; None where nothing is archived."""
        if self.archive == "off":
            return None
        return Path(self.archive) if self.archive else self.home / "archive"

    @property
    def user_agent(self) -> str:
        """The honest User-Agent. Raises BadSettings where no contact is set."""
        if not self.contact:
            raise BadSettings(
                "no contact: site owners must be able to reach you; give --contact URL-or-address, "
                f'or write contact = "…" in {self.home / FILE_NAME}'
            )
        return f"Rasid/{VERSION} (+{self.contact})"


def read_settings(**given: Any) -> Settings:
    """The settings: what is given (None: not given), else the environment, else rasid.toml.

    rasid.toml is looked for beside the database, or in the working directory where neither the
    caller nor the environment names one. Relative paths in it count from its folder. Raises
    BadSettings.
    """
    given = {name: value for name, value in given.items() if value is not None}
    environment = _environment()
    db = given.get("db") or environment.get("db")
    home = replace(Settings(), db=str(db)).home if db else Path.cwd()
    file = home / FILE_NAME
    read: dict[str, Any] = {}
    for values, name_there in (
        (_file(file), lambda name: f"{name} in {file}"),
        (environment, lambda name: f"RASID_{name.upper()} in the environment"),
        (given, lambda name: name),
    ):
        read |= {name: _checked(name, value, name_there(name)) for name, value in values.items()}
    return Settings(**read)


_TYPES = get_type_hints(Settings)


def _checked(name: str, value: Any, where: str) -> Any:
    """A setting's value as its type asks. Raises BadSettings, which says what, where and what
    instead."""
    if name not in _TYPES:
        near = difflib.get_close_matches(name, _TYPES, n=1)
        hint = f"did you mean {near[0]}?" if near else "docs/settings.md lists all settings"
        raise BadSettings(f"unknown setting {where}; {hint}")
    try:
        found = msgspec.convert(value, _TYPES[name], strict=False)
        if name == "contact" and found:
            check_contact(found)
        if name == "quiet_hours" and found:
            check_hours(found)
    except msgspec.ValidationError:
        wanted = _WANTED.get(_TYPES[name], "a text")
        raise BadSettings(f"{where} is {value!r}: write {wanted}") from None
    except ValueError as error:
        told = f" {error}; write for example 23:00-06:00" if name == "quiet_hours" else f": {error}"
        raise BadSettings(f"{where}{told}") from None
    known = _CHOICES.get(name)
    if known and found not in known:
        raise BadSettings(f"{where} is {value!r}; known are {', '.join(known)}")
    least, most = _LEAST.get(name, 0), _LAST_PORT if name.endswith("_port") else inf
    if isinstance(found, int | float) and not (least <= found <= most and isfinite(found)):
        bounds = f"{least} or more" if most == inf else f"{least} to {most}"
        raise BadSettings(f"{where} is {value!r}: write {bounds}")
    return found


_LAST_PORT = 65_535
_LEAST = {
    "page_time_limit_s": 0.01, "first_byte_s": 0.01, "timeout_s": 0.01, "crawl_limit_s": 0.01,
    "max_bytes": 1, "max_headers": 1, "max_header_bytes": 1, "max_url_length": 1, "max_depth": 1,
    "max_tags": 1, "max_attributes": 1, "max_text": 1, "max_pages": 1, "backfill_pages": 1,
    "max_requests": 1, "max_links": 1, "attempts": 1, "crawl_memory_mb": 1,
    # An extracting process does not start with less.
    "worker_memory_mb": 500, "page_memory_mb": 32,
}  # fmt: skip
"""Where 0 would let no page through."""
_CHOICES = {
    "log_level": ("DEBUG", "INFO", "WARNING", "ERROR"),
    "log_format": ("text", "json"),
    "smtp_tls": ("off", "starttls", "tls"),
}
_WANTED = {int: "a whole number", float: "a number"}


def terminal_environment() -> dict[str, str]:
    """What the terminal says of itself: see cli.bidi."""
    names = ("TERM", "TERM_PROGRAM", "VTE_VERSION", "KONSOLE_VERSION", "TMUX")
    return {name: os.environ[name] for name in names if name in os.environ}


def _environment() -> dict[str, Any]:
    """What the environment sets: all that begins with RASID_, but what our tests are told."""
    return {
        key.removeprefix("RASID_").lower(): value
        for key, value in os.environ.items()
        if key.startswith("RASID_") and not key.startswith("RASID_TEST_") and value
    }


def _file(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        values = tomllib.loads(path.read_text("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadSettings(f"{path}: not TOML: {error}") from None
    for name in ("db", "sources", "archive", "log_file"):
        value = values.get(name)
        if isinstance(value, str) and "://" not in value and value != "off":
            values[name] = str(path.parent / value)
    return values
