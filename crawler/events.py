"""What a crawl is asked, what it tells, and how it ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

EXIT_DONE, EXIT_PARTLY, EXIT_WRONG, EXIT_INTERRUPTED = 0, 1, 2, 130


_SWITCHES = ("backfill", "full", "due_only")


@dataclass(frozen=True, slots=True)
class CrawlRequest:
    """What one crawl is asked to do. None leaves a setting to the environment and rasid.toml.

    `limit` ends the visit after that many new articles; `since` (a date in ISO form) leaves links
    alone that a listing dates earlier; `backfill` follows pagination to the end; `full` fetches
    known articles again; `due_only` leaves listings alone that say they are still fresh.
    `settings` holds further settings by name (see crawler.settings).
    """

    source: str
    db: str | None = None
    sources: str | None = None
    contact: str | None = None
    limit: int | None = None
    since: str | None = None
    backfill: bool = False
    full: bool = False
    due_only: bool = False
    settings: Mapping[str, str | int | float] = field(default_factory=dict)

    def environment(self) -> dict[str, str]:
        """What a command line, which every user of the machine may read, is not to hold: the
        address of a database server may have a password in it."""
        return {"RASID_DB": self.db} if self.db is not None and "://" in self.db else {}

    def arguments(self) -> list[str]:
        """The command line of `python -m crawler.run` that asks for this, with `environment`."""
        words = ["--source", self.source]
        for name in ("db", "sources", "contact", "limit", "since"):
            value = getattr(self, name)
            if value is not None and f"RASID_{name.upper()}" not in self.environment():
                words += [f"--{name}", str(value)]
        words += [f"--{name.replace('_', '-')}" for name in _SWITCHES if getattr(self, name)]
        for name, value in self.settings.items():
            words += ["--set", f"{name}={value}"]
        return words


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that a crawl tells.

    `kind` and its data:
    - "waiting": source, message (one line); another crawl asks its host, and its turn comes next
    - "started": run (id), source, name
    - "listing": url, listing (kind), links, new
    - "article": url, title, outcome (new, headline, content, cosmetic, unchanged, duplicate)
    - "rejected", "failed": url, reason, detail; wrong, where the source's file is to be mended
    - "warning": message (one line); what of the source's file is to be mended
    - "progress": pages (requests made), articles (new), rejected, failed, pending
    - "error": message (one line); the crawl could not be made
    - "ended": state (finished, failed, interrupted), exit, counts, requests, bytes, seconds
    """

    kind: str
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RunResult:
    """How a crawl ended. `exit` is the process's: 0 done, 1 in part, 2 wrong request, 130
    interrupted; `counts` by outcome and reason; `error` one line, None where all went well;
    `died`: its process (`pid`) ended without a word."""

    source: str
    run_id: int | None
    state: str
    exit: int
    counts: Mapping[str, Any]
    error: str | None = None
    died: bool = False
    pid: int = 0


def outcomes(counts: Mapping[str, Any]) -> Mapping[str, int]:
    """The outcomes of a run's counts: how many articles were new, unchanged, …"""
    found = counts.get("outcomes")
    return found if isinstance(found, Mapping) else {}


def reasons(counts: Mapping[str, Any]) -> Mapping[str, int]:
    """For what reasons of docs/reasons.md pages and lists were refused in a run: how often each."""
    found = counts.get("reasons")
    return found if isinstance(found, Mapping) else {}
