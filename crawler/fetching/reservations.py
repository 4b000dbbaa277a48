"""What a host reserves for all its pages: TDMRep's file, Content-Signal, and AI groups.

The file is asked for once a day, when the first article of a host is about to be stored. What
was found is kept in `hosts.tdm_policy`, and each article carries what concerns it.
"""

from __future__ import annotations

import asyncio
import json
import re
import string
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote, urlsplit

from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Request
from scrapy.http.request import NO_CALLBACK

from crawler.fetching.robots import Robots
from crawler.hosts import Hosts
from crawler.visit import Visit
from db import read, write
from pipeline.records import Article
from pipeline.urls import host_port

PATH = "/.well-known/tdmrep.json"
MAX_BYTES = 200_000
MAX_RULES = 500
_CODE = re.compile(r"%[0-9a-fA-F]{2}")
MAX_LOCATION = 1000
"""Characters of one pattern; a longer one is left out."""
FRESH = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of tdmrep.json: which paths, whether they are reserved, where the terms stand."""

    location: str
    reserved: bool
    policy: str | None = None

    def matches(self, path: str) -> bool:
        """True where the pattern, as in robots.txt, covers a path with its query.

        What stands between asterisks is looked for once, each part behind the one before, so
        that no pattern makes it slower than the lengths of both."""
        ends = self.location.endswith("$")
        first, *parts = self.location.removesuffix("$").split("*")
        if not path.startswith(first):
            return False
        if ends and not parts:
            return path == first
        last = parts.pop() if ends else ""
        begin = len(first)
        for part in parts:
            found = path.find(part, begin)
            if found < 0:
                return False
            begin = found + len(part)
        return path.endswith(last, begin)


def read_tdmrep(body: bytes) -> tuple[Rule, ...]:
    """The rules of a tdmrep.json, in order; none where it is not one."""
    try:
        data = json.loads(body[:MAX_BYTES].decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        return ()
    entries = data if isinstance(data, list) else [data]
    rules = [_rule(entry) for entry in entries[:MAX_RULES] if isinstance(entry, dict)]
    return tuple(rule for rule in rules if rule)


def _rule(entry: dict[str, Any]) -> Rule | None:
    location, reserved = entry.get("location"), entry.get("tdm-reservation")
    policy = entry.get("tdm-policy")
    if not isinstance(location, str) or len(location) > MAX_LOCATION:
        return None
    if reserved not in (0, 1, "0", "1"):
        return None
    location = _as_in_addresses(location)
    return Rule(location, int(reserved) == 1, policy if isinstance(policy, str) else None)


def _as_in_addresses(location: str) -> str:
    """A pattern with its letters written as an article's address has them: "/تقنية/" or its codes
    in small letters are the same path."""
    quoted = quote(location, safe=string.punctuation, errors="replace")
    return _CODE.sub(lambda code: code[0].upper(), quoted)


def reserved(article: Article, rules: Iterable[Rule], robots: Robots | None) -> Article:
    """The article, with what its host's tdmrep.json and robots.txt say of its address in its
    policy."""
    parts = urlsplit(article.url)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    policy = article.policy
    rule = next((rule for rule in rules if rule.matches(path)), None)
    if rule and policy.tdm_reservation is None:
        policy = replace(policy, tdm_reservation=rule.reserved)
        policy = replace(policy, tdm_policy=policy.tdm_policy or rule.policy)
    if robots:
        policy = replace(
            policy,
            content_signal=robots.content_signal,
            robots_ai=robots.forbidden_agents(article.url),
        )
    return replace(article, policy=policy)


class Reservations:
    """What the hosts of one visit reserve."""

    def __init__(self, crawler: Crawler, visit: Visit) -> None:
        self.crawler = crawler
        self.visit = visit
        self.known: dict[str, tuple[Rule, ...]] = {}
        self.locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def applied(self, article: Article) -> Article:
        """The article, with what its host says of its address in its policy."""
        where = host_port(article.url)
        async with self.locks[where]:
            if where not in self.known:
                self.known[where] = await self._rules(article.url, where)
        return reserved(article, self.known[where], self._hosts.get(where).robots)

    @property
    def _hosts(self) -> Hosts:
        return self.visit.hosts

    async def _rules(self, url: str, where: str) -> tuple[Rule, ...]:
        """The rules of a host: as an earlier visit kept them, or as it gives them now."""
        row = await self.visit.database.read(lambda session: read.host(session, where))
        kept, now = (row.tdm_policy if row else None) or {}, datetime.now(UTC)
        if kept and timedelta() <= now - datetime.fromisoformat(kept["fetched_at"]) < FRESH:
            return tuple(Rule(**rule) for rule in kept["rules"])
        parts = urlsplit(url)
        request = Request(
            f"{parts.scheme}://{parts.netloc}{PATH}",
            callback=NO_CALLBACK,
            meta={"max_retry_times": 0, "redirect_ttl": 2, "download_maxsize": MAX_BYTES},
            dont_filter=True,
        )
        try:
            response = await self.crawler.engine.download_async(request)
        except IgnoreRequest:  # forbidden, too large, or the host is left alone
            return ()
        except Exception:  # noqa: BLE001  # whatever the network does: nothing is reserved by it
            return ()
        rules = read_tdmrep(response.body) if response.status == 200 else ()
        robots = self._hosts.get(where).robots
        value = {
            "fetched_at": now.isoformat(),
            "rules": [
                {"location": rule.location, "reserved": rule.reserved, "policy": rule.policy}
                for rule in rules
            ],
            "content_signal": list(robots.content_signal) if robots else [],
            "ai_groups": list(robots.ai_groups) if robots else [],
        }
        await self.visit.database.write(
            lambda session: write.save_host(session, where, tdm_policy=value)
        )
        return rules
