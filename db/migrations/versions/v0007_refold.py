"""Nothing: it made the search index anew, which v0014 does for its own reasons."""

from __future__ import annotations

revision = "v0007"
down_revision = "v0006"


def upgrade() -> None:
    pass
