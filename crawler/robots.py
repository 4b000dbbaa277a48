"""robots.txt as RFC 9309 has it: what a host's answer means for us."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from protego import Protego

ROBOTS_BYTES = 500 * 1024
"""What RFC 9309, 2.5, asks a crawler to read of a robots.txt at least; the rest is not read."""
PRODUCT = "Rasid"
"""The product token that robots.txt groups name us by; without such a group, * holds."""
FRESH = timedelta(hours=24)
"""How long an answer holds (RFC 9309, 2.4)."""
UNREACHABLE_FRESH = timedelta(minutes=1)
"""How long a failure to answer holds before it is tried again: an outage at a source's first visit
is over as soon for us as for anybody."""

MAX_REDIRECTS = 5
"""Redirects that RFC 9309, 2.3.1.2, asks a crawler to follow at least."""
AI_AGENTS = (
    "AI2Bot", "Amazonbot", "anthropic-ai", "Applebot-Extended", "Bytespider", "CCBot",
    "ChatGPT-User", "ClaudeBot", "Claude-Web", "cohere-ai", "Diffbot", "FacebookBot",
    "Google-CloudVertexBot", "Google-Extended", "GPTBot", "ImagesiftBot", "Meta-ExternalAgent",
    "OAI-SearchBot", "Omgilibot", "PerplexityBot", "Timpibot", "YouBot",
)  # fmt: skip
"""Product tokens that sites name to refuse training of models (from their makers' documents)."""
LONG = 50_000
"""Characters of a robots.txt from which one look into it may take too long for the reactor."""
_LINE = re.compile(
    r"^[ \t]*(user-agent|content-signal|content-usage|allow|disallow)[ \t]*:([^\r\n#]*)",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Robots:
    """What a host asks of us. `rules` is None where everything is allowed.

    `content_signal` is what its group for us says of use ("ai-train=no"), `ai_groups` are the
    robots of AI that it names.
    """

    rules: Protego | None = None
    reachable: bool = True
    long: bool = False
    content_signal: tuple[str, ...] = ()
    ai_groups: tuple[str, ...] = ()

    def forbidden_agents(self, url: str) -> tuple[str, ...]:
        """The robots of AI that may not read a URL, of those that are named."""
        rules = self.rules
        if rules is None:
            return ()
        return tuple(name for name in self.ai_groups if not rules.can_fetch(url, name))

    def allows(self, url: str) -> bool:
        if not self.reachable:
            return False
        return self.rules is None or bool(self.rules.can_fetch(url, PRODUCT))

    async def allows_soon(self, url: str) -> bool:
        """As `allows`; thousands of rules are gone through in a thread."""
        if self.long:
            return await asyncio.to_thread(self.allows, url)
        return self.allows(url)

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
    signals, agents = _signals(text)
    named = tuple(name for name in AI_AGENTS if name.lower() in agents)
    return Robots(
        Protego.parse(text), long=len(text) > LONG, content_signal=signals, ai_groups=named
    )


def _signals(text: str) -> tuple[tuple[str, ...], set[str]]:
    """What the group for us (else that for all) says of use, and all agents that are named."""
    said: dict[str, list[str]] = {}
    group: list[str] = []
    agents: set[str] = set()
    after_rule = False
    for name, value in _lines(text):
        if name == "user-agent":
            group = [value] if after_rule else [*group, value]
            agents.add(value)
            after_rule = False
            continue
        after_rule = True
        if name in ("allow", "disallow"):
            continue
        words = [word.strip().replace(" ", "") for word in value.split(",")]
        for agent in group or ["*"]:
            said.setdefault(agent, []).extend(word for word in words if word)
    own = PRODUCT.lower()
    signals = said.get(own, []) if own in agents else said.get("*", [])
    return tuple(dict.fromkeys(signals)), agents


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for match in _LINE.finditer(text):
        yield match[1].lower(), match[2].strip().lower()


def decode_robots(body: bytes) -> str:
    """The text of a robots.txt, cut at the last whole line within the limit."""
    if len(body) > ROBOTS_BYTES:
        body = body[:ROBOTS_BYTES].rpartition(b"\n")[0]
    return body.decode("utf-8-sig", "ignore").replace("\x00", "")


def is_fresh(fetched_at: datetime | None, status: int | None, now: datetime) -> bool:
    """True while a stored answer holds."""
    if fetched_at is None:
        return False
    unreachable = status is None or status >= 500 or status == 429
    return now - fetched_at < (UNREACHABLE_FRESH if unreachable else FRESH)
