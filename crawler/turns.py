"""Turns: of all crawls on one database, one at a time asks a host, whichever process began it.

The hosts that a source's file names are leases. A crawl takes all of them or none, so that no two
wait for each other. One that was killed loses them at once to a crawl on the same machine, and
after TTL_S to one elsewhere.
"""

from __future__ import annotations

from sqlalchemy.orm import Session

from crawler.processes import is_dead, this_process
from db import lease
from pipeline.records import Source
from pipeline.urls import site_of

TTL_S = 60.0
"""Seconds without a heartbeat after which another crawl may take hosts, and a source, over."""
LOOK_S = 1.0
"""Seconds between two looks at whether a turn has come."""


class Turn:
    """One crawl's right to ask the hosts of its source."""

    def __init__(self, source: Source) -> None:
        urls = (source.section or "", *source.feeds, *source.sitemaps, *source.wordpress)
        self.names = [f"host {site}" for site in sorted({site_of(url) for url in urls} - {""})]
        self._holder = this_process()

    def take(self, session: Session) -> str | None:
        """Takes all hosts, or none. None where they are ours now, else who is waited for."""
        for place, name in enumerate(self.names):
            other = lease.acquire(session, name, self._holder, TTL_S, is_dead)
            if other is not None:
                for taken in self.names[:place]:
                    lease.give_back(session, taken, self._holder)
                machine = other.machine.partition(" ")[0]
                host = name.removeprefix("host ")
                return f"{host}, which process {other.pid} on {machine} is crawling"
        return None

    def renew(self, session: Session) -> bool:
        """Holds the hosts for longer. False where one of them is another crawl's now."""
        now = lease.clock(session)
        return all(lease.renew(session, name, self._holder, now, TTL_S) for name in self.names)

    def give_back(self, session: Session) -> None:
        """Lets the next crawl ask the hosts."""
        for name in self.names:
            lease.give_back(session, name, self._holder)
