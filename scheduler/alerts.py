"""The alerts of sources, from the database and back."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Engine, select

from crawler.rule_faults import rule_faults
from db.engine import session_factory
from db.health import (
    AlertChange,
    article_facts,
    open_since,
    run_facts,
    sources_with_alerts,
    update_alerts,
)
from db.models import SourceRow
from db.notices import add_notices
from db.write import disable
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


def close_unwatched(
    engine: Engine,
    sources: Collection[Source],
    files: Collection[str] | None,
    now: datetime,
    ways: Collection[str] = (),
) -> list[AlertChange]:
    """Close the alerts of sources that are not to be crawled any more: nothing would ever heal
    them. `files` are the ids of all that have a file, be it at fault; None where that is not known.
    Without one a source is not to be crawled, and the database says so from now on."""
    with session_factory(engine, read_only=True)() as session:
        rows = session.execute(select(SourceRow.id, SourceRow.enabled))
        enabled = dict(rows.all())
        alerting = sources_with_alerts(session)
    gone = {id_ for id_ in enabled if enabled[id_]} - set(enabled if files is None else files)
    idle = {id_ for id_ in enabled if not enabled[id_]} | gone
    idle -= {source.id for source in sources if source.enabled}
    idle |= {source.id for source in sources if not source.enabled}
    if not gone and idle.isdisjoint(alerting):
        return []
    with session_factory(engine).begin() as session:
        disable(session, gone)
        changes = [
            change
            for id_ in sorted(idle & alerting)
            for change in update_alerts(session, id_, {}, now)
        ]
        add_notices(session, changes, ways)
        return changes
