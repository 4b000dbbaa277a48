"""The hosts of one visit: how fast each may be asked, and whether at all."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit

from crawler.fetching.robots import Robots
from crawler.settings import Settings
from pipeline.errors import Reason
from pipeline.records import Source


@dataclass(slots=True)
class Host:
    """One host as this visit knows it."""

    floor_s: float
    private: bool
    failures: int = 0
    answered: bool = False
    """Whether a page of it came at this visit, be it that it is not there; an error of the server
    is no answer."""
    busy: int = 0
    """Answers in a row by which it says that it is asked too much."""
    gave: str | None = None
    """The first page that came at this visit."""
    closed: tuple[Reason, str] | None = None
    """Why the host is not asked any more at this visit; None while it is."""
    resumes_at: datetime | None = None
    robots: Robots | None = None
    """What its robots.txt says; None until it is known."""
    asked_if_alive: int = 0
    """How often the host was asked whether it answers at all, after failures in a row."""
    asking: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Held while it is asked so for a page that it puts off: others wait for what it says."""


class Hosts:
    """The hosts of one visit."""

    def __init__(self, source: Source, settings: Settings) -> None:
        self.source = source
        self.settings = settings
        self._hosts: dict[str, Host] = {}

    def get(self, where: str) -> Host:
        """The host at host:port."""
        host = self._hosts.get(where)
        if host is None:
            private = where in self.source.private_hosts
            given = self.source.delay_s
            floor = given if given is not None else 0.0 if private else self.settings.delay_s
            host = self._hosts[where] = Host(floor, private)
        return host

    def __iter__(self) -> Iterator[tuple[str, Host]]:
        return iter(self._hosts.items())

    @property
    def sitemaps(self) -> tuple[str, ...]:
        """The sitemaps that the robots.txt of the hosts asked so far name."""
        named = (host.robots.sitemaps for host in self._hosts.values() if host.robots)
        return tuple(url for sitemaps in named for url in sitemaps)

    @property
    def any_closed(self) -> bool:
        """True where some host is not asked any more at this visit."""
        return any(host.closed for host in self._hosts.values())

    @property
    def all_closed(self) -> bool:
        """True where every host that was asked is not asked any more at this visit."""
        return bool(self._hosts) and all(host.closed for host in self._hosts.values())

    def set_crawl_delay(self, where: str, delay_s: float | None) -> None:
        """Raise a host's floor to what its robots.txt asks, within reason."""
        if delay_s is not None:
            host = self.get(where)
            host.floor_s = max(host.floor_s, min(delay_s, self.settings.max_crawl_delay_s))


def host_of(source: Source) -> str:
    """The host that a source's listings are of: two sources of one host take turns."""
    for url in (source.section, *source.feeds, *source.sitemaps, *source.wordpress):
        if url:
            return urlsplit(url).netloc.lower().removeprefix("www.")
    return ""
