"""robots.txt as RFC 9309 has it: what a host's answer means for us."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from protego import Protego

PRODUCT = "Rasid"
"""The product token that robots.txt groups name us by; without such a group, * holds."""
MAX_BYTES = 500 * 1024
"""What RFC 9309, 2.5, asks a crawler to read at least; the rest is not read."""
FRESH = timedelta(hours=24)
"""How long an answer holds (RFC 9309, 2.4)."""
UNREACHABLE_FRESH = timedelta(minutes=10)
"""How long a failure to answer holds before it is tried again."""


@dataclass(frozen=True, slots=True)
class Robots:
    """What a host asks of us. `rules` is None where everything is allowed."""

    rules: Protego | None = None
    reachable: bool = True

    def allows(self, url: str) -> bool:
        if not self.reachable:
            return False
        return self.rules is None or bool(self.rules.can_fetch(url, PRODUCT))

    @property
    def crawl_delay_s(self) -> float | None:
        """Seconds between two requests, where robots.txt says so."""
        delay = self.rules.crawl_delay(PRODUCT) if self.rules else None
        return float(delay) if delay is not None and delay >= 0 else None

    @property
    def sitemaps(self) -> tuple[str, ...]:
        """The sitemaps that robots.txt names."""
        return tuple(self.rules.sitemaps) if self.rules else ()


def read_robots(status: int | None, text: str | None) -> Robots:
    """What an answer means: rules for 2xx; all allowed for 3xx (an endless redirect) and 4xx; all
    forbidden for 429, 5xx and no answer (status None)."""
    if status is None or status >= 500 or status == 429:
        return Robots(reachable=False)
    if status >= 300 or not text:
        return Robots()
    return Robots(Protego.parse(text))


def decode_robots(body: bytes) -> str:
    """The text of a robots.txt, cut at the last whole line within the limit."""
    if len(body) > MAX_BYTES:
        body = body[:MAX_BYTES].rpartition(b"\n")[0]
    return body.decode("utf-8-sig", "ignore").replace("\x00", "")


def is_fresh(fetched_at: datetime | None, status: int | None, now: datetime) -> bool:
    """True while a stored answer holds."""
    if fetched_at is None:
        return False
    unreachable = status is None or status >= 500 or status == 429
    return now - fetched_at < (UNREACHABLE_FRESH if unreachable else FRESH)
