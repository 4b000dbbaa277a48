"""Which service schedules the crawls of a database, as far as the database knows."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from crawler.processes import is_dead, is_here
from db import lease
from scheduler.lease import NAME


def service_of(session: Session) -> dict[str, Any] | None:
    """The service that holds the right to schedule; None where none does. One that is there and
    did not renew its lease in time is `silent`: it hangs, or cannot write into the database."""
    row = lease.held(session, NAME)
    if row is None or is_dead(row):
        return None
    silent = row.expires_at <= lease.clock(session)
    if silent and not is_here(row):
        return None
    machine = row.machine.partition(" ")[0]
    since = row.taken_at.isoformat()
    return {"pid": row.pid, "machine": machine, "since": since, "silent": silent}
