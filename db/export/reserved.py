"""Which articles are left out of exports because their page or site reserves text and data mining.

An article carries what its page and its host said when it was fetched. A host may have said more
since: the rules of its tdmrep.json, as `hosts.tdm_policy` has them, count for all its articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import orjson
from sqlalchemy import JSON, BigInteger, ColumnElement, Text, and_, cast, func, literal, or_, select
from sqlalchemy.orm import Session

from db.filters import opted_out
from db.models import ArticleRow, HostRow, RevisionRow

_SCHEMES = {"443": ("https://{}/",), "80": ("http://{}/",)}


def reserved(s: Session) -> ColumnElement[bool]:
    """An article whose page says so, or whose site does: in tdmrep.json, or in robots.txt by
    `Content-Signal: ai-train=no` or by keeping robots of AI from the page."""
    policy = RevisionRow.policy
    signals = or_(
        opted_out(),
        func.coalesce(func.json_array_length(policy["robots_ai"]), 0) > 0,
        func.coalesce(cast(policy["content_signal"], Text), "").like("%ai-train=no%"),
    )
    ids = [article_id for host in _hosts(s) for article_id in host.reserved_ids(s)]
    if not ids:
        return signals
    silent = policy["tdm_reservation"].as_boolean().is_(None)
    return or_(signals, and_(silent, ArticleRow.id.in_(_listed(s, ids))))


def _listed(s: Session, ids: list[int]) -> Any:
    """Any number of ids as one parameter."""
    packed = literal(orjson.dumps(ids).decode(), Text)
    if s.get_bind().dialect.name == "sqlite":
        return select(func.json_each(packed).table_valued("value").c.value)
    listed = func.json_array_elements_text(cast(packed, JSON)).table_valued("value")
    return select(cast(listed.c.value, BigInteger))


def _hosts(s: Session) -> Iterator[_Host]:
    """Hosts with a rule that reserves something."""
    query = select(HostRow.host, HostRow.tdm_policy).where(HostRow.tdm_policy.is_not(None))
    for host, said in s.execute(query.order_by(HostRow.host)):
        rules = [rule for rule in (said or {}).get("rules", []) if rule.get("location")]
        if any(rule.get("reserved") for rule in rules):
            yield _Host(host, rules)


class _Host:
    """The rules of one host, the first that matches counts: one expression for them all, in which
    only those that reserve are groups."""

    def __init__(self, host: str, rules: list[dict[str, Any]]) -> None:
        name, _, port = host.rpartition(":")
        schemes = _SCHEMES.get(port, ("https://{}:" + port + "/", "http://{}:" + port + "/"))
        self._starts = [scheme.format(name) for scheme in schemes]
        parts = ["({})" if rule.get("reserved") else "(?:{})" for rule in rules]
        patterns = [_pattern(rule["location"]) for rule in rules]
        self._rules = re.compile(
            "|".join(part.format(pattern) for part, pattern in zip(parts, patterns, strict=True)),
            re.DOTALL,
        )

    def reserved_ids(self, s: Session) -> Iterator[int]:
        for start in self._starts:
            query = select(ArticleRow.id, ArticleRow.url).where(
                ArticleRow.url.startswith(start, autoescape=True)
            )
            for article_id, url in s.connection().execute(query):
                found = self._rules.match(unquote(url[len(start) - 1 :]))
                if found and found.lastindex:
                    yield article_id


def _pattern(location: str) -> str:
    """A location as in robots.txt: asterisks, and the mark of the end."""
    path = unquote(location.removesuffix("$"))
    if not path.startswith(("/", "*")):
        path = "/" + path
    end = r"\Z" if location.endswith("$") else ""
    return ".*?".join(re.escape(part) for part in path.split("*")) + end
