"""Which articles are left out of exports because their page or site reserves text and data mining.

An article carries what its page and its host said when it was fetched. A host may have said more
since: the rules of its tdmrep.json, as `hosts.tdm_policy` has them, count for all its articles.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Text, and_, case, cast, func, literal, or_, select
from sqlalchemy.orm import Session

from db.filters import opted_out
from db.models import ArticleRow, HostRow, RevisionRow

_SCHEMES = {"443": ("https://{}",), "80": ("http://{}",)}
_MAX_RULES = 500
"""Rules that become conditions; SQLite allows 32,766 parameters, two for each."""


def reserved(s: Session) -> ColumnElement[bool]:
    """An article whose page says so, or whose site does: in tdmrep.json, or in robots.txt by
    `Content-Signal: ai-train=no` or by keeping robots of AI from the page."""
    policy = RevisionRow.policy
    signals = or_(
        opted_out(),
        func.coalesce(func.json_array_length(policy["robots_ai"]), 0) > 0,
        func.coalesce(cast(policy["content_signal"], Text), "").like("%ai-train=no%"),
    )
    rules = _rules(s)
    if not rules:
        return signals
    silent = policy["tdm_reservation"].as_boolean().is_(None)
    return or_(signals, and_(silent, case(*rules, else_=literal(False))))


def _rules(s: Session) -> list[Any]:
    """Patterns of addresses of hosts that reserve some, with what they say; the first counts."""
    query = select(HostRow.host, HostRow.tdm_policy).where(HostRow.tdm_policy.is_not(None))
    found: list[Any] = []
    for host, said in s.execute(query.order_by(HostRow.host)):
        rules = [rule for rule in (said or {}).get("rules", []) if "location" in rule]
        if not any(rule.get("reserved") for rule in rules):
            continue
        for rule in rules:
            found += [
                (ArticleRow.url.like(pattern, escape="\\"), literal(bool(rule.get("reserved"))))
                for pattern in _patterns(host, rule["location"])
            ]
    return found[:_MAX_RULES]


def _patterns(host: str, location: str) -> list[str]:
    """For LIKE: a location as in robots.txt, with its asterisks and the mark of the end."""
    name, _, port = host.rpartition(":")
    starts = _SCHEMES.get(port, ("https://{}:" + port, "http://{}:" + port))
    path = location.removesuffix("$").lstrip("/")
    for special in ("\\", "%", "_"):
        path = path.replace(special, "\\" + special)
    path = path.replace("*", "%") + ("" if location.endswith("$") else "%")
    return [f"{start.format(name)}/{path}" for start in starts]
