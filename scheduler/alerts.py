"""The alerts of one source, from the database and back."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Engine

from crawler.rule_faults import rule_faults
from db.engine import session_factory
from db.health import AlertChange, article_facts, open_since, run_facts, update_alerts
from db.notices import add_notices
from pipeline.records import Source
from scheduler.due import profile_of
from scheduler.health import troubles

OF_RULES = "rule-unmatched"
"""The alert of rules of a source's file, which crawls and reports tell of by the file as it is."""


def update_health(
    engine: Engine, source: Source, now: datetime, ways: Collection[str] = ()
) -> list[AlertChange]:
    """Judge a source by its latest articles and runs; what was opened or closed by it, which each
    of `ways` has to tell."""
    with session_factory(engine, read_only=True)() as session:
        articles, runs = article_facts(session, source.id), run_facts(session, source.id)
        met = run_facts(session, source.id, counting="outcomes")
        ruled = run_facts(session, source.id, counting="rules")
        opened = open_since(session, source.id)
        profile = profile_of(session, source, now)
    found = troubles(articles, runs, profile, now, met=met, opened=opened)
    if faults := rule_faults(source, [run.rules for run in ruled], now.date()):
        found[OF_RULES] = "; ".join(faults)
    with session_factory(engine).begin() as session:
        changes = update_alerts(session, source.id, found, now)
        add_notices(session, changes, ways)
        return changes
