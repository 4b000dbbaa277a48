"""Pausing and resuming: the same work in two directions."""

from __future__ import annotations

from pathlib import Path

from cli.context import Context
from cli.failures import WrongRequest
from crawler.sources import read_sources
from db.engine import session_factory
from db.write import set_paused, sync_source


def set_all(context: Context, ids: list[str], *, paused: bool) -> None:
    """Pause or resume sources, all of them or none; ids that nobody knows are a wrong request. One
    whose file is gone or at fault may be paused too, as far as the database knows it."""
    sources, _ = read_sources(Path(context.settings.sources))
    known = {source.id: source for source in sources}
    with session_factory(context.engine_for_writing(make=False)).begin() as session:
        unknown = []
        for id_ in ids:
            if id_ in known:
                sync_source(session, known[id_])
                session.flush()
            if not set_paused(session, id_, paused):
                unknown.append(id_)
        if unknown:
            raise WrongRequest(f"no such source: {', '.join(unknown)}; rasid sources lists them")
    word = "paused" if paused else "resumed"
    for id_ in ids:
        context.screen.say(f"{id_}: {word}")
