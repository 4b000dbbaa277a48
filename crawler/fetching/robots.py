"""robots.txt as RFC 9309 has it: what a host's answer means for us."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice

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
_BY_TOKEN = frozenset(name.lower() for name in AI_AGENTS)
LONG = 50_000
"""Characters of rules from which one look into them may take too long for the reactor."""
MAX_AI_LINES = 2_000
"""Lines of the groups for robots of AI that are read: each robot has a copy of its group's."""
MAX_SITEMAPS = 100
"""Sitemaps that are taken from one robots.txt; those of large sites name some dozens."""
_AGENT = re.compile(r"user[- ]?agent\s*[:\s]\s*(\*(?=\s|$)|[\w-]*)", re.IGNORECASE)
_SITE_WIDE = re.compile(r"(?:site-?maps?|host)\s*[:\s]", re.IGNORECASE)
_SIGNAL = re.compile(r"content-(?:signal|usage)\s*:(.*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Robots:
    """What a host asks of us. `rules` is None where everything is allowed.

    `content_signal` is what its group for us says of use ("ai-train=no"), `ai_groups` are the
    robots of AI that it names, `ai_rules` what it asks of them.
    """

    rules: Protego | None = None
    ai_rules: Protego | None = None
    reachable: bool = True
    long: bool = False
    content_signal: tuple[str, ...] = ()
    ai_groups: tuple[str, ...] = ()

    def forbidden_agents(self, url: str) -> tuple[str, ...]:
        """The robots of AI that may not read a URL, of those that are named."""
        rules = self.ai_rules
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
        return tuple(islice(self.rules.sitemaps, MAX_SITEMAPS)) if self.rules else ()


def read_robots(status: int | None, text: str | None) -> Robots:
    """What an answer means: rules for 2xx; all allowed for 3xx (an endless redirect) and 4xx; all
    forbidden for 429, 5xx and no answer (status None)."""
    if status is None or status >= 500 or status == 429:
        return Robots(reachable=False)
    if status >= 300 or not text:
        return Robots()
    own, ai = _sifted(text, {PRODUCT.lower(), "*"}), _sifted(text, _BY_TOKEN, MAX_AI_LINES)
    rules = "\n".join(own.lines)
    agent = PRODUCT.lower() if PRODUCT.lower() in own.agents else "*"
    return Robots(
        Protego.parse(rules),
        Protego.parse("\n".join(ai.lines)) if ai.agents else None,
        long=len(rules) > LONG,
        content_signal=tuple(dict.fromkeys(own.signals.get(agent, []))),
        ai_groups=tuple(name for name in AI_AGENTS if name.lower() in ai.agents),
    )


@dataclass(slots=True)
class _Sifted:
    """What a robots.txt says to some agents: lines that Protego reads, the agents that are named,
    and what is said to each of the use of pages."""

    lines: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    signals: dict[str, list[str]] = field(default_factory=dict)


def _sifted(text: str, wanted: Collection[str], max_lines: int | None = None) -> _Sifted:
    """The groups of the agents that are wanted, by their product tokens (RFC 9309, 2.2.1), and what
    is of the whole site.

    Protego keeps each group's rules once for every agent that the group names: 20,000 agents over
    10,000 rules, which half a megabyte holds, would be 200 million.
    """
    found = _Sifted()
    group: list[str] = []
    after_rule = False
    for line in text.splitlines():
        line = line.partition("#")[0].strip()
        if agent := _AGENT.match(line):
            if after_rule:
                group, after_rule = [], False
            token = agent[1].lower()
            if token in wanted and token not in group:
                group.append(token)
                found.agents.add(token)
                found.lines.append(f"User-agent: {token}")
        elif _SITE_WIDE.match(line):
            found.lines.append(line)
        elif line:
            after_rule = True
            if group:
                _take(found, group, line)
        if max_lines is not None and len(found.lines) >= max_lines:
            break
    return found


def _take(found: _Sifted, group: list[str], line: str) -> None:
    """Take in a line of a group that is wanted; Protego sees by each that the agents have ended."""
    found.lines.append(line)
    if signal := _SIGNAL.match(line):
        words = [word.strip().lower().replace(" ", "") for word in signal[1].split(",")]
        for agent in group:
            found.signals.setdefault(agent, []).extend(word for word in words if word)


def decode_robots(body: bytes) -> str:
    """The text of a robots.txt, cut at the last whole line within the limit."""
    if len(body) > ROBOTS_BYTES:
        body = body[:ROBOTS_BYTES].rpartition(b"\n")[0]
    return body.decode("utf-8-sig", "ignore").replace("\x00", "")


def is_fresh(fetched_at: datetime | None, status: int | None, now: datetime) -> bool:
    """True while a stored answer holds; one of a time to come is of a clock that was ahead."""
    if fetched_at is None or fetched_at > now:
        return False
    unreachable = status is None or status >= 500 or status == 429
    return now - fetched_at < (UNREACHABLE_FRESH if unreachable else FRESH)
