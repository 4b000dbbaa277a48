"""${message}."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import db.models

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}


def upgrade() -> None:
    ${upgrades if upgrades else "pass"}
