"""Notices: what each way has still to tell of alerts. A row goes once its change was told."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, or_, select
from sqlalchemy.orm import Session

from db.health import AlertChange
from db.models import AlertNoticeRow, AlertRow


@dataclass(frozen=True, slots=True)
class Notice:
    """One change of one alert, to be told by one way."""

    way: str
    change: AlertChange


def add_notices(s: Session, changes: Sequence[AlertChange], ways: Collection[str]) -> None:
    """Note that each way has to tell of each change, in the transaction that made it."""
    s.add_all(
        AlertNoticeRow(alert_id=change.alert_id, opened=change.opened, way=way)
        for change in changes
        for way in ways
    )


def notices(s: Session) -> list[Notice]:
    """What is still to be told, the oldest first."""
    query = (
        select(AlertNoticeRow, AlertRow)
        .join(AlertRow, AlertRow.id == AlertNoticeRow.alert_id)
        .order_by(AlertNoticeRow.id)
    )
    return [
        Notice(
            notice.way,
            AlertChange(
                alert.id,
                alert.source_id,
                alert.kind,
                alert.detail,
                notice.opened,
                alert.opened_at if notice.opened else alert.closed_at or alert.opened_at,
            ),
        )
        for notice, alert in s.execute(query)
    ]


def remove_notice(s: Session, notice: Notice) -> None:
    """It was told. Found by what it says: SQLite gives the number of a row that is gone again."""
    s.execute(
        delete(AlertNoticeRow).where(
            AlertNoticeRow.alert_id == notice.change.alert_id,
            AlertNoticeRow.opened == notice.change.opened,
            AlertNoticeRow.way == notice.way,
        )
    )


def remove_stale_notices(s: Session, ways: Collection[str], before: datetime) -> int:
    """Removes what nobody is to be told any more: changes from before a time, and those of ways
    that are no longer set. Gives the number of changes that were too old."""
    at = func.coalesce(AlertRow.closed_at, AlertRow.opened_at)
    old = select(AlertNoticeRow.id).join(AlertRow, AlertRow.id == AlertNoticeRow.alert_id)
    number = s.scalar(select(func.count()).select_from(old.where(at < before).subquery())) or 0
    s.execute(
        delete(AlertNoticeRow).where(
            or_(AlertNoticeRow.way.not_in(ways), AlertNoticeRow.id.in_(old.where(at < before)))
        )
    )
    return number
