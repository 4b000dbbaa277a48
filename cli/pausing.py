"""Pausing and resuming: the same work in two directions."""

from __future__ import annotations

from cli.context import Context
from cli.failures import WrongRequest
from db.engine import session_factory
from db.write import set_paused, sync_source


def set_all(context: Context, ids: list[str], *, paused: bool) -> None:
    """Pause or resume sources, all of them or none; ids that nobody knows are a wrong request."""
    known = {source.id: source for source in context.load_sources()}
    with session_factory(context.engine_for_writing()).begin() as session:
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
