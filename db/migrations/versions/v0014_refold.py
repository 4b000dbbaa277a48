"""Nothing: it made the search index anew, which v0018 does for its own reasons."""

from __future__ import annotations

revision = "v0014"
down_revision = "v0013"


def upgrade() -> None:
    pass
